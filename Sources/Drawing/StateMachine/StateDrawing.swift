import Language
import Sockets

/// The machine of TCP's states (RFC 9293 section 3.3.2, figure 5), drawn with one connection's path through it.
///
/// The present state is in a double frame; a state that was passed carries the number of its last step. On each
/// line between states is written what leads on: a call of this side, or what comes, and after the stroke what is sent.
public enum StateDrawing {
    /// How wide the drawing is at the most.
    public static let width = 80

    /// The frames, as wide as the longest name with a step's number in front.
    private static let template: [String] = [
        #"                              ┌────────────────┐"#,
        #"            ┌─────────────────│      CLOSE     │─────────────────┐"#,
        #"            │ listen          └────────────────┘         connect │ /SYN"#,
        #"            ▼                                                    ▼"#,
        #"   ┌────────────────┐                                   ┌────────────────┐"#,
        #"   │     LISTEN     │                                   │    SYN_SENT    │"#,
        #"   └────────────────┘                                   └────────────────┘"#,
        #"            │ SYN/SYN+ACK                                        │ SYN+ACK/ACK"#,
        #"            ▼                                                    │"#,
        #"   ┌────────────────┐         ┌────────────────┐                 │"#,
        #"   │    SYN_RECV    │────────▶│   ESTABLISHED  │◀────────────────┘"#,
        #"   └────────────────┘   ACK   └────────────────┘"#,
        #"             close, shutdown/FIN │            │ FIN/ACK"#,
        #"            ┌────────────────────┘            └──────────────────┐"#,
        #"            ▼                                                    ▼"#,
        #"   ┌────────────────┐ FIN/ACK ┌────────────────┐        ┌────────────────┐"#,
        #"   │    FIN_WAIT1   │────────▶│     CLOSING    │        │   CLOSE_WAIT   │"#,
        #"   └────────────────┘         └────────────────┘        └────────────────┘"#,
        #"            │ ACK                      │ ACK                     │ close/FIN"#,
        #"            ▼                          ▼                         ▼"#,
        #"   ┌────────────────┐ FIN/ACK ┌────────────────┐        ┌────────────────┐"#,
        #"   │    FIN_WAIT2   │────────▶│    TIME_WAIT   │        │    LAST_ACK    │"#,
        #"   └────────────────┘         └────────────────┘        └────────────────┘"#,
        #"                                       │ 2 MSL                   │ ACK"#,
        #"                                       ▼                         ▼"#,
        #"                                     CLOSE                     CLOSE"#,
    ]

    private static let frameWidth = 18

    /// The lines of the drawing.
    ///
    /// - Parameters:
    ///   - current: the present state; nil if the socket is gone.
    ///   - steps: the states that were passed, in order.
    public static func lines(
        current: ConnectionState?,
        steps: [ConnectionState],
        alphabet: Alphabet = .unicode
    ) -> [String] {
        var canvas = template.map(Array.init)
        for state in ConnectionState.allCases {
            guard let (row, column) = place(of: state, in: canvas) else { continue }
            let step = steps.lastIndex { $0.drawn == state }.map { $0 + 1 }
            fill(&canvas, row, column, state, step)
            if current?.drawn == state { frame(&canvas, row, column) }
        }
        return canvas.map { line in
            let text = String(line)
            return alphabet == .unicode ? text : String(text.map(ascii))
        }
    }

    /// The row of a state's name and the column where its frame begins.
    private static func place(of state: ConnectionState, in canvas: [[Character]]) -> (row: Int, column: Int)? {
        for (row, line) in canvas.enumerated() {
            for column in line.indices where line[column] == "│" && column + frameWidth <= line.count {
                let inner = line[column + 1..<column + frameWidth - 1]
                guard line[column + frameWidth - 1] == "│" else { continue }
                if String(inner.filter { $0 != " " }) == state.description { return (row, column) }
            }
        }
        return nil
    }

    private static func fill(
        _ canvas: inout [[Character]],
        _ row: Int,
        _ column: Int,
        _ state: ConnectionState,
        _ step: Int?
    ) {
        guard let step else { return }
        let number = Array("\(step) ".prefix(3))
        for (offset, character) in number.enumerated() { canvas[row][column + 2 + offset] = character }
    }

    /// Draws the frame again in double lines; where lines meet it they stay.
    private static func frame(_ canvas: inout [[Character]], _ row: Int, _ column: Int) {
        let right = column + frameWidth - 1
        for edge in [row - 1, row + 1] {
            for place in column...right where canvas[edge].indices.contains(place) && canvas[edge][place] == "─" {
                canvas[edge][place] = "═"
            }
        }
        canvas[row][column] = "║"
        canvas[row][right] = "║"
        canvas[row - 1][column] = "╔"
        canvas[row - 1][right] = "╗"
        canvas[row + 1][column] = "╚"
        canvas[row + 1][right] = "╝"
    }

    private static func ascii(_ character: Character) -> Character {
        switch character {
        case "─": "-"
        case "│": "|"
        case "═": "="
        case "║", "╔", "╗", "╚", "╝": "#"
        case "▼": "v"
        case "▶": ">"
        case "◀": "<"
        case "┌", "┐", "└", "┘": "+"
        default: character
        }
    }
}

extension ConnectionState {
    /// The state as the protocol has it: Linux's inner one is part of SYN_RECV.
    fileprivate var drawn: ConnectionState { self == .newSynReceived ? .synReceived : self }
}
