/// Base64 (RFC 2045 section 6.8).
enum Base64 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// On one line.
    static func text(of bytes: [UInt8]) -> String {
        String(decoding: encode(bytes[...]), as: UTF8.self)
    }

    /// In lines of 76 characters, each ended by CRLF.
    static func lines(of bytes: [UInt8]) -> [UInt8] {
        stride(from: 0, to: bytes.count, by: 57).flatMap { start in
            encode(bytes[start..<min(start + 57, bytes.count)]) + [0x0D, 0x0A]
        }
    }

    private static func encode(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity((bytes.count + 2) / 3 * 4)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let count = min(3, bytes.endIndex - index)
            let first = UInt32(bytes[index]) << 16
            let second = count > 1 ? UInt32(bytes[index + 1]) << 8 : 0
            let third = count > 2 ? UInt32(bytes[index + 2]) : 0
            let group = first | second | third
            for position in 0..<4 {
                let isPadding = position > count
                result.append(isPadding ? 0x3D : alphabet[Int(group >> UInt32(18 - 6 * position)) & 63])
            }
            index += 3
        }
        return result
    }

    /// What `lines` has written; octets outside the alphabet are passed over.
    static func decode(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        var bits: UInt32 = 0
        var count = 0
        for byte in bytes {
            guard let value = alphabet.firstIndex(of: byte) else { continue }
            bits = bits << 6 | UInt32(value)
            count += 1
            if count == 4 {
                result += [16, 8, 0].map { UInt8(truncatingIfNeeded: bits >> $0) }
                (bits, count) = (0, 0)
            }
        }
        if count == 3 { result += [10, 2].map { UInt8(truncatingIfNeeded: bits >> $0) } }
        if count == 2 { result.append(UInt8(truncatingIfNeeded: bits >> 4)) }
        return result
    }
}
