/// What a mail says of having been sent by a program, which must not be answered (RFC 3834).
public struct Automation: Sendable, Hashable {
    /// The keyword of `Auto-Submitted` in lower case: `no`, `auto-generated`, `auto-replied`, …; nil without the header.
    let autoSubmitted: String?
    /// Whether the mail has no return path, as reports of delivery: `Return-Path: <>`.
    let hasNullReturnPath: Bool
    /// What `List-Id` names in its angle brackets (RFC 2919), or all of it where it has none.
    let listID: String?
    /// In lower case: `bulk`, `list`, `junk`, …; in no standard, and in use.
    let precedence: String?

    init(_ headers: HeaderFields) {
        autoSubmitted = headers.raw("Auto-Submitted").map { ParameterReader($0).value }
        hasNullReturnPath = headers.raw("Return-Path")?.filter { !HeaderScanner.isBlank($0) } == Array("<>".utf8)
        listID = headers["List-Id"].map { text in
            guard let open = text.lastIndex(of: "<"), text.last == ">" else { return text }
            return String(text[open...].dropFirst().dropLast())
        }
        precedence = headers.raw("Precedence").map { ParameterReader($0).value }
    }

    /// Whether one of them says so.
    public var isAutomatic: Bool {
        let isSubmitted = autoSubmitted.map { $0 != "no" } ?? false
        return isSubmitted || hasNullReturnPath || listID != nil || ["bulk", "junk", "list"].contains(precedence)
    }
}

extension ReceivedMessage {
    public var automation: Automation { Automation(headers) }
}
