import Journal
import Language
import Shell
import Sockets

private let short = Parameter("number", Number("NUMBER", in: 0...0xffff, about: "16 bits, such as a port"))
private let long = Parameter("number", Number("NUMBER", in: 0...0xffff_ffff, about: "32 bits, such as an IPv4 address"))

/// Why there are two orders.
private let aboutOrder = """
    The network sends the most significant byte first; most machines keep the least significant one first, so that \
    C programs turn ports and addresses round before they put them into a socket address. NetShell's commands take \
    and reply plain numbers; this shows what they do for you.
    """

extension Command {
    static let htons = Command(
        "htons",
        "16 bits from this machine's order of bytes to the network's",
        function: "htons(3)",
        about: aboutOrder,
        parameters: [short],
        replies: "the number as this machine reads it then",
        examples: [Example("there and back", "> n = htons 8080\n> ntohs $n\n8080")],
        seeAlso: ["ntohs", "htonl"]
    ) { invocation throws(Failure) in
        try invocation.turn("htons", "hostshort", invocation[short]) { Int(ByteOrder.htons(UInt16($0))) }
    }

    static let ntohs = Command(
        "ntohs",
        "16 bits from the network's order of bytes to this machine's",
        function: "ntohs(3)",
        about: aboutOrder,
        parameters: [short],
        replies: "the number",
        examples: [Example("zero is zero", "> ntohs 0\n0")],
        seeAlso: ["htons", "ntohl"]
    ) { invocation throws(Failure) in
        try invocation.turn("ntohs", "netshort", invocation[short]) { Int(ByteOrder.ntohs(UInt16($0))) }
    }

    static let htonl = Command(
        "htonl",
        "32 bits from this machine's order of bytes to the network's",
        function: "htonl(3)",
        about: aboutOrder,
        parameters: [long],
        replies: "the number as this machine reads it then",
        examples: [Example("there and back", "> n = htonl 0x7f000001\n> ntohl $n\n2130706433")],
        seeAlso: ["ntohl", "htons"]
    ) { invocation throws(Failure) in
        try invocation.turn("htonl", "hostlong", invocation[long]) { Int(ByteOrder.htonl(UInt32($0))) }
    }

    static let ntohl = Command(
        "ntohl",
        "32 bits from the network's order of bytes to this machine's",
        function: "ntohl(3)",
        about: aboutOrder,
        parameters: [long],
        replies: "the number",
        examples: [Example("all ones", "> ntohl 0xffffffff\n4294967295")],
        seeAlso: ["htonl", "ntohs"]
    ) { invocation throws(Failure) in
        try invocation.turn("ntohl", "netlong", invocation[long]) { Int(ByteOrder.ntohl(UInt32($0))) }
    }
}

extension Invocation {
    /// A call that turns bytes round; C has no failure for it, so that only a fault can make it fail.
    fileprivate func turn(
        _ name: String,
        _ parameter: String,
        _ number: Int,
        _ body: (Int) -> Int
    ) throws(Failure) -> Value {
        let returned = try perform(name, [Argument(parameter, .integer(number))]) { kernel in
            kernel.invoke(name) { body(number) }
        }
        return .integer(returned.result)
    }
}
