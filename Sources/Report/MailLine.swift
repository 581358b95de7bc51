public import CivilTime

extension RehearsalReport {
    /// A mail that left during the rehearsal.
    public struct MailLine: Sendable, Hashable {
        /// The place in the order of sending, from 1.
        public var number: Int
        /// Relative to the page: `mail/000001-claire-welcome.eml`.
        public var file: String
        /// On the wall clock of the programme.
        public var sentAt: LocalDateTime
        public var recipientName: String
        public var recipientID: String
        public var subject: String
        /// The template's name, such as `day-before`.
        public var template: String
        /// The mail's plain text.
        public var text: String

        public init(
            number: Int, file: String, sentAt: LocalDateTime, recipientName: String, recipientID: String,
            subject: String, template: String, text: String
        ) {
            self.number = number
            self.file = file
            self.sentAt = sentAt
            self.recipientName = recipientName
            self.recipientID = recipientID
            self.subject = subject
            self.template = template
            self.text = text
        }
    }
}
