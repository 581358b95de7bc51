import CivilTime
import ICalendar
import Testing

/// The answer to a counter-proposal that does not suit.
struct DecliningTests {
    private func refusal(sequence: Int = 0, comment: String? = nil) throws -> SchedulingMessage {
        var announced = try SampleEvents.announced()
        announced.sequence = sequence
        return SchedulingMessage.declining(
            counterOf: SampleEvents.claire.address, to: announced, at: SampleEvents.later, comment: comment)
    }

    private func text(_ message: SchedulingMessage) -> String {
        String(decoding: message.serialized(for: SampleEvents.claire.address), as: UTF8.self)
    }

    @Test func `it goes to who proposed`() throws {
        let message = try refusal()
        #expect(message.method == .declineCounter)
        #expect(message.recipients == [SampleEvents.claire.address])
    }

    @Test func `it is written byte for byte`() throws {
        let message = try refusal(comment: "Le 10 ne va pas à Thomas ; le 11, oui.")
        #expect(Array(text(message).utf8) == Golden.bytes(Golden.refusal))
    }

    @Test func `a SEQUENCE above 0 has to be there`() throws {
        #expect(try text(refusal(sequence: 2)).contains("\r\nSEQUENCE:2\r\n"))
        #expect(try !text(refusal(sequence: 0)).contains("SEQUENCE"))
    }

    @Test func `the meeting's own comment is not repeated`() throws {
        var announced = try SampleEvents.announced()
        announced.comment = "Salle au fond"
        let message = SchedulingMessage.declining(counterOf: "a@exemple.fr", to: announced, at: SampleEvents.later)
        #expect(!text(message).contains("COMMENT"))
    }

    @Test(arguments: [0, 3])
    func `the linter has nothing to complain of`(_ sequence: Int) throws {
        let bytes = try refusal(sequence: sequence, comment: "Non").serialized(for: SampleEvents.claire.address)
        let complaints = CalendarLinter.lint(
            bytes: bytes, method: .declineCounter, recipient: SampleEvents.claire.address)
        #expect(complaints == [])
    }
}
