import CivilTime
import MailMessage
import Mentoring

/// A short mail from the programme's mailbox, to see whether mail arrives at all.
struct TestMail {
    let envelope: Envelope
    let bytes: [UInt8]

    init(programme: Programme, recipient: EmailAddress, at now: Instant) {
        let isFrench = programme.language == .french
        let subject = isFrench ? "Essai de Jalon" : "A test of Jalon"
        let text =
            isFrench
            ? "Ce message d’essai vient du programme « \(programme.name) ».\nS’il vous est parvenu, les invitations "
                + "arriveront aussi. Rien n’est à faire.\n"
            : "This is a test of the programme “\(programme.name)”.\nIf it has reached you, invitations will, too. "
                + "There is nothing to do.\n"
        var source = TokenSource.system
        let message = MailMessage(
            date: MailDate(secondsSinceEpoch: now.secondsSinceEpoch, offset: programme.zone.offset(at: now)),
            from: programme.mailbox, to: Mailbox(name: nil, address: recipient),
            subject: subject, messageID: .random(domain: programme.mailbox.address.domain, using: &source),
            contentLanguage: programme.language.rawValue, body: .text(text, subtype: "plain"))
        envelope = Envelope(sender: programme.mailbox.address, recipient: recipient)
        bytes = message.serialized(using: &source)
    }
}
