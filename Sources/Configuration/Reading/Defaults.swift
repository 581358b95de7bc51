import Mentoring

/// What holds for everybody who says nothing else.
struct Defaults {
    var series = SeriesReader.Wishes()
    var hours: [WeeklyWindow] = []
    /// There are hours, or there was a slip in writing them that has been told.
    var saysHours = false
    var noticeDays = 5
    var bufferMinutes = 0

    static let keys = SeriesReader.keys + ["hours", "notice", "buffer"]
    private static let mostNotice = 90
    private static let mostBuffer = 240

    init() {}

    /// There was a slip in writing them, which has been told; what they lack is no mistake of those who rely on them.
    static var unclear: Defaults {
        var defaults = Defaults()
        defaults.series.isUnclear = true
        defaults.saysHours = true
        return defaults
    }

    init(_ section: Section) {
        series = SeriesReader(findings: section.findings).wishes(in: section)
        hours = section.values(WindowsWritten.self, "hours").flatMap(\.value.windows).merged
        saysHours = section.mentions("hours")
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
