import Mentoring

/// What holds for everybody who says nothing else.
struct Defaults {
    var series = SeriesReader.Wishes()
    var hours: [WeeklyWindow] = []
    var noticeDays = 5
    var bufferMinutes = 0

    static let keys = SeriesReader.keys + ["hours", "notice", "buffer"]
    private static let mostNotice = 90
    private static let mostBuffer = 240

    init() {}

    init(_ section: Section) {
        series = SeriesReader(findings: section.findings).wishes(in: section)
        hours = section.values(WindowsWritten.self, "hours").flatMap(\.value.windows).merged
        if let notice = section.value(DaysWritten.self, "notice") {
            noticeDays = notice.value.days
            if noticeDays > Self.mostNotice {
                section.findings.error("`notice:` is \(Self.mostNotice) days at most", at: notice.site)
            }
        }
        if let buffer = section.value(Length.self, "buffer") {
            bufferMinutes = buffer.value.minutes
            if bufferMinutes > Self.mostBuffer {
                section.findings.error("`buffer:` is \(Self.mostBuffer / 60) hours at most", at: buffer.site)
            }
        }
    }
}
