/// A file or body part that holds calendars: RFC 5545 section 3.4.
public enum CalendarStream {
    /// Components inside one another; real calendars use three.
    static let maximumDepth = 8
    /// Octets; far over what anybody would call a calendar.
    static let maximumSize = 1 << 30

    /// Components that stand in a VCALENDAR.
    static let inCalendars: Set<String> = ["VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE"]

    /// Reads every VCALENDAR in `bytes`, and reports what could not be read by its line.
    ///
    /// Lines may end in CRLF, LF or CR, be folded anywhere, and follow a byte order mark. A line with a fault is left
    /// out, and reading goes on after it. An event outside of a VCALENDAR is reported, and comes in one of its own. Time
    /// and memory grow with the size.
    public static func parse(_ bytes: [UInt8]) -> (calendars: [Component], faults: [Fault]) {
        let read = read(bytes, lines: .max)
        return (read.calendars, read.faults)
    }

    /// What ``read(_:lines:)`` gives.
    struct Read {
        var calendars: [Component]
        var faults: [Fault]
        /// How many content lines there were.
        var lines = 0
        /// Why not all of it was read; nil where it was. It is one of the faults, if these are not too many.
        var excess: Fault?
    }

    /// Reads as ``parse(_:)`` does, up to so many content lines: each takes some memory, however short it is.
    static func read(_ bytes: [UInt8], lines most: Int) -> Read {
        guard bytes.count <= maximumSize else {
            let fault = Fault(line: 1, reason: .tooLarge)
            return Read(calendars: [], faults: [fault], excess: fault)
        }
        var assembly = ComponentAssembly()
        var lines = 0
        var excess: Fault?
        let span = bytes.span
        let isValid = (try? UTF8Span(validating: span)) != nil
        var scanner = LineScanner(span)
        while let line = scanner.next(in: span) {
            guard lines < most else {
                let fault = Fault(line: line.number, reason: .tooManyLines(limit: most))
                assembly.report(fault)
                excess = fault
                break
            }
            lines += 1
            if !isValid, !line.isUTF8(in: bytes) {
                assembly.report(Fault(line: line.number, reason: .notUTF8))
            }
            do throws(Fault) {
                assembly.add(try line.property(in: bytes))
            } catch {
                assembly.report(error)
            }
        }
        let (calendars, faults) = assembly.finished()
        return Read(calendars: calendars, faults: faults, lines: lines, excess: excess)
    }
}

extension LineScanner.Line {
    fileprivate func isUTF8(in bytes: [UInt8]) -> Bool {
        String(validating: Unfolding.undone(bytes[range]), as: UTF8.self) != nil
    }

    fileprivate func property(in bytes: [UInt8]) throws(Fault) -> Property {
        var head = ContentLine(range, line: number)
        guard isFolded else {
            return Property(in: bytes, at: try head.marks(in: bytes.span, isFolded: false))
        }
        // A fold in a value is left where it is; one before it would have to be minded at each step.
        if let colon = valueStart(in: bytes), colon <= firstFold {
            return Property(in: bytes, at: try head.marks(in: bytes.span, isFolded: true))
        }
        let unfolded = Array(Unfolding.undone(bytes[range]))
        head = ContentLine(unfolded.indices, line: number)
        return Property(in: unfolded, at: try head.marks(in: unfolded.span, isFolded: false))
    }

    /// After the colon, if name and parameters end on the first line.
    private func valueStart(in bytes: [UInt8]) -> Int? {
        var isQuoted = false
        for index in range.lowerBound..<firstFold {
            switch bytes[index] {
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: ":") where !isQuoted: return index + 1
            default: break
            }
        }
        return nil
    }
}
