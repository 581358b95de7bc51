import Glibc

/// Which file a name leads to: two are the same file where both numbers are.
package struct FileIdentity: Sendable, Hashable {
    private var device: UInt
    private var number: UInt

    init(_ found: stat) {
        device = UInt(found.st_dev)
        number = UInt(found.st_ino)
    }

    /// Of a file that is open; nil where it is not.
    package init?(descriptor: Int32) {
        var found = stat()
        guard fstat(descriptor, &found) == 0 else { return nil }
        self.init(found)
    }
}
