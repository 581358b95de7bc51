import Mentoring
import PlainText

@testable import Correspondence

/// A template is refused with few words, or filled in to a text that is no longer than a mail.
enum TemplateTarget {
    static func run(_ bytes: [UInt8]) throws(Broken) {
        let source = String(decoding: bytes, as: UTF8.self)
        try fill(source)
        // Chance does not spell the first line.
        try fill("Subject: x\n\n" + source)
        _ = try? QuestionBank(source)
    }

    private static func fill(_ source: String) throws(Broken) {
        let template: Template
        do throws(TemplateFaults) {
            template = try Template(source, name: TemplateName("any"))
        } catch {
            try hold(!error.faults.isEmpty, "refused, and nothing said")
            try hold(error.faults.count <= TemplateBounds.mostFaults + 2, "too many faults are listed")
            return try hold(error.faults.allSatisfy { $0.message.utf8.count < 1000 }, "a fault is too long")
        }
        let subject = template.subject(values)
        try hold(!subject.unicodeScalars.contains { $0 == "\n" || $0 == "\0" }, "the subject is more than a line")
        let body = template.body(values)
        try hold(body.utf8.count <= TemplateBounds.mostRendered + 8, "the text is too long: \(body.utf8.count)")
        _ = HTMLPage(language: .french, title: subject, text: body).html
    }

    /// Something for each variable.
    private static let values: TemplateValues = {
        var values = TemplateValues()
        for variable in Variable.allCases where variable.members.isEmpty {
            values.set(variable, "*<\(variable.rawValue)>*")
        }
        for variable in Variable.allCases where !variable.members.isEmpty {
            var item = TemplateValues()
            for member in variable.members { item.set(member, "[\(member.rawValue)]") }
            values[variable] = .list([item, item, item])
        }
        values.set(.tu, true)
        values.set(.toMentor, false)
        return values
    }()
}
