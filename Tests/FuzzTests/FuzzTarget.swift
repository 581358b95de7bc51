/// A reader, or a writer with its reader, that has to hold whatever bytes it gets; `Scripts/fuzz` tries them by the
/// million, and ``ReplayTests`` those that are kept.
enum FuzzTarget: String, CaseIterable {
    /// Calendar files: reading, writing what was read, reading that.
    case calendar
    /// The values inside properties: texts, parameters, dates, durations.
    case values
    /// Invitations to meetings of any words.
    case invitation
    /// RRULE and what comes of it.
    case recurrence
    /// The busy times of a calendar file.
    case expansion
    /// Zone files, their footers, and the VTIMEZONE made of them.
    case zone
    /// Addresses, mailboxes and Message-IDs.
    case address
    /// Mails written from any words.
    case mail
    /// Mails as they come from anybody.
    case received
    /// Headers by which the sender of a mail is believed.
    case authentication
    /// Templates, read and filled in.
    case template
    /// Somebody's words in Markdown, and Markdown of any kind.
    case markdown
    /// Spreadsheets of people and relationships.
    case spreadsheet

    /// - Throws: ``Broken`` where something does not hold. A crash, a hang or too much memory is for the caller to see.
    func run(_ bytes: [UInt8]) throws(Broken) {
        switch self {
        case .calendar: try CalendarTarget.run(bytes)
        case .values: try ValuesTarget.run(bytes)
        case .invitation: try InvitationTarget.run(bytes)
        case .recurrence: try RecurrenceTarget.run(bytes)
        case .expansion: try ExpansionTarget.run(bytes)
        case .zone: try ZoneTarget.run(bytes)
        case .address: try AddressTarget.run(bytes)
        case .mail: try MailTarget.run(bytes)
        case .received: try ReceivedTarget.run(bytes)
        case .authentication: try AuthenticationTarget.run(bytes)
        case .template: try TemplateTarget.run(bytes)
        case .markdown: try MarkdownTarget.run(bytes)
        case .spreadsheet: try SpreadsheetTarget.run(bytes)
        }
    }
}

/// What should always hold and does not.
struct Broken: Error, CustomStringConvertible {
    let description: String
}

/// Throws unless the condition holds.
func hold(_ condition: Bool, _ words: @autoclosure () -> String) throws(Broken) {
    guard condition else { throw Broken(description: words()) }
}
