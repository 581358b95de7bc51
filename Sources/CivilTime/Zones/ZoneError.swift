/// Why a zone cannot be made from a name and the bytes of its file.
public enum ZoneError: Error, Hashable, Sendable {
    /// The name is none that the IANA database could have, such as `../etc/passwd` or `Paris time`.
    case badName(String)
    /// The bytes do not begin as a zone file does.
    case notAZoneFile(zone: String)
    /// The file says that it follows a version of the format after 4.
    case unknownVersion(zone: String, version: String)
    /// The file ends before the data that it announces.
    case truncated(zone: String)
    /// The file contradicts the format; `defect` says how.
    case malformed(zone: String, defect: String)
    /// The file counts leap seconds, as those under `right/` do; mails and calendars do not.
    case countsLeapSeconds(zone: String)
    /// The line at the file's end, which rules the years to come, is not a TZ string.
    case badFooter(zone: String, footer: String)
}

extension ZoneError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .badName(let name):
            "\"\(name)\" is not the name of a time zone; write one like Europe/Paris"
        case .notAZoneFile(let zone):
            "the file of the time zone \(zone) is not a zone file (TZif); reinstall the package tzdata"
        case .unknownVersion(let zone, let version):
            "the file of the time zone \(zone) has version \(version) of its format; versions 1 to 4 can be read"
        case .truncated(let zone):
            "the file of the time zone \(zone) is cut short; reinstall the package tzdata"
        case .malformed(let zone, let defect):
            "the file of the time zone \(zone) is damaged (\(defect)); reinstall the package tzdata"
        case .countsLeapSeconds(let zone):
            "the file of the time zone \(zone) counts leap seconds; write the zone's name without right/"
        case .badFooter(let zone, let footer):
            "the file of the time zone \(zone) ends with the rule \"\(footer)\", which cannot be read; "
                + "reinstall the package tzdata"
        }
    }
}
