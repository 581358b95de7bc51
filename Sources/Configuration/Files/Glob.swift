/// A path with `*` and `?` in its parts, as in `people/*.yaml`.
struct Glob {
    private let parts: [Substring]
    private let isAbsolute: Bool

    init(_ pattern: String) {
        parts = pattern.split(separator: "/").filter { $0 != "." }
        isAbsolute = pattern.hasPrefix("/")
    }

    /// The files that it means, in the order of their names; hidden ones only where the pattern shows its dot.
    func files(in directory: ConfigurationDirectory) -> [String] {
        var found = [isAbsolute ? "/" : ""]
        var isCertain = true
        for part in parts {
            found = found.flatMap { folder -> [String] in
                // A path without stars is meant to be there; behind a star it counts only where it is.
                guard Self.isWild(part) else {
                    return isCertain || directory.exists(folder + part) ? [folder + part] : []
                }
                return directory.names(in: folder.isEmpty ? "." : folder)
                    .filter { Self.matches(Array($0), Array(part)) && (!$0.hasPrefix(".") || part.hasPrefix(".")) }
                    .map { folder + $0 }
            }.map { $0 + "/" }
            found = Self.distinct(found, in: directory)
            isCertain = isCertain && !Self.isWild(part)
        }
        return found.map { String($0.dropLast()) }
    }

    /// How many files one pattern may mean.
    static let mostFiles = 10_000

    /// Links that lead back would make more and more paths of the same folders: each counts once. One path more than
    /// there may be stays, to be told of.
    private static func distinct(_ paths: [String], in directory: ConfigurationDirectory) -> [String] {
        var seen: Set<String> = []
        var distinct: [String] = []
        for path in paths where distinct.count <= mostFiles && seen.insert(directory.resolved(path)).inserted {
            distinct.append(path)
        }
        return distinct
    }

    private static func isWild(_ part: Substring) -> Bool { part.contains { $0 == "*" || $0 == "?" } }

    /// Row by row, so that many stars cost no more than their number times the name's length.
    private static func matches(_ name: [Character], _ pattern: [Character]) -> Bool {
        var reach = [true] + Array(repeating: false, count: name.count)
        for mark in pattern {
            var next = Array(repeating: false, count: name.count + 1)
            next[0] = mark == "*" && reach[0]
            for index in name.indices {
                next[index + 1] =
                    mark == "*"
                    ? reach[index + 1] || next[index] : reach[index] && (mark == "?" || mark == name[index])
            }
            reach = next
        }
        return reach[name.count]
    }
}
