import Commands
import Journal
import Language
import Replies
import Shell
import TestSupport
import Testing

@testable import Lessons

/// A session in which lines are typed and checks evaluated.
private final class Bench {
    let session: Session
    private let sink = Recording()

    init() {
        Interrupts.ignoreBrokenPipes()
        session = Session(registry: .all, output: TextOutput(sink, showsPlace: false))
    }

    deinit { session.locked { session.closeAll() } }

    @discardableResult
    func type(_ text: String) -> [String] {
        _ = Interpreter.run(Source.of(text), on: session)
        return sink.takeLines()
    }

    func verdict(_ check: String) -> CheckEvaluator.Verdict {
        let (parsed, problems) = CheckParser.parse(check, line: 1)
        #expect(problems.isEmpty, "\(problems)")
        let context = CheckContext(session: session, firstCall: 1, peers: [:])
        return CheckEvaluator(context: context).evaluate(parsed)
    }
}

@Suite struct CheckTests {
    @Test func theDifferenceIsTold() {
        let bench = Bench()
        #expect(
            bench.verdict("socket stream LISTEN") == .unmet("wanted LISTEN SOCK_STREAM socket; there is no socket yet")
        )
        bench.type("s = socket inet dgram")
        #expect(bench.verdict("socket stream") == .unmet("wanted SOCK_STREAM socket; s is SOCK_DGRAM"))
        bench.type("s.close\ns = socket inet stream\ns.bind 127.0.0.1 0")
        let port = bench.type("$s.port").first ?? ""
        #expect(
            bench.verdict("socket stream LISTEN port \(port)")
                == .unmet(
                    "wanted LISTEN SOCK_STREAM socket on \(port); s is bound to \(port) and has not called listen"
                )
        )
        bench.type("s.listen")
        #expect(bench.verdict("socket stream LISTEN port \(port)") == .met)
    }

    @Test func whatShouldNotBeIsTold() {
        let bench = Bench()
        bench.type("s = socket inet dgram\ns.bind 127.0.0.1 0")
        #expect(
            bench.verdict("not call bind ok on s addr 127.0.0.1")
                == .lost("this should not be there: a call to bind with addr 127.0.0.1 on s")
        )
        #expect(bench.verdict("not socket named s") == .unmet("still there: s"))
        #expect(bench.verdict("not call bind failed") == .met)
    }

    @Test func aVariableMayHaveAnyValueOrAnothersOne() {
        let bench = Bench()
        #expect(bench.verdict("variable a") == .unmet("wanted something in a; there is no variable of that name"))
        bench.type("a = 1\nb = 2")
        #expect(bench.verdict("variable a or variable c") == .met)
        #expect(bench.verdict("variable a $b") == .unmet("wanted 2 in a; it is 1"))
        bench.type("a = $b")
        #expect(bench.verdict("variable a $b") == .met)
        #expect(!CheckParser.parse("variable", line: 1).problems.isEmpty)
        #expect(!CheckParser.parse("variable $a", line: 1).problems.isEmpty)
    }

    @Test func aSocketMayHaveToBeLimited() {
        let bench = Bench()
        bench.type("s = socket inet stream")
        #expect(
            bench.verdict("socket named s limited")
                == .unmet("wanted a socket named s with a timeout; s may wait forever (settimeout)")
        )
        bench.type("s.settimeout 5")
        #expect(bench.verdict("socket named s limited") == .met)
    }

    @Test func anArgumentMayBeThePortOfASocket() {
        let bench = Bench()
        bench.type("s = socket inet dgram; s.bind 127.0.0.1 0; t = socket inet dgram; t.connect 127.0.0.1 $s.port")
        #expect(bench.verdict("call connect ok on t addr $s.port") == .met)
        #expect(bench.verdict("call connect ok on t addr $t.port") != .met)
        #expect(bench.verdict("call connect ok on t addr $u.port") != .met)
    }

    @Test func anyCommandThatReachesTheStateIsRight() {
        let bench = Bench()
        bench.type("x = socketpair")
        #expect(bench.verdict("socket unix stream ESTABLISHED count 2") == .met)
        #expect(bench.verdict("not socket inet") == .met)
        #expect(bench.verdict("socket inet or socket unix") == .met)
    }

    @Test func callsDataAndOrder() {
        let bench = Bench()
        bench.type(
            "socketpair\ns1.send hello\ns2.recv 3 peek\ns2.recv 10\ns1.shutdown wr\ntry { s1.send x } catch error { }"
        )
        #expect(bench.verdict("call send failed\ncall send EPIPE\ncall shutdown ok how wr") == .met)
        #expect(bench.verdict("sent \"hello\" on s1\nreceived \"hello\" on s2") == .met)
        #expect(bench.verdict("received \"helhello\"") != .met)
        #expect(bench.verdict("order socketpair send recv shutdown") == .met)
        #expect(
            bench.verdict("order shutdown send")
                == .unmet("wanted shutdown, then send; done: shutdown; send is still to come")
        )
        #expect(bench.verdict("fatal call accept") == .lost("wanted a call to accept; that is still to come"))
    }

    @Test(arguments: [
        "sokcet inet", "socket purple", "call", "eventually soon socket", "sent", "peer p gets x", "socket port 70000",
        "order a ; b", "socket $x", "no thing", "variable",
        "variable $y", "sent $x", "sent \"\"", "received \"\"", "peer p received \"\"", "order", "order bind",
    ])
    func nonsenseIsRefused(line: String) {
        #expect(CheckParser.parse(line, line: 1).problems.count == 1)
    }

    @Test func argumentsComeBeforeErrors() throws {
        let (check, problems) = CheckParser.parse(
            "call getservbyname ok proto tcp\ncall socket EPROTO\ncall recv EWOULDBLOCK\ncall getaddrinfo service http",
            line: 1
        )
        #expect(problems.isEmpty)
        let patterns = check.conditions.compactMap { condition in
            if case .call(let pattern)? = condition.alternatives.first?.predicate { pattern } else { nil }
        }
        #expect(patterns.map(\.arguments) == [["proto": "tcp"], [:], [:], ["service": "http"]])
        #expect(patterns.map(\.outcome) == [.success, .failure("EPROTO"), .failure("EAGAIN"), nil])
        #expect(CheckParser.parse("call bind EADDRINUS", line: 1).problems.map(\.1) == ["EADDRINUS is not an error"])
    }

    @Test func theCallThatIsNearestIsTold() {
        let bench = Bench()
        bench.type("p = socketpair\np.send tow\np2.send x")
        #expect(
            bench.verdict("call send ok on p buf two len 3")
                == .unmet("wanted send with buf two and len 3 on p to succeed; send had buf \"tow\"")
        )
        bench.type("try { socket ipx dgram } catch error { }")
        // What another condition wants does not count against this one.
        #expect(
            bench.verdict("call socket failed domain ipx\ncall socket domain inet6")
                == .unmet("wanted socket with domain inet6; that is still to come")
        )
        bench.type("socket inet stream")
        #expect(
            bench.verdict("call socket failed domain ipx\ncall socket domain inet6")
                == .unmet("wanted socket with domain inet6; socket had domain AF_INET")
        )
    }

    @Test func anArgumentIsAVariablesValue() {
        let bench = Bench()
        bench.type("path = @netshell-check-1\ns = socket unix stream\ns.bind path")
        #expect(bench.verdict("call bind ok on s addr $path") != .met)
        #expect(bench.verdict("call bind ok on s addr path") == .met)
        bench.type("unlink path\nt = socket unix stream\nname = @netshell-check-$t.fd\nt.bind $name")
        #expect(bench.verdict("call bind ok on t addr $name") == .met)
        #expect(bench.verdict("call bind ok on t addr $none") != .met)
    }

    @Test func dataIsComparedAsItIs() {
        let bench = Bench()
        bench.type("p = socketpair\np.send Hello")
        #expect(bench.verdict("call send ok on p buf Hello") == .met)
        #expect(bench.verdict("call send ok on p buf hello") != .met)
        // What was received has the name of its buffer.
        bench.type("p2.recv 100")
        #expect(bench.verdict("call recv ok on p2 buf Hello len 100") == .met)
        #expect(
            bench.verdict("call recv ok on p2 buf Hell")
                == .unmet("wanted recv with buf Hell on p2 to succeed; recv had buf \"Hello\"")
        )
    }

    @Test func messagesAreData() {
        let bench = Bench()
        bench.type("socketpair\ns1.sendmsg one two\ns2.recvmsg 100 100 peek")
        #expect(bench.verdict("sent \"onetwo\" on s1") == .met)
        #expect(bench.verdict("received \"onetwo\"") != .met)
        bench.type("s2.recvmsg 100")
        #expect(bench.verdict("received \"onetwo\" on s2") == .met)
    }

    @Test func theSocketThatIsMeantIsTheOneThatIsTold() {
        let bench = Bench()
        bench.type("a = socket inet stream\nb = socket inet dgram")
        #expect(
            bench.verdict("socket named b dgram bound")
                == .unmet("wanted SOCK_DGRAM socket named b that is bound; b is not bound yet")
        )
        #expect(
            bench.verdict("socket named c stream")
                == .unmet("wanted SOCK_STREAM socket named c; there is no socket named c yet")
        )
        #expect(bench.verdict("not socket inet") == .unmet("still there: a, b"))
        #expect(bench.verdict("call socket count 3") == .unmet("wanted socket 3 times; so far 2"))
        bench.type("c = socket inet stream")
        #expect(
            bench.verdict("socket inet stream bound")
                == .unmet("wanted AF_INET SOCK_STREAM socket that is bound; c is not bound yet")
        )
    }
}
