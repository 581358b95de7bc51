import Foundation
import French
import LoopbackSMTP
import Testing

/// What the command line says in French.
@Suite(.timeLimit(.minutes(5))) struct FrenchMessageTests {
    private static let french = ["LC_ALL": "fr_FR.UTF-8"]

    @Test func `a mistake is told in French, with its place, and in English to programs`() async throws {
        let folder = try Binary.scratch()
        try Data("programme: {nmae: x}\n".utf8).write(to: folder.appendingPathComponent("jalon.yaml"))
        let check = try await Binary.run("check", "--config", folder.path, environment: Self.french)
        #expect(check.status == 1)
        #expect(
            check.errors.contains(
                "jalon.yaml:1:13 : erreur : clé inconnue « nmae » ; vouliez-vous dire « name » ?"), "\(check.errors)")
        #expect(check.errors.hasSuffix("erreurs, 0 avertissement\n"), "\(check.errors)")
        let json = try await Binary.run("check", "--config", folder.path, "--format", "json", environment: Self.french)
        #expect(json.output.contains("unknown key 'nmae'; did you mean 'name'?"))
    }

    @Test func `refusals and answers are in French, too`() async throws {
        let site = try ServedSite()
        defer { site.server.stop() }
        func jalon(_ arguments: String...) async throws -> Binary.Outcome {
            try await Binary.outcome(
                of: Binary.process(
                    arguments + ["--config", site.config.path, "--state", site.state.path], environment: Self.french))
        }
        let once = try await jalon("once")
        #expect(once.output.contains("relations : 2 ; prochaine échéance : "), "\(once.output)")
        let none = try await jalon("relationship", "pause", "nobody")
        #expect(
            none.errors.hasPrefix("jalon : il n’y a pas de relation « nobody » dans la configuration"), "\(none.errors)"
        )
        let pause = try await jalon("relationship", "pause", "claire-lea")
        #expect(pause.output.contains("claire-lea est suspendue à partir du "), "\(pause.output)")
        #expect(pause.output.contains("est annulée : courriels à"), "\(pause.output)")
        let missing = try await Binary.run("status", "--state", "/nowhere", environment: Self.french)
        #expect(missing.errors.hasPrefix("jalon : il n’y a pas de registre dans /nowhere ; "), "\(missing.errors)")
    }

    @Test(
        arguments: [
            ("'a; b' is no date; write it as 2026-12-01", "« a; b » n’est pas une date ; écrivez-la comme 2026-12-01"),
            (
                "claire-lea: 45 days without a session, from 2027-01-04 to 2027-02-18; max_gap is 42 days",
                "claire-lea : 45 jours sans rencontre « session », du 2027-01-04 au 2027-02-18 ; max_gap est de 42 jours"
            ),
            (
                "'{text}' is no date; write it as 2026-12-01",
                "« {text} » n’est pas une date ; écrivez-la comme 2026-12-01"
            ),
            ("no translation at all", nil),
            ("unknown key 'x'; no translation at all", nil),
        ] as [(String, String?)])
    func `a sentence is French as a whole, or stays English`(english: String, french: String?) {
        #expect(French.text(of: english) == french)
    }
}
