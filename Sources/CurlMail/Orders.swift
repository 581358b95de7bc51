import Dispatch
import Synchronization

/// A queue from which one thread takes what others put in.
final class Orders<Order: Sendable>: Sendable {
    private struct State {
        var waiting: [Order] = []
        var isEnded = false
    }

    private let state = Mutex(State())
    private let bell = DispatchSemaphore(value: 0)

    /// False after the end.
    func add(_ order: Order) -> Bool {
        put(order, isLast: false)
    }

    /// Adds and ends; false after the end.
    func addLast(_ order: Order) -> Bool {
        put(order, isLast: true)
    }

    /// Lets the thread take what is waiting, and no more.
    func end() {
        state.withLock { $0.isEnded = true }
        bell.signal()
    }

    /// Waits for the next order; nil at the end. For the one thread that works.
    func next() -> Order? {
        while true {
            let (order, isEnded) = state.withLock { state in
                (state.waiting.isEmpty ? nil : state.waiting.removeFirst(), state.isEnded)
            }
            if let order { return order }
            if isEnded { return nil }
            bell.wait()
        }
    }

    private func put(_ order: Order, isLast: Bool) -> Bool {
        let isTaken = state.withLock { state in
            guard !state.isEnded else { return false }
            state.waiting.append(order)
            state.isEnded = isLast
            return true
        }
        if isTaken { bell.signal() }
        return isTaken
    }
}
