import Journal
import Language
import Sockets

/// The parameter for descriptors to pass: names of sockets or descriptor numbers, joined by commas.
public struct DescriptorList: ParameterType {
    public let about = "sockets, or numbers of descriptors, joined by commas"
    public var denotes: Denoted? { .socket }

    /// The parameter.
    public init() {}

    public func hint(_ context: Context) -> String { "SOCKET,…" }

    public func parse(_ words: inout Words, _ context: Context) throws(Failure) -> [Int32] {
        let (text, span) = try words.takeText("SOCKET", wanted: "a socket")
        var descriptors: [Int32] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false).map(String.init) {
            if let number = Int32(part), number >= 0 {
                descriptors.append(number)
            } else {
                descriptors.append(try context.names.socket(named: part, at: span).descriptor)
            }
        }
        return descriptors
    }

    public func complete(_ prefix: String, _ context: Context) -> [Candidate] {
        SocketName().complete(prefix, context).joined(behind: prefix, ",")
    }
}

/// The parameter for credentials: omitted for the process's own, or `PID,UID,GID` to claim others.
public struct Credentials: ParameterType {
    /// Claimed credentials; nil for the process's own.
    public struct Parsed: Sendable {
        /// The process, the user and the group.
        public let claimed: (pid: Int32, uid: UInt32, gid: UInt32)?
    }

    public let about = "your own if nothing follows; PID,UID,GID claims others"

    /// The parameter.
    public init() {}

    public func hint(_ context: Context) -> String { "[PID,UID,GID]" }

    public func parse(_ words: inout Words, _ context: Context) throws(Failure) -> Parsed {
        guard let next = words.next, !next.isQuoted, let text = next.text else { return Parsed(claimed: nil) }
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        guard parts.count == 3, let pid = Int32(parts[0]), let uid = UInt32(parts[1]), let gid = UInt32(parts[2]) else {
            // Data that follows is not a list of numbers, or is quoted.
            guard parts.count > 1, text.allSatisfy({ $0.isNumber || $0 == "," || $0 == "-" }) else {
                return Parsed(claimed: nil)
            }
            throw Failure(.unsuitable(word: text, wanted: "PID,UID,GID"), at: next.span)
        }
        _ = words.take()
        return Parsed(claimed: (pid, uid, gid))
    }
}

/// The parameter for how a datagram leaves: `ADDRESS`, `INTERFACE`, or `ADDRESS%INTERFACE`.
public struct PacketInfo: ParameterType {
    /// The source address and the interface, 0 for the kernel's choice.
    public struct Parsed: Sendable {
        /// The source; nil for the kernel's choice.
        public let address: HostAddress?
        /// The interface's index.
        public let interface: UInt32
    }

    public let about = "a source address, an interface, or ADDRESS%INTERFACE"

    /// The parameter.
    public init() {}

    public func hint(_ context: Context) -> String { "ADDRESS%INTERFACE" }

    public func parse(_ words: inout Words, _ context: Context) throws(Failure) -> Parsed {
        let (text, span) = try words.takeText("ADDRESS%INTERFACE", wanted: "an address or an interface")
        let parts = text.split(separator: "%", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        if let address = HostAddress(parts[0]) {
            if parts.count == 1 { return Parsed(address: address, interface: 0) }
            if let index = Self.index(parts[1]) { return Parsed(address: address, interface: index) }
        } else if parts.count == 1, let index = Self.index(text) {
            return Parsed(address: nil, interface: index)
        }
        let names = (Interface.all() ?? []).map(\.name)
        throw Failure(
            .unsuitable(
                word: text,
                wanted: "an address or an interface of this host",
                near: Suggestion.nearest(to: parts[parts.count - 1], among: names),
                advice: ["there are " + names.joined(separator: ", ")]
            ),
            at: span
        )
    }

    public func complete(_ prefix: String, _ context: Context) -> [Candidate] {
        Interface.candidates.joined(behind: prefix, "%")
    }

    private static func index(_ word: String) -> UInt32? { UInt32(word) ?? Interface.index(ofName: word) }
}
