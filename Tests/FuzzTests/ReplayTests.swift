import Foundation
import Testing

/// Inputs that were found to matter, tried again with each run of the tests.
struct ReplayTests {
    @Test(arguments: FuzzTarget.allCases)
    func `no kept input breaks what should hold`(target: FuzzTarget) throws {
        let folder = try #require(Bundle.module.resourceURL).appending(path: "Inputs/\(target.rawValue)")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        #expect(!files.isEmpty)
        for file in files.sorted(by: { $0.path < $1.path }) {
            let bytes = try [UInt8](Data(contentsOf: file))
            #expect(throws: Never.self, "\(file.lastPathComponent)") { try target.run(bytes) }
        }
    }
}
