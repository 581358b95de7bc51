import ArgumentParser
import JalonService
import Ledger

/// `jalon backup`
struct Backup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Copy the ledger to a file, whole, while the daemon goes on.",
        discussion: """
            To restore: stop the daemon, put the file in the place of ledger.sqlite in the state directory, remove \
            ledger.sqlite-wal and ledger.sqlite-shm beside it, start. A restored copy sends nothing before \
            `jalon outbox release`, for it cannot know what has left since. The file names people: keep it as you keep \
            the configuration.
            Example: jalon backup /var/backups/jalon-2026-12-01.sqlite
            """)

    @OptionGroup var stateOptions: StateOptions

    @Argument(help: "The file to write; it must not exist.")
    var file: String

    func run() async throws {
        try await orComplain {
            let now = SystemWallClock().now()
            let size = try stateOptions.ledger(writingTo: file).backUp(to: file, note: BackupNote.text(at: now))
            Terminal.say("wrote \(file), \(max(1, size / 1024)) KiB, checked")
        }
    }
}
