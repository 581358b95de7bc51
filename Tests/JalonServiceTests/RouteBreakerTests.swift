import CivilTime
import Testing

@testable import JalonService

@Suite struct RouteBreakerTests {
    private let now = Instant(secondsSinceEpoch: 1_796_000_000)

    @Test func `each failure in a row doubles the rest, up to a quarter of an hour`() {
        var breaker = RouteBreaker()
        var moment = now
        let rests = (0..<7).map { _ -> Int64 in
            breaker.failed(at: moment)
            // Other connections come back with the same news.
            breaker.failed(at: moment.adding(seconds: 1))
            let until = breaker.restsUntil(at: moment) ?? moment
            defer { moment = until }
            return moment.seconds(until: until)
        }
        #expect(rests == [30, 60, 120, 240, 480, 900, 900])
    }

    @Test func `a route that needs an admin rests an hour`() {
        var breaker = RouteBreaker()
        breaker.needsAdmin(at: now)
        #expect(breaker.restsUntil(at: now) == now.adding(seconds: 3600))
        #expect(breaker.restsUntil(at: now.adding(seconds: 3600)) == nil)
    }

    @Test func `a success forgets what was before`() {
        var breaker = RouteBreaker()
        breaker.failed(at: now)
        breaker.worked()
        #expect(breaker.restsUntil(at: now) == nil)
        breaker.failed(at: now)
        #expect(breaker.restsUntil(at: now) == now.adding(seconds: 30))
    }

    @Test func `after a rest one mail tries the route before the others follow`() {
        var breaker = RouteBreaker()
        #expect(breaker.mostAtOnce(of: 16) == 16)
        breaker.failed(at: now)
        #expect(breaker.mostAtOnce(of: 16) == 1)
        breaker.worked()
        #expect(breaker.mostAtOnce(of: 16) == 16)
    }
}
