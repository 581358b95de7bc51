import CivilTime

/// Lets one task sleep until a time or until it is rung.
actor Bell {
    private var sleeper: Task<Void, Never>?
    private var wasRung = false

    /// Sleeps for so long, or until `ring`; a ring while nobody slept ends the next sleep at once.
    ///
    /// - Returns: whether it was rung.
    @discardableResult
    func sleep(for duration: Duration) async -> Bool {
        if wasRung || Task.isCancelled {
            defer { wasRung = false }
            return wasRung
        }
        let sleeper = Task { _ = try? await Task.sleep(for: duration) }
        self.sleeper = sleeper
        await withTaskCancellationHandler {
            await sleeper.value
        } onCancel: {
            sleeper.cancel()
        }
        self.sleeper = nil
        defer { wasRung = false }
        return wasRung
    }

    func ring() {
        wasRung = true
        sleeper?.cancel()
    }
}
