import Commands
import Shell
import Sockets
import SystemPackage
import Testing

@testable import Explaining

@Suite struct KnowledgeTests {
    /// The ERRORS of socket, bind, connect, accept, listen, send, recv, shutdown, getsockopt, getsockname, getpeername,
    /// socketpair, poll, close, dup, ioctl, sendfile (section 2), and socket, ip, ipv6, tcp, udp, unix, raw, packet (7).
    static let manualErrors = """
        EACCES EADDRINUSE EADDRNOTAVAIL EAFNOSUPPORT EAGAIN EALREADY EBADF EBUSY ECONNABORTED ECONNREFUSED ECONNRESET \
        EDESTADDRREQ EDQUOT EFAULT EHOSTDOWN EHOSTUNREACH EINPROGRESS EINTR EINVAL EIO EISCONN EISDIR ELOOP EMFILE \
        EMSGSIZE ENAMETOOLONG ENETDOWN ENETUNREACH ENFILE ENOBUFS ENODEV ENOENT ENOLINK ENOMEM ENONET ENOPKG \
        ENOPROTOOPT ENOSPC ENOSR ENOSYS ENOTCONN ENOTDIR ENOTSOCK ENOTTY ENXIO EOPNOTSUPP EOVERFLOW EPERM EPIPE EPROTO \
        EPROTONOSUPPORT EPROTOTYPE ERANGE EROFS ESOCKTNOSUPPORT ESPIPE ESRCH ETIMEDOUT ETOOMANYREFS EWOULDBLOCK
        """.split(separator: " ").map(String.init)

    @Test func everyErrorOfTheManualHasANote() {
        let written = Set(
            (Notes.connectionErrors + Notes.socketErrors + Notes.systemErrors).map(\.name) + ["EWOULDBLOCK"]
        )
        for name in Self.manualErrors {
            #expect(written.contains(name), "\(name)")
            #expect(Knowledge.topic(name) != nil)
        }
    }

    @Test func everyNoteIsOfSomethingThatExists() {
        let topics = Set(Knowledge.topics.map(\.name))
        let notes =
            Notes.connectionErrors + Notes.socketErrors + Notes.systemErrors + Notes.states + Notes.flags + Notes.kinds
            + Notes.resolver + Notes.ancillary + Notes.allOptions + Notes.concepts + Notes.macros
        for note in notes { #expect(topics.contains(note.name), "\(note.name)") }
        #expect(Set(notes.map(\.name)).count == notes.count)
    }

    @Test func everyNameOfTheTablesIsKnown() {
        var names = SocketOption.all.map(\.name) + Errno.named.map(\.name)
        names += ConnectionState.allCases.map(\.description) + AncillaryMessage.kindNames
        names += MessageFlags.known.map(\.name) + PollEvents.known.map(\.name) + ShutdownHow.known.map(\.name)
        names += SocketFlag.known.map(\.name) + AddressFamily.known.map(\.name) + SocketType.known.map(\.name)
        names += ProtocolNumber.known.map(\.name) + OptionLevel.known.map(\.name) + ResolverError.known.map(\.name)
        names += HostError.known.map(\.name) + AddressInfoFlags.known.map(\.name) + NameInfoFlags.known.map(\.name)
        names += ErrorOrigin.known.map(\.name)
        for name in names { #expect(Knowledge.topic(name)?.name == name, "\(name)") }
    }

    @Test func whatIsMetMostHasANoteOfItsOwn() {
        let flags = Set(Notes.flags.map(\.name))
        for name in MessageFlags.known.map(\.name) + PollEvents.known.map(\.name) + ShutdownHow.known.map(\.name) {
            #expect(flags.contains(name), "\(name)")
        }
        let states = Set(Notes.states.map(\.name))
        for state in ConnectionState.allCases { #expect(states.contains(state.description)) }
        let codes = Set(Notes.resolver.map(\.name))
        for name in ResolverError.known.map(\.name) { #expect(codes.contains(name), "\(name)") }
    }

    /// What getsockopt lists on the sockets of a course is explained, not only named.
    @Test(arguments: [
        (AddressFamily.inet, SocketType.stream), (.inet, .datagram), (.inet6, .stream), (.inet6, .datagram),
    ])
    func everyOptionThatIsListedHasANote(_ family: AddressFamily, _ type: SocketType) {
        let written = Set((Notes.allOptions + Notes.ancillary).map(\.name))
        let listed = SocketOption.all.filter {
            $0.access.isReadable && !$0.readHasSideEffect && $0.synonym == nil && $0.capacity > 0
                && $0.applies(family: family, type: type, protocol: type == .stream ? .tcp : .udp)
        }
        #expect(listed.count > 60)
        #expect(listed.map(\.name).filter { !written.contains($0) } == [])
    }

    @Test func everyTopicIsWhole() {
        for topic in Knowledge.topics {
            #expect(topic.text.hasSuffix(".") && topic.text.count > 10, "\(topic.name)")
            #expect(!topic.title.isEmpty && !topic.met.isEmpty && !topic.advice.isEmpty, "\(topic.name)")
            #expect(!topic.source.isEmpty, "\(topic.name)")
            let sentences = topic.text.split(separator: ". ").count
            #expect((1...5).contains(sentences), "\(topic.name): \(sentences) sentences")
        }
    }

    @Test func whatIsWorthALookCanBeLookedAt() {
        for topic in Knowledge.topics {
            for other in topic.seeAlso {
                #expect(
                    Knowledge.topic(other) != nil || Registry.all[other] != nil || Self.comingCommands.contains(other),
                    "\(topic.name): \(other)"
                )
            }
        }
    }

    /// Commands that other families contribute.
    private static let comingCommands: Set<String> = [
        "getsockopt", "setsockopt", "getaddrinfo", "getnameinfo", "recvmsg", "sendmsg", "sendfile", "getservbyname",
    ]

    @Test(arguments: [
        ("reuseaddr", "SO_REUSEADDR"), ("FIN-WAIT-1", "FIN_WAIT1"), ("fin wait 2", "FIN_WAIT2"), ("closed", "CLOSE"),
        ("connrefused", "ECONNREFUSED"), ("ConnectionRefused", "ECONNREFUSED"), ("EWOULDBLOCK", "EAGAIN"),
        ("byte order", "byte order"), ("byte-order", "byte order"), ("three way handshake", "three-way handshake"),
        ("inet", "AF_INET"), ("peek", "MSG_PEEK"), ("stream", "stream"), ("wr", "SHUT_WR"), ("tcp", "IPPROTO_TCP"),
        ("nodelay", "TCP_NODELAY"), ("ESTAB", "ESTABLISHED"), ("SYN-RECV", "SYN_RECV"), ("TIME-WAIT", "TIME_WAIT"),
        ("UNCONN", "CLOSE"), ("CLOSE-WAIT", "CLOSE_WAIT"), ("LAST-ACK", "LAST_ACK"), ("EPOLLIN", "epoll"),
        ("FIONBIO", "FIONBIO"), ("SIGPIPE", "SIGPIPE"), ("O_NONBLOCK", "O_NONBLOCK"), ("SOMAXCONN", "SOMAXCONN"),
    ])
    func findsOtherSpellings(spelling: String, name: String) { #expect(Knowledge.topic(spelling)?.name == name) }

    @Test(arguments: ["", "E", "nonsense", "\u{1b}[2J", "SO_"])
    func knowsNothingOfWhatIsNothing(name: String) { #expect(Knowledge.topic(name) == nil) }

    @Test func suggestsTheNearest() {
        #expect(Knowledge.nearest(to: "ECONREFUSED").first == "ECONNREFUSED")
        #expect(Knowledge.nearest(to: "SO_REUSEADR").first == "SO_REUSEADDR")
        #expect(Knowledge.nearest(to: "backlgo").first == "backlog")
        #expect(Knowledge.nearest(to: String(repeating: "x", count: 10_000)).isEmpty)
    }

    @Test func linesFitTheWidth() {
        for topic in Knowledge.topics {
            for line in topic.lines(width: 80) { #expect(line.count <= 80, "\(line)") }
        }
    }
}
