import MailMessage

/// A mail to hand over, and what to do between its last byte and its end.
struct Errand: Sendable {
    let envelope: Envelope
    let bytes: [UInt8]
    let committing: @Sendable () throws -> Void

    /// Needs SMTPUTF8 (RFC 6531, section 3.2).
    var isInternational: Bool {
        !(envelope.sender.isASCII && envelope.recipient.isASCII)
    }

    /// Needs 8BITMIME (RFC 6152).
    var isEightBit: Bool {
        bytes.withUnsafeBufferPointer { $0.contains { $0 > 127 } }
    }

    /// A CR or LF that does not belong to a CR LF: servers differ on whether it ends a line, so that what follows it
    /// might be taken for a mail of its own.
    var hasBareLineEnd: Bool {
        bytes.withUnsafeBufferPointer { bytes in
            var previous: UInt8 = 0
            for byte in bytes {
                if (byte == 0x0A) != (previous == 0x0D) { return true }
                previous = byte
            }
            return previous == 0x0D
        }
    }
}
