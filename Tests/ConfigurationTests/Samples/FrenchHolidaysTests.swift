import CivilTime
import Testing

@testable import Configuration

@Suite struct FrenchHolidaysTests {
    @Test(arguments: [
        (1999, "1999-04-04"), (2000, "2000-04-23"), (2008, "2008-03-23"), (2011, "2011-04-24"), (2019, "2019-04-21"),
        (2025, "2025-04-20"), (2026, "2026-04-05"), (2027, "2027-03-28"), (2028, "2028-04-16"), (2029, "2029-04-01"),
        (2030, "2030-04-21"), (2038, "2038-04-25"), (2049, "2049-04-18"), (2076, "2076-04-19"),
    ])
    func `Easter falls where the almanac has it`(year: Int, date: String) {
        #expect(FrenchHolidays.easter(of: year).description == date)
    }

    @Test func `2026 has its eleven holidays`() {
        #expect(
            FrenchHolidays.holidays(of: 2026).map { "\($0.date) \($0.name)" } == [
                "2026-01-01 Jour de l'An", "2026-04-06 Lundi de Pâques", "2026-05-01 Fête du Travail",
                "2026-05-08 Victoire 1945", "2026-05-14 Ascension", "2026-05-25 Lundi de Pentecôte",
                "2026-07-14 Fête nationale", "2026-08-15 Assomption", "2026-11-01 Toussaint",
                "2026-11-11 Armistice 1918", "2026-12-25 Noël",
            ])
    }
}
