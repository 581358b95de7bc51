/// English sentences with their French.
enum Catalogue {
    /// Of the commands' help, word by word.
    static let help = commands.merging(options) { first, _ in first }

    /// With values in them, those that say most first.
    static let forms = (mistakes + values + refusals + answers + status + conditions + planning + start).map {
        Form($0, $1)
    }
    .sorted {
        $0.weight > $1.weight
    }
}
