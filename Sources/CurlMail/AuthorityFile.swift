import Foundation

/// A file with certificate authorities in PEM (RFC 7468): the only ones that a route trusts.
public struct AuthorityFile: Sendable, Hashable {
    public let path: String

    public init(path: String) {
        self.path = path
    }

    /// Bundles of a system have a quarter of a megabyte.
    private static let longest = 4 << 20

    /// Whether TLS can begin with it: one unsound certificate makes OpenSSL refuse all of the file.
    ///
    /// - Throws: why it cannot; the file is read, and nothing else.
    public func check() throws(CurlMailError) {
        let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: target) else {
            throw .badAuthority(path: path, reason: "there is no such file")
        }
        guard attributes[.type] as? FileAttributeType == .typeRegular else {
            throw .badAuthority(path: path, reason: "it is not a file")
        }
        guard (attributes[.size] as? NSNumber)?.intValue ?? 0 <= Self.longest else {
            throw .badAuthority(path: path, reason: "it has more than 4 MiB")
        }
        guard let data = FileManager.default.contents(atPath: target) else {
            throw .badAuthority(path: path, reason: "it cannot be read")
        }
        let certificates = Self.certificates(in: String(decoding: data, as: UTF8.self))
        guard !certificates.isEmpty else {
            throw .badAuthority(path: path, reason: data.isEmpty ? "it is empty" : "it holds no certificate")
        }
        for (index, certificate) in certificates.enumerated() where !Self.isCertificate(certificate) {
            throw .badAuthority(path: path, reason: "its certificate \(index + 1) is damaged")
        }
    }

    /// What stands between the marks, decoded; nil for what is no base64, or has no end.
    private static func certificates(in text: String) -> [[UInt8]?] {
        var found: [[UInt8]?] = []
        var open: (end: String, base64: String)?
        for line in text.split(whereSeparator: \.isNewline) {
            let line = line.trimmingCharacters(in: .whitespaces)
            if let mark = line.wholeMatch(of: /-----BEGIN ((?:X509 |TRUSTED )?CERTIFICATE)-----/) {
                if open != nil { found.append(nil) }
                open = ("-----END \(mark.output.1)-----", "")
            } else if let certificate = open {
                guard line == certificate.end else {
                    open?.base64 += line
                    continue
                }
                found.append(Data(base64Encoded: certificate.base64).map { [UInt8]($0) })
                open = nil
            }
        }
        return found + (open == nil ? [] : [nil])
    }

    /// A sequence of a sequence, a sequence and a bit string (RFC 5280, section 4.1); a trusted one has more behind it.
    private static func isCertificate(_ bytes: [UInt8]?) -> Bool {
        guard let bytes, let (tag, inner) = element(of: bytes[...]), tag == 0x30 else { return false }
        var rest = inner
        for expected: UInt8 in [0x30, 0x30, 0x03] {
            guard let (tag, content) = element(of: rest), tag == expected, !content.isEmpty else { return false }
            rest = rest[content.endIndex...]
        }
        return rest.isEmpty
    }

    /// The first element of DER (X.690, section 8.1): its tag and content.
    private static func element(of bytes: ArraySlice<UInt8>) -> (tag: UInt8, content: ArraySlice<UInt8>)? {
        guard bytes.count >= 2, let tag = bytes.first else { return nil }
        var start = bytes.startIndex + 2
        var length = Int(bytes[bytes.startIndex + 1])
        if length >= 0x80 {
            let octets = length - 0x80
            guard (1...4).contains(octets), bytes.endIndex - start >= octets else { return nil }
            length = bytes[start..<start + octets].reduce(0) { $0 << 8 | Int($1) }
            start += octets
        }
        guard length <= bytes.endIndex - start else { return nil }
        return (tag, bytes[start..<start + length])
    }
}
