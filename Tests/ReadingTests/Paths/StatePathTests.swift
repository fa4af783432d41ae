import Journal
import Sockets
import SystemPackage
import Testing

@testable import Reading

@Suite struct StatePathTests {
    private func call(
        _ name: String,
        on socket: Int? = 1,
        result: Int = 0,
        error: Errno? = nil,
        _ before: ConnectionState? = nil,
        _ after: ConnectionState? = nil,
        making maker: Int = 1
    ) -> Call {
        Call(
            CallTitle(name),
            socket: socket,
            arguments: [],
            result: result,
            error: error.map { .errno($0) },
            start: 0,
            duration: 0,
            before: before,
            after: after,
            made: result > 0 ? [MadeSocket(id: maker, name: "s", descriptor: 3)] : []
        )
    }

    private func path(_ calls: [Call], now: ConnectionState?, hasError: Bool = false) -> [ConnectionState] {
        var journal = Journal()
        for call in calls { journal.append(call) }
        return StatePath(of: 1, isTCP: true, now: now, hasError: hasError, history: journal, text: \.name).steps
            .map(\.state)
    }

    @Test func aClientGoesThroughSynSent() {
        let calls = [call("socket", on: nil, result: 3), call("connect", .closed, .established)]
        #expect(path(calls, now: .established) == [.closed, .synSent, .established])
        #expect(path(calls, now: .closeWait) == [.closed, .synSent, .established, .closeWait])
    }

    @Test func aRefusedConnectWasUnderWay() {
        let calls = [
            call("socket", on: nil, result: 3),
            call("connect", result: -1, error: .connectionRefused, .closed, .closed),
        ]
        #expect(path(calls, now: .closed) == [.closed, .synSent, .closed])
    }

    @Test func anAcceptedSocketComesOfAListener() {
        #expect(path([call("accept", on: 9, result: 3)], now: .established) == [.listen, .synReceived, .established])
    }

    @Test func aFarewellIsToldFromAReset() {
        let calls = [
            call("socket", on: nil, result: 3), call("connect", .closed, .established),
            call("shutdown", .established, .finWait1),
        ]
        let begin: [ConnectionState] = [.closed, .synSent, .established, .finWait1]
        #expect(path(calls, now: .closed) == begin + [.timeWait, .closed])
        #expect(path(calls, now: .closed, hasError: true) == begin + [.closed])
        let reset = call("recv", result: -1, error: .connectionReset, .closed, .closed)
        #expect(path(calls + [reset], now: .closed) == begin + [.closed])
    }

    @Test func aDescriptorThatWasUsedBeforeCountsFromItsLastMaker() {
        let calls = [
            call("socket", on: nil, result: 3, making: 7), call("listen", on: 7, .closed, .listen),
            call("close", on: 7, .listen), call("socket", on: nil, result: 3),
        ]
        #expect(path(calls, now: .closed) == [.closed])
    }

    @Test func aForgottenBeginningIsSaid() {
        var journal = Journal()
        journal.append(call("send", .established, .established))
        let steps = StatePath(of: 1, isTCP: true, now: .established, history: journal, text: \.name).steps
        #expect(steps.map(\.cause) == ["before the journal begins"])
    }

    /// What is not in memory gives the same path as what is.
    @Test(arguments: [0, 2000, 5000]) func aLongHistoryTellsTheSame(_ between: Int) {
        func steps(capacity: Int) -> [StatePath.Step] {
            var journal = Journal(capacity: capacity)
            func append(_ call: Call) { journal.append(call) }
            append(call("socket", on: nil, result: 3))
            append(call("connect", .closed, .established))
            for _ in 0..<between { append(call("send", .established, .established)) }
            append(call("recv", .closeWait, .closeWait))
            for _ in 0..<between { append(call("send", .closeWait, .closeWait)) }
            append(call("recv", result: -1, error: .connectionReset, .closed, .closed))
            for _ in 0..<between { append(call("send", on: 2, .closed, .closed)) }
            return StatePath(of: 1, isTCP: true, now: .closed, history: journal, text: \.name).steps
        }
        let expected: [ConnectionState] = [.closed, .synSent, .established, .closeWait, .closed]
        #expect(steps(capacity: 1 << 20).map(\.state) == expected)
        #expect(steps(capacity: 1) == steps(capacity: 1 << 20))
    }
}
