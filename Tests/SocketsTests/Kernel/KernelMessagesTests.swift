import SystemPackage
import Testing

@testable import Sockets

/// Descriptors that are closed when the test ends.
final class Descriptors {
    let kernel = Kernel()
    private var open: [Int32] = []

    deinit { for descriptor in open { _ = kernel.close(descriptor) } }

    /// Keeps a descriptor until the end.
    func keep(_ descriptor: Int32) -> Int32 {
        open.append(descriptor)
        return descriptor
    }

    func pair(_ type: SocketType) throws -> (Int32, Int32) {
        let returned = kernel.socketpair(.unix, type: type.rawValue, protocol: .automatic)
        try #require(returned.errno == nil)
        return (keep(returned.output.0), keep(returned.output.1))
    }

    /// A datagram socket bound to a free port of a loopback address.
    func datagram(_ address: SocketAddress) throws -> (Int32, SocketAddress) {
        let descriptor = keep(
            Int32(kernel.socket(address.family, type: SocketType.datagram.rawValue, protocol: .automatic).result)
        )
        try #require(kernel.bind(descriptor, to: address).errno == nil)
        return (descriptor, try #require(kernel.getsockname(descriptor).output))
    }

    func turnOn(_ descriptor: Int32, _ level: Int32, _ option: Int32) throws {
        try #require(kernel.setsockopt(descriptor, level: level, option: option, value: native(Int32(1))).errno == nil)
    }
}

@Suite(.timeLimit(.minutes(5))) struct KernelMessagesTests {
    let sockets = Descriptors()
    var kernel: Kernel { sockets.kernel }

    @Test func gathersAndScatters() throws {
        let (a, b) = try sockets.pair(.datagram)
        #expect(kernel.sendmsg(a, [[1, 2], [], [3, 4, 5]]).result == 5)
        let returned = kernel.recvmsg(b, sizes: [1, 3, 8])
        #expect(returned.result == 5)
        #expect(returned.output.parts == [[1], [2, 3, 4], [5]])
        #expect(returned.output.bytes == [1, 2, 3, 4, 5])
        #expect(returned.output.flags == [] && returned.output.ancillary.isEmpty)
        #expect(kernel.sendmsg(a, []).result == 0)
        #expect(kernel.recvmsg(b, sizes: []).output.parts.isEmpty)
    }

    @Test func truncationNeverReadsMoreThanFits() throws {
        let (a, b) = try sockets.pair(.datagram)
        _ = kernel.sendmsg(a, [[UInt8](repeating: 7, count: 100)])
        let returned = kernel.recvmsg(b, sizes: [3, 4], flags: .truncated)
        #expect(returned.result == 100)
        #expect(returned.output.parts == [[7, 7, 7], [7, 7, 7, 7]])
        #expect(returned.output.flags.contains(.truncated))
    }

    @Test func failuresAndFaultsComeAsErrno() throws {
        let (a, b) = try sockets.pair(.stream)
        #expect(kernel.recvmsg(b, sizes: [4], flags: .dontWait).errno == .wouldBlock)
        #expect(kernel.sendmsg(-1, [[1]]).errno == .badFileDescriptor)
        #expect(kernel.recvmsg(-1, sizes: [1]).errno == .badFileDescriptor)
        kernel.inject(Fault(call: .sendmsg, errno: .interrupted))
        #expect(kernel.sendmsg(a, [[1]]).errno == .interrupted)
        kernel.inject(Fault(call: .recvmsg, errno: .noMemory))
        #expect(kernel.recvmsg(b, sizes: [1]).errno == .noMemory)
    }

    @Test(arguments: [[-1], [Int.max], [Int.max, Int.max], [1 << 30, 1], [Int.min]]) func refusesSizes(sizes: [Int]) {
        #expect(kernel.recvmsg(-1, sizes: sizes).errno == .invalidArgument)
        #expect(kernel.recvmsg(-1, sizes: [1], controlCapacity: -1).errno == .invalidArgument)
    }

    @Test func passesDescriptors() throws {
        let (a, b) = try sockets.pair(.stream)
        let (c, d) = try sockets.pair(.stream)
        #expect(kernel.sendmsg(a, [[0]], ancillary: [.rights([c, d])]).result == 1)
        let message = kernel.recvmsg(b, sizes: [1], controlCapacity: AncillaryMessage.space(8)).output
        guard case .rights(let received)? = message.ancillary.first, received.count == 2 else {
            Issue.record("\(message)")
            return
        }
        _ = received.map(sockets.keep)
        #expect(Set(received).isDisjoint(with: [c, d]))
        #expect(kernel.sendmsg(received[0], [[42]]).result == 1)
        #expect(kernel.recvmsg(d, sizes: [1]).output.bytes == [42])
        #expect(kernel.sendmsg(a, [[0]], ancillary: [.rights([-1])]).errno == .badFileDescriptor)
    }

    @Test func tellsThatControlDataWasCut() throws {
        let (a, b) = try sockets.pair(.stream)
        _ = kernel.sendmsg(a, [[0]], ancillary: [.rights([a, b])])
        let message = kernel.recvmsg(b, sizes: [1]).output
        #expect(message.flags.contains(.controlTruncated) && message.ancillary.isEmpty)
    }

    #if os(Linux)
        @Test func passesCredentials() throws {
            let (a, b) = try sockets.pair(.datagram)
            try sockets.turnOn(b, SOL_SOCKET, SO_PASSCRED)
            let own = AncillaryMessage.credentials(pid: getpid(), uid: getuid(), gid: getgid())
            #expect(kernel.sendmsg(a, [[1]], ancillary: [own]).result == 1)
            #expect(kernel.recvmsg(b, sizes: [1], controlCapacity: 64).output.ancillary == [own])
        }

        @Test func tellsWhereADatagramCameThrough() throws {
            let (receiver, address) = try sockets.datagram(.inet(.loopback, port: 0))
            for option in [IP_PKTINFO, IP_RECVTTL, IP_RECVTOS] { try sockets.turnOn(receiver, 0, option) }
            try sockets.turnOn(receiver, SOL_SOCKET, SO_TIMESTAMP)
            let (sender, from) = try sockets.datagram(.inet(.loopback, port: 0))
            let sent: [AncillaryMessage] = [.timeToLive(33), .typeOfService(16)]
            #expect(kernel.sendmsg(sender, [[1, 2]], to: address, ancillary: sent).result == 2)
            let message = kernel.recvmsg(receiver, sizes: [10], controlCapacity: 256).output
            #expect(message.from == from && message.bytes == [1, 2])
            #expect(message.ancillary.contains(.timeToLive(33)))
            #expect(message.ancillary.contains(.typeOfService(16)))
            let loopback = try #require(kernel.if_nameindex().output.first { $0.name == "lo" })
            let info = AncillaryMessage.packetInfo(
                interface: loopback.index,
                specificDestination: .loopback,
                destination: .loopback
            )
            #expect(message.ancillary.contains(info))
            #expect(
                message.ancillary.contains {
                    if case .timestamp(let seconds, _) = $0 { seconds > 1 << 30 } else { false }
                }
            )
        }

        @Test func tellsNanoseconds() throws {
            let (receiver, address) = try sockets.datagram(.inet(.loopback, port: 0))
            try sockets.turnOn(receiver, SOL_SOCKET, SO_TIMESTAMPNS)
            #expect(kernel.sendmsg(receiver, [[1]], to: address).result == 1)
            let message = kernel.recvmsg(receiver, sizes: [1], controlCapacity: 64).output
            #expect(message.ancillary.map(\.name) == ["SCM_TIMESTAMPNS"])
        }

        @Test func tellsOfVersion6() throws {
            guard let (receiver, address) = try? sockets.datagram(.inet6(.loopback, port: 0)) else { return }
            for option: Int32 in [49, 51, 66] { try sockets.turnOn(receiver, 41, option) }
            let sent: [AncillaryMessage] = [.hopLimit(9), .trafficClass(32)]
            #expect(kernel.sendmsg(receiver, [[1]], to: address, ancillary: sent).result == 1)
            let message = kernel.recvmsg(receiver, sizes: [1], controlCapacity: 256).output
            #expect(message.ancillary.contains(.hopLimit(9)) && message.ancillary.contains(.trafficClass(32)))
            #expect(message.ancillary.map(\.name).contains("IPV6_PKTINFO"))
        }

        @Test func theErrorQueueTellsWhoRefused() throws {
            // A port that is bound and connected elsewhere refuses what comes from others, and nobody else can take it.
            let (closed, address) = try sockets.datagram(.inet(.loopback, port: 0))
            #expect(kernel.connect(closed, to: address).errno == nil)
            let (sender, _) = try sockets.datagram(.inet(.loopback, port: 0))
            try sockets.turnOn(sender, 0, 11)
            #expect(kernel.sendmsg(sender, [[9]], to: address).result == 1)
            let events = kernel.poll([PollEntry(descriptor: sender, events: [])], timeout: 10_000).output
            #expect(events.first?.returned == .error)
            let message = kernel.recvmsg(sender, sizes: [4], controlCapacity: 256, flags: .errorQueue).output
            #expect(message.flags.contains(.errorQueue) && message.bytes == [9] && message.from == address)
            let expected = ExtendedError(
                errno: .connectionRefused,
                origin: .icmp,
                type: 3,
                code: 3,
                offender: .inet(.loopback, port: 0)
            )
            #expect(message.ancillary == [.receiveError(expected)])
        }

        @Test func cutsIntoSegments() throws {
            let (receiver, address) = try sockets.datagram(.inet(.loopback, port: 0))
            let data = [UInt8](repeating: 1, count: 250)
            #expect(kernel.sendmsg(receiver, [data], to: address, ancillary: [.segmentSize(100)]).result == 250)
            #expect((1...3).map { _ in kernel.recvmsg(receiver, sizes: [500]).result } == [100, 100, 50])
        }
    #endif
}
