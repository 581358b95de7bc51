import CivilTime

/// A TZID as programs write it: an IANA name, a Windows name, or something around one of them.
///
/// RFC 5545 section 3.2.19 leaves the name to whoever writes the file: `TZID=Romance Standard Time`.
public enum ZoneIdentifier {
    /// The IANA names that may be meant, the likeliest first; whether there is such a zone, the caller finds out.
    ///
    /// Empty where the name says nothing, as `Customized Time Zone` does: then only a VTIMEZONE can tell. A place is
    /// never taken for a fixed offset, since it may have summer time.
    ///
    /// Time and memory are proportional to the name's length, of which more than 255 bytes are no name at all.
    public static func candidates(for identifier: String) -> [String] {
        guard identifier.utf8.count <= longest else { return [] }
        let name = bare(identifier)
        var candidates: [String] = []
        for candidate in plain(name) + known(name) where Zone.isName(candidate) && !candidates.contains(candidate) {
            candidates.append(candidate)
        }
        return candidates
    }

    /// The IANA name of an offset that stands alone, such as `(GMT +01:00)`; nil for any other name.
    ///
    /// Writers of such names give a VTIMEZONE with summer time beside them, which comes first where it is there.
    public static func fixedOffset(for identifier: String) -> String? {
        guard identifier.utf8.count <= longest else { return nil }
        return FixedOffset(bare(identifier))?.ianaName
    }

    private static let longest = 255

    /// The name without spaces and quotes around it, nor the backslashes of TEXT.
    private static func bare(_ identifier: String) -> String {
        let isAround: (UInt8) -> Bool = { " \t\"'".utf8.contains($0) }
        var bytes = Array(identifier.utf8)[...].drop(while: isAround)
        while let last = bytes.last, isAround(last) { bytes.removeLast() }
        bytes.removeAll { $0 == UInt8(ascii: "\\") }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The name itself, or the ends of a path such as `/mozilla.org/20050126_1/Europe/Paris`.
    private static func plain(_ name: String) -> [String] {
        let hasSpace = name.utf8.contains(UInt8(ascii: " "))
        // A space is no part of a name, but `America/Los Angeles` can be nothing else.
        let path = hasSpace ? String(decoding: name.utf8.map { $0 == space ? underscore : $0 }, as: UTF8.self) : name
        let slashes = path.utf8.indices.filter { path.utf8[$0] == UInt8(ascii: "/") }
        guard let first = slashes.first else { return hasSpace ? [] : [name] }
        if first == path.startIndex {
            return slashes.suffix(3).map { String(path[path.index(after: $0)...]) }
        }
        return [path.hasPrefix("posix/") || path.hasPrefix("right/") ? String(path[path.index(after: first)...]) : path]
    }

    private static let space = UInt8(ascii: " ")
    private static let underscore = UInt8(ascii: "_")

    private static func known(_ name: String) -> [String] {
        let words = wordsAfterOffset(name).lowercased()
        if ["z", "tzone://microsoft/utc"].contains(words) { return ["UTC"] }
        return [WindowsZone.ianaName(of: words), WindowsPlaces.ianaName(of: words)].compactMap(\.self)
    }

    /// `Paris` of `(UTC+01:00) Paris`.
    private static func wordsAfterOffset(_ name: String) -> Substring {
        guard name.hasPrefix("(UTC") || name.hasPrefix("(GMT"), let end = name.utf8.firstIndex(of: UInt8(ascii: ")"))
        else { return name[...] }
        return name[name.utf8.index(after: end)...].drop { $0 == " " }
    }
}
