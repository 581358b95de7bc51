/// What a zone file says (RFC 9636), checked so that nobody has to look again.
struct TZif: Sendable {
    /// POSIX seconds of the explicit changes, strictly ascending.
    let changes: [Int]
    /// For each change, the index in `periods` of what it starts.
    let started: [UInt8]
    /// At least one; the first holds before the first change.
    let periods: [ZonePeriod]
    /// Rules the time from the last change on.
    let footer: ZoneRule?

    /// A zone whose clocks never change.
    init(always period: ZonePeriod) {
        changes = []
        started = []
        periods = [period]
        footer = nil
    }

    /// What a calendar defines itself; `changes` ascend strictly, and `started` gives as many indices into `periods`.
    init(changes: [Int], started: [UInt8], periods: [ZonePeriod]) {
        self.changes = changes
        self.started = started
        self.periods = periods
        footer = nil
    }

    /// Reads a file of version 1, or the second block and the footer of one of versions 2 to 4.
    init(zone: String, bytes: [UInt8]) throws(ZoneError) {
        var reader = TZifReader(zone: zone, bytes: bytes)
        var header = try TZifHeader(from: &reader)
        let timeWidth: Int
        if header.version == 0 {
            timeWidth = 4
        } else {
            _ = try reader.take(header.dataOctets(timeWidth: 4))
            let first = header
            header = try TZifHeader(from: &reader)
            guard header.version == first.version else { throw reader.damaged("its two blocks differ in version") }
            timeWidth = 8
        }
        try header.check(in: reader)
        // The counts are believed only now that the octets they announce are known to be there.
        var ahead = reader
        _ = try ahead.take(header.dataOctets(timeWidth: timeWidth))

        var times: [Int] = []
        for _ in 0..<header.transitions { times.append(try reader.signed(timeWidth)) }
        started = Array(try reader.take(header.transitions))
        guard started.allSatisfy({ $0 < header.types }) else { throw reader.damaged("a change leads nowhere") }
        periods = try TZif.periods(header, from: &reader)
        _ = try reader.take(header.indicators)
        try TZif.check(times, in: reader)
        changes = times
        footer = timeWidth == 8 ? try TZif.footer(from: &reader) : nil
    }

    private static func periods(_ header: TZifHeader, from reader: inout TZifReader) throws(ZoneError) -> [ZonePeriod] {
        var records: [(offset: Int, daylight: UInt8, abbreviation: Int)] = []
        for _ in 0..<header.types {
            records.append((try reader.signed(4), try reader.byte(), Int(try reader.byte())))
        }
        let abbreviations = try reader.take(header.abbreviationOctets)
        var periods: [ZonePeriod] = []
        for record in records {
            guard ZonePeriod.offsets.contains(record.offset) else {
                throw reader.damaged("an offset of \(record.offset) seconds")
            }
            guard record.daylight <= 1 else { throw reader.damaged("a daylight flag that is neither yes nor no") }
            let tail = abbreviations.dropFirst(record.abbreviation)
            guard let end = tail.firstIndex(of: 0), tail[..<end].allSatisfy({ (0x21...0x7E).contains($0) }) else {
                throw reader.damaged("an abbreviation that is not one")
            }
            let abbreviation = String(decoding: tail[..<end], as: UTF8.self)
            periods.append(
                ZonePeriod(offset: record.offset, isDaylight: record.daylight == 1, abbreviation: abbreviation))
        }
        return periods
    }

    private static func check(_ times: [Int], in reader: TZifReader) throws(ZoneError) {
        // Some compilers write -2^59, before the Big Bang, as the start of time. What lies beyond could overflow.
        let plausible = -(1 << 59)...(1 << 59)
        if let time = times.first(where: { !plausible.contains($0) }) {
            throw reader.damaged("a change \(time) seconds from the epoch")
        }
        guard zip(times, times.dropFirst()).allSatisfy({ $0 < $1 }) else {
            throw reader.damaged("changes out of order")
        }
    }

    private static func footer(from reader: inout TZifReader) throws(ZoneError) -> ZoneRule? {
        let newline = UInt8(ascii: "\n")
        guard try reader.byte() == newline else { throw reader.damaged("its footer does not start on a new line") }
        let text = String(decoding: try reader.run(before: newline), as: UTF8.self)
        if text.isEmpty { return nil }
        guard let rule = ZoneRule(text) else { throw .badFooter(zone: reader.zone, footer: text) }
        return rule
    }
}
