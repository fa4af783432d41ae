import Journal
import Language
import Operations
import Shell
import Sockets

extension Registry.Family {
    /// Socket options.
    static let options = Self("Options", [.getsockopt, .setsockopt])
}

private let readName = Parameter("option", Optionally(OptionName(allowsLevel: true)))
private let writtenName = Parameter("option", OptionName())
private let value = Parameter("value", Repeated(OptionWord()))

extension Command {
    static let getsockopt = Command(
        "getsockopt",
        "read an option of a socket, or all of them",
        function: "getsockopt(2)",
        about: """
            Asks the kernel for the value of an option. The option is spelled as in C or without its prefix \
            (SO_REUSEADDR, reuseaddr); its level may come first (SOL_SOCKET, tcp, IPPROTO_TCP), and both may be \
            numbers. A short name of several levels is the one of the socket's protocol, else of its family, else of \
            the socket itself. Without an option it asks for every one that means something for this socket, or that the \
            level has, and leaves out those that the kernel refuses and those that change something by being read \
            (SO_ERROR). A structure is shown field by field; in the list only its size.
            """,
        actsOnSocket: true,
        parameters: [readName],
        replies: "the value; for all options their names, values and meanings",
        examples: [
            Example("on or off", "> s = socket inet stream\n> getsockopt SOL_SOCKET SO_REUSEADDR\nno"),
            Example(
                "a field of a structure",
                "> s = socket inet stream\n> i = getsockopt tcp info\n> $i.tcpi_state\nCLOSE"
            ),
            Example("by numbers", "> s = socket inet dgram\n> getsockopt 1 3\nSOCK_DGRAM"),
        ],
        seeAlso: ["setsockopt", "sockets"]
    ) { invocation throws(Failure) in
        let socket = try invocation.socket()
        switch invocation[readName] {
        case .option(let option)?: return .option(try invocation.getsockopt(option, on: socket))
        case .level(let level)?: return try invocation.getAll(level, on: socket)
        case nil: return try invocation.getAll(nil, on: socket)
        }
    }

    static let setsockopt = Command(
        "setsockopt",
        "set an option of a socket",
        function: "setsockopt(2)",
        about: """
            Gives an option a value: on or off, a number, a time in seconds (2.5, 500ms), on or off with seconds for \
            linger, a group and an interface for multicast, FIELD=VALUE for a structure. 0x… is \
            the bytes of any value as they lie in memory; with fewer digits than a number has, eight for an int, it is \
            that number. What getsockopt replied can be typed back. Which values make sense is the kernel's to say.
            """,
        actsOnSocket: true,
        parameters: [writtenName, value],
        examples: [
            Example(
                "both spellings",
                """
                > s = socket inet stream
                > setsockopt reuseaddr on
                > setsockopt SOL_SOCKET SO_KEEPALIVE 1
                > getsockopt reuseaddr
                yes
                """
            ),
            Example(
                "a reset instead of a FIN",
                "> s = socket inet stream\n> setsockopt linger on 0\n> getsockopt linger\nyes 0"
            ),
        ],
        seeAlso: ["getsockopt", "join"]
    ) { invocation throws(Failure) in
        let socket = try invocation.socket()
        guard case .option(let option) = invocation[writtenName] else { return .none }
        try invocation.set(option, to: invocation[value], on: socket)
        return .none
    }
}

extension Invocation {
    /// Reads every option of a level, or of all, that the kernel allows reading without side effects.
    fileprivate func getAll(_ level: OptionLevel?, on socket: Socket) throws(Failure) -> Value {
        let options = SocketOption.all.filter { option in
            option.access.isReadable && !option.readHasSideEffect && option.synonym == nil && option.capacity > 0
                && socket.has(option) && (level == nil || option.level == level)
        }
        let fields = options.compactMap { option -> Record.Field? in
            guard let value = try? getsockopt(option, on: socket) else { return nil }
            if case .structure(let fields) = value {
                let text = "\(fields.count) fields, getsockopt \(option.name) shows them"
                return Record.Field(option.name, .text(text), about: option.about)
            }
            return Record.Field(option.name, .option(value), about: option.about)
        }
        guard !fields.isEmpty else {
            let which = level.map { "of level \($0.description) " } ?? ""
            throw failure(.unsuitableValue, "\(socket.name) has no option \(which)that can be read")
        }
        return .record(Record(.card, fields))
    }
}
