/// What may stand for a host in a URL and in EHLO.
enum HostName {
    /// A name, an IPv4 address, or an IPv6 address without brackets.
    static func isHost(_ text: String) -> Bool {
        isName(text) || isIPv6(text)
    }

    /// Letters, digits, hyphens and dots in ASCII (RFC 1123, section 2.1); an underscore, too, which some networks use.
    static func isName(_ text: String) -> Bool {
        guard (1...253).contains(text.utf8.count) else { return false }
        return text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
            (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
                && label.utf8.allSatisfy { isPlain($0) && $0 != UInt8(ascii: ".") }
        }
    }

    /// `[192.0.2.1]` or `[IPv6:2001:db8::1]` (RFC 5321, section 4.1.3).
    static func isAddressLiteral(_ text: String) -> Bool {
        guard text.first == "[", text.last == "]", text.count > 2 else { return false }
        let inner = text.dropFirst().dropLast()
        return inner.hasPrefix("IPv6:") ? isIPv6(String(inner.dropFirst(5))) : isIPv4(String(inner))
    }

    /// This machine, as it calls itself; mail to it crosses no network.
    static func isLoopback(_ host: String) -> Bool {
        host.lowercased() == "localhost" || host == "::1" || (isIPv4(host) && host.hasPrefix("127."))
    }

    /// What needs no escape in the path of a URL.
    static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
            true
        default: false
        }
    }

    private static func isIPv4(_ text: String) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4
            && parts.allSatisfy { part in
                part.count <= 3 && part.utf8.allSatisfy { (48...57).contains($0) } && UInt8(part) != nil
            }
    }

    private static func isIPv6(_ text: String) -> Bool {
        text.contains(":") && text.utf8.count <= 45
            && text.utf8.allSatisfy { byte in
                UnicodeScalar(byte).properties.isASCIIHexDigit || byte == UInt8(ascii: ":")
                    || byte == UInt8(ascii: ".")
            }
    }
}
