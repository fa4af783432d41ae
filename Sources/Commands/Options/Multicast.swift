import Journal
import Language
import Shell
import Sockets

extension Registry.Family {
    /// Multicast groups.
    static let multicast = Self("Multicast", [.join, .leave])
}

private let group = Parameter(
    "group",
    OptionWord("GROUP", about: "224.0.0.0 to 239.255.255.255, or an IPv6 address that begins with ff")
)
private let interface = Parameter(
    "interface",
    Optionally(
        OptionWord(
            "INTERFACE",
            about: "a name such as lo, an index, or its IPv4 address; the kernel's choice if none is given"
        )
    )
)
private let source = Flag(
    "source",
    OptionWord("ADDRESS", about: "the only sender to be heard"),
    about: "hear this sender only (source-specific multicast)"
)

extension Command {
    static let join = Command(
        "join",
        "let a socket receive what is sent to a multicast group",
        function: "setsockopt(2)",
        about: """
            Joins a group on an interface: from now on datagrams to the group's address and the socket's port are \
            received. Behind it is one setsockopt: IP_ADD_MEMBERSHIP or IPV6_JOIN_GROUP, with -source \
            IP_ADD_SOURCE_MEMBERSHIP or MCAST_JOIN_SOURCE_GROUP. Bind the socket first, to "" or to the group, and \
            the group's port. A sender needs no membership; setsockopt multicast_if says which interface it uses.
            """,
        actsOnSocket: true,
        parameters: [group, interface],
        flags: [source],
        examples: [
            Example(
                "a group within this machine",
                """
                > r = socket inet dgram
                > bind "" 0
                > join 239.1.2.3 127.0.0.1
                > s = socket inet dgram
                > setsockopt multicast_if 127.0.0.1
                > sendto hello 239.1.2.3 $r.port
                5
                > r.recvfrom 100
                "hello" 127.0.0.1 [PORT]
                """
            ),
            Example(
                "one sender only",
                """
                > r = socket inet dgram
                > bind "" 0
                > join 232.1.2.3 127.0.0.1 -source 127.0.0.1
                > s = socket inet dgram
                > setsockopt multicast_if 127.0.0.1
                > sendto hello 232.1.2.3 $r.port
                5
                > r.recv 100
                "hello"
                """
            ),
        ],
        seeAlso: ["leave", "setsockopt", "bind"]
    ) { invocation throws(Failure) in
        try invocation.changeMembership(joining: true)
        return .none
    }

    static let leave = Command(
        "leave",
        "leave a multicast group",
        function: "setsockopt(2)",
        about: """
            Ends a membership; name the same interface, and the same source, as with join. Behind it is one \
            setsockopt: IP_DROP_MEMBERSHIP, IPV6_LEAVE_GROUP, IP_DROP_SOURCE_MEMBERSHIP or MCAST_LEAVE_SOURCE_GROUP. \
            close leaves every group by itself.
            """,
        actsOnSocket: true,
        parameters: [group, interface],
        flags: [source],
        examples: [
            Example(
                "in and out",
                "> s = socket inet dgram\n> join 239.1.2.3 127.0.0.1\n> leave 239.1.2.3 127.0.0.1"
            )
        ],
        seeAlso: ["join"]
    ) { invocation throws(Failure) in
        try invocation.changeMembership(joining: false)
        return .none
    }
}

extension Invocation {
    /// One setsockopt(2) for a membership, of the group's family.
    fileprivate func changeMembership(joining: Bool) throws(Failure) {
        let socket = try socket()
        let (wanted, sender) = (self[group], self[source])
        let parts = wanted.text.split(separator: "%", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let isVersion6 = parts.first.flatMap { IPv6Address($0) } != nil
        let name = Self.membership(joining: joining, isVersion6: isVersion6, hasSource: sender != nil)
        guard let option = SocketOption.find(name, level: isVersion6 ? .ipv6 : .ip) else {
            throw failure(.notSupported, "this system has no \(name)")
        }
        let scope = parts.count == 2 && isVersion6 ? OptionWord.Parsed(parts[1], wanted.span) : nil
        var words = [scope == nil ? wanted : OptionWord.Parsed(parts[0], wanted.span)]
        if let place = self[interface] ?? scope { words.append(place) }
        if let sender {
            // The structures with a source have the interface before it; 0 is the kernel's choice.
            if words.count == 1 { words.append(OptionWord.Parsed("0", wanted.span)) }
            words.append(sender)
        }
        let usage = "\(command.name) GROUP [INTERFACE] [-source ADDRESS]"
        try set(option, to: words, on: socket, usage: usage)
    }

    private static func membership(joining: Bool, isVersion6: Bool, hasSource: Bool) -> String {
        switch (isVersion6, hasSource) {
        case (false, false): joining ? "IP_ADD_MEMBERSHIP" : "IP_DROP_MEMBERSHIP"
        case (false, true): joining ? "IP_ADD_SOURCE_MEMBERSHIP" : "IP_DROP_SOURCE_MEMBERSHIP"
        case (true, false): joining ? "IPV6_JOIN_GROUP" : "IPV6_LEAVE_GROUP"
        case (true, true): joining ? "MCAST_JOIN_SOURCE_GROUP" : "MCAST_LEAVE_SOURCE_GROUP"
        }
    }
}
