/// Looks a finished mail over before it leaves: what a client or a server on the way could stumble over.
public enum MailLinter {
    /// Every rule that the mail breaks; empty for a good one.
    public static func lint(_ bytes: [UInt8]) -> [Complaint] {
        let mail = WrittenPart(bytes[...])
        return lines(of: bytes) + headers(of: mail) + CalendarParts(of: mail).complaints
    }

    private static let once = ["date", "from", "to", "subject", "message-id", "mime-version", "content-type"]

    private static func lines(of bytes: [UInt8]) -> [Complaint] {
        var complaints: [Complaint] = []
        var length = 0
        var line = 1
        for (index, byte) in bytes.enumerated() {
            if byte == 0 { complaints.append(.nul(at: index)) }
            if byte == 0x0A {
                let isEnded = index > 0 && bytes[index - 1] == 0x0D
                if !isEnded { complaints.append(.bareLineEnd(at: index)) }
                if length - (isEnded ? 1 : 0) > 998 { complaints.append(.longLine(line)) }
                length = 0
                line += 1
                continue
            }
            if byte == 0x0D, index + 1 == bytes.count || bytes[index + 1] != 0x0A {
                complaints.append(.bareLineEnd(at: index))
            }
            length += 1
        }
        if length > 998 { complaints.append(.longLine(line)) }
        return complaints
    }

    private static func headers(of mail: WrittenPart) -> [Complaint] {
        let counts = once.compactMap { name -> Complaint? in
            let count = mail.values(of: name).count
            return count == 1 ? nil : .headerCount(name, count)
        }
        let stray = mail.all.flatMap(\.strayLines).map { Complaint.strayLine($0) }
        let broken = mail.all.flatMap(\.headers).flatMap { header -> [Complaint] in
            let isBroken = header.value.split(separator: " ").contains { !WrittenWord.isWhole($0) }
            return (isASCII(header) ? [] : [.eightBitHeader(header.name)])
                + (isBroken ? [.brokenWord(header.name)] : [])
        }
        return counts + stray + broken
    }

    /// A mail to an address in another script goes out by SMTPUTF8, with that address as it is in its header.
    private static func isASCII(_ header: (name: String, value: String)) -> Bool {
        var value = header.value
        if ["from", "to"].contains(header.name), let address = Mailbox(value)?.address.description {
            value = value.replacing(address, with: "")
        }
        return (header.name + value).utf8.allSatisfy { $0 < 0x80 }
    }
}
