import ServiceLifecycle

/// Ends with the first of the signals, and with it the group of services.
struct EndService: Service {
    let signals: EndSignals

    func run() async throws {
        await cancelWhenGracefulShutdown { await signals.wait() }
    }
}
