/// The style of the timeline, the same in the page and in a picture of its own.
///
/// Without custom properties: renderers of SVG other than browsers do not know them.
enum TimelineStyle {
    static let fonts = "system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',Cantarell,sans-serif"

    static let css = """

        .timeline text{font-family:\(fonts)}
        .timeline .name{font-size:13px;font-weight:600}
        .timeline .people{font-size:11px}
        .timeline .axis{font-size:11px}
        .timeline .strong{font-weight:600}
        .timeline .key{font-size:12px}
        .timeline .month,.timeline .year{stroke-width:1}
        .timeline .line{stroke-width:2;stroke-linecap:round}
        .timeline .bow{fill:none;stroke-width:1.3;stroke-dasharray:2.5 2.5}
        .timeline .old{stroke-width:1.4}
        .timeline .mark{stroke-width:1.6}
        .timeline .planned{stroke-dasharray:2.6 1.9}
        .timeline .mark .video{stroke:none}
        .timeline .mark .cross{fill:none;stroke-width:1.6;stroke-linecap:round}
        \(colours(.light))
        @media (prefers-color-scheme:dark){
        \(colours(.dark))
        }

        """

    private static func colours(_ palette: Palette) -> String {
        """
        .timeline .paper{fill:\(palette.paper)}
        .timeline .name,.timeline .strong,.timeline .key{fill:\(palette.ink)}
        .timeline .people,.timeline .axis{fill:\(palette.muted)}
        .timeline .strong{fill:\(palette.ink)}
        .timeline .month{stroke:\(palette.rule)}
        .timeline .year{stroke:\(palette.line)}
        .timeline .line{stroke:\(palette.line)}
        .timeline .bow{stroke:\(palette.muted)}
        .timeline .old{fill:\(palette.paper);stroke:\(palette.muted)}
        .timeline .absence{fill:\(palette.absence)}
        .timeline .holiday{fill:\(palette.holiday)}
        .timeline .mails{fill:\(palette.mails)}
        \(kind("session", colour: palette.session, tint: palette.sessionTint, paper: palette.paper))
        \(kind("review", colour: palette.review, tint: palette.reviewTint, paper: palette.paper))
        \(kind("other", colour: palette.other, tint: palette.otherTint, paper: palette.paper))
        \(kind("neutral", colour: palette.muted, tint: palette.rule, paper: palette.paper))
        .timeline .mark.missed{fill:\(palette.paper);stroke:\(palette.missed)}
        .timeline .mark.cancelled{fill:\(palette.paper);stroke:\(palette.muted)}
        """
    }

    private static func kind(_ name: String, colour: String, tint: String, paper: String) -> String {
        """
        .timeline .\(name).held{fill:\(colour);stroke:\(paper)}
        .timeline .\(name).held .video{fill:\(paper)}
        .timeline .\(name).announced{fill:\(tint);stroke:\(colour)}
        .timeline .\(name).planned{fill:\(paper);stroke:\(colour)}
        .timeline .\(name).announced .video,.timeline .\(name).planned .video{fill:\(colour)}
        """
    }
}
