/// A place in one of the admin's files, as the YAML parser counts.
struct Site: Hashable, Sendable {
    var file: String
    /// Counted from 1.
    var line: Int
    /// The Unicode scalars of the line that are meant, counted from 0.
    var scalars: Range<Int>

    init(file: String, line: Int, scalars: Range<Int> = 0..<1) {
        self.file = file
        self.line = line
        self.scalars = scalars
    }

    /// The beginning of a file, for what concerns the whole of it.
    static func top(of file: String) -> Site {
        Site(file: file, line: 1)
    }
}

extension Site: Comparable {
    static func < (left: Site, right: Site) -> Bool {
        (left.file, left.line, left.scalars.lowerBound) < (right.file, right.line, right.scalars.lowerBound)
    }
}
