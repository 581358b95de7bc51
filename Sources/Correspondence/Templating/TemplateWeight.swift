/// How long a template may become when it is filled in, without filling it in.
///
/// What stands between a list's tags is repeated for each of its items; lists do not stand inside of each other.
struct TemplateWeight: Sendable {
    private struct Part {
        var octets = 0
        var tags = 0
    }

    private var whole = Part()
    private var lists: [Variable: Part] = [:]

    init(_ source: String, tags: [TemplateTag]) {
        whole = Part(octets: source.utf8.count, tags: tags.count)
        var list: (variable: Variable, start: Int, depth: Int, tags: Int)?
        var depth = 0
        for tag in tags {
            list?.tags += 1
            switch tag.kind {
            case .section:
                depth += 1
                if list == nil, let variable = Variable(rawValue: tag.name), !variable.members.isEmpty {
                    list = (variable, tag.octets.upperBound, depth, 0)
                }
            case .invertedSection: depth += 1
            case .end:
                if let open = list, open.depth == depth {
                    lists[open.variable, default: Part()].octets += tag.octets.lowerBound - open.start
                    lists[open.variable, default: Part()].tags += open.tags
                    list = nil
                }
                depth -= 1
            default: break
            }
        }
    }

    /// At most so many octets come of it.
    func octets(with values: TemplateValues) -> Int {
        let longest = values.longestText
        return lists.reduce(whole.octets + whole.tags * longest) { sum, list in
            sum + values.count(of: list.key) * (list.value.octets + list.value.tags * longest)
        }
    }
}
