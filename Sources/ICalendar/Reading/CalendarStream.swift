/// A file or body part that holds calendars: RFC 5545 section 3.4.
public enum CalendarStream {
    /// Components inside one another; real calendars use three.
    static let maximumDepth = 8

    /// Reads every VCALENDAR in `bytes`, and reports what could not be read by its line.
    ///
    /// Lines may end in CRLF, LF or CR, be folded anywhere, and follow a byte order mark. A line with a fault is left
    /// out, and so is what stands outside of a VCALENDAR; reading goes on after it.
    public static func parse(_ bytes: [UInt8]) -> (calendars: [Component], faults: [Fault]) {
        var assembly = Assembly()
        for line in Unfolding.lines(of: bytes) {
            assembly.add(line)
        }
        return assembly.finished()
    }

    /// Puts components together from lines; those that are still open form a stack.
    private struct Assembly {
        private var open: [Component] = []
        private var calendars: [Component] = []
        private var faults: [Fault] = []
        /// The components begun below the deepest that is kept, which are skipped to their END.
        private var skipped = 0

        mutating func add(_ line: UnfoldedLine) {
            var text = String(decoding: line.bytes, as: UTF8.self)
            if let valid = String(validating: line.bytes, as: UTF8.self) {
                text = valid
            } else {
                faults.append(Fault(line: line.number, reason: .notUTF8))
            }
            let property: Property
            do throws(Fault) {
                property = try ContentLine.property(text, line: line.number)
            } catch {
                faults.append(error)
                return
            }
            switch property.name {
            case "BEGIN": begin(property.componentName, line: property.line)
            case "END": end(property.componentName, line: property.line)
            default: keep(property)
            }
        }

        private mutating func begin(_ name: String, line: Int) {
            guard skipped == 0, open.count < maximumDepth else {
                if skipped == 0 { faults.append(Fault(line: line, reason: .tooDeep(name))) }
                skipped += 1
                return
            }
            open.append(Component(name, line: line))
        }

        private mutating func end(_ name: String, line: Int) {
            if skipped > 0 {
                skipped -= 1
                return
            }
            guard open.contains(where: { $0.name == name }) else {
                faults.append(Fault(line: line, reason: .unexpectedEnd(name)))
                return
            }
            while let last = open.last {
                close(isEnded: last.name == name)
                if last.name == name { return }
            }
        }

        private mutating func keep(_ property: Property) {
            if skipped > 0 { return }
            guard !open.isEmpty else {
                faults.append(Fault(line: property.line, reason: .outsideComponent(property.name)))
                return
            }
            open[open.endIndex - 1].properties.append(property)
        }

        private mutating func close(isEnded: Bool) {
            let component = open.removeLast()
            if !isEnded {
                faults.append(Fault(line: component.line, reason: .missingEnd(component.name)))
            }
            if !open.isEmpty {
                open[open.endIndex - 1].components.append(component)
            } else if component.name == "VCALENDAR" {
                calendars.append(component)
            } else {
                faults.append(Fault(line: component.line, reason: .outsideCalendar(component.name)))
            }
        }

        mutating func finished() -> (calendars: [Component], faults: [Fault]) {
            while !open.isEmpty {
                close(isEnded: false)
            }
            if calendars.isEmpty {
                faults.append(Fault(line: 1, reason: .noCalendar))
            }
            return (calendars, faults.sorted { $0.line < $1.line })
        }
    }
}

extension Property {
    /// The name that a BEGIN or an END gives; spaces after it are common in files written by hand.
    fileprivate var componentName: String {
        String(value.prefix { !$0.isWhitespace }).uppercased()
    }
}
