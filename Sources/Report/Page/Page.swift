import CivilTime

/// The rehearsal as one HTML page: figures, warnings, the timeline, relationships and calendars, then every mail.
struct Page {
    let report: RehearsalReport
    let words: ReportWords

    init(report: RehearsalReport) {
        self.report = report
        words = report.words
    }

    func html() -> String {
        var page = Markup()
        page.verbatim("<!DOCTYPE html>\n")
        page.element("html", ["lang": words.tag]) { html in
            html.newline()
            html.element("head") { head(&$0) }
            html.newline()
            html.element("body") { body in
                body.newline()
                body.element("main") { main in
                    header(&main)
                    warnings(&main)
                    account(&main)
                    timeline(&main)
                    RelationshipList(report: report).draw(into: &main)
                    if report.hasFiles { MailList(report: report).draw(into: &main) }
                }
                body.element("script") { $0.verbatim(PageScript.source) }
            }
        }
        page.newline()
        return page.source
    }

    private func head(_ head: inout Markup) {
        head.newline()
        head.empty("meta", ["charset": "utf-8"])
        head.empty("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
        head.empty("meta", ["name": "color-scheme", "content": "light dark"])
        // Nothing is ever loaded, whatever a text may hold.
        head.empty(
            "meta",
            [
                "http-equiv": "Content-Security-Policy",
                "content": "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'",
            ])
        head.element("title", text: "\(report.programmeName) · \(report.kind)")
        head.element("style") { style in
            style.verbatim(PageStyle.css)
            style.verbatim(TimelineStyle.css)
            style.verbatim(PageStyle.narrowTimeline(width: Timeline(report: report).scale.width))
        }
        head.newline()
    }

    private func header(_ main: inout Markup) {
        main.newline()
        main.element("header") { header in
            header.element("p", ["class": "over"], text: report.kind)
            header.element("h1", text: report.programmeName)
            header.element("p", ["class": "lead"]) { lead in
                lead.text(words.span(report.from, report.through))
                guard report.hasFiles else { return }
                lead.text(" ")
                lead.element("span", text: words.nothingLeft)
            }
            header.element("dl", ["class": "figures"]) { figures in
                figure(&figures, report.relationships.count, words.relation)
                figure(&figures, report.people.count, words.person)
                figure(&figures, report.relationships.reduce(0) { $0 + $1.meetings.count }, words.meeting)
                figure(&figures, report.mails.count, words.mail)
            }
        }
        main.newline()
    }

    private func figure(_ figures: inout Markup, _ count: Int, _ noun: ReportWords.Noun) {
        figures.element("div") { figure in
            figure.element("dt", text: words.noun(noun, for: count))
            figure.element("dd", text: String(count))
        }
    }

    private func warnings(_ main: inout Markup) {
        guard !report.warnings.isEmpty else { return }
        main.element("section", ["class": "warnings", "aria-labelledby": "warnings"]) { section in
            section.element("h2", ["id": "warnings"], text: words.warnings)
            section.element("ul") { list in
                for warning in report.warnings {
                    list.newline()
                    list.element("li", text: warning)
                }
            }
        }
        main.newline()
    }

    private func account(_ main: inout Markup) {
        guard let account = report.account else { return }
        main.element("section", ["class": "account"]) { $0.verbatim(account) }
        main.newline()
    }

    private func timeline(_ main: inout Markup) {
        main.element("section", ["aria-labelledby": "timeline"]) { section in
            section.element("h2", ["id": "timeline"], text: words.timeline)
            // Focusable, so that the keyboard can scroll what is wider than the screen.
            let scroller: Markup.Attributes = [
                "class": "scroller", "role": "group", "tabindex": "0", "aria-label": words.timeline,
            ]
            section.element("div", scroller) { scroller in
                scroller.element("div", ["class": "canvas"]) { canvas in
                    Timeline(report: report).draw(into: &canvas)
                    canvas.newline()
                    // On a narrow screen these names stay in sight while the lanes scroll.
                    canvas.element("div", ["class": "lane-names", "aria-hidden": "true"]) { names in
                        for lane in report.relationships { names.element("span", text: lane.title) }
                        names.element("span", text: words.mailsByWeek)
                    }
                }
            }
            section.newline()
            TimelineLegend(report: report).list(into: &section, label: words.key)
        }
        main.newline()
    }
}
