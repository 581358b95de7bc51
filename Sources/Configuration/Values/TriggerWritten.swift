import Mentoring

extension Trigger: Written {
    /// `6 weeks before session, review`, `10 days, 4 days before session`, `at start`, `2 hours after end of session`.
    init(written text: String) throws(Misspelling) {
        let words = text.words
        switch words.first {
        case "when": self = .when(try Self.events(words.dropFirst()))
        case "every": self = .every(try DigestTime(written: text))
        case "first" where words.dropFirst().first == "weekday": self = .every(try DigestTime(written: text))
        case "at":
            self.init(offsets: [], direction: .at, anchors: try Self.anchors(words.dropFirst()))
        default:
            guard let turn = words.firstIndex(where: { $0 == "before" || $0 == "after" }),
                let direction = Direction(rawValue: String(words[turn]))
            else {
                throw Misspelling(
                    "is no trigger; write 3 days before session, at start, 60 days after end, when meeting is "
                        + "declined or every monday at 08:00")
            }
            var offsets: [Offset] = []
            for part in words[..<turn].joined(separator: " ").commaSeparated {
                do throws(Misspelling) {
                    offsets.append(try Offset(written: part))
                } catch {
                    throw Misspelling("does not say how long \(direction): '\(part)' \(error.reason)")
                }
            }
            guard Set(offsets).count == offsets.count else { throw Misspelling("names the same stretch of time twice") }
            self.init(
                offsets: offsets, direction: direction, anchors: try Self.anchors(words[words.index(after: turn)...]))
        }
    }

    private static func events(_ words: ArraySlice<Substring>) throws(Misspelling) -> [Event] {
        var events: [Event] = []
        var subject = ""
        for part in words.joined(separator: " ").commaSeparated {
            // "when meeting is declined, missed" says "meeting is" once for both.
            guard let event = Event(rawValue: part) ?? Event(rawValue: "\(subject) \(part)") else {
                let all = Event.allCases.map(\.rawValue)
                let hint = Suggestion.phrase(for: part, among: all)
                throw Misspelling(
                    "waits for nothing that happens"
                        + (hint.isEmpty ? "; write when \(all.joined(separator: ", "))" : hint))
            }
            events.append(event)
            subject = event.rawValue.words.dropLast().joined(separator: " ")
        }
        return events
    }

    private static func anchors(_ words: ArraySlice<Substring>) throws(Misspelling) -> [Anchor] {
        var anchors: [Anchor] = []
        for part in words.joined(separator: " ").commaSeparated { anchors.append(try Anchor(written: part)) }
        return anchors
    }
}

extension Trigger.Anchor: Written {
    /// `session`, `end of session`, `first session`, `last held session`, `start`, `end`, `halfway`.
    init(written text: String) throws(Misspelling) {
        let words = text.words
        let name = Series.Name(words.last.map(String.init) ?? "")
        switch words.dropLast() {
        case [] where text == "start": self = .start
        case [] where text == "end": self = .end
        case [] where text == "halfway": self = .halfway
        case [] where !words.isEmpty: self = .series(name)
        case ["end", "of"]: self = .endOf(name)
        case ["first"]: self = .first(name)
        case ["last"]: self = .last(name)
        case ["last", "held"]: self = .lastHeld(name)
        default:
            throw Misspelling(
                "does not say what it counts from; write session, review, first session, last held session, "
                    + "end of session, start, end or halfway")
        }
    }

    /// Words that no series of one's own can be called, for triggers would not know which is meant.
    static let reservedNames: Set<String> = [
        "session", "review", "start", "end", "halfway", "first", "last", "held", "of",
    ]
}
