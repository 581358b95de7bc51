@testable import ICalendar

/// What is read can be written, and what is written reads back as the same.
enum CalendarTarget {
    static func run(_ bytes: [UInt8]) throws(Broken) {
        let (read, faults) = CalendarStream.parse(bytes)
        for fault in faults {
            try hold(fault.line > 0 && !fault.description.isEmpty, "a fault without a line or a word")
        }
        _ = CalendarLinter.lint(bytes: bytes, method: nil)
        // What stands outside of a calendar is given too, and is a fault each time that it is read.
        for calendar in read where calendar.name == "VCALENDAR" {
            let written = calendar.serialized()
            try hold(isFolded(written), "a line that is too long, or does not end in CRLF")
            let (again, faults) = CalendarStream.parse(written)
            try hold(faults.isEmpty, "what was written has faults: \(faults)")
            guard let same = again.first, again.count == 1 else {
                throw Broken(description: "one calendar was written, \(again.count) read")
            }
            try compare(calendar, same)
            try hold(same.serialized() == written, "writing twice gives other bytes")
        }
    }

    private static func isFolded(_ bytes: [UInt8]) -> Bool {
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        return lines.last?.isEmpty == true && lines.dropLast().allSatisfy { $0.last == 0x0D && $0.count <= 76 }
    }

    private static func compare(_ read: Component, _ again: Component) throws(Broken) {
        try hold(read.name.isPlain ? read.name == again.name : true, "a component has another name")
        try hold(read.properties.count == again.properties.count, "\(read.name) has another number of properties")
        try hold(read.components.count == again.components.count, "\(read.name) has another number of components")
        for (left, right) in zip(read.properties, again.properties) where left.description.isPlain {
            try hold(left == right, "\(left) was written as \(right)")
            try hold(left.text == right.text, "\(left) has another text as \(right)")
        }
        for (left, right) in zip(read.components, again.components) {
            try compare(left, right)
        }
    }
}
