import Journal
import Testing

@testable import Shell

/// What users of another language or shell type, and the answer they need.
@Suite(.timeLimit(.minutes(5))) struct HabitTests {
    private let shell = TestShell()

    @Test(arguments: [
        ("quit", "exit leaves"), ("import socket", "nothing has to be imported"), ("while true { }", "while 1 { … }"),
        ("LS", "sockets lists"), ("hepl socket", "did you mean help ?"),
        (#"print("hi")"#, #"print "hi""#), (#"s.send("hi")"#, #"s.send "hi""#), ("recv(10)", "recv 10"),
        ("x = socket.socket()", "space: x = socket"),
        ("listen()", "space: listen"), ("bind(0x7f, 3", "bind 0x7f 3 …"),
        ("t = socket.socket(socket.AF_INET, socket.SOCK_STREAM)", "space: t = socket AF_INET SOCK_STREAM"),
        ("s.connect((host, 80))", "space: s.connect $host 80"),
        (#"s.sendto(b"hi", ("::1", 80))"#, #"s.sendto "hi" "::1" 80"#),
        (#"s.send('a\r\n')"#, #"space: s.send "a\r\n""#), ("print(s.recv(10))", "space: print …"),
        ("print(t)", "print $t"),
        (#"s.send "a", 3"#, "space is enough"), ("s.bind ('127.0.0.1', 80)", "space is enough"),
        ("s.bind 127.0.0.1, 80", "no comma: 127.0.0.1 80"), ("close s", "comes first: s.close"),
        (#"s.send b"hi""#, "bytes already"), (#"print f'x'"#, "bytes already"),
        ("try { close } except { }", "called catch here"),
        ("s.setsockopt SOL_SOCKET, SO_KEEPALIVE, 1", "a space is enough"),
        ("socket inet datagram", "mean dgram"), ("socket ipv4 stream", "mean inet"),
        ("socket inet tcp", "mean stream"), ("s.shutdown both", "mean rdwr"),
        ("c, addr = s.accept()", "whole reply: c ="),
        ("try:", "try { … }"), ("while True:", "in braces"), ("if x == 3 { }", "$x == …"), ("n > 3", "$n > …"),
        ("s.family", "$s.family, now AF_INET"), ("s.sendto Hello, world 127.0.0.1 80", "in quotes"),
        ("recv s", "comes first: s.recv"), ("bind s 127.0.0.1 80", "comes first: s.bind 127.0.0.1 80"),
        ("s.state", "command: state s"), ("s.jobs", "command: jobs"),
        ("s.bind 127.0.0.1:80", "two words: 127.0.0.1 80"), ("s.bind 5000", "follows its host: 127.0.0.1 5000"),
        ("s.bind localhost:80", "two words: localhost 80"), ("s.connect ::1:80", "two words: ::1 80"),
        ("s.connect [::1] 81", "no brackets: ::1 81"), ("s.connect [::1]:8088", "no brackets: ::1 8088"),
        ("s.bind 256.1 4", "four numbers"), ("s.bind 8080 80", "a number alone"),
        ("cancel all", "there is no job"),
    ])
    func areAnswered(_ line: String, _ advice: String) throws {
        try shell.reply("s = socket inet stream")
        let failure = try shell.failure(line)
        #expect(failure.advice.contains { $0.contains(advice) }, "\(failure.message): \(failure.advice)")
    }

    @Test(arguments: [#""f(x)""#, "length f(x)", #"print "a" (b)"#, "'(' + ')'"])
    func bracketsElsewhereAreText(_ line: String) throws { try shell.reply(line) }

    @Test func theJobsAreNamed() throws {
        try shell.reply("sleep 100 &")
        let failure = try shell.failure("cancel all")
        try shell.reply("cancel 1")
        #expect(failure.advice == ["the jobs are job 1"])
    }
}
