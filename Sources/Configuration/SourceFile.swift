/// A file that the configuration was read from.
public struct SourceFile: Sendable, Hashable {
    /// Inside the configuration's directory, or absolute where the admin wrote that.
    public let path: String
    public let bytes: [UInt8]

    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}
