import Language
import Reading
import Sockets

extension ClosedSocket {
    /// Its end as a picture, in the characters that are asked for, else in those of what shows it.
    ///
    /// - Parameters:
    ///   - held: what the kernel holds now.
    ///   - path: the states that it went through, up to now.
    public func picture(held: HeldConnection, path: StatePath, alphabet: Alphabet?) -> Picture {
        Picture { canvas in
            let width = canvas.width ?? StateDrawing.width
            return text(held: held, path: path, width: width, alphabet: alphabet ?? canvas.alphabet) + "\n"
        }
    }

    /// Its end, with what the kernel still holds of its connection.
    ///
    /// - Parameters:
    ///   - held: what the kernel holds now.
    ///   - path: the states that it went through, up to now.
    public func text(
        held: HeldConnection,
        path: StatePath,
        width: Int = StateDrawing.width,
        alphabet: Alphabet = .unicode
    ) -> String {
        var lines = [headline, ""]
        if isTCP { lines += StateText.drawing(of: path, current: path.steps.last?.state, width, alphabet) }
        lines += StateText.steps(path, width: width)
        if let words = remainder(held) {
            lines += [""] + words.wrapped(width: min(width, StateDrawing.width), behind: "kernel   ")
        }
        return lines.joined(separator: "\n")
    }

    private var headline: String {
        let kind = kind.map { "\($0.family) \($0.type)" } ?? ""
        let place = [local?.description, peer.map { "to \($0)" }].compactMap { $0 }.joined(separator: " ")
        return [Quoting.word(name), "closed", kind, Quoting.oneLine(place)].filter { !$0.isEmpty }
            .joined(separator: "  ")
    }

    /// What the kernel still holds, in words.
    private func remainder(_ held: HeldConnection) -> String? {
        switch held {
        case .unknown: return nil
        case .nothing: return isTCP ? "holds nothing of the connection any more" : nil
        case .held(_, _, isOpen: true): return "holds the connection for another descriptor, here or in another process"
        case .held(let state, let seconds, _):
            let left = seconds.map { " for \(Quantity.time(nanoseconds: UInt64($0 * 1e9))) more" } ?? ""
            switch state {
            case .timeWait:
                return
                    "holds the two addresses\(left) (2 MSL, RFC 9293 section 3.6.1) and nothing else, so that a late "
                    + "segment harms no new connection; till then bind gives the port only where both sockets set SO_REUSEADDR"
            case .finWait2:
                return "waits for the peer's FIN\(left) (net.ipv4.tcp_fin_timeout), then forgets the connection"
            default: return "goes on by itself until the peer has acknowledged the data and the FIN"
            }
        }
    }
}
