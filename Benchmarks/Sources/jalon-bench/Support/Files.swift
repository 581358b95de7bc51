import Glibc

/// Files whole in memory, and the process's own output.
enum Files {
    static func read(_ path: String) throws(BenchmarkError) -> [UInt8] {
        guard let file = fopen(path, "rb") else { throw .unreadable(path: path) }
        defer { fclose(file) }
        guard fseek(file, 0, SEEK_END) == 0 else { throw .unreadable(path: path) }
        let size = ftell(file)
        rewind(file)
        guard size >= 0 else { throw .unreadable(path: path) }
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            count = fread(buffer.baseAddress, 1, size, file)
        }
        guard bytes.count == size else { throw .unreadable(path: path) }
        return bytes
    }

    /// The file itself, or the files of a folder in the order of their names.
    static func paths(at path: String) throws(BenchmarkError) -> [String] {
        guard let folder = opendir(path) else { return [path] }
        defer { closedir(folder) }
        var paths: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: entry.pointee.d_name) { name in
                name.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { paths.append("\(path)/\(name)") }
        }
        return paths.sorted()
    }

    static func write(_ bytes: [UInt8], to file: Int32 = STDOUT_FILENO) throws(BenchmarkError) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { rest in
                Glibc.write(file, rest.baseAddress?.advanced(by: written), rest.count - written)
            }
            guard count > 0 else { throw .cannotWrite }
            written += count
        }
    }

    static func save(_ bytes: [UInt8], at path: String) throws(BenchmarkError) {
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        guard file >= 0 else { throw .cannotWrite }
        defer { close(file) }
        try write(bytes, to: file)
    }

    static func makeFolder(_ path: String) throws(BenchmarkError) {
        guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw .cannotWrite }
    }

    /// A new folder in the place for temporary files.
    static func temporaryFolder() throws(BenchmarkError) -> String {
        var path = Array("/tmp/jalon-bench-XXXXXX".utf8CString)
        guard mkdtemp(&path) != nil else { throw .cannotWrite }
        return String(decoding: path.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// A folder with the files in it.
    static func removeFolder(_ path: String) {
        for file in (try? paths(at: path)) ?? [] { unlink(file) }
        rmdir(path)
    }
}
