import Journal
import Language
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
        let returned = try invocation.perform(
            "if_nameindex",
            [],
            outputs: { [Argument("return", .list($0.map { .list([.integer(Int($0.index)), .text($0.name)]) }))] }
        ) { $0.if_nameindex() }
        return .list(
            returned.output.map { interface in
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
        about: "The number that stands for an interface in scopes, packet addresses and options.",
        parameters: [interfaceName],
        replies: "the number",
        examples: [Example("loopback", "> if_nametoindex lo\n1")],
        seeAlso: ["if_indextoname", "if_nameindex"]
    ) { invocation throws(Failure) in
        let wanted = invocation[interfaceName]
        let returned = try invocation.perform("if_nametoindex", [Argument("ifname", .text(wanted))]) {
            $0.if_nametoindex(wanted)
        }
        return .integer(returned.result)
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
        let wanted = UInt32(truncatingIfNeeded: invocation[index])
        let returned = try invocation.perform(
            "if_indextoname",
            [Argument("ifindex", .integer(Int(wanted))), Argument("ifname", .room(16))],
            outputs: { [Argument("ifname", .text($0))] }
        ) { $0.if_indextoname(wanted) }
        return .text(returned.output)
    }
}
