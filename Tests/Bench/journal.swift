import Journal
import Sockets

// Puts a million calls into a journal, as a statement `s.getsockname` does, and prints the nanoseconds per call: once
// including creating the call, once with everything but the journal. Compiled by bench.py against the release build.

@main enum Bench {
    static let count = 1_000_000

    static func main() {
        var journal = Journal()
        let recorded = time { journal.append(call($0)) }
        var kept: Call?
        let made = time { kept = call($0) }
        guard journal.count == count, journal.first == 1, kept?.statement == count else { fatalError("not recorded") }
        print(recorded, made)
    }

    /// A closure's mean duration, in nanoseconds.
    static func time(_ body: (Int) -> Void) -> UInt64 {
        let start = now()
        for number in 1...count { body(number) }
        return (now() - start) / UInt64(count)
    }

    @inline(never) static func call(_ number: Int) -> Call {
        let time = now()
        return Call(
            .known(.getsockname),
            statement: number,
            socket: 1,
            socketName: "s",
            arguments: [
                Argument("sockfd", .descriptor(3)), Argument("addr", .room(128)), Argument("addrlen", .integer(128)),
            ],
            result: 0,
            outputs: [Argument("addr", .address(.inet(.loopback, port: 40_000))), Argument("addrlen", .integer(16))],
            start: time,
            duration: now() - time,
            before: .established,
            after: .established
        )
    }
}
