extension SVGPage {
    private static let sans = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', sans-serif"
    private static let mono =
        "ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', 'DejaVu Sans Mono', monospace"

    /// The colours of one scheme.
    private struct Palette {
        let page, ink, soft, faint, rule, box, data, alarm, pill, pillInk, wait: String
    }

    private static let light = Palette(
        page: "#ffffff",
        ink: "#1c2430",
        soft: "#5a6675",
        faint: "#66717e",
        rule: "#8b97a5",
        box: "#eef2f6",
        data: "#0b62c4",
        alarm: "#c4261d",
        pill: "#e3f1e7",
        pillInk: "#17663a",
        wait: "#f4d58a"
    )

    private static let dark = Palette(
        page: "#11161d",
        ink: "#e4e9ef",
        soft: "#a3afbd",
        faint: "#8794a3",
        rule: "#6f7c8b",
        box: "#1f2833",
        data: "#6db1ff",
        alarm: "#ff7b72",
        pill: "#173a27",
        pillInk: "#7fdca3",
        wait: "#8a6a1f"
    )

    /// The style sheet, the dark scheme under `prefers-color-scheme`.
    static var style: String {
        """
        <style>
        text { font: 13px \(mono); }
        .name { font: 600 15px \(sans); }
        .detail { font-size: 11.5px; }
        .number, .pause { font: 11.5px \(sans); }
        .pill-text { font: 600 10.5px \(sans); letter-spacing: .3px; }
        .segment { font: italic 12.5px \(sans); }
        .segment-alarm { font: italic 600 12.5px \(sans); }
        .size { font: 600 12.5px \(sans); }
        .skipped { font: italic 12.5px \(sans); }
        .call, .result, .excerpt { direction: ltr; unicode-bidi: bidi-override; }
        .halo { paint-order: stroke; stroke-width: 3.5px; stroke-linejoin: round; }
        .lane { stroke-width: 1.5; }
        .unborn { stroke-width: 1; stroke-dasharray: 1 5; }
        .arrow, .arrow-data, .arrow-alarm { stroke-width: 1.5; fill: none; }
        .arrow-data { stroke-width: 2; }
        .birth { stroke-width: 1.3; stroke-dasharray: 4 4; fill: none; }
        .head-lost { stroke-width: 2; fill: none; }
        .box, .wait { stroke-width: 1; }
        \(rules(light))
        @media (prefers-color-scheme: dark) {
        \(rules(dark))
        }
        </style>
        """
    }

    private static func rules(_ p: Palette) -> String {
        """
        .page { fill: \(p.page); }
        .halo { stroke: \(p.page); }
        .name, .call { fill: \(p.ink); }
        .detail, .result, .excerpt, .skipped, .segment { fill: \(p.soft); }
        .number, .pause { fill: \(p.faint); }
        .size { fill: \(p.data); }
        .error, .segment-alarm { fill: \(p.alarm); }
        .lane, .unborn, .tick { stroke: \(p.rule); }
        .dot { fill: \(p.ink); }
        .dot-alarm, .head-alarm { fill: \(p.alarm); }
        .box { fill: \(p.box); stroke: \(p.rule); }
        .wait { fill: \(p.wait); stroke: \(p.rule); }
        .pill { fill: \(p.pill); }
        .pill-text { fill: \(p.pillInk); }
        .arrow, .birth { stroke: \(p.soft); }
        .head { fill: \(p.soft); }
        .arrow-data { stroke: \(p.data); }
        .head-data { fill: \(p.data); }
        .arrow-alarm, .head-lost { stroke: \(p.alarm); }
        """
    }
}
