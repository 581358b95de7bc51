/// What tells at a glance which series a component belongs to.
struct ScheduleMarks {
    /// Of the first UID: the same for the same text, and hardly ever for another; nil without one.
    private(set) var uid: UInt64?
    /// Whether there is a RECURRENCE-ID.
    private(set) var isOverride = false

    init(_ component: Component) {
        for property in component.properties {
            if uid == nil, property.isNamed("UID") {
                uid = Self.mark(of: property.valueBytes)
            } else if property.isNamed("RECURRENCE-ID") {
                isOverride = true
            }
        }
    }

    /// FNV-1a.
    private static func mark(of bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
