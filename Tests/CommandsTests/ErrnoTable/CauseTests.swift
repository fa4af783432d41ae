import Explaining
import Journal
import Sockets
import Testing

/// Causes that depend on what was set before: the same call and errno, but another sentence.
@Suite("Causes by what was set before", .timeLimit(.minutes(5)))
struct CauseTests {
    private static let taken = "a = socket inet stream\na.bind 127.0.0.1 0"
    private static let reusing = "s = socket inet stream\ns.setsockopt reuseaddr on\ns.bind 127.0.0.1 $a.port"
    private static let gone = """
        l.bind 127.0.0.1 0
        p = $l.port
        l.listen
        k = socket inet stream
        k.connect 127.0.0.1 $p
        c = l.accept
        c.close
        k.close
        l.close
        s = socket inet stream
        s.bind 127.0.0.1 $p
        """

    private func diagnosis(_ lines: String) throws -> Diagnosis {
        let outcome = try Scene.play(lines)
        return Diagnosis(of: try #require(outcome.failure), history: outcome.history)
    }

    @Test(arguments: [
        ("\(taken)\na.listen\n\(reusing)", "puts nobody beside a listener"),
        ("\(taken)\n\(reusing)", "helps only if both have it"),
        ("l = socket inet stream\n\(gone)", "only if the old socket had set it too"),
        ("s = socket inet dgram\nd = s.dup\nd.setblocking off\ns.recv 1", "s is non-blocking: d, another descriptor"),
        ("a = socketpair\nb = a.dup\nc = b.dup\nc.setblocking off\na.sendall fill:4000000", "c, another descriptor"),
        ("s = socket inet dgram\ns.setblocking off\ns.recv 1", "and s is non-blocking"),
    ])
    func told(lines: String, words: String) throws {
        let told = try diagnosis(lines)
        #expect(told.cause?.contains(words) == true, "\(told)")
    }

    private static let member = "s = socket inet dgram\ns.join"
    private static let peer = "l = socket inet stream\nl.listen\ns = socket inet stream\ns.connect 127.0.0.1 $l.port"

    private static let advised: [(rule: String, lines: String, words: String, advice: String)] = [
        ("membership.unicast", "\(member) 10.0.0.1 lo", "10.0.0.1 is the address of one host", "s.join 239.1.2.3 lo"),
        (
            "membership.twice", "\(member) 239.1.2.3 lo\ns.join 239.1.2.3 lo", "member of that group already",
            "s.recvfrom"
        ),
        (
            "membership.source.twice",
            "\(member) 232.1.2.3 lo -source 127.0.0.1\ns.join 232.1.2.3 lo -source 127.0.0.1",
            "s hears 127.0.0.1 in 232.1.2.3 already", "s.recvfrom"
        ),
        ("membership.none", "s = socket inet dgram\ns.leave 239.1.2.9 lo", "not a member of 239.1.2.9", "join"),
        (
            "membership.source.none", "s = socket inet dgram\ns.leave 232.1.2.3 lo -source 127.0.0.1",
            "for that sender",
            "join"
        ),
        (
            "membership.address", "s = socket inet dgram\ns.setsockopt multicast_if 192.0.2.1",
            "no interface of this machine", "if_nameindex"
        ),
        ("membership.stream", "s = socket inet stream\ns.join 239.1.2.3 lo", "are for datagrams", "socket inet dgram"),
        ("service.unknown", "getservbyname http sctp", "http is a service over tcp", "getservbyname http tcp"),
        ("protocol.unknown.number", "getprotobynumber 999", "999 is no protocol's number", "getprotobynumber 6"),
        ("protocol.unknown.number", "getprotobynumber 253", "has the number 253", "getprotobynumber 6"),
        ("host.empty", "gethostbyname \"\"", "an empty name", "gethostbyname localhost"),
        ("host.unknown", "gethostbyname ::1", "knows IPv4 only", "getaddrinfo ::1"),
        ("host.unknown", "inject gethostbyname HOST_NOT_FOUND\ngethostbyname \"[::1]\"", "brackets", "getaddrinfo ::1"),
        (
            "host.unknown", "inject gethostbyname HOST_NOT_FOUND\ngethostbyname \"localhost:80\"",
            "the port is a word of its own", "getaddrinfo localhost 80"
        ),
        (
            "name.unknown", "inject getaddrinfo EAI_NONAME\ngetaddrinfo 1::2::3", "one :: stands for groups of zeros",
            "127.0.0.1"
        ),
        ("name.unknown", "inject getaddrinfo EAI_NONAME\ngetaddrinfo \"[::1]:80\"", "brackets", "getaddrinfo ::1 80"),
        (
            "send.ancillary", "s = socket inet dgram\ns.sendmsg hi -to 127.0.0.1 9 -ttl 300", "IP_TTL is 1 to 255",
            "-to 127.0.0.1 9"
        ),
        (
            "send.ancillary", "s = socket inet6 dgram\ns.sendmsg hi -to ::1 9 -hoplimit 300",
            "IPV6_HOPLIMIT is 0 to 255", "s.sendmsg"
        ),
        (
            "send.refused-fastopen", "s = socket inet stream\ns.sendto hi 127.0.0.1 HELD fastopen",
            "fastopen lets sendto connect", "a listener first"
        ),
        ("accept.connected", "\(peer)\ns.accept", "a client's socket", "l.accept"),
        ("accept.connected", "a = socketpair\na.accept", "a client's socket", "l = socket unix stream; l.listen"),
    ]

    /// The rules that these tests prove.
    static let rules = Set(advised.map(\.rule) + ["name.unknown.family"])

    @Test(arguments: advised.indices)
    func toldAndAdvised(place: Int) throws {
        let (rule, lines, words, advice) = Self.advised[place]
        let told = try diagnosis(lines)
        #expect(told.rule == rule)
        #expect(told.cause?.contains(words) == true, "\(told)")
        #expect(told.advice.contains { $0.contains(advice) }, "\(told)")
    }

    @Test(arguments: ["poll a", "poll a:in|pri"])
    func pollIsBoundedWithItsSockets(line: String) throws {
        let outcome = try Scene.play("a = socketpair\ninject poll EINTR\n\(line)")
        let call = try #require(outcome.failure?.call)
        let told = Diagnosis(of: Failure(.interrupted(call)), history: outcome.history)
        #expect(told.advice == ["limit the wait: \(line) -timeout 5"])
    }

    @Test func aNameOfTheOtherFamilyAloneSaysSo() throws {
        let known = KnownHosts.all()
        let plain = known.filter { host in
            IPv4Address(host.address) != nil
                && !known.contains { $0.name == host.name && IPv6Address($0.address) != nil }
        }
        guard let host = plain.first else { return }
        let told = try diagnosis("s = socket inet6 stream\ninject getaddrinfo EAI_NONAME\ns.bind \(host.name) 0")
        #expect(told.rule == "name.unknown.family")
        #expect(told.cause?.contains("no IPv6 address is known for \(host.name)") == true)
    }

    @Test func adviceThatWasFollowedIsNotGivenAgain() throws {
        for line in try diagnosis("\(Self.taken)\na.listen\n\(Self.reusing)").advice {
            #expect(!line.contains("reuseaddr"))
        }
        let waiting = try diagnosis("l = socket inet stream\nl.setsockopt reuseaddr on\n\(Self.gone)")
        #expect(waiting.advice.first?.contains("s.setsockopt reuseaddr on; s.bind") == true)
    }

    @Test(arguments: [
        ("a..b", "between two dots"), (".b", "between two dots"), ("b.", "name servers know it"),
        (String(repeating: "x", count: 64) + ".b", "at most 63"), ("1.2.3", "four numbers"),
    ])
    func names(host: String, words: String) throws {
        let told = try diagnosis("inject getaddrinfo EAI_NONAME\ngetaddrinfo \(host)")
        #expect(told.cause?.contains(words) == true, "\(told)")
    }
}
