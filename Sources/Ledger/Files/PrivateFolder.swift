package import Glibc

/// Only to look at what a name stands for (open(2)); a GNU extension, which Swift does not see.
private let nameOnly: Int32 = 0o10_000_000

/// A directory whose files are its owner's alone: each is reached from its descriptor, never through a link, and only
/// where it is a regular file of the owner's with one name. Whoever owns the directory cannot lead another user's
/// process out of it.
package final class PrivateFolder: Sendable {
    package let path: String
    /// The directory's.
    package let owner: uid_t
    private let descriptor: Int32

    /// - Parameter path: may lead through links: what stands above the directory is not its owner's.
    package init(path: String) throws(FileFault) {
        self.path = path
        descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw FileFault(path: path, reason: String(cString: strerror(errno)), isAbsence: errno == ENOENT)
        }
        var found = stat()
        guard fstat(descriptor, &found) == 0 else {
            let reason = String(cString: strerror(errno))
            close(descriptor)
            throw FileFault(path: path, reason: reason)
        }
        owner = found.st_uid
    }

    deinit { close(descriptor) }

    /// The path still leads to this directory.
    package var isInPlace: Bool {
        var found = stat()
        return stat(path, &found) == 0 && FileIdentity(found) == FileIdentity(descriptor: descriptor)
    }

    /// Which file a name stands for; nil where there is none.
    package func identity(of name: String) -> FileIdentity? {
        found(name).map(FileIdentity.init)
    }

    /// Opens a file, for its owner alone from then on.
    ///
    /// - Parameter flags: as for open(2); with `O_CREAT` a new file is 0600 whatever the umask.
    /// - Returns: the descriptor, which is the caller's to close.
    package func file(named name: String, _ flags: Int32) throws(FileFault) -> Int32 {
        // Whoever opens a pipe waits for its other end.
        let all = flags | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | O_NOCTTY
        let file = openat(descriptor, name, all, 0o600)
        let code = errno
        guard file >= 0 else {
            if let there = found(name), let reason = objection(to: there) { throw fault(name, reason) }
            throw fault(name, String(cString: strerror(code)), isAbsence: code == ENOENT)
        }
        var found = stat()
        let reason = fstat(file, &found) == 0 ? objection(to: found) : String(cString: strerror(errno))
        if let reason {
            close(file)
            throw fault(name, reason)
        }
        if found.st_mode & 0o077 != 0 || flags & O_CREAT != 0 { fchmod(file, 0o600) }
        return file
    }

    /// Looks at a file that somebody else opens, and takes from it what others may do with it; one that is not there is
    /// as it should be.
    ///
    /// It is not opened: whoever closes a file gives up the locks that its process has on it (fcntl(2)).
    package func secure(_ name: String) throws(FileFault) {
        let file = openat(descriptor, name, nameOnly | O_NOFOLLOW | O_CLOEXEC)
        guard file >= 0 else {
            if errno == ENOENT { return }
            throw fault(name, String(cString: strerror(errno)))
        }
        defer { close(file) }
        var found = stat()
        guard fstat(file, &found) == 0 else { throw fault(name, String(cString: strerror(errno))) }
        if let reason = objection(to: found) { throw fault(name, reason) }
        if found.st_mode & 0o077 != 0 { chmod("/proc/self/fd/\(file)", 0o600) }
    }

    /// Puts one file in another's place, whatever that is, as long as it is no directory.
    package func rename(_ name: String, to other: String) throws(FileFault) {
        guard renameat(descriptor, name, descriptor, other) == 0 else {
            throw fault(other, String(cString: strerror(errno)))
        }
    }

    /// Takes a name away; what it stood for stays where it has another.
    package func remove(_ name: String) { unlinkat(descriptor, name, 0) }

    /// Waits until the disk has the names of the directory.
    package func synchronize() { fsync(descriptor) }

    private func found(_ name: String) -> stat? {
        var found = stat()
        return fstatat(descriptor, name, &found, AT_SYMLINK_NOFOLLOW) == 0 ? found : nil
    }

    private func fault(_ name: String, _ reason: String, isAbsence: Bool = false) -> FileFault {
        FileFault(path: path + "/" + name, reason: reason, isAbsence: isAbsence)
    }

    private func objection(to found: stat) -> String? {
        switch found.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFLNK: return "it is a symbolic link, and a file of its own is needed"
        case S_IFDIR: return "it is a directory"
        default: return "it is not a regular file"
        }
        if found.st_nlink > 1 { return "it has a second name elsewhere (a hard link)" }
        // Where a volume's directory is root's, the files are those of the user that Jalon runs as.
        if found.st_uid != owner && found.st_uid != geteuid() {
            return "it belongs to user \(found.st_uid) and not to the directory's owner; `chown` gives it back"
        }
        return nil
    }
}
