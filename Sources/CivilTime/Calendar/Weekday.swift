/// A day of the week, numbered as in ISO 8601: Monday is 1, Sunday is 7.
public enum Weekday: Int, CaseIterable, Comparable, Sendable, Codable, Hashable {
    case monday = 1
    case tuesday, wednesday, thursday, friday, saturday, sunday

    /// The weekday that an abbreviation names: `mon`, `tue`, `wed`, `thu`, `fri`, `sat` or `sun`, in lower case.
    public init?(abbreviation: String) {
        guard let weekday = Weekday.allCases.first(where: { $0.abbreviation == abbreviation }) else { return nil }
        self = weekday
    }

    /// The first three letters of the English name, in lower case: `mon`.
    public var abbreviation: String {
        switch self {
        case .monday: "mon"
        case .tuesday: "tue"
        case .wednesday: "wed"
        case .thursday: "thu"
        case .friday: "fri"
        case .saturday: "sat"
        case .sunday: "sun"
        }
    }

    public static func < (left: Weekday, right: Weekday) -> Bool { left.rawValue < right.rawValue }
}
