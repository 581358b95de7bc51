import Glibc

/// Whose a state directory is, and what root becomes before it touches anything there: a link or a pipe that the owner
/// has laid can then do no more than the owner can.
public enum StateOwner {
    /// Makes a process of root's one of the directory's owner, for good and on all its threads.
    ///
    /// Does nothing where the process is not root's, where the directory is root's own, and where there is none yet. The
    /// owner's groups stay: by one of them the daemon's user reads the configuration.
    public static func become(of path: String) throws(ServiceError) {
        guard let owner = try foreignOwner(of: path) else { return }
        try owner.takeGroups(at: path)
        guard setgid(owner.group) == 0, setuid(owner.user) == 0, setuid(0) != 0 else {
            throw .stateDirectory(path, owner.refusal)
        }
    }

    /// Does something as the directory's owner and is root again afterwards, for what writes elsewhere as root.
    public static func acting<Value>(of path: String, _ body: () throws -> Value) throws -> Value {
        guard let owner = try foreignOwner(of: path) else { return try body() }
        var groups = [gid_t](repeating: 0, count: Int(max(0, getgroups(0, nil))))
        getgroups(Int32(groups.count), &groups)
        try owner.takeGroups(at: path)
        guard setegid(owner.group) == 0, seteuid(owner.user) == 0 else {
            throw ServiceError.stateDirectory(path, owner.refusal)
        }
        defer {
            seteuid(0)
            setegid(0)
            setgroups(groups.count, groups)
        }
        return try body()
    }

    /// Whether root would leave it to another user to touch the directory.
    public static func isForeign(_ path: String) -> Bool {
        var found = stat()
        return geteuid() == 0 && stat(path, &found) == 0 && found.st_uid != 0
    }

    private struct Owner {
        var user: uid_t
        var group: gid_t
        /// Nil where no name stands for the number.
        var name: String?

        var refusal: String { "root cannot become its owner, user \(user); run this command as that user" }

        func takeGroups(at path: String) throws(ServiceError) {
            let isDone = if let name { initgroups(name, group) == 0 } else { setgroups(1, [group]) == 0 }
            guard isDone else { throw .stateDirectory(path, refusal) }
        }
    }

    /// Nil where there is nothing to give up.
    private static func foreignOwner(of path: String) throws(ServiceError) -> Owner? {
        var found = stat()
        guard geteuid() == 0, stat(path, &found) == 0 else { return nil }
        guard found.st_uid != 0 else {
            guard found.st_mode & S_IFMT != S_IFDIR || found.st_mode & 0o022 == 0 else {
                throw .stateDirectory(
                    path, "it is root's, and others may write to it; `chmod go-w`, or `chown` it to Jalon's user")
            }
            return nil
        }
        if let entry = getpwuid(found.st_uid) {
            return Owner(
                user: found.st_uid, group: entry.pointee.pw_gid, name: String(cString: entry.pointee.pw_name))
        }
        // Root's group is no group for somebody else.
        return Owner(user: found.st_uid, group: found.st_gid == 0 ? 65_534 : found.st_gid, name: nil)
    }
}
