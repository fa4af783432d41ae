import Journal
import Sockets
import Testing

@testable import Reading

@Suite struct ClosedSocketTests {
    private static let local = SocketAddress.inet(.loopback, port: 40000)
    private static let peer = SocketAddress.inet(.loopback, port: 80)

    /// A client that was created, connected and closed in a state.
    private func journal(closedIn before: ConnectionState?, after: ConnectionState? = nil) -> Journal {
        var journal = Journal()
        journal.append(
            Call(
                .known(.socket),
                arguments: [
                    Argument("domain", .constant("AF_INET", 2)), Argument("type", .constant("SOCK_STREAM", 1)),
                    Argument("protocol", .constant("0", 0)),
                ],
                result: 3,
                start: 0,
                duration: 1,
                made: [MadeSocket(id: 1, name: "c", descriptor: 3)]
            )
        )
        journal.append(
            call("connect", [Argument("addr", .address(Self.peer))], .closed, .established, local: Self.local)
        )
        journal.append(call("close", [], before, after))
        return journal
    }

    private func call(
        _ name: String,
        _ arguments: [Argument],
        _ before: ConnectionState?,
        _ after: ConnectionState?,
        local: SocketAddress? = nil
    ) -> Call {
        Call(
            CallTitle(name),
            socket: 1,
            socketName: "c",
            arguments: [Argument("sockfd", .descriptor(3))] + arguments,
            result: 0,
            start: 10,
            duration: 1,
            before: before,
            after: after,
            local: local
        )
    }

    private func path(_ journal: Journal, _ held: HeldConnection, at time: UInt64 = 20) throws -> [ConnectionState] {
        let closed = try #require(ClosedSocket(named: "c", history: journal))
        return statePath(closed, held, at: time, journal).steps.map(\.state)
    }

    private func statePath(
        _ closed: ClosedSocket,
        _ held: HeldConnection,
        at time: UInt64 = 20,
        _ journal: Journal
    ) -> StatePath {
        StatePath(of: closed, held: held, at: time, history: journal) { $0.name }
    }

    private let start: [ConnectionState] = [.closed, .synSent, .established]

    @Test func goesOnToWhatTheKernelHolds() throws {
        let journal = journal(closedIn: .established)
        let waiting = HeldConnection.held(state: .timeWait, seconds: 59.5, isOpen: false)
        #expect(try path(journal, waiting) == start + [.finWait1, .finWait2, .timeWait])
        let closed = try #require(ClosedSocket(named: "c", history: journal))
        #expect(closed.local == Self.local && closed.peer == Self.peer && closed.isTCP)
        let text = closed.text(held: waiting, path: statePath(closed, waiting, journal), alphabet: .ascii)
        #expect(text.contains("holds the two addresses for 59.5 s more"))
        #expect(text.hasPrefix("c  closed  AF_INET SOCK_STREAM  127.0.0.1 40000 to 127.0.0.1 80"))
    }

    @Test func whatIsGoneAtOnceWasReset() throws {
        let journal = journal(closedIn: .established)
        #expect(try path(journal, .nothing) == start + [.closed])
        #expect(try path(journal, .nothing, at: 100_000_000_000) == start + [.finWait1, .closed])
        #expect(try path(journal, .unknown) == start + [.finWait1])
    }

    @Test func thePassiveSideHasNoTimeWait() throws {
        #expect(try path(journal(closedIn: .closeWait), .nothing) == start + [.closeWait, .lastAck, .closed])
        let held = HeldConnection.held(state: .lastAck, seconds: nil, isOpen: false)
        #expect(try path(journal(closedIn: .closeWait), held) == start + [.closeWait, .lastAck])
    }

    @Test func anotherDescriptorKeepsIt() throws {
        #expect(try path(journal(closedIn: .established, after: .established), .nothing).last == .established)
    }

    @Test func anOpenSocketIsNotClosed() {
        #expect(ClosedSocket(named: "d", history: journal(closedIn: .established)) == nil)
        #expect(ClosedSocket(named: "c", history: Journal()) == nil)
    }
}
