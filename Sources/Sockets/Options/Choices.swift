/// The C names of one option's values.
public struct Choices: Sendable, Hashable {
    /// One name.
    public struct Choice: Sendable, Hashable {
        /// The constant's name.
        public let name: String
        /// Its value.
        public let value: Int
    }

    /// The common prefix of the names, which a learner may omit.
    public let prefix: String
    /// The names; the first one of a value is the one shown.
    public let all: [Choice]

    /// Names paired with their values.
    public init(prefix: String, _ pairs: KeyValuePairs<String, Int>) {
        self.prefix = prefix
        all = pairs.map { Choice(name: prefix + $0.key, value: $0.value) }
    }

    /// The names of a type of constant.
    public init<Constant: SymbolicConstant>(_ constants: Constant.Type) {
        prefix = Constant.prefix
        all = Constant.known.map { Choice(name: $0.name, value: Int($0.value.rawValue)) }
    }

    /// The first name of a value; nil if it has none.
    public func name(of value: Int) -> String? { all.first { $0.value == value }?.name }

    /// The value with a name, long or short, in any case; nil for any other word.
    public func value(of word: String) -> Int? {
        let upper = word.uppercased()
        return all.first {
            let name = $0.name.uppercased()
            return name == upper || (name.count > prefix.count && name.dropFirst(prefix.count) == upper)
        }?.value
    }

    /// The names of the bits set in a mask; empty if one of them has no name, so that nothing is lost.
    public func names(in mask: Int) -> [String] {
        var rest = mask
        var names: [String] = []
        for choice in all where choice.value != 0 && rest & choice.value == choice.value {
            names.append(choice.name)
            rest &= ~choice.value
        }
        return rest == 0 ? names : []
    }

    /// The states of a connection (`tcpi_state`).
    static let connectionStates = Choices(
        prefix: "",
        names: ConnectionState.allCases.map { Choice(name: $0.description, value: Int($0.rawValue)) }
    )

    private init(prefix: String, names: [Choice]) {
        self.prefix = prefix
        all = names
    }

    /// The errors that `SO_ERROR` reports for a socket (errno(3), ip(7), tcp(7)).
    static let socketErrors = Choices(
        prefix: "",
        [
            "ECONNREFUSED": Int(ECONNREFUSED), "ECONNRESET": Int(ECONNRESET), "ECONNABORTED": Int(ECONNABORTED),
            "ETIMEDOUT": Int(ETIMEDOUT), "EHOSTUNREACH": Int(EHOSTUNREACH), "ENETUNREACH": Int(ENETUNREACH),
            "ENETDOWN": Int(ENETDOWN), "EHOSTDOWN": Int(EHOSTDOWN), "EPIPE": Int(EPIPE), "EPROTO": Int(EPROTO),
            "EMSGSIZE": Int(EMSGSIZE), "ENOPROTOOPT": Int(ENOPROTOOPT), "EACCES": Int(EACCES), "EPERM": Int(EPERM),
            "EOPNOTSUPP": Int(EOPNOTSUPP), "ENOBUFS": Int(ENOBUFS), "ENOMEM": Int(ENOMEM), "EINVAL": Int(EINVAL),
            "EADDRINUSE": Int(EADDRINUSE), "EADDRNOTAVAIL": Int(EADDRNOTAVAIL), "EINTR": Int(EINTR),
            "EAGAIN": Int(EAGAIN), "EINPROGRESS": Int(EINPROGRESS), "EALREADY": Int(EALREADY),
            "EISCONN": Int(EISCONN), "ENOTCONN": Int(ENOTCONN), "ENODEV": Int(ENODEV), "EIO": Int(EIO),
        ]
    )
}
