import Foundation
import Glibc
import JalonService
import Ledger
import PlainText

/// Where the command line writes, and what that place can show.
///
/// Whatever is said passes through here, and nothing in it can steer a terminal: names, keys and answers are strangers'.
enum Terminal {
    static var isOutputATerminal: Bool { isatty(STDOUT_FILENO) == 1 }
    static var isErrorATerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// Colours only on a terminal, and not where `NO_COLOR` asks for none.
    static var hasColour: Bool {
        isOutputATerminal && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
    }

    /// Columns; nil where the output is no terminal, and nothing need be cut.
    static var width: Int? {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }

    /// On standard error, in the reader's language; in the journal without what it quotes.
    static func complain(_ text: String) {
        complain(
            asItStands: Environment.logsToJournal ? Speech.said(text.forLog).withoutQuotations : Speech.said(text))
    }

    /// What became of an order: it names people, whose names are not for the journal.
    static func answer(_ order: Order.Answer) {
        let descriptor = order.accepted ? STDOUT_FILENO : STDERR_FILENO
        guard Environment.isJournal(descriptor) else {
            return order.accepted ? say(order.text) : complain("jalon: \(order.text)")
        }
        let text = "the order was \(order.accepted ? "carried out" : "refused")"
        if order.accepted { say(text) } else { complain("jalon: \(text)") }
    }

    static func complain(asItStands text: String) {
        try? FileHandle.standardError.write(contentsOf: Data((text.visibleLines + "\n").utf8))
    }

    /// A sentence on standard output, in the reader's language.
    static func say(_ text: String) {
        write(Speech.said(text) + "\n")
    }

    /// On standard output; the standard library's `print` is for nobody else in this target.
    static func print(_ text: String = "") {
        write(text + "\n")
    }

    /// On standard output, as far as it goes.
    static func write(_ text: String) {
        Swift.print(text.visibleLines, terminator: "")
    }

    /// What has colours of the program's own, and whose words are ``Swift/String/visible`` already.
    static func show(coloured text: String) {
        Swift.print(text)
    }

    /// Draws over the line that it drew before; for progress, on a terminal only.
    static func redraw(_ text: String) {
        guard isErrorATerminal else { return }
        try? FileHandle.standardError.write(contentsOf: Data("\r\u{1B}[2K\(text.visible)".utf8))
    }
}
