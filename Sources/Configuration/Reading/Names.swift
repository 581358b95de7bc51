import Mentoring

/// The ids of everything in the files, known before the first of them is read.
struct Names {
    var people: Set<String> = []
    var relationships: Set<String> = []
    var rules: Set<String> = []
    var series: Set<String> = [Series.Name.session.rawValue, Series.Name.review.rawValue]
    /// Built in, or in the admin's `templates`.
    var templates: Set<String> = []

    /// What an id is made of: it names files and stands in tables.
    static func isID(_ text: String) -> Bool {
        text.utf8.count <= 64 && text.wholeMatch(of: /[A-Za-z0-9][A-Za-z0-9._\-]*/) != nil
    }
}
