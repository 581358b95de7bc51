/// The 44 octets that open each of a zone file's blocks (RFC 9636, section 3.1), once their counts make sense.
struct TZifHeader {
    let version: UInt8
    private let utIndicators: Int
    private let standardIndicators: Int
    private let leapSeconds: Int
    let transitions: Int
    let types: Int
    let abbreviationOctets: Int

    init(from reader: inout TZifReader) throws(ZoneError) {
        let magic = Array("TZif".utf8)
        guard try reader.take(magic.count).elementsEqual(magic) else { throw .notAZoneFile(zone: reader.zone) }
        version = try reader.byte()
        guard version == 0 || (UInt8(ascii: "2")...UInt8(ascii: "4")).contains(version) else {
            let name = version.isDigit ? String(Unicode.Scalar(version)) : "octet \(version)"
            throw .unknownVersion(zone: reader.zone, version: name)
        }
        _ = try reader.take(15)
        utIndicators = try reader.count()
        standardIndicators = try reader.count()
        leapSeconds = try reader.count()
        transitions = try reader.count()
        types = try reader.count()
        abbreviationOctets = try reader.count()
    }

    /// The octets that follow the header when a time takes `timeWidth` of them.
    func dataOctets(timeWidth: Int) -> Int {
        transitions * (timeWidth + 1) + types * 6 + abbreviationOctets + leapSeconds * (timeWidth + 4)
            + indicators
    }

    /// They only serve those who set a TZ string without rules, and are stepped over.
    var indicators: Int { standardIndicators + utIndicators }

    func check(in reader: TZifReader) throws(ZoneError) {
        guard types > 0, abbreviationOctets > 0 else { throw reader.damaged("it describes no local time") }
        // A file under right/ counts the leap seconds that an Instant does not, and often stops where their table does.
        guard leapSeconds == 0 else { throw .countsLeapSeconds(zone: reader.zone) }
        guard utIndicators == 0 || utIndicators == types, standardIndicators == 0 || standardIndicators == types
        else { throw reader.damaged("its counts contradict each other") }
    }
}
