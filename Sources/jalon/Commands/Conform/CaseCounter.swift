import ArgumentParser

/// Counts cases and names those that fail.
struct CaseCounter {
    private var passed = 0
    private var failed = 0

    /// - Parameter difference: nil where the case passed.
    mutating func count(_ name: String, _ difference: String?) {
        if let difference {
            failed += 1
            Terminal.print("\(name): \(difference)")
        } else {
            passed += 1
        }
    }

    /// Prints the closing line.
    func finish() throws {
        Terminal.print("\(passed) passed, \(failed) failed")
        if failed > 0 { throw ExitCode(1) }
    }
}
