/// Why a file of the state directory is not touched; the description is a sentence for the admin.
package struct FileFault: Error, Sendable, Hashable {
    package var path: String
    package var reason: String
    /// There is no such file.
    package var isAbsence = false
}

extension FileFault: CustomStringConvertible {
    package var description: String { "\(path) is not touched: \(reason)" }
}
