import Mentoring

/// The HTML half of a mail: the text in one quiet layout, with what stands above its first rule in a box.
///
/// Nothing is loaded from anywhere. Without its styles, as some clients show it, the page is still in reading order.
struct HTMLPage {
    var language: Language
    var title: String
    /// Markdown.
    var text: String

    var html: String {
        """
        <!DOCTYPE html>
        <html lang="\(language.rawValue.escapedForHTML)" dir="auto">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="supported-color-schemes" content="light dark">
        <title>\(title.escapedForHTML)</title>
        <style>
        \(Self.style)
        </style>
        </head>
        <body>
        <div class="sheet" role="article" lang="\(language.rawValue.escapedForHTML)">
        \(content)</div>
        </body>
        </html>

        """
    }

    /// A rule in the Markdown is the only way to get one into the HTML: cmark lets no other through.
    private var content: String {
        let html = CommonMark.html(text)
        guard let rule = html.firstRange(of: "<hr />\n") else { return html }
        return "<div class=\"facts\">\n\(html[..<rule.lowerBound])</div>\n\(html[rule.upperBound...])"
    }

    private static let style = """
        :root { color-scheme: light dark; }
        body { margin: 0; padding: 0; background: #f3f1ec; color: #23262b;
          font: 16px/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
          -webkit-text-size-adjust: 100%; overflow-wrap: anywhere; }
        .sheet { box-sizing: border-box; max-width: 38em; margin: 0 auto; padding: 28px 24px; background: #fffefb; }
        .facts { margin: 0 0 24px; padding: 14px 18px; background: #e9f2ee; color: #1c2b26;
          border-left: 4px solid #2b6d5b; border-radius: 4px; }
        .facts p { margin: 0; }
        .facts strong { font-size: 1.125em; line-height: 1.4; }
        p { margin: 0 0 16px; }
        h1 { margin: 0 0 16px; font-size: 1.375em; line-height: 1.3; }
        h2 { margin: 28px 0 8px; font-size: 1.125em; line-height: 1.3; }
        .sheet > :first-child { margin-top: 0; }
        .sheet > :last-child { margin-bottom: 0; }
        ul, ol { margin: 0 0 16px; padding-left: 1.4em; }
        li { margin: 0 0 6px; }
        li ul { margin: 4px 0 0; }
        a { color: #1f5f8b; text-underline-offset: 2px; }
        code { padding: 1px 4px; background: #eceae3; border-radius: 3px;
          font: 600 0.875em/1.4 ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; }
        @media (min-width: 700px) {
          body { padding: 28px 0; }
          .sheet { max-width: 41em; padding: 36px 44px; border-radius: 8px; }
        }
        @media (max-width: 480px) {
          .sheet { padding: 18px 16px; }
          .facts { padding: 12px 14px; }
          .facts strong { font-size: 1.0625em; }
        }
        @media print {
          @page { size: A4; margin: 14mm; }
          body, .sheet { padding: 0; background: #fff; color: #000; }
          .sheet { max-width: none; font-size: 10pt; line-height: 1.4; }
          .facts { border: 1px solid #999; background: #fff; color: #000; }
          h2 { break-after: avoid; margin-top: 12px; }
          p, ul, ol { margin-bottom: 6px; }
          li { margin-bottom: 2px; }
          a { color: #000; }
        }
        @media screen and (prefers-color-scheme: dark) {
          body { background: #15171a; color: #e6e4df; }
          .sheet { background: #1d2024; }
          .facts { background: #20332d; color: #e3efe9; border-left-color: #6fb8a0; }
          a { color: #8fc3ea; }
          code { background: #2f343a; }
        }
        """
}

extension String {
    fileprivate var escapedForHTML: String {
        // By scalars: with a mark behind it, a sign is another character, and yet the sign that a browser sees.
        unicodeScalars.reduce(into: "") { text, scalar in
            switch scalar {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "\"": text += "&quot;"
            default: text.unicodeScalars.append(scalar)
            }
        }
    }
}
