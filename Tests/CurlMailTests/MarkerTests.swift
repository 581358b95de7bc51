import CurlMail
import LoopbackSMTP
import Synchronization
import Testing

struct MarkerTests {
    struct DiskFull: Error, CustomStringConvertible {
        let description = "no space left on the ledger's disk"
    }

    @Test func `a marker that cannot be committed aborts, and nothing is accepted`() async throws {
        let wire = try Wire()
        let verdict = await wire.connection.send(try Wire.envelope(), bytes: Wire.mail) { throw DiskFull() }
        guard case .aborted(let words) = verdict else {
            Issue.record("\(verdict)")
            return
        }
        #expect(words.contains("no space left on the ledger's disk"))
        wire.server.stop()
        #expect(wire.server.received().isEmpty)
    }

    @Test func `after an abort the next mail goes on a new connection`() async throws {
        let wire = try Wire()
        _ = await wire.connection.send(try Wire.envelope(), bytes: Wire.mail) { throw DiskFull() }
        #expect(try await wire.send().kind == .accepted)
        #expect(wire.server.received().map(\.session) == [2])
    }

    @Test func `the marker is committed before the server has the mail`() async throws {
        let wire = try Wire()
        let server = wire.server
        let seen = Mutex<[Int]>([])
        for _ in 1...3 {
            let verdict = await wire.connection.send(try Wire.envelope(), bytes: Wire.mail) {
                seen.withLock { $0.append(server.received().count) }
            }
            #expect(verdict.kind == .accepted)
        }
        #expect(seen.withLock { $0 } == [0, 1, 2])
    }
}
