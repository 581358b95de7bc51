import CPsl
import Foundation

/// A domain as servers compare it: in lower case and in ASCII, whichever way it was written (RFC 5890 section 2.3.2.1).
struct DomainName: Hashable, CustomStringConvertible {
    let description: String

    /// Nil for an address literal, and where a label cannot be put in ASCII.
    init?(_ text: String) {
        guard text.utf8.first != UInt8(ascii: "["), !text.isEmpty else { return nil }
        var labels: [String] = []
        for label in text.unicodeScalars.split(separator: ".", omittingEmptySubsequences: false) {
            guard let label = Self.ascii(String(label)) else { return nil }
            labels.append(label)
        }
        description = labels.joined(separator: ".")
    }

    private static func ascii(_ label: String) -> String? {
        if label.utf8.allSatisfy({ $0 < 0x80 }) { return label.lowercased() }
        var components = URLComponents()
        components.host = label
        // What looks like ASCII and is none is nobody's name.
        return components.encodedHost.flatMap { $0.hasPrefix("xn--") ? $0 : nil }
    }

    func isWithin(_ other: DomainName) -> Bool {
        self == other || description.hasSuffix("." + other.description)
    }

    /// The domain that somebody registered, which is one label longer than a public suffix (RFC 7489 section 3.2); nil
    /// where this is a public suffix itself.
    var organizational: DomainName? {
        description.withCString { name in
            // Points into the name.
            psl_registrable_domain(Self.publicSuffixes.list, name).flatMap { DomainName(String(cString: $0)) }
        }
    }

    private static let publicSuffixes = PublicSuffixes()

    /// Debian's list where it is newer than the one that is built into libpsl.
    ///
    /// `@unchecked Sendable`, for C's pointer is not known to be: libpsl only reads the list once it is loaded, and it lives
    /// as long as the process.
    private struct PublicSuffixes: @unchecked Sendable {
        let list = psl_latest(nil)
    }
}
