/// Big-endian numbers taken from a zone file, one after the other; every step checks that the bytes are there.
struct TZifReader {
    let zone: String
    private let bytes: [UInt8]
    private var position = 0

    init(zone: String, bytes: [UInt8]) {
        self.zone = zone
        self.bytes = bytes
    }

    func damaged(_ defect: String) -> ZoneError { .malformed(zone: zone, defect: defect) }

    /// The next `count` bytes; `count` comes from four-octet fields, so it is neither negative nor near overflow.
    mutating func take(_ count: Int) throws(ZoneError) -> ArraySlice<UInt8> {
        guard count <= bytes.count - position else { throw .truncated(zone: zone) }
        defer { position += count }
        return bytes[position..<position + count]
    }

    mutating func byte() throws(ZoneError) -> UInt8 {
        guard position < bytes.count else { throw .truncated(zone: zone) }
        defer { position += 1 }
        return bytes[position]
    }

    mutating func count() throws(ZoneError) -> Int {
        Int(UInt32(truncatingIfNeeded: try unsigned(4)))
    }

    /// A number of four or eight octets in two's complement.
    mutating func signed(_ width: Int) throws(ZoneError) -> Int {
        let value = try unsigned(width)
        return width == 4 ? Int(Int32(truncatingIfNeeded: value)) : Int(Int64(bitPattern: value))
    }

    /// The bytes up to the next `terminator`, which is stepped over.
    mutating func run(before terminator: UInt8) throws(ZoneError) -> ArraySlice<UInt8> {
        guard let end = bytes[position...].firstIndex(of: terminator) else { throw .truncated(zone: zone) }
        defer { position = end + 1 }
        return bytes[position..<end]
    }

    private mutating func unsigned(_ width: Int) throws(ZoneError) -> UInt64 {
        try take(width).reduce(0) { $0 << 8 | UInt64($1) }
    }
}
