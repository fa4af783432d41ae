import Sockets
import Synchronization
import SystemPackage
import Testing

@testable import Shell

@Suite(.timeLimit(.minutes(5))) struct InterrupterTests {
    private let interrupter = Interrupter()
    private let kernel = Kernel()

    /// A socket on which nothing will ever arrive.
    private func silence() throws -> (Int32, Int32) {
        let pair = kernel.socketpair(.unix, type: SocketType.stream.rawValue, protocol: .automatic)
        try #require(pair.errno == nil)
        return pair.output
    }

    private func close(_ pair: (Int32, Int32)) {
        _ = kernel.close(pair.0)
        _ = kernel.close(pair.1)
    }

    @Test func aDeadlineEndsACall() throws {
        let pair = try silence()
        defer { close(pair) }
        for _ in 0..<20 {
            let ticket = interrupter.begin(deadline: now() + 1_000_000, job: nil)
            let returned = kernel.recv(pair.0, size: 1, flags: [])
            #expect(returned.errno == .interrupted && interrupter.end(ticket) == .deadline)
        }
        #expect(interrupter.waitingCount == 0)
    }

    @Test func aDeadlineThatIsOverAlready() throws {
        let pair = try silence()
        defer { close(pair) }
        let ticket = interrupter.begin(deadline: 0, job: nil)
        #expect(kernel.recv(pair.0, size: 1, flags: []).errno == .interrupted)
        #expect(interrupter.end(ticket) == .deadline)
    }

    @Test func whatEndsByItselfHasNoCause() throws {
        let ticket = interrupter.begin(deadline: now() + 1_000_000_000_000, job: nil)
        #expect(interrupter.waitingCount == 1)
        #expect(interrupter.end(ticket) == nil && interrupter.end(ticket) == nil && interrupter.end(999) == nil)
        #expect(interrupter.waitingCount == 0)
    }

    @Test func cancellingNobody() {
        interrupter.cancel(job: 7)
        let ticket = interrupter.begin(deadline: nil, job: 7)
        #expect(interrupter.end(ticket) == nil)
    }

    private struct Ends: Sendable {
        var begun = 0
        var causes: [Interrupter.Cause?] = []
    }

    /// Runs `count` threads that wait for nothing, has `body` end them once all wait, and returns how each ended.
    private func endingThreads(
        _ count: Int,
        deadline: (Int) -> UInt64?,
        _ body: () -> Void
    ) throws -> [Interrupter.Cause?] {
        let ends = Shared()
        var pairs: [(Int32, Int32)] = []
        defer { pairs.forEach(close) }
        for number in 1...count {
            let pair = try silence()
            pairs.append(pair)
            let limit = deadline(number)
            let (interrupter, kernel) = (interrupter, kernel)
            let started = startThread {
                let ticket = interrupter.begin(deadline: limit, job: number)
                ends.change { $0.begun += 1 }
                _ = kernel.recv(pair.0, size: 1, flags: [])
                let cause = interrupter.end(ticket)
                ends.change { $0.causes.append(cause) }
            }
            try #require(started)
        }
        ends.wait { $0.begun == count }
        body()
        return ends.wait { $0.causes.count == count }.causes
    }

    /// A value that threads change and wait for.
    private final class Shared: @unchecked Sendable {
        private let lock = Lock()
        private let changed = Condition()
        private var ends = Ends()

        func change(_ body: (inout Ends) -> Void) {
            lock.lock()
            body(&ends)
            lock.unlock()
            changed.broadcast()
        }

        @discardableResult
        func wait(_ condition: (Ends) -> Bool) -> Ends {
            lock.lock()
            defer { lock.unlock() }
            while !condition(ends) { changed.wait(lock, milliseconds: 50) }
            return ends
        }
    }

    @Test func manyAreCancelledAtOnce() throws {
        let causes = try endingThreads(24, deadline: { _ in nil }) {
            for number in 1...24 { interrupter.cancel(job: number) }
        }
        #expect(causes.allSatisfy { $0 == .cancel } && interrupter.waitingCount == 0)
    }

    @Test func manyDeadlinesAtOnce() throws {
        let start = now()
        let causes = try endingThreads(24, deadline: { start + UInt64($0) * 1_000_000 }) {}
        #expect(causes.allSatisfy { $0 == .deadline } && interrupter.waitingCount == 0)
    }

    @Test func someByEachWay() throws {
        let causes = try endingThreads(20, deadline: { $0 % 2 == 0 ? now() + 5_000_000 : nil }) {
            for number in stride(from: 1, to: 20, by: 2) { interrupter.cancel(job: number) }
        }
        #expect(causes.filter { $0 == .cancel }.count == 10 && causes.filter { $0 == .deadline }.count == 10)
    }
}
