/// Makes the input of ``ExpandWorkload``: rules such as calendars hold, each starting on a day that it gives itself.
enum RuleMaker {
    static func bytes() -> [UInt8] {
        var bytes: [UInt8] = []
        for (index, row) in rows.enumerated() {
            bytes += Array("\(index + 1)\t\(row.start)\t\(row.zone)\t\(row.rule)\n".utf8)
        }
        return bytes
    }

    private static let rows: [(start: String, zone: String, rule: String)] = [
        ("20250106T183000", "Europe/Paris", "FREQ=DAILY"),
        ("20250106T183000", "Europe/Paris", "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR"),
        ("20250106T023000", "America/New_York", "FREQ=DAILY;INTERVAL=2;BYMONTH=1,3,11"),
        ("20250106T183000", "Europe/Paris", "FREQ=WEEKLY"),
        ("20250107T183000", "Europe/Paris", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH"),
        ("20250105T100000", "America/New_York", "FREQ=WEEKLY;INTERVAL=3;WKST=SU;BYDAY=SU,MO"),
        ("20250106T183000", "Europe/Paris", "FREQ=WEEKLY;BYDAY=MO,WE,FR;UNTIL=20341231T225959Z"),
        ("20250131T120000", "Europe/Paris", "FREQ=MONTHLY;BYMONTHDAY=-1"),
        ("20250101T120000", "Europe/Paris", "FREQ=MONTHLY;BYMONTHDAY=1,15"),
        ("20250114T120000", "Europe/Paris", "FREQ=MONTHLY;BYDAY=2TU,4TH"),
        ("20250131T120000", "Europe/Paris", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"),
        ("20250613T120000", "Europe/Paris", "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13"),
        ("20250330T023000", "Europe/Paris", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"),
        ("20250512T120000", "Europe/Paris", "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO"),
        ("20250101T120000", "Europe/Paris", "FREQ=YEARLY;BYYEARDAY=1,100,-1"),
        ("20280229T120000", "Europe/Paris", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29"),
        ("20250106T000000", "UTC", "FREQ=HOURLY;INTERVAL=6;COUNT=3000"),
    ]
}
