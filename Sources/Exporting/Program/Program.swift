import Journal
import Language
import Reading
import Sockets
import SystemPackage

/// A session as a program, before it is written in any language: steps made from calls, which refer to each other
/// instead of repeating what the kernel happened to choose.
public struct Program: Equatable, Sendable {
    /// The sockets, by index.
    public var handles: [Handle] = []
    /// What is done, in an order in which one thread can do it.
    public var steps: [Step] = []
    /// The ports that the program takes from its command line, in the order of ``Place/Source/argument(_:)``.
    public var ports: [PortArgument] = []
    /// The sockets that the session left open, to be closed at the end.
    public var open: [Int] = []
    /// The variable for data that no later step refers to.
    var spareData = "data"
    /// The variable for addresses that no later step refers to.
    var spareAddress = "address"
    /// The names that are taken.
    var identifiers = Identifiers()

    /// Why a call mattered, in one sentence, told from the call, the kind of its socket, and how it ended a connection;
    /// nil if there is nothing to say.
    public typealias Reason = (Call, SocketKinds.Kind?, Closing?) -> String?

    /// The names of the session's calls that the program does not make, each once: it has comments in their places.
    public var unknownCalls: [String] {
        var names: [String] = []
        for case .unknown(let name, _, _) in steps.map(\.action) where !names.contains(name) { names.append(name) }
        return names
    }

    /// A program that does nothing.
    public init() {}

    /// A socket of the program.
    public struct Handle: Equatable, Sendable {
        /// Its name: an identifier that no other handle has, and that is no reserved word.
        public var name: String
        /// Its address family.
        public var family: AddressFamily
        /// Its type without flags.
        public var type: SocketType
    }

    /// A port that was the kernel's choice in the session.
    public struct PortArgument: Equatable, Sendable {
        /// The socket that is bound to it; nil if that is in the other program.
        public var handle: Int?
        /// The name of the socket.
        public var name: String
    }

    /// One call and how it ended.
    public struct Step: Equatable, Sendable {
        /// The number of its call.
        public var call: Int
        /// What is done.
        public var action: Action
        /// How it ended.
        public var outcome: Outcome
        /// Why it mattered, in one sentence; nil if nothing is known of such a call.
        public var comment: String?
        /// The name of the data that it received; nil if no later step refers to it.
        public var dataName: String?
        /// The name of the address or the port that it gave; nil if no later step refers to it.
        public var addressName: String?
    }

    /// How a call ended.
    public enum Outcome: Equatable, Sendable {
        /// It did what it is for.
        case success
        /// It failed with errno.
        case errno(Errno)
        /// It failed in the resolver's own codes, or a database had no such entry.
        case name(NameFailure)
        /// It was ended after so many seconds: settimeout, or Ctrl-C.
        case timeout(Double)
    }
}

extension Program {
    /// What a step does. Sockets are indices into ``Program/handles``; a new one is nil if the call failed.
    public enum Action: Equatable, Sendable {
        case socket(Int?, Kind)
        case socketpair(Int?, Int?, Kind)
        case dup(Int?, of: Int)
        case close(Int)
        case shutdown(Int, Constant)
        case setNonBlocking(Int, Bool)
        case bind(Int, Place)
        case connect(Int, Place)
        case listen(Int, backlog: Int)
        case accept(Int?, on: Int, flags: Constant)
        case unlink([UInt8])
        case getsockname(Int)
        case getpeername(Int)
        case sockatmark(Int)
        case send(Int, Payload, Constant, to: Place?)
        case receive(Int, size: Int, Constant, wantsAddress: Bool)
        case sendMessage(Int, [Payload], [Ancillary], Constant, to: Place?)
        case sendFile(Int, path: String, offset: Int, count: Int)
        case receiveMessage(Int, sizes: [Int], control: Int, Constant, sockets: [Int])
        case poll([Watched], milliseconds: Int)
        case getOption(Int, level: Constant, name: Constant, size: Int, isNumber: Bool)
        case setOption(Int, level: Constant, name: Constant, OptionBytes)
        case lookUp(Lookup)
        /// A fault of the shell's own, which no program can repeat.
        case injected(String, error: String)
        /// A call that asks the kernel for no socket: text and bytes of an address, the order of bytes, interfaces. What
        /// came of it is in the steps that used it.
        case converted(String, call: String)
        /// A call that has no step of its own, on a socket that the program may have.
        case unknown(String, call: String, on: Int?)
    }

    /// The three numbers that make a socket.
    public struct Kind: Equatable, Sendable {
        /// The address family.
        public var family: Constant
        /// The type, perhaps with flags.
        public var type: Constant
        /// The protocol.
        public var protocolNumber: Constant
    }

    /// What poll watches.
    public struct Watched: Equatable, Sendable {
        /// The socket.
        public var handle: Int
        /// What is asked for.
        public var events: PollEvents
    }

    /// The value that setsockopt is given.
    public struct OptionBytes: Equatable, Sendable {
        /// What the bytes mean.
        public var value: OptionValue
        /// The bytes.
        public var raw: [UInt8]
    }

    /// What goes beside the data of a message.
    public enum Ancillary: Equatable, Sendable {
        /// Sockets, whose descriptors are passed on.
        case rights([Int])
        /// Any other, with the two numbers that say what it is.
        case message(AncillaryMessage, level: Constant, type: Constant)
    }

    /// A question about names.
    public enum Lookup: Equatable, Sendable {
        case addressInfo(host: String?, service: String?, Kind, flags: Constant)
        case nameInfo(Place, flags: Constant)
        case service(name: String, transport: String?)
        case serviceName(port: Int, transport: String?)
        case protocolNumber(name: String)
        case protocolName(number: Int)
        case host(name: String)
        case hostOfAddress(String)
        case ownName
    }
}

extension Program {
    /// A number with the names of the macros that make it; no names if it goes by its number.
    public struct Constant: Equatable, Sendable {
        /// C's names, which only hold capital letters, digits and underscores.
        public let names: [String]
        /// The number.
        public let number: Int

        /// A constant as the journal has it. A name that is no macro's is dropped, and the number takes its place: the
        /// journal may come from a file that anybody wrote.
        public init(_ name: String, _ number: Int) {
            let parts = name.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
            names = parts.allSatisfy(Self.isMacro) && number != 0 || parts.count == 1 && Self.isMacro(name) ? parts : []
            self.number = number
        }

        /// Whether the headers that a program in C or Swift includes have all of its names: those of the families that
        /// only Linux has are in headers of their own, and the newest are in none that is in use everywhere.
        var isInHeaders: Bool {
            !names.contains { name in
                Self.recent.contains(name) || Self.elsewhere.contains { name.hasPrefix($0) }
            }
        }

        private static let elsewhere = [
            "NETLINK_", "ETH_P_", "PACKET_", "CAN_", "UDP_", "UDPLITE_", "ICMP_", "VM_", "SO_VM_", "SO_J1939_",
            "TCP_AO_",
            "IPV6_FLOW", "SOL_CAN", "SOL_SCTP", "SOL_UDP", "SCM_J1939_",
        ]
        private static let recent: Set = [
            "IP_LOCAL_PORT_RANGE", "IP_PROTOCOL", "SCM_PIDFD", "SCM_SECURITY", "SO_INQ", "SO_ORIGINAL_DST",
            "SO_PASSPIDFD", "SO_PASSRIGHTS", "SO_PEERPIDFD", "SO_RCVPRIORITY", "TCP_DELACK_MAX_US", "TCP_IS_MPTCP",
            "TCP_RTO_MAX_MS", "TCP_RTO_MIN_US",
        ]

        private static let prefixes = [
            "AF_", "SOCK_", "IPPROTO_", "MSG_", "SHUT_", "SOL_", "SO_", "TCP_", "IP_", "IPV6_", "UDP_", "AI_", "NI_",
            "MCAST_", "PACKET_", "NETLINK_", "POLL", "SCM_", "UDPLITE_", "CAN_", "ICMP_", "VM_", "FIONBIO", "INADDR_",
            "EAI_",
        ]

        private static func isMacro(_ name: String) -> Bool {
            name.utf8.count <= 40 && prefixes.contains(where: name.hasPrefix)
                && name.utf8.allSatisfy { byte in
                    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) || byte == UInt8(ascii: "_")
                        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                }
        }
    }

    /// An address as a program says it.
    public struct Place: Equatable, Sendable {
        /// The address as the session had it.
        public var address: SocketAddress
        /// Where it comes from.
        public var source: Source
        /// The getaddrinfo that found the host, if only the port comes from elsewhere.
        public var hostStep: Int?

        /// Where an address comes from.
        public enum Source: Equatable, Sendable {
            /// It was typed.
            case literal
            /// The port is the one that the kernel gave to a socket of the program.
            case portOf(Int)
            /// The whole address is the one that the kernel gave to a socket of the program.
            case nameOf(Int)
            /// The address that an earlier step gave: the index into ``Program/steps``.
            case step(Int)
            /// The first answer of an earlier getaddrinfo, and the step that found its port, if one did.
            case lookup(Int, service: Int?)
            /// The port is the answer of an earlier getservbyname.
            case service(Int)
            /// The port is one of the command line's: the index into ``Program/ports``.
            case argument(Int)
        }
    }

    /// Data to send.
    public enum Payload: Equatable, Sendable {
        /// These bytes.
        case bytes([UInt8])
        /// A pattern again and again, so many bytes in all.
        case fill(count: Int, pattern: [UInt8])
        /// What an earlier step received: the index into ``Program/steps``.
        case received(Int)
    }
}

/// Why a session cannot be exported, or not into that language.
public struct ExportProblem: Error, Equatable, Sendable {
    /// The number of the call that stands in the way; nil if it is the session as a whole.
    public let call: Int?
    /// What is wrong, as a sentence without a full stop.
    public let message: String
    /// What to do instead.
    public let advice: [String]

    /// A problem with a call.
    public init(_ message: String, call: Int? = nil, advice: String...) {
        self.message = call.map { "call \($0): " + message } ?? message
        self.call = call
        self.advice = advice
    }
}
