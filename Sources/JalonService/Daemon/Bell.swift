import CivilTime

/// Lets one task sleep until a time or until it is rung.
actor Bell {
    private var sleeper: Task<Void, Never>?
    private var wasRung = false

    /// Sleeps for so long, or until `ring`; a ring while nobody slept ends the next sleep at once.
    func sleep(for duration: Duration) async {
        if wasRung || Task.isCancelled {
            wasRung = false
            return
        }
        let sleeper = Task { _ = try? await Task.sleep(for: duration) }
        self.sleeper = sleeper
        await withTaskCancellationHandler {
            await sleeper.value
        } onCancel: {
            sleeper.cancel()
        }
        self.sleeper = nil
        wasRung = false
    }

    func ring() {
        wasRung = true
        sleeper?.cancel()
    }
}
