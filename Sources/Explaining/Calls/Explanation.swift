import Journal
import Language
import Reading
import Sockets

/// What a call was and did, in a few lines: the call as C writes it, what became of the socket's state and how long it
/// took if it waited, and why that matters.
public struct Explanation: Sendable {
    /// A call shorter than this did not wait, in nanoseconds.
    static let waitingTime: UInt64 = 1_000_000

    /// How many lines other layers may have under a call.
    static let layerLimit = 64

    /// The call's number in the journal.
    public let number: Int
    /// The call as C writes it.
    public let call: String
    /// What it did to the socket's state and how long it took; nil if there is nothing to tell.
    public let effect: String?
    /// Why it matters, in one sentence; nil if nothing is known of such a call.
    public let reason: String?
    /// What other layers say about it, a line each.
    public let layers: [String]

    /// The explanation of a call on a socket of some kind.
    public init(_ call: Call, kind: SocketKinds.Kind? = nil, alphabet: Alphabet = .unicode) {
        self.init(call, kind: kind, closing: nil, alphabet: alphabet)
    }

    /// The explanation of a call of which the journal may tell how it ended a connection, and what other layers have to
    /// say about it.
    init(
        _ call: Call,
        kind: SocketKinds.Kind?,
        closing: Closing?,
        settings: [String: Int] = [:],
        events: [LayerEvent] = [],
        alphabet: Alphabet = .unicode
    ) {
        number = call.number
        self.call = CallText(call).text
        effect = Self.effect(of: call, alphabet)
        reason = CallReason(call, kind: kind, closing: closing, settings: settings).sentence
        layers = LayerText.lines(events, limit: Self.layerLimit)
    }

    /// The lines, cut at blanks if a screen of so many columns has no room for them; nil is no screen.
    public func lines(width: Int? = nil) -> [String] {
        let width = width ?? .max
        var lines = call.wrapped(width: width, behind: "#\(number) ")
        if let effect { lines += effect.wrapped(width: width, behind: "   ") }
        if let reason { lines += reason.wrapped(width: width, behind: "   ") }
        for layer in layers { lines += layer.wrapped(width: width, behind: "   ") }
        return lines
    }

    private static func effect(of call: Call, _ alphabet: Alphabet) -> String? {
        var parts: [String] = []
        if let before = call.before, before != call.after {
            let name = call.socketName.map { Quoting.word($0) + ": " } ?? ""
            parts.append("\(name)\(before) \(alphabet.arrow) \(call.after?.description ?? "gone")")
        }
        if call.duration >= waitingTime { parts.append("took \(Quantity.time(nanoseconds: call.duration))") }
        return parts.isEmpty ? nil : parts.joined(separator: "; ")
    }

    /// The explanations of some calls of a journal, oldest first.
    public static func all(_ calls: [Call], history: Journal, kinds: inout SocketKinds) -> [Explanation] {
        let closings = Traffic.closings(of: calls, in: history)
        let events = history.events(of: calls)
        return calls.map { call in
            defer { kinds.note(call, in: history) }
            let kind = kinds.kind(of: call, in: history)
            return Explanation(
                call,
                kind: kind,
                closing: closings[call.number],
                settings: kinds.settings(of: call, in: history),
                events: events[call.number] ?? []
            )
        }
    }

    /// The explanations of some calls of a journal as text, for a screen of so many columns; nil is no screen.
    public static func text(_ calls: [Call], history: Journal, width: Int? = nil) -> String {
        var kinds = SocketKinds()
        return all(calls, history: history, kinds: &kinds).flatMap { $0.lines(width: width) }.joined(separator: "\n")
    }
}
