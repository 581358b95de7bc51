/// Where the settings stand that only a start can try, each as an error that has no words yet.
public struct SettingPlaces: Sendable, Hashable {
    private var places: [String: Diagnostic] = [:]

    public init() {}

    /// - Parameter setting: a section of the main file, or a key within one, as in `mail.password`.
    /// - Returns: where it stands; where it does not, the section, or the beginning of the main file.
    public subscript(setting: String) -> Diagnostic {
        let section = setting.split(separator: ".").first.map(String.init) ?? setting
        return places[setting] ?? places[section]
            ?? Diagnostic(
                file: Documents.mainFile, line: 1, column: 1, length: 1, severity: .error, message: "", excerpt: "")
    }

    /// - Parameters:
    ///   - name: the section's.
    ///   - keys: those whose places may be asked for.
    mutating func add(_ section: Section, named name: String, keys: [String], in source: SourceText) {
        places[name] = source.diagnostic(.error, "", at: section.site)
        for key in keys where section.has(key) {
            places["\(name).\(key)"] = source.diagnostic(.error, "", at: section.site(of: key))
        }
    }
}
