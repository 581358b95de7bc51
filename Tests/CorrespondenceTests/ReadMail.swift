import Foundation
import Testing

/// A mail as a client reads it: header fields and a tree of parts, decoded.
struct ReadMail {
    struct Part {
        var fields: [(name: String, value: String)]
        var content: [UInt8] = []
        var parts: [Part] = []

        subscript(field: String) -> String? {
            fields.first { $0.name.lowercased() == field.lowercased() }?.value
        }

        /// `text/calendar`, without its parameters.
        var type: String {
            let value = self["Content-Type"] ?? "text/plain"
            return String(value.prefix { $0 != ";" }).lowercased().trimmingCharacters(in: .whitespaces)
        }

        /// The text with line feeds alone.
        var text: String { String(decoding: content, as: UTF8.self).replacingOccurrences(of: "\r\n", with: "\n") }

        /// `multipart/mixed(text/plain, …)`, to compare structures at a glance.
        var shape: String {
            parts.isEmpty ? type : "\(type)(\(parts.map(\.shape).joined(separator: ", ")))"
        }

        var leaves: [Part] { parts.isEmpty ? [self] : parts.flatMap(\.leaves) }

        func parameter(_ name: String, of field: String = "Content-Type") -> String? {
            let words = (self[field] ?? "").split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
            return words.first { $0.lowercased().hasPrefix(name + "=") }
                .map { $0.dropFirst(name.count + 1).trimmingCharacters(in: CharacterSet(charactersIn: "\"")) }
        }
    }

    let root: Part

    init(_ bytes: [UInt8]) throws {
        root = try Self.part(Data(bytes))
    }

    func leaf(_ type: String) throws -> Part {
        try #require(root.leaves.first { $0.type == type })
    }

    private static func part(_ data: Data) throws -> Part {
        let split = try #require(data.range(of: Data("\r\n\r\n".utf8)))
        let head = String(decoding: data[..<split.lowerBound], as: UTF8.self)
        var part = Part(fields: fields(head))
        let body = data[split.upperBound...]
        guard part.type.hasPrefix("multipart/") else {
            part.content = [UInt8](try decode(Data(body), part["Content-Transfer-Encoding"] ?? "7bit"))
            return part
        }
        let mark = Data("--\(try #require(part.parameter("boundary")))".utf8)
        var rest = try #require(body.range(of: mark)).upperBound
        while let next = data.range(of: Data("\r\n".utf8) + mark, in: rest..<data.endIndex) {
            part.parts.append(try Self.part(Data(data[(rest + 2)..<next.lowerBound])))
            rest = next.upperBound
            if data[rest...].starts(with: Data("--".utf8)) { break }
        }
        return part
    }

    private static func fields(_ head: String) -> [(name: String, value: String)] {
        let unfolded = head.replacingOccurrences(of: "\r\n ", with: " ").replacingOccurrences(of: "\r\n\t", with: " ")
        return unfolded.components(separatedBy: "\r\n").compactMap { line in
            guard let colon = line.firstIndex(of: ":") else { return nil }
            return (String(line[..<colon]), line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces))
        }
    }

    private static func decode(_ body: Data, _ encoding: String) throws -> Data {
        switch encoding.lowercased() {
        case "base64": return try #require(Data(base64Encoded: body, options: .ignoreUnknownCharacters))
        case "quoted-printable": return quotedPrintable(body)
        default: return body
        }
    }

    private static func quotedPrintable(_ body: Data) -> Data {
        var decoded = Data()
        var bytes = body[...]
        while let byte = bytes.popFirst() {
            guard byte == UInt8(ascii: "=") else {
                decoded.append(byte)
                continue
            }
            let code = String(decoding: bytes.prefix(2), as: UTF8.self)
            bytes = bytes.dropFirst(2)
            if let value = UInt8(code, radix: 16) { decoded.append(value) }
        }
        return decoded
    }
}
