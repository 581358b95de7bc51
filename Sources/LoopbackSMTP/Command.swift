/// A line of a client: `MAIL FROM:<claire@exemple.fr> SMTPUTF8`.
struct Command {
    /// In capitals, such as `MAIL`.
    let verb: String
    let argument: String

    init(_ line: String) {
        let parts = line.split(separator: " ", maxSplits: 1)
        verb = parts.first?.uppercased() ?? ""
        argument = parts.count > 1 ? String(parts[1]) : ""
    }

    var withoutSecrets: String {
        guard verb == "AUTH" else { return argument.isEmpty ? verb : verb + " " + argument }
        return (["AUTH"] + argument.split(separator: " ").prefix(1).map(String.init)).joined(separator: " ")
    }

    /// The address between the angle brackets that follow `prefix`, and the parameters after them.
    func path(after prefix: String) -> (address: String, parameters: [String])? {
        guard argument.prefix(prefix.count).uppercased() == prefix else { return nil }
        let rest = argument.dropFirst(prefix.count).drop { $0 == " " }
        guard rest.first == "<", let end = rest.lastIndex(of: ">") else { return nil }
        let parameters = rest[end...].dropFirst().split(separator: " ").map(String.init)
        return (String(rest[rest.startIndex..<end].dropFirst()), parameters)
    }
}
