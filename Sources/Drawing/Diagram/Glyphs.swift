/// The characters that drawings are made of.
struct Glyphs: Sendable {
    let lane: String
    let waiting: String
    let call: String
    let error: String
    let birth: String
    let death: String
    let line: String
    let dotted: String
    let right: String
    let left: String
    let leaveRight: String
    let leaveLeft: String
    let crossing: String
    let loop: (top: String, bottom: String)
    let lost: String
    let ellipsis: String
    let arrow: String
    let isASCII: Bool

    /// Box drawing (Unicode, block 2500).
    static let unicode = Glyphs(
        lane: "│",
        waiting: "║",
        call: "├",
        error: "✗",
        birth: "┬",
        death: "┴",
        line: "─",
        dotted: "╌",
        right: "▶",
        left: "◀",
        leaveRight: "├",
        leaveLeft: "┤",
        crossing: "┼",
        loop: ("╮", "╯"),
        lost: "✗",
        ellipsis: "…",
        arrow: "→",
        isASCII: false
    )

    /// Nothing but ASCII.
    static let ascii = Glyphs(
        lane: "|",
        waiting: "#",
        call: "+",
        error: "X",
        birth: ".",
        death: "'",
        line: "-",
        dotted: ".",
        right: ">",
        left: "<",
        leaveRight: "+",
        leaveLeft: "+",
        crossing: "|",
        loop: (".", "'"),
        lost: "X",
        ellipsis: "...",
        arrow: "->",
        isASCII: true
    )

    /// A text as these glyphs can show it.
    func safe(_ text: String) -> String { isASCII ? Excerpt.ascii(text) : text }
}
