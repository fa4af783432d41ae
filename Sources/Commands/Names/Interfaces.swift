import Journal
import Language
import Operations
import Shell
import Sockets

private let interfaceName = Parameter(
    "name",
    Text("NAME", wanted: "an interface", about: "the name of an interface, such as lo") { _ in Interface.candidates }
)
private let index = Parameter(
    "index",
    Number("INDEX", in: 0...Int(UInt32.max), about: "the number of an interface, from 1")
)

extension Command {
    static let ifNameindex = Command(
        "if_nameindex",
        "list the network interfaces of this host",
        function: "if_nameindex(3)",
        about: "Every interface with the number that the kernel gave it.",
        replies: "numbers and names",
        examples: [Example("the first is loopback", "> i = if_nameindex\n> $i.0\n1 lo")],
        seeAlso: ["if_nametoindex", "if_indextoname"]
    ) { invocation throws(Failure) in
        .list(
            try invocation.if_nameindex().map { interface in
                .record(
                    Record(
                        .row,
                        [
                            Record.Field("index", .integer(Int(interface.index))),
                            Record.Field("name", .text(interface.name)),
                        ]
                    )
                )
            }
        )
    }

    static let ifNametoindex = Command(
        "if_nametoindex",
        "the number of a network interface",
        function: "if_nametoindex(3)",
        about: "The number by which an interface is known in scopes, packet addresses and options.",
        parameters: [interfaceName],
        replies: "the number",
        examples: [Example("loopback", "> if_nametoindex lo\n1")],
        seeAlso: ["if_indextoname", "if_nameindex"]
    ) { invocation throws(Failure) in
        .integer(try invocation.if_nametoindex(invocation[interfaceName]))
    }

    static let ifIndextoname = Command(
        "if_indextoname",
        "the name of a network interface",
        function: "if_indextoname(3)",
        about: "The opposite of if_nametoindex.",
        parameters: [index],
        replies: "the name",
        examples: [Example("loopback", "> if_indextoname 1\nlo")],
        seeAlso: ["if_nametoindex", "if_nameindex"]
    ) { invocation throws(Failure) in
        .text(try invocation.if_indextoname(UInt32(truncatingIfNeeded: invocation[index])))
    }
}
