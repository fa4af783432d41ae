import Journal
import Language
import Testing

@testable import Shell

/// What is said to a slip, a habit, a program of the system's shell: the advice is the line that was meant.
@Suite(.timeLimit(.minutes(5))) struct CorrectionTests {
    private let shell = TestShell()

    @Test(arguments: [
        // Habits of other shells.
        ("LS", "open here: sockets"), ("ls -la", "open here: sockets"),
        ("hepl socket", "did you mean help ? help socket"),
        ("man 2 connect", "a command: help connect"),
        ("ping -c 3 127.0.0.1", "k = socket inet stream; k.connect 127.0.0.1 80"),
        ("curl http://127.0.0.1:8088/a", #"k.connect 127.0.0.1 8088; k.send "GET /a HTTP/1.0\r\n"#),
        ("wget localhost", "k.connect localhost 80"), ("nc -lp 8080", "s2.bind 127.0.0.1 8080; s2.listen"),
        ("nc -u ::1 53", "k = socket inet dgram; k.connect ::1 53"), ("telnet h 25", "k.connect h 25"),
        ("ssh me@h", "k.connect h 22; k.recvline"), ("sudo netstat -tln", "open here: sockets"),
        ("openssl s_client -connect h:443", "k.connect h 443"), ("dig h", "getaddrinfo h"), ("kill 1", "cancel: jobs"),
        ("echo $t", "print $t"), ("python3 x.py", "back after: exit"), ("./a.out", "back after: exit"),
        ("clear", "Ctrl-L"), ("learn 3", "netshell learn"), ("q", "left with: exit"),
        // Slips in a command's name.
        ("s.state", "command: state s"), ("s.jobs", "command: jobs"), ("s.family", "now AF_INET: $s.family"),
        ("s accept", "did you mean s.accept ? s.accept"), ("c socket inet stream", "? c = socket inet stream"),
        ("SEND hi", "? send hi"), ("n > 3", "dollar before it: $n > 3"), ("if n == 3 { }", "before it: if $n == 3 { }"),
        ("x = n + 1", "before it: x = $n + 1"), ("while true { }", "while 1 {"),
        // Slips in the arguments.
        (#"s.send "a", 3"#, #"goes inside the quotes: s.send "a" 3"#),
        ("s.bind ('127.0.0.1', 80)", "s.bind 127.0.0.1 80"),
        ("s.bind 127.0.0.1, 80", "parentheses: s.bind 127.0.0.1 80"), (#"s.send b"hi""#, #": s.send "hi""#),
        (#"print f"a {n}!""#, #": print "a "$n"!""#), ("print r'a\\b'", #": print "a\\b""#),
        ("try { close } except { }", "try { } catch error { }"),
        ("s.setsockopt SOL_SOCKET, SO_KEEPALIVE, 1", ": s.setsockopt SOL_SOCKET SO_KEEPALIVE 1"),
        ("socket inet datagram", "? socket inet dgram"), ("socket ipv4 stream", "? socket inet stream"),
        ("socket inet tcp", "? socket inet stream"), ("s.shutdown both", "? s.shutdown rdwr"),
        ("s.sendto Hello, world 127.0.0.1 80", #"in quotes: s.sendto "Hello, world" 127.0.0.1 80"#),
        ("s.send Hello $n", #": s.send "Hello "$n"#), ("s.send a b", #": s.send "a b""#),
        ("close s", "comes first: s.close"), ("close $s", ": s.close"), ("close s t2", ": s.close; t2.close"),
        ("t2.close s", ": t2.close; s.close"), ("close all", ".close; "), ("recv s", "comes first: s.recv"),
        ("bind s 127.0.0.1 80", ": s.bind 127.0.0.1 80"), ("send $s hi", ": s.send hi"),
        ("s.bind 127.0.0.1:80", "two words: s.bind 127.0.0.1 80"),
        ("s.bind 5000", "after its host: s.bind 127.0.0.1 5000"),
        ("s.bind localhost:80", ": s.bind localhost 80"), ("s.connect ::1:80", ": s.connect ::1 80"),
        ("s.connect [::1] 81", "no brackets: s.connect ::1 81"), ("s.connect [::1]:8088", ": s.connect ::1 8088"),
        ("s.connect http://h:81/x", ": s.connect h 81"), ("s.connect https://h", ": s.connect h 443"),
        ("getaddrinfo http://h/", ": getaddrinfo h"), ("gethostbyname h:80", ": gethostbyname h"),
        ("getnameinfo 127.0.0.1:80", ": getnameinfo 127.0.0.1 80"),
        ("s.sendto hi 127.0.0.1:9", ": s.sendto hi 127.0.0.1 9"),
        ("s.bind 127.0.0.0/8 80", "a network, and here one address is wanted: s.bind 127.0.0.1 80"),
        ("s.bind 10.0.0.0/8 80", ": s.bind 0.0.0.0 80"), ("s.connect 10.0.0.0/24 80", ": s.connect 10.0.0.1 80"),
        ("s.bind 256.1 4", "four numbers"), ("s.bind 8080 80", "a number alone"),
        ("s.connect 80 127.0.0.1", "in this order: s.connect 127.0.0.1 80"),
        (#"s.bind 80 """#, #"order: s.bind "" 80"#), ("socket stream inet", ": socket inet stream"),
        ("inet_pton ::1 inet6", ": inet_pton inet6 ::1"), ("s.setsockopt 1 keepalive", ": s.setsockopt keepalive 1"),
        ("s.recv peek 10", ": s.recv 10 peek"), ("s.sendto 127.0.0.1 9 'a b'", ": s.sendto 'a b' 127.0.0.1 9"),
        ("s.connect host 80", "before it: s.connect $host 80"), ("s.connect 127.0.0.1 n", ": s.connect 127.0.0.1 $n"),
        ("s.recv n", ": s.recv $n"), ("s.connect 127.0.0.1 s.port", ": s.connect 127.0.0.1 $s.port"),
        ("print $hots", "did you mean $host ? print $host"), ("s3.send hi", "? s.send hi"),
        ("s.bind 127.0.0.1 htons(8080)", ": s.bind 127.0.0.1 8080"),
        ("s.connect", "for instance: s.connect 127.0.0.1 8080"), ("socket inet", ": socket inet stream"),
        ("u.sendto hi 127.0.0.1 9", "first: u = socket inet dgram"), ("cancel all", "there is no job"),
        // Prompts, and characters that look like others.
        ("$ print a", "without it: print a"), ("% print a", ": print a"), ("me@h:~$ print a", ": print a"),
        ("s LISTEN 127.0.0.1 80> print a", ": print a"), ("s.send “hi”", #": s.send "hi""#),
        ("s.send ‘hi’", ": s.send 'hi'"), ("print\u{a0}a", ": print a"), ("print\u{3000}a", ": print a"),
        ("n\u{a0}= 5", ": n = 5"), ("print\u{200b} a", "plain spaces"),
    ])
    func areAnswered(_ line: String, _ advice: String) throws {
        try shell.reply(
            "s = socket inet stream",
            "t2 = socket inet dgram",
            "use s",
            "t = 1",
            "n = 3",
            "host = 127.0.0.1"
        )
        let failure = try shell.failure(line)
        #expect(failure.advice.contains { $0.contains(advice) }, "\(failure.message): \(failure.advice)")
    }

    @Test(arguments: [
        #""f(x)""#, "length f(x)", #"print "a" (b)"#, "'(' + ')'", "print \"“\"", "print 'a\u{a0}b'", "print — x",
    ])
    func bracketsElsewhereAreText(_ line: String) throws { try shell.reply(line) }

    @Test(arguments: [
        "> print a", ">>> print a", "netshell> print a", "… print a", "... print a", ". print a", "> { print a }",
    ])
    func aPromptIsLeftOut(_ line: String) throws { #expect(try shell.reply(line).description.contains("a")) }

    @Test(arguments: ["quit", "logout", "bye", ":q", "quit 3"])
    func otherShellsWordsLeave(_ line: String) throws {
        guard case .exit(let code) = shell.run(line) else { throw Unexpected() }
        #expect(code == (line.hasSuffix("3") ? 3 : 0))
    }

    @Test func aVariableMayBeNamedLikeAWordThatLeaves() throws {
        try shell.reply("quit = 5", "print $quit")
    }

    @Test func theJobsAreNamed() throws {
        try shell.reply("sleep 100 &")
        let failure = try shell.failure("cancel all")
        try shell.reply("cancel 1")
        #expect(failure.advice == ["the jobs are job 1"])
    }

    @Test func aLineThatIsTooLongIsNotLookedAt() throws {
        let failure = try shell.failure("print “" + String(repeating: "a", count: Correction.limit))
        #expect(failure.advice == ["with plain spaces, quotes and dashes"])
    }

    @Test func aNumberFromAVariableIsNoFlag() throws {
        try shell.reply("u = socket inet dgram", "u.bind 127.0.0.1 0", "n = 2", "f = \"peek\"")
        #expect(try shell.fails("u.recv 10 $n") == ["UnsuitableValue", "$n"])
        try shell.reply("u.setblocking off")
        #expect(try shell.failure("u.recv 10 $f").call != nil)
        #expect(try shell.failure("u.recv 10 2").call != nil)
    }
}
