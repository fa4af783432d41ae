import Explaining
import Journal
import Shell
import Sockets
import SystemPackage
import Testing

/// EBADF and ENOTSOCK, which every call on a descriptor can return.
enum DescriptorErrnos {
    /// A line for each call, on the socket `s`.
    static let lines: [(call: String, line: String)] = [
        ("bind", "s.bind 127.0.0.1 0"), ("connect", "s.connect 127.0.0.1 HELD"), ("listen", "s.listen"),
        ("accept", "s.accept"), ("send", "s.send x"), ("sendto", "s.sendto x 127.0.0.1 HELD"), ("recv", "s.recv"),
        ("recvfrom", "s.recvfrom"), ("shutdown", "s.shutdown"), ("getsockname", "s.getsockname"),
        ("getpeername", "s.getpeername"), ("accept4", "s.accept nonblock"), ("sendmsg", "s.sendmsg x"),
        ("recvmsg", "s.recvmsg"), ("sendfile", "s.sendfile /etc/hostname"),
        ("sockatmark", "s.sockatmark"),
    ]

    /// The calls on a file; sendfile(2) first checks whether it may write there, and may not, and sockatmark(3) is an
    /// ioctl, which is refused with ENOTTY.
    static let notSockets: [Provocation] = lines.filter { !["sendfile", "sockatmark"].contains($0.call) }.map {
        Provocation($0.call, "ENOTSOCK", "descriptor.no-socket", "s = fromfd %FD inet stream\n\($0.line)")
    }
}

@Suite("Descriptors that are gone", .serialized, .timeLimit(.minutes(5)))
struct DescriptorErrnoTests {
    /// Opens a descriptor far above those in use, and closes it: nobody else gets the number meanwhile.
    @Test(arguments: DescriptorErrnos.lines.map(\.call))
    func closed(call: String) throws {
        let line = try #require(DescriptorErrnos.lines.first { $0.call == call }?.line)
        let outcome = try Scene.play(line) { session in
            let kernel = Kernel()
            let low = Int32(kernel.socket(.inet, type: SocketType.stream.rawValue, protocol: .automatic).result)
            let high = fcntl(low, F_DUPFD, 900)
            _ = kernel.close(low)
            session.locked {
                _ = session.sockets.add(
                    name: "s",
                    descriptor: high,
                    family: .inet,
                    type: .stream,
                    protocolNumber: .automatic
                )
            }
            _ = kernel.close(high)
        }
        let failure = try #require(outcome.failure)
        #expect(failure.call?.name == call)
        #expect(failure.call?.errno == .badFileDescriptor)
        #expect(Diagnosis(of: failure, history: outcome.history).rule == "descriptor.closed")
    }
}
