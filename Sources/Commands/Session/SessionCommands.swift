import Journal
import Language
import Shell
import Sockets
import SystemPackage

extension Registry.Family {
    /// The session itself.
    static let session = Self("The session", [.use, .sockets, .variables, .inject, .exit])
}

private let socketName = Parameter("socket", SocketName())
private let code = Parameter(
    "code",
    Optionally(Number("CODE", in: 0...255, about: "the exit code of the process, 0 if none is given"))
)
private let call = Parameter("call", CallWord())
private let errorName = Parameter("errno", ErrorName())
private let times = Parameter(
    "times",
    Optionally(Number("TIMES", in: 1...1_000_000, about: "how many calls fail, 1 if none is given"))
)

extension Command {
    static let use = Command(
        "use",
        "make a socket the current one",
        about: """
            Commands without the name of a socket before them act on the current one. A new socket is current by \
            itself.
            """,
        parameters: [socketName],
        examples: [Example("back to the first", "> a = socket inet stream\n> b = socket inet dgram\n> use a")],
        seeAlso: ["sockets"]
    ) { invocation throws(Failure) in
        invocation.use(invocation[socketName])
        return .none
    }

    static let sockets = Command(
        "sockets",
        "list the session's sockets",
        about: """
            One line for each live socket: > marks the current one; its descriptor, family, type, the state of its \
            connection as the kernel has it, its own address and its peer's, bytes waiting to be read and bytes not \
            yet acknowledged, and what poll says of it.
            """,
        replies: "the table",
        style: .line,
        examples: [
            Example(
                "the table is a list",
                "> s = socket inet stream\n> t = sockets\n> $t.0.name\ns\n> $t.0.state\nCLOSE"
            )
        ],
        seeAlso: ["use", "poll"]
    ) { invocation throws(Failure) in
        invocation.session.socketList(current: invocation.currentSocket)
    }

    static let variables = Command(
        "variables",
        "list the variables",
        about: "The names that were given values with =, and the values.",
        replies: "names and values",
        examples: [Example("one", "> port = 8088\n> variables\nport  8088")],
        seeAlso: ["sockets"]
    ) { invocation throws(Failure) in
        let variables = invocation.variables.sorted { $0.key < $1.key }
        return .record(Record(.card, variables.map { Record.Field($0.key, $0.value) }))
    }

    static let inject = Command(
        "inject",
        "make the next call of a name fail",
        about: """
            Arms a fault: the next call of that C function fails with the error, without reaching the kernel. It \
            shows what a program meets when memory, descriptors or the network run out. The journal marks such a \
            call as injected.
            """,
        parameters: [call, errorName, times],
        examples: [
            Example(
                "no memory",
                "> inject socket ENOMEM\n> try { socket inet stream } catch ENOMEM { print caught }\ncaught"
            )
        ]
    ) { invocation throws(Failure) in
        let fault = invocation[errorName].fault(call: invocation[call], times: invocation[times] ?? 1)
        invocation.session.kernel.inject(fault)
        return .none
    }

    static let exit = Command(
        "exit",
        "leave the shell",
        about: "Ends the shell, or the script, with an exit code. Every socket is closed.",
        parameters: [code],
        examples: [Example("leave", "> exit")]
    ) { invocation throws(Failure) in
        throw Failure.exit(Int32(invocation[code] ?? 0))
    }
}
