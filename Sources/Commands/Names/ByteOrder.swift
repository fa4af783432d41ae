import Journal
import Language
import Operations
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
        .integer(Int(try invocation.htons(UInt16(truncatingIfNeeded: invocation[short]))))
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
        .integer(Int(try invocation.ntohs(UInt16(truncatingIfNeeded: invocation[short]))))
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
        .integer(Int(try invocation.htonl(UInt32(truncatingIfNeeded: invocation[long]))))
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
        .integer(Int(try invocation.ntohl(UInt32(truncatingIfNeeded: invocation[long]))))
    }
}
