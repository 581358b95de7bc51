import Glibc

/// A directory in which calendars are to be written, made where it is missing.
struct CalendarPlace {
    enum Fault: Hashable {
        case notDirectory
        case forbidden
        case readOnly
    }

    let path: String

    /// Why nothing can be written there; nil where it can, as far as one can tell without doing so.
    var fault: Fault? {
        var folder = path
        // What is missing is made in the nearest that is there.
        while access(folder, F_OK) != 0, errno == ENOENT, !folder.isEmpty, folder != "/" {
            var status = stat()
            // A link that leads nowhere cannot be made into a directory.
            if lstat(folder, &status) == 0 { return .notDirectory }
            folder = folder.parent
        }
        for each in [folder, path + "/people", path + "/relationships"] {
            var status = stat()
            guard stat(each, &status) == 0 else {
                switch errno {
                case ENOENT: continue
                case ENOTDIR: return .notDirectory
                default: return .forbidden
                }
            }
            guard status.st_mode & S_IFMT == S_IFDIR else { return .notDirectory }
            guard faccessat(AT_FDCWD, each, W_OK | X_OK, AT_EACCESS) == 0 else {
                return errno == EROFS ? .readOnly : .forbidden
            }
        }
        return nil
    }
}

extension CalendarPlace.Fault {
    /// The end of a sentence that begins with the path.
    var words: String {
        switch self {
        case .notDirectory: "is not a directory, and so no calendar can be written there"
        case .forbidden: "cannot be written by this user; give it to the user that the service runs as"
        case .readOnly: "cannot be written by the service; ReadWritePaths= in a drop-in of the unit lets it"
        }
    }
}

extension String {
    /// The path without its last part.
    fileprivate var parent: String {
        let parts = split(separator: "/").dropLast().joined(separator: "/")
        return hasPrefix("/") ? "/" + parts : parts.isEmpty ? "." : parts
    }
}
