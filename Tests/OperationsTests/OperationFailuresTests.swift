import Journal
import Language
import Operations
import Shell
import Sockets
import SystemPackage
import Testing

private let stream = TypeWithFlags.Parsed(.stream)
private let place = SocketAddress.inet(.loopback, port: 9)

/// One operation: the call that it makes, and how a composed command makes it on a socket.
struct Operation: CustomTestStringConvertible, Sendable {
    let call: CallKind
    let errno: Errno
    let make: @Sendable (Invocation, Socket) throws(Failure) -> Void

    init(
        _ call: CallKind,
        _ errno: Errno,
        _ make: @escaping @Sendable (Invocation, Socket) throws(Failure) -> Void
    ) {
        self.call = call
        self.errno = errno
        self.make = make
    }

    var testDescription: String { call.name }
}

@Suite(.timeLimit(.minutes(5))) struct OperationFailuresTests {
    static let operations: [Operation] = making + onSockets + data + names

    private static let making = [
        Operation(.socket, .tooManyOpenFiles) { (invocation, _) throws(Failure) in
            _ = try invocation.socket(.inet, stream)
        },
        Operation(.socketpair, .tooManyOpenFiles) { (invocation, _) throws(Failure) in
            _ = try invocation.socketpair()
        },
        Operation(.dup, .tooManyOpenFiles) { (invocation, socket) throws(Failure) in _ = try invocation.dup(socket) },
        Operation(.dup, .badFileDescriptor) { (invocation, _) throws(Failure) in _ = try invocation.fromfd(0) },
        Operation(.unlink, .noSuchFileOrDirectory) { (invocation, _) throws(Failure) in try invocation.unlink("x") },
    ]

    private static let onSockets = [
        Operation(.bind, .addressInUse) { (invocation, socket) throws(Failure) in
            try invocation.bind(socket, to: place)
        },
        Operation(.listen, .addressInUse) { (invocation, socket) throws(Failure) in
            try invocation.listen(socket, backlog: 1)
        },
        Operation(.accept, .tooManyOpenFiles) { (invocation, socket) throws(Failure) in
            _ = try invocation.accept(socket)
        },
        Operation(.accept4, .tooManyOpenFiles) { (invocation, socket) throws(Failure) in
            _ = try invocation.accept(socket, flags: .closeOnExec)
        },
        Operation(.connect, .connectionRefused) { (invocation, socket) throws(Failure) in
            try invocation.connect(socket, to: place)
        },
        Operation(.shutdown, .socketNotConnected) { (invocation, socket) throws(Failure) in
            try invocation.shutdown(socket, .write)
        },
        Operation(.getsockname, .noBufferSpace) { (invocation, socket) throws(Failure) in
            _ = try invocation.getsockname(socket)
        },
        Operation(.getpeername, .socketNotConnected) { (invocation, socket) throws(Failure) in
            _ = try invocation.getpeername(socket)
        },
        Operation(.getsockopt, .invalidArgument) { (invocation, socket) throws(Failure) in
            guard let option = SocketOption.find("SO_REUSEADDR", level: .socket) else { return }
            _ = try invocation.getsockopt(option, on: socket)
        },
        Operation(.setsockopt, .invalidArgument) { (invocation, socket) throws(Failure) in
            guard let option = SocketOption.find("SO_REUSEADDR", level: .socket) else { return }
            try invocation.setsockopt(option, [1, 0, 0, 0], on: socket)
        },
        Operation(.ioctl, .badFileDescriptor) { (invocation, socket) throws(Failure) in
            try invocation.setTimeout(0, on: socket)
        },
        Operation(.poll, .noMemory) { (invocation, socket) throws(Failure) in
            _ = try invocation.poll([Watched(socket: socket, events: .readable)], seconds: 0)
        },
    ]

    private static let data = [
        Operation(.send, .brokenPipe) { (invocation, socket) throws(Failure) in
            try invocation.sendAll([1, 2, 3], on: socket, flags: [])
        },
        Operation(.sendto, .networkUnreachable) { (invocation, socket) throws(Failure) in
            _ = try invocation.sendto([1], place, on: socket, flags: [])
        },
        Operation(.sendmsg, .messageTooLong) { (invocation, socket) throws(Failure) in
            _ = try invocation.sendmsg([[1], [2]], to: place, ancillary: [], on: socket, flags: [])
        },
        Operation(.sendfile, .ioError) { (invocation, socket) throws(Failure) in
            let file = try File.open("/dev/null", at: invocation.span)
            defer { file.close() }
            _ = try invocation.sendfile(file, offset: 0, count: 1, on: socket)
        },
        Operation(.recv, .connectionReset) { (invocation, socket) throws(Failure) in
            _ = try invocation.recv(1, on: socket)
        },
        Operation(.recv, .connectionReset) { (invocation, socket) throws(Failure) in
            _ = try invocation.receive(until: [10], limit: 10, on: socket)
        },
        Operation(.recv, .connectionReset) { (invocation, socket) throws(Failure) in
            _ = try invocation.receiveAll(limit: 10, on: socket)
        },
        Operation(.recv, .connectionReset) { (invocation, socket) throws(Failure) in
            _ = try invocation.receiveAll(into: "/dev/null", on: socket)
        },
        Operation(.recvfrom, .connectionReset) { (invocation, socket) throws(Failure) in
            _ = try invocation.recvfrom(1, on: socket, flags: [])
        },
        Operation(.sockatmark, .invalidArgument) { (invocation, socket) throws(Failure) in
            _ = try invocation.sockatmark(socket)
        },
        Operation(.recvmsg, .connectionReset) { (invocation, socket) throws(Failure) in
            _ = try invocation.recvmsg(1, controlSize: 0, on: socket, flags: [])
        },
    ]

    private static let names = [
        Operation(.getaddrinfo, .noMemory) { (invocation, _) throws(Failure) in
            _ = try invocation.firstAddress(of: "localhost")
        },
        Operation(.getnameinfo, .noMemory) { (invocation, _) throws(Failure) in
            _ = try invocation.names(of: place, flags: [])
        },
        Operation(.gethostname, .invalidArgument) { (invocation, _) throws(Failure) in
            _ = try invocation.hostname()
        },
        Operation(.inet_pton, .addressFamilyNotSupported) { (invocation, _) throws(Failure) in
            _ = try invocation.inet_pton(.inet, "127.0.0.1")
        },
        Operation(.inet_ntop, .noSpace) { (invocation, _) throws(Failure) in
            _ = try invocation.inet_ntop(.inet, [127, 0, 0, 1])
        },
        Operation(.inet_aton, .invalidArgument) { (invocation, _) throws(Failure) in
            _ = try invocation.inet_aton("127.1")
        },
        Operation(.inet_ntoa, .invalidArgument) { (invocation, _) throws(Failure) in
            _ = try invocation.inet_ntoa(.loopback)
        },
        Operation(.htons, .invalidArgument) { (invocation, _) throws(Failure) in _ = try invocation.htons(1) },
        Operation(.ntohl, .invalidArgument) { (invocation, _) throws(Failure) in _ = try invocation.ntohl(1) },
        Operation(.if_nameindex, .noBufferSpace) { (invocation, _) throws(Failure) in
            _ = try invocation.if_nameindex()
        },
        Operation(.if_nametoindex, .noBufferSpace) { (invocation, _) throws(Failure) in
            _ = try invocation.if_nametoindex("lo")
        },
        Operation(.if_indextoname, .noBufferSpace) { (invocation, _) throws(Failure) in
            _ = try invocation.if_indextoname(1)
        },
    ]

    /// A failing call is one failed call in the journal, is what the failure reports, and leaves no socket behind.
    @Test(arguments: operations) func anErrnoIsTheFailure(_ operation: Operation) throws {
        let shell = ComposedSession { invocation throws(Failure) in
            guard let socket = invocation.session.sockets.current else { return .none }
            try operation.make(invocation, socket)
            return .none
        }
        try shell.reply("s = socket inet stream")
        shell.inject(operation.call, operation.errno)
        let failure = try shell.failure("compose")
        #expect(failure.call?.kind == operation.call && failure.call?.isInjected == true)
        #expect(failure.call?.errno == operation.errno)
        #expect(shell.open == ["s"] && shell.calls.count == 2)
    }

    /// Name databases have no errno; what they have instead is the failure.
    @Test(arguments: [CallKind.getservbyname, .getservbyport, .getprotobyname, .getprotobynumber])
    func aDatabaseFindsNothing(_ call: CallKind) throws {
        let shell = ComposedSession { invocation throws(Failure) in
            switch call {
            case .getservbyname: _ = try invocation.serviceEntry(named: "http", nil)
            case .getservbyport: _ = try invocation.serviceEntry(port: 80, nil)
            case .getprotobyname: _ = try invocation.protocolEntry(named: "tcp")
            default: _ = try invocation.protocolEntry(number: .tcp)
            }
            return .none
        }
        shell.session.kernel.inject(Fault(call: call, failure: .notFound(.system)))
        #expect(try shell.failure("compose").className == "NotFound")
        #expect(shell.session.journal[1]?.kind == call)
    }

    @Test(arguments: [CallKind.gethostbyname, .gethostbyaddr]) func aHostIsNotFound(_ call: CallKind) throws {
        let shell = ComposedSession { invocation throws(Failure) in
            if call == .gethostbyname {
                _ = try invocation.hostEntry(named: "localhost")
            } else if let address = HostAddress("127.0.0.1") {
                _ = try invocation.hostEntry(at: address)
            }
            return .none
        }
        shell.session.kernel.inject(Fault(call: call, host: .notFound))
        #expect(try shell.failure("compose").className == "gaierror")
    }

    /// close ends a socket whatever it returns, unless a fault kept the call from the kernel.
    @Test func closeFails() throws {
        let shell = ComposedSession { invocation throws(Failure) in
            guard let socket = invocation.session.sockets.current else { return .none }
            try invocation.close(socket)
            return .none
        }
        try shell.reply("s = socket inet stream")
        shell.inject(.close, .interrupted)
        #expect(try shell.failure("compose").call?.name == "close")
        #expect(shell.open == ["s"])
        try shell.reply("compose")
        #expect(shell.open.isEmpty)
    }

    @Test func whatIsNoSocketIsClosedAgain() throws {
        let shell = ComposedSession { invocation throws(Failure) in .socket(try invocation.fromfd(0).name) }
        #expect(try shell.failure("compose").className == "NotASocket")
        #expect(shell.calls == ["dup", "close"] && shell.open.isEmpty)
    }
}
