import Foundation

/// A bar on the terminal for work that takes longer than a second.
struct ProgressLine {
    private let title: String
    private let begun = ContinuousClock.now
    private var isShown = false

    init(_ title: String) {
        self.title = title
    }

    /// - Parameter part: how much is done, from 0 to 1.
    mutating func show(_ part: Double) {
        guard isShown || begun.duration(to: .now) > .seconds(1) else { return }
        isShown = true
        let done = Int(min(max(part, 0), 1) * 30)
        let bar = String(repeating: "█", count: done) + String(repeating: "░", count: 30 - done)
        Terminal.redraw("\(bar) \(title) \(Int(part * 100)) %")
    }

    mutating func clear() {
        if isShown { Terminal.redraw("") }
        isShown = false
    }
}
