import Mentoring

/// The ids of everything in the files, known before the first of them is read.
struct Names {
    var people: Set<String> = []
    var relationships: Set<String> = []
    var rules: Set<String> = []
    var series: Set<String> = [Series.Name.session.rawValue, Series.Name.review.rawValue]
    /// Built in, or in the admin's `templates`.
    var templates: Set<TemplateName> = []

    /// A file that could not be read may hold names that the others use.
    var isComplete = true

    /// What an id is made of: it names files and stands in tables.
    static func isID(_ text: String) -> Bool {
        let isWordy = text.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || "._-".utf8.contains(byte)
        }
        return isWordy && (1...64).contains(text.utf8.count) && !"._-".contains(text.prefix(1))
    }
}
