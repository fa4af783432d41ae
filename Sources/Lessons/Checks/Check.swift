import Journal
import Language
import Sockets
import SystemPackage

/// What must be so when a step is done: every condition of it. It looks at state, never at what was typed.
public struct Check: Sendable {
    /// The conditions, one for each line.
    public let conditions: [Condition]

    /// The calls that its conditions want made.
    var calls: [CallPattern] {
        conditions.flatMap(\.alternatives).compactMap { isNegated, predicate in
            if case .call(let pattern) = predicate, !isNegated { pattern } else { nil }
        }
    }

    /// One line: any of its alternatives will do.
    public struct Condition: Sendable {
        /// What will do, each perhaps turned round.
        public let alternatives: [(isNegated: Bool, predicate: Predicate)]
        /// How long it may take to become so, in seconds; nil if it has to be so at once.
        public let within: Double?
        /// Whether the step cannot be solved any more once it is not so.
        public let isFatal: Bool
        /// The line in the file.
        public let line: Int

        /// Whether the step cannot be solved any more once it is not so: what was done in the step stays done, whatever comes after it.
        var isFinal: Bool { isFatal || alternatives.allSatisfy { $0.isNegated && $0.predicate.isOfThePast } }
    }

    /// What can be asked about the state.
    public enum Predicate: Sendable {
        /// A socket like this is open.
        case socket(SocketPattern)
        /// A call like this was made in the step.
        case call(CallPattern)
        /// This was sent in the step, on any socket or on the one named.
        case sent([UInt8], on: String?)
        /// This was received in the step.
        case received([UInt8], on: String?)
        /// The peer of that name received this.
        case peerReceived(peer: String, [UInt8])
        /// These calls were made in the step in this order, others perhaps between them.
        case order([CallTitle])
        /// A variable has this value, or any if it is nil.
        case variable(String, Value?)
        /// A variable has the value of another one.
        case sameVariable(String, as: String)
        /// Every descriptor that the session made is closed or in its table.
        case noLeaks

        /// Whether it stays met once it is: what was called, sent and received. An argument that is a variable's may change.
        var isOfThePast: Bool {
            switch self {
            case .call(let pattern): !pattern.arguments.values.contains { $0.hasPrefix("$") }
            case .sent, .received, .peerReceived, .order: true
            case .socket, .variable, .sameVariable, .noLeaks: false
            }
        }
    }
}

/// What a socket must be like; what is nil may be anything.
public struct SocketPattern: Sendable, Hashable {
    /// Its name.
    public var name: String?
    /// Its family.
    public var family: AddressFamily?
    /// Its type.
    public var type: SocketType?
    /// The state of its connection.
    public var state: ConnectionState?
    /// Its own port.
    public var port: UInt32?
    /// Whether it has any port of its own.
    public var isBound: Bool?
    /// Whether its calls wait no longer than a time (settimeout).
    public var isLimited = false
    /// The peer's port.
    public var peerPort: UInt32?
    /// How many such sockets there must be.
    public var count = 1

    /// Anything at all.
    public init() {}
}

/// What a call must be like; what is nil may be anything.
public struct CallPattern: Sendable, Hashable {
    /// The C function.
    public var call: CallTitle
    /// Whether it must succeed, or how it must fail.
    public var outcome: Outcome?
    /// The name of its socket.
    public var socket: String?
    /// Its arguments by name, as text.
    public var arguments: [String: String] = [:]
    /// How many such calls there must be.
    public var count = 1

    /// How a call must end.
    public enum Outcome: Sendable, Hashable {
        /// Without an error.
        case success
        /// With this error, by its C name; any if it is empty.
        case failure(String)
    }

    /// Any call of that function.
    public init(_ call: CallTitle) { self.call = call }

    /// The C function's name.
    public var name: String { call.description }
}
