import CivilTime
import Foundation
import Testing

/// Zones made of a rule alone, so that no test waits on the tzdata release of the machine that it runs on.
enum SampleZones {
    static func paris() throws -> Zone { try zone("Europe/Paris", "CET-1CEST,M3.5.0,M10.5.0/3") }
    static func nuuk() throws -> Zone { try zone("America/Nuuk", "<-02>2<-01>,M3.5.0/-1,M10.5.0/0") }
    static func tokyo() throws -> Zone { try zone("Asia/Tokyo", "JST-9") }

    /// A zone whose clocks have followed one TZ string for ever: a TZif file of version 3 without a single change.
    static func zone(_ name: String, _ rule: String) throws -> Zone {
        try Zone(name: name, tzif: tzif(changes: [], types: [(offset: 0, isDaylight: false)], rule: rule))
    }

    /// A TZif file of version 3 with 64-bit data; RFC 9636 section 3.
    static func tzif(
        changes: [(at: Int64, type: UInt8)], types: [(offset: Int32, isDaylight: Bool)], rule: String
    ) -> [UInt8] {
        let empty = header(changes: 0, types: 1) + [0, 0, 0, 0, 0, 0] + Array("UTC\0".utf8)
        var data = header(changes: changes.count, types: types.count)
        for change in changes {
            withUnsafeBytes(of: change.at.bigEndian) { data += $0 }
        }
        data += changes.map(\.type)
        for type in types {
            withUnsafeBytes(of: type.offset.bigEndian) { data += $0 }
            data += [type.isDaylight ? 1 : 0, 0]
        }
        return empty + data + Array("ODD\0".utf8) + Array("\n\(rule)\n".utf8)
    }

    private static func header(changes: Int, types: Int) -> [UInt8] {
        var header = Array("TZif3".utf8) + [UInt8](repeating: 0, count: 15)
        for count in [0, 0, 0, changes, types, 4] {
            withUnsafeBytes(of: UInt32(count).bigEndian) { header += $0 }
        }
        return header
    }

    /// The zones of this machine, by name.
    static func system() throws -> [Zone] {
        let root = "/usr/share/zoneinfo"
        let names = try #require(FileManager.default.enumerator(atPath: root)).compactMap { $0 as? String }
        return try names.sorted().compactMap { name in
            guard !name.hasPrefix("right/"), !name.hasPrefix("posix/"), Zone.isName(name),
                let data = FileManager.default.contents(atPath: root + "/" + name), data.starts(with: "TZif".utf8)
            else { return nil }
            return try Zone(name: name, tzif: Array(data))
        }
    }
}
