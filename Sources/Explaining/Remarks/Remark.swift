import Journal
import Reading
import Sockets

/// Something that is worth saying once about a call that succeeded: it did not do what a beginner expects, and no error
/// tells.
struct Remark: Sendable {
    /// Its name: the call, the case.
    let id: String
    /// The calls that it is about.
    let calls: [CallKind]
    /// What is said; nil if the call is not such a one.
    let say: @Sendable (Success) -> String?

    init(_ id: String, _ calls: [CallKind], _ say: @escaping @Sendable (Success) -> String?) {
        (self.id, self.calls, self.say) = (id, calls, say)
    }

    /// Every remark. Of those that fit a call the first that has something to say is taken.
    static let all: [Remark] = sending + receiving + addressing + setting
}

/// A call that succeeded, and what a remark looks at.
struct Success {
    let evidence: Evidence
    let journal: Journal
    /// What was typed.
    let typed: String
    /// Whether a datagram socket of this machine holds an address; nil if that is not known.
    let isHeld: @Sendable (SocketAddress) -> Bool?

    var call: Call { evidence.call }
    var socket: SocketHistory { evidence.socket }
    var me: String { evidence.me }

    /// Whether it is a stream over the Internet.
    var isTCP: Bool { socket.type == .stream && (socket.family == .inet || socket.family == .inet6) }

    /// What became of the data that it received: which sends it came of; empty if the session does not hold both ends.
    var taken: [Taken] { Traffic(journal.excerpt()).notes[call.number]?.taken ?? [] }
}

/// Says what is worth saying once in a session about calls that succeeded.
public struct Remarks: Sendable {
    /// How often a remark is looked for before it is given up, so that a loop does not look for ever.
    private static let attempts = 500

    private var left: [String: Int]
    private let isHeld: @Sendable (SocketAddress) -> Bool?

    /// Nothing said yet.
    ///
    /// - Parameter isHeld: whether a datagram socket of this machine holds an address; nil if that is not known.
    public init(isHeld: @escaping @Sendable (SocketAddress) -> Bool? = { _ in nil }) {
        left = Dictionary(uniqueKeysWithValues: Remark.all.map { ($0.id, Self.attempts) })
        self.isHeld = isHeld
    }

    /// Whether there is anything left to say.
    public var isOver: Bool { left.isEmpty }

    /// What is to be said about a statement's calls: at most one sentence, without a full stop.
    ///
    /// - Parameters:
    ///   - typed: the statement.
    ///   - history: everything up to now, the calls among it.
    public mutating func about(_ calls: [Call], typed: String, history: Journal) -> String? {
        for call in calls where call.error == nil && !call.isInjected {
            guard let kind = call.kind else { continue }
            for remark in Remark.all where remark.calls.contains(kind) {
                guard let attempts = left[remark.id], let evidence = Evidence(Failure(.call(call)), history) else {
                    continue
                }
                left[remark.id] = attempts > 1 ? attempts - 1 : nil
                let success = Success(evidence: evidence, journal: history, typed: typed, isHeld: isHeld)
                if let said = remark.say(success) {
                    left[remark.id] = nil
                    return said
                }
            }
        }
        return nil
    }

    /// The names of all remarks.
    public static var names: [String] { Remark.all.map(\.id) }
}
