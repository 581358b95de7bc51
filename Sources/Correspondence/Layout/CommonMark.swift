import CCmark

/// The HTML of a Markdown text, by the system's cmark.
enum CommonMark {
    /// - Returns: HTML without any that the text itself holds, and without links that could run something. A line of
    ///   the text is a line of the HTML, so that both halves of a mail look alike.
    static func html(_ markdown: String) -> String {
        let options = CMARK_OPT_SAFE | CMARK_OPT_HARDBREAKS | CMARK_OPT_VALIDATE_UTF8
        guard let html = cmark_markdown_to_html(markdown, markdown.utf8.count, options) else { return "" }
        defer { cmark_get_default_mem_allocator().pointee.free(html) }
        return String(cString: html)
    }
}
