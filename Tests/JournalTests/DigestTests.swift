import Sockets
import SystemPackage
import Testing

@testable import Journal

@Suite struct DigestTests {
    private func call(
        _ name: String,
        on socket: Int,
        _ before: ConnectionState,
        _ after: ConnectionState,
        _ error: Errno? = nil
    ) -> Call {
        Call(
            CallTitle(name),
            socket: socket,
            socketName: "n\(socket)",
            arguments: [],
            result: 0,
            error: error.map { .errno($0) },
            start: 0,
            duration: 0,
            before: before,
            after: after
        )
    }

    @Test func tellsWhatTheCallsTell() {
        let digest = Digest([
            call("connect", on: 5, .closed, .established), call("recv", on: 5, .closed, .closed, .connectionReset),
            call("recv", on: 6, .closeWait, .closeWait),
        ])
        let told: [Fact] = [
            .called(5), .called(6), .state(5, .closed), .state(5, .established), .state(6, .closeWait), .broken(5),
            .milestone(5), .named("n5"), .named("n6"), .received,
        ]
        for fact in told { #expect(digest.mayTell(fact)) }
        let untold: [Fact] = [
            .called(7), .state(5, .listen), .state(6, .established), .broken(6), .milestone(6), .named("n7"), .made(5),
        ]
        for fact in untold { #expect(!digest.mayTell(fact)) }
    }

    @Test(arguments: ["read", "readv", "recvmmsg", "recvmsg"]) func everyCallThatReceivesCounts(_ name: String) {
        #expect(Digest([call(name, on: 1, .established, .established)]).mayTell(.received))
    }

    @Test func sendsReceiveNothing() {
        #expect(!Digest([call("send", on: 1, .established, .established)]).mayTell(.received))
        #expect(!Digest([call("recv", on: 1, .established, .established, .wouldBlock)]).mayTell(.received))
        #expect(!Digest([Call]()).mayTell(.called(1)))
    }

    @Test func eventsTellTheirSocketsAndTheirCalls() {
        var journal = Journal()
        for _ in 0..<9 { journal.append(.sample()) }
        journal.append(LayerEvent(.tls, socket: 5, socketName: "n5", meaning: "", of: .call(4), time: 0))
        journal.append(.seen(of: .call(7)))
        journal.append(.seen())
        let digest = Digest(journal.newestEvents())
        #expect(digest.mayTell(.called(5)) && digest.mayTell(.named("n5")) && !digest.mayTell(.called(6)))
        #expect(digest.mayBelong(to: 4...4) && digest.mayBelong(to: 1...100) && digest.mayBelong(to: 7...9))
        #expect(!digest.mayBelong(to: 1...3) && !digest.mayBelong(to: 8...9))
        #expect(digest.wasRecorded(from: 9) && !digest.wasRecorded(from: 10))
        #expect(!Digest([LayerEvent]()).mayBelong(to: 0...0) && Digest([LayerEvent]()).wasRecorded(from: 0))
    }

    /// What was never inserted is seldom reported present, however full it is.
    @Test func isSeldomWrong() {
        let digest = Digest((1...1024).map { call("send", on: $0, .established, .established) })
        let wrong = (2000..<12_000).count { digest.mayTell(.called($0)) }
        #expect(wrong < 4000)
        for socket in 1...1024 { #expect(digest.mayTell(.called(socket))) }
    }
}
