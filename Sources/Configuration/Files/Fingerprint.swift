/// A short name for the contents of some files: FNV-1a of 64 bits, cut to twelve hexadecimal digits.
struct Fingerprint {
    private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

    init(_ files: [SourceFile]) {
        for file in files {
            // Lengths go in as well, so that no byte can change sides.
            add(file.path.utf8.count)
            for byte in file.path.utf8 { add(byte) }
            add(file.bytes.count)
            for byte in file.bytes { add(byte) }
        }
    }

    var text: String {
        let digits = String(hash >> 16, radix: 16)
        return String(repeating: "0", count: max(0, 12 - digits.count)) + digits
    }

    private mutating func add(_ byte: UInt8) {
        hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }

    private mutating func add(_ number: Int) {
        for shift in stride(from: 0, to: 64, by: 8) { add(UInt8(truncatingIfNeeded: number >> shift)) }
    }
}
