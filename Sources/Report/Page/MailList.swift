import CivilTime

/// Every mail in the order of sending, by month; each unfolds to its text and links to its file.
struct MailList {
    let report: RehearsalReport

    private var words: ReportWords { report.words }
    private var dates: DateWords { DateWords(words: words) }

    func draw(into main: inout Markup) {
        main.element("section", ["class": "mails", "aria-labelledby": "mails"]) { section in
            section.element("h2", ["id": "mails"], text: words.mails)
            if report.mails.isEmpty {
                section.element("p", text: words.noMail)
            } else {
                drawFilter(into: &section)
            }
            for month in months {
                section.newline()
                section.element("div", ["class": "month"]) { draw(month, into: &$0) }
            }
        }
        main.newline()
    }

    /// The mails by month, still in the order of sending.
    private var months: [ArraySlice<RehearsalReport.MailLine>] {
        var months: [ArraySlice<RehearsalReport.MailLine>] = []
        var begin = report.mails.startIndex
        for index in report.mails.indices {
            let next = index + 1
            let date = report.mails[index].sentAt.date
            if next < report.mails.endIndex {
                let following = report.mails[next].sentAt.date
                if following.month == date.month, following.year == date.year { continue }
            }
            months.append(report.mails[begin..<next])
            begin = next
        }
        return months
    }

    /// Hidden until the script runs: without it there is nothing to filter with.
    private func drawFilter(into section: inout Markup) {
        section.element("p", ["class": "filter", "hidden": ""]) { filter in
            filter.element("label", ["for": "filter"], text: words.filter)
            filter.text(" ")
            filter.empty(
                "input", ["id": "filter", "type": "search", "autocomplete": "off", "placeholder": words.filterHint])
            filter.text(" ")
            filter.element("output", ["id": "shown", "for": "filter"]) { _ in }
        }
    }

    private func draw(_ mails: ArraySlice<RehearsalReport.MailLine>, into month: inout Markup) {
        guard let first = mails.first else { return }
        month.element("h3") { heading in
            heading.text(dates.monthHeading(first.sentAt.date))
            heading.text(" ")
            heading.element("span", ["class": "quiet"], text: words.count(mails.count, words.mail))
        }
        month.element("ol", ["class": "rows"]) { rows in
            for mail in mails {
                rows.newline()
                rows.element("li", ["id": "mail-\(mail.number)"]) { draw(mail, into: &$0) }
            }
        }
    }

    private func draw(_ mail: RehearsalReport.MailLine, into row: inout Markup) {
        row.element("details") { details in
            details.element("summary", ["class": "mail"]) { summary in
                summary.element("span", ["class": "number"], text: String(mail.number))
                summary.text(" ")
                summary.element("time", ["class": "when", "datetime": dates.machine(mail.sentAt)]) { when in
                    when.text("\(dates.dayOfMonth(mail.sentAt.date)), \(dates.hour(mail.sentAt.time))")
                }
                summary.text(" ")
                summary.element("span", ["class": "who", "title": mail.recipientID], text: mail.recipientName)
                summary.text(" ")
                // A subject may run the other way; it shall not turn its neighbours.
                summary.element("bdi", ["class": "subject"], text: mail.subject)
                summary.text(" ")
                summary.element("code", ["class": "kind"], text: mail.template)
            }
            details.element("div", ["class": "unfolded"]) { unfolded in
                // A parser drops the first line feed of a `pre`.
                unfolded.element("pre", ["dir": "auto"], text: "\n" + mail.text)
            }
        }
        row.element(
            "a", ["class": "file", "href": Markup.link(mail.file), "aria-label": words.openMail(mail.number)],
            text: ".eml")
    }
}
