import CivilTime
import Foundation
import Testing

@Suite struct CommandTests {
    @Test func `a fresh start checks clean, plans, and rehearses`() async throws {
        let directory = try Binary.scratch().appendingPathComponent("mentorat")
        let made = try await Binary.run("init", directory.path)
        #expect(made.status == 0)
        let check = try await Binary.run("check", "--config", directory.path, "--strict")
        #expect(check.status == 0, "\(check.errors)")
        let plan = try await Binary.run(
            "plan", "--config", directory.path, "--state", directory.path + "/none", "--from", "2026-12-01")
        #expect(plan.status == 0 && plan.output.contains("Meetings ahead"))
        let out = directory.path + "-out"
        let rehearsal = try await Binary.run(
            "rehearse", "--config", directory.path, "--from", "2026-12-01", "--months", "3", "--out", out)
        #expect(rehearsal.status == 0, "\(rehearsal.errors)")
        #expect(FileManager.default.fileExists(atPath: out + "/index.html"))
    }

    @Test func `init leaves what is there alone`() async throws {
        let directory = try Binary.scratch()
        try Data("mine".utf8).write(to: directory.appendingPathComponent("jalon.yaml"))
        let made = try await Binary.run("init", directory.path)
        #expect(made.status != 0)
        #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path) == ["jalon.yaml"])
    }

    @Test func `the same rehearsal twice gives the same files`() async throws {
        let config = try Binary.scratch()
        try SampleFiles.write(to: config, server: "smtp://127.0.0.1:9")
        var trees: [[String: Data]] = []
        for _ in 0..<2 {
            let out = try Binary.scratch()
            let outcome = try await Binary.run(
                "rehearse", "--config", config.path, "--from", SampleFiles.today.description, "--months", "2", "--out",
                out.path)
            #expect(outcome.status == 0, "\(outcome.errors)")
            trees.append(try Self.tree(out))
        }
        #expect(trees[0].count > 10)
        #expect(trees[0] == trees[1])
    }

    @Test func `a rehearsal does not write over what is not its own`() async throws {
        let config = try Binary.scratch()
        try SampleFiles.write(to: config, server: "smtp://127.0.0.1:9")
        let out = try Binary.scratch()
        try Data("thesis".utf8).write(to: out.appendingPathComponent("thesis.txt"))
        let outcome = try await Binary.run(
            "rehearse", "--config", config.path, "--from", "2026-12-01", "--out", out.path)
        #expect(outcome.status == 1 && outcome.errors.contains("not a rehearsal's"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: out.path) == ["thesis.txt"])
    }

    @Test(arguments: [
        ("run", "there is no jalon.yaml"), ("check", "there is no jalon.yaml"), ("plan", "there is no jalon.yaml"),
    ])
    func `an empty directory is told in one sentence`(command: String, words: String) async throws {
        let empty = try Binary.scratch()
        var arguments = [command, "--config", empty.path]
        if command != "check" { arguments += ["--state", empty.path + "/state"] }
        let process = Binary.process(arguments)
        let errors = Pipe()
        process.standardError = errors
        try await process.runToEnd()
        let text = String(decoding: errors.fileHandleForReading.availableData, as: UTF8.self)
        #expect(process.terminationStatus == 1)
        #expect(text.split(separator: "\n").count == 1 && text.contains("jalon.yaml"), "\(text)")
    }

    private static func tree(_ root: URL) throws -> [String: Data] {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path)
        var files: [String: Data] = [:]
        for path in paths {
            let url = root.appendingPathComponent(path)
            if (try? url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true {
                files[path] = try Data(contentsOf: url)
            }
        }
        return files
    }
}
