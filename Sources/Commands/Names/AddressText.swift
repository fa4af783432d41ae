import Journal
import Language
import Operations
import Shell
import Sockets

extension Registry.Family {
    /// Addresses as text and bytes, byte order, interfaces.
    static let conversions = Self(
        "Addresses and numbers as bytes",
        [
            .inetPton, .inetNtop, .inetAton, .inetNtoa, .htons, .htonl, .ntohs, .ntohl, .ifNameindex, .ifNametoindex,
            .ifIndextoname,
        ]
    )
}

private let family = Parameter(
    "family",
    ConstantName<AddressFamily>("FAMILY", wanted: "an address family", about: "inet or inet6")
)
private let text = Parameter("text", Text("TEXT", wanted: "a text", about: "an address as text"))
private let bytes = Parameter("bytes", DataWord(), about: "4 or 16 bytes, such as 0x7f000001 or \"\\x7f\\0\\0\\x01\"")

extension Command {
    static let inetPton = Command(
        "inet_pton",
        "an address as bytes, from its text",
        function: "inet_pton(3)",
        about: "Presentation to network: the 4 or 16 bytes that go into a socket address and into packets.",
        parameters: [family, text],
        replies: "the bytes",
        examples: [Example("loopback", "> inet_pton inet 127.0.0.1\n\"\\x7f\\0\\0\\x01\"")],
        seeAlso: ["inet_ntop", "inet_aton"]
    ) { invocation throws(Failure) in
        let (wanted, typed) = (invocation[family], invocation[text])
        guard let octets = try invocation.inet_pton(wanted, typed) else {
            throw invocation.unsuitable(typed, "an address of \(wanted.description)")
        }
        return .bytes(octets)
    }

    static let inetNtop = Command(
        "inet_ntop",
        "an address as text, from its bytes",
        function: "inet_ntop(3)",
        about: "Network to presentation: the text of 4 bytes (inet) or 16 (inet6).",
        parameters: [family, bytes],
        replies: "the text",
        examples: [Example("there and back", "> b = inet_pton inet6 ::1\n> inet_ntop inet6 $b\n::1")],
        seeAlso: ["inet_pton", "inet_ntoa"]
    ) { invocation throws(Failure) in
        let wanted = invocation[family]
        let octets = try invocation[bytes].whole(for: invocation.waiter)
        return .text(try invocation.inet_ntop(wanted, octets))
    }

    static let inetAton = Command(
        "inet_aton",
        "an IPv4 address as bytes, from any of its old spellings",
        function: "inet_aton(3)",
        about: """
            Like inet_pton for IPv4, and takes C's old forms too: 127.1 is 127.0.0.1, 0x7f000001 and 017700000001 \
            are it in hexadecimal and octal.
            """,
        parameters: [text],
        replies: "the bytes",
        examples: [Example("an old form", "> inet_aton 127.1\n\"\\x7f\\0\\0\\x01\"")],
        seeAlso: ["inet_ntoa", "inet_pton"]
    ) { invocation throws(Failure) in
        let typed = invocation[text]
        guard let octets = try invocation.inet_aton(typed) else {
            throw invocation.unsuitable(typed, "an IPv4 address in any form")
        }
        return .bytes(octets)
    }

    static let inetNtoa = Command(
        "inet_ntoa",
        "an IPv4 address as text, from its bytes",
        function: "inet_ntoa(3)",
        about: "Like inet_ntop for IPv4: four bytes to four numbers with dots.",
        parameters: [bytes],
        replies: "the text",
        examples: [Example("loopback", "> inet_ntoa 0x7f000001\n127.0.0.1")],
        seeAlso: ["inet_aton", "inet_ntop"]
    ) { invocation throws(Failure) in
        let octets = try invocation[bytes].whole(for: invocation.waiter)
        guard let address = IPv4Address(octets: octets) else {
            throw invocation.failure(.unsuitableValue, "an IPv4 address has 4 bytes, not \(octets.count)")
        }
        return .text(try invocation.inet_ntoa(address))
    }
}

extension Invocation {
    fileprivate func unsuitable(_ word: String, _ wanted: String) -> Failure {
        Failure(.unsuitable(word: word, wanted: wanted), at: span)
    }
}
