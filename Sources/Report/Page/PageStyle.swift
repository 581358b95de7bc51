/// The style of the page: system fonts, one column, daylight and dark.
enum PageStyle {
    /// What the page can show beside its margins, in pixels.
    static let contentWidth = 1112.0

    static let css = """

        :root{\(colours(.light))}
        @media (prefers-color-scheme:dark){:root{\(colours(.dark))}}
        *{box-sizing:border-box}
        html{color-scheme:light dark;-webkit-text-size-adjust:100%;text-size-adjust:100%}
        body{margin:0;background:var(--paper);color:var(--ink);
          font:16px/1.5 \(TimelineStyle.fonts);overflow-wrap:anywhere}
        main{max-width:\(contentWidth.pixels)px;margin:0 auto;padding:40px 0 80px}
        @media (max-width:1160px){main{padding-left:24px;padding-right:24px}}
        @media (max-width:480px){main{padding:24px 16px 56px}}
        h1{font-size:clamp(1.6rem,1.2rem + 1.8vw,2.25rem);line-height:1.15;letter-spacing:-.015em;margin:0 0 8px}
        h2{font-size:1.15rem;margin:56px 0 12px}
        h3{font-size:.95rem;margin:28px 0 8px}
        a{color:var(--link);text-underline-offset:.18em;text-decoration-thickness:1px}
        :focus-visible{outline:2px solid var(--link);outline-offset:2px;border-radius:4px}
        [hidden]{display:none!important}
        .over{margin:0 0 4px;color:var(--muted);font-size:.85rem}
        .lead{margin:0;color:var(--muted);max-width:76ch}
        .quiet{color:var(--muted);font-weight:400}
        .figures{display:flex;flex-wrap:wrap;gap:12px 40px;margin:24px 0 0}
        .figures div{display:flex;flex-direction:column-reverse}
        .figures dt{color:var(--muted);font-size:.85rem}
        .figures dd{margin:0;font-size:1.6rem;font-weight:600;line-height:1.2;font-variant-numeric:tabular-nums}
        .warnings{margin-top:32px;padding:12px 20px;border-left:3px solid var(--review);background:var(--card);
          border-radius:0 8px 8px 0}
        .warnings h2{margin:0 0 4px;font-size:1rem}
        .warnings ul{margin:0;padding-left:1.1em}
        .scroller{overflow-x:auto}
        .canvas{position:relative}
        .canvas>svg{display:block}
        .lane-names{display:none}
        .legend{display:flex;flex-wrap:wrap;gap:4px 18px;margin:12px 0 0;padding:0;list-style:none;font-size:.85rem}
        .legend li{display:flex;align-items:center;gap:4px}
        .rows{list-style:none;margin:0;padding:0;border-top:1px solid var(--rule)}
        .rows>li{display:grid;grid-template-columns:minmax(0,1fr) auto;border-bottom:1px solid var(--rule);
          scroll-margin-top:16px}
        .rows>li:target{background:var(--card)}
        summary{display:grid;gap:0 16px;align-items:baseline;padding:9px 8px 9px 24px;cursor:pointer;list-style:none;
          position:relative}
        summary::-webkit-details-marker{display:none}
        summary::before{content:"";position:absolute;left:8px;top:1.15em;border:4px solid transparent;
          border-left:5px solid var(--muted);border-right:0}
        [open]>summary::before{transform:rotate(90deg)}
        summary:hover{background:var(--card)}
        .relationship{grid-template-columns:minmax(0,1fr) minmax(0,1.1fr) minmax(0,1.5fr)}
        .mail{grid-template-columns:2.6em 7.2em minmax(0,11em) minmax(0,1fr) auto}
        .number,.when{font-variant-numeric:tabular-nums;color:var(--muted)}
        .number{text-align:right}
        .when,.who,.kind{font-size:.9rem}
        .subject{font-weight:500}
        .kind{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:.78rem;color:var(--muted)}
        .file{width:46px;text-align:right;padding:9px 8px 9px 0;font-size:.85rem;align-self:start;line-height:1.7}
        .unfolded{grid-column:1/-1;margin:0 -46px 16px 24px;padding:16px 20px;background:var(--card);border-radius:8px;
          border:1px solid var(--rule)}
        pre{margin:0;font:inherit;font-size:.94rem;line-height:1.55;white-space:pre-wrap;max-width:72ch}
        .account{max-width:72ch}
        .meetings{margin:0;padding:0;list-style:none}
        .meetings li{display:grid;grid-template-columns:minmax(0,23em) minmax(0,1fr);gap:0 16px;padding:5px 0}
        .meetings time{font-variant-numeric:tabular-nums}
        .meetings strong{font-weight:500}
        .people{display:flex;flex-wrap:wrap;gap:6px 20px;list-style:none;margin:0;padding:0}
        .filter{display:flex;flex-wrap:wrap;gap:8px 12px;align-items:center;margin:0;font-size:.9rem}
        .filter input{flex:0 1 22em;min-width:0;padding:8px 12px;font:inherit;color:inherit;background:var(--card);
          border:1px solid var(--line);border-radius:8px}
        .filter output{color:var(--muted);font-variant-numeric:tabular-nums}
        @media (max-width:760px){
        .mail{grid-template-columns:auto minmax(0,1fr) auto}
        .mail .number{order:1}
        .mail .when{order:2}
        .mail .when{grid-column:2/-1}
        .mail .subject{order:3;grid-column:1/-1}
        .mail .who{order:4;grid-column:1/3;color:var(--muted)}
        .mail .kind{order:5}
        .relationship{grid-template-columns:minmax(0,1fr)}
        .relationship .who,.relationship .when{color:var(--muted)}
        .meetings li{grid-template-columns:minmax(0,1fr)}
        .unfolded{margin-left:0;padding:14px}
        }
        @media (max-width:480px){.figures{display:grid;grid-template-columns:1fr 1fr}}
        @media print{.filter,.file{display:none!important}}

        """

    /// Where the timeline is wider than the page it scrolls, and the names stand above the lanes and stay in sight.
    static func narrowTimeline(width: Double) -> String {
        let label = TimelineScale.labelWidth.pixels
        let lane = TimelineScale.laneHeight.pixels
        let media = width > contentWidth ? "all" : "(max-width:\((contentWidth + 48).pixels)px)"
        return """
            @media \(media){
            .canvas{width:\((width - TimelineScale.labelWidth).pixels)px;overflow:hidden}
            .canvas>svg{margin-left:-\(label)px}
            .lane-names{display:block;position:absolute;inset:0;padding-top:\(TimelineScale.headerHeight.pixels)px;
              pointer-events:none}
            .lane-names span{display:block;position:sticky;left:0;width:fit-content;height:\(lane)px;
              max-width:280px;padding:3px 8px 0 4px;
              overflow:hidden;text-overflow:ellipsis;white-space:nowrap;font-size:11px;line-height:13px;font-weight:600}
            }

            """
    }

    private static func colours(_ palette: Palette) -> String {
        "--paper:\(palette.paper);--card:\(palette.card);--ink:\(palette.ink);--muted:\(palette.muted);"
            + "--rule:\(palette.rule);--line:\(palette.line);--link:\(palette.session);--review:\(palette.review)"
    }
}
