import CivilTime

/// What the timeline shows, as text, with the calendars of relationships and people.
struct RelationshipList {
    let report: RehearsalReport

    private var words: ReportWords { report.words }
    private var dates: DateWords { DateWords(words: words) }
    private var meetingWords: MeetingWords { MeetingWords(words: words) }

    func draw(into main: inout Markup) {
        main.element("section", ["aria-labelledby": "relationships"]) { section in
            section.element("h2", ["id": "relationships"], text: words.relationships)
            section.element("ul", ["class": "rows"]) { rows in
                for lane in report.relationships {
                    rows.newline()
                    rows.element("li") { draw(lane, into: &$0) }
                }
            }
            if report.hasFiles { calendars(&section) }
        }
        main.newline()
    }

    private func calendars(_ section: inout Markup) {
        section.newline()
        section.element("h3", text: words.calendars)
        section.element("ul", ["class": "people"]) { people in
            for person in report.people {
                people.newline()
                people.element("li") { item in
                    let link = Markup.link("calendars/people/\(person.id).ics")
                    item.element("a", ["href": link], text: person.name)
                }
            }
        }
    }

    private func draw(_ lane: RehearsalReport.Lane, into row: inout Markup) {
        row.element("details") { details in
            details.element("summary", ["class": "relationship"]) { summary in
                summary.element("span", ["class": "subject"], text: lane.title)
                summary.text(" ")
                summary.element("span", ["class": "who"], text: lane.people.joined(separator: ", "))
                summary.text(" ")
                let count = words.count(lane.meetings.count, words.meeting)
                summary.element("span", ["class": "when"], text: "\(period(lane)) · \(count)")
            }
            details.element("div", ["class": "unfolded"]) { unfolded in
                if lane.meetings.isEmpty { unfolded.element("p", text: words.noMeeting) }
                unfolded.element("ol", ["class": "meetings"]) { list in
                    for mark in lane.meetings {
                        list.newline()
                        list.element("li") { draw(mark, into: &$0) }
                    }
                }
            }
        }
        guard report.hasFiles else { return }
        let link = Markup.link("calendars/relationships/\(lane.id).ics")
        row.element(
            "a", ["class": "file", "href": link, "aria-label": words.openCalendar(lane.title)], text: ".ics")
    }

    private func period(_ lane: RehearsalReport.Lane) -> String {
        guard let end = lane.end else { return words.openEnded(from: dates.long(lane.start)) }
        return "\(dates.long(lane.start)) – \(dates.long(end))"
    }

    private func draw(_ mark: RehearsalReport.Mark, into item: inout Markup) {
        item.element("time", ["datetime": dates.machine(mark.start)], text: meetingWords.moment(mark))
        item.text(" ")
        item.element("span") { line in
            line.element("strong", text: mark.title)
            line.text(" ")
            line.element("span", ["class": "quiet"], text: meetingWords.line(mark))
        }
    }
}
