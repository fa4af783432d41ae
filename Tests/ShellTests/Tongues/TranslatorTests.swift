import Journal
import Language
import Testing

@testable import Shell

/// Lines of other languages, and the line here that is advised.
@Suite(.timeLimit(.minutes(5))) struct TranslatorTests {
    private let shell = TestShell()

    /// The advised line: what follows the last prose.
    private func advised(_ line: String) throws -> String {
        try shell.reply("s = socket inet stream", "n = 3", "data = \"x\"", "port = 8088")
        let failure = try shell.failure(line)
        let advice = try #require(failure.advice.last, "\(failure.message)")
        return try #require(advice.line, "\(advice)")
    }

    @Test(arguments: [
        ("t = socket(inet, stream)", "t = socket inet stream"),
        ("t=socket(AF_INET,SOCK_STREAM)", "t = socket AF_INET SOCK_STREAM"),
        ("t = socket.socket()", "t = socket inet stream"), ("s = socket.socket()", "s.close; s = socket inet stream"),
        ("t = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)", "t = socket AF_INET SOCK_DGRAM"),
        ("t = socket.socket(type=socket.SOCK_STREAM, family=socket.AF_INET6)", "t = socket AF_INET6 SOCK_STREAM"),
        ("conn, addr = s.accept()", "conn = s.accept"), ("(conn, addr) = s.accept()", "conn = s.accept"),
        ("conn,addr=s.accept()", "conn = s.accept"), ("[conn, _] = s.accept()", "conn = s.accept"),
        (#"s.connect(("127.0.0.1", 80))"#, "s.connect 127.0.0.1 80"),
        ("s.connect((host, port))", "host = 127.0.0.1; s.connect $host $port"),
        (#"t.connect(("h", 80))"#, "t = socket inet stream; t.connect h 80"), ("s.bind(('', 0))", "s.bind \"\" 0"),
        (#"u.sendto(b"hi", ("::1", 80))"#, #"u = socket inet dgram; u.sendto "hi" ::1 80"#),
        ("s.recv(1024)", "s.recv 1024"), ("d = s.recv(1024).decode('utf-8')", "d = s.recv 1024"),
        ("s.recv(10, socket.MSG_PEEK)", "s.recv 10 MSG_PEEK"),
        ("print(s.recv(10))", "s.recv 10"), ("s.send(s.recv(10))", "data2 = s.recv 10; s.send $data2"),
        ("print(n)", "print $n"), ("print(\"a\", n)", "print \"a\" $n"),
        ("print(f'{n} is {port}')", "print $n\" is \"$port"),
        (#"s.send(f"a {n}\r\n".encode())"#, #"s.send "a "$n"\r\n""#), ("s.send('it\\'s')", #"s.send "it's""#),
        (#"s.send("a" + data)"#, #"s.send "a"$data"#), (#"s.send("%d of %s" % (n, data))"#, #"s.send $n" of "$data"#),
        ("s.send(b'x' * 1000)", "s.send fill:1000:x"), ("s.recv(1024 * 4)", "n2 = 1024 * 4; s.recv $n2"),
        ("s.settimeout(None)", "s.settimeout none"), ("s.setblocking(False)", "s.setblocking off"),
        ("s.setblocking(0)", "s.setblocking 0"),
        ("s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)", "s.setsockopt SOL_SOCKET SO_REUSEADDR 1"),
        ("p = s.getsockname()[1]", "p = $s.port"), ("print(s.fileno())", "print $s.fd"), ("len(data)", "length $data"),
        ("k = socket.create_connection(('h', 80))", "k = socket inet stream; k.connect h 80"),
        ("with socket.socket() as t:", "t = socket inet stream"),
        ("with socket.create_connection(('h', 1)) as k: k.close()", "k = socket inet stream; k.connect h 1; k.close"),
        ("while True:", "while 1 {"), ("while True: s.recv(1)", "while 1 { s.recv 1 }"),
        ("while data:", "while $data {"),
        ("if not data: break", "if $data == \"\" { break }"), ("if len(data) == 0:", "if $data.count == 0 {"),
        ("if n is None:", "if $n == \"\" {"),
        ("if n == 3: print(n)", "if $n == 3 { print $n }"), ("for i in range(3):", "for i in 0 1 2 {"),
        ("for i in range(100):", "repeat 100 {"),
        ("for x in [1, 'a']: print(x)", "for x in 1 \"a\" { print $x }"), ("try:", "try {"),
        ("except OSError as e:", "try { } catch OSError { }"),
        ("except (ConnectionRefusedError, socket.timeout):", "try { } catch error timeout { }"),
        ("n += 1", "n = $n + 1"), ("x = None", "x = \"\""),
        ("x = True", "x = 1"), ("x = b'a'", "x = \"a\""), ("del s", "s.close"), ("time.sleep(0.5)", "sleep 0.5"),
        ("sys.exit(2)", "exit 2"),
        ("import socket", "socket inet stream"), ("from socket import *", "socket inet stream"),
        ("def f(x):", "alias hello \"print hello\""),
        ("socket.gethostbyname('localhost')", "gethostbyname localhost"), ("socket.htons(80)", "htons 80"),
    ])
    func pythonIsTold(_ line: String, _ here: String) throws { #expect(try advised(line) == here) }

    @Test(arguments: [
        ("int t = socket(AF_INET, SOCK_STREAM, 0);", "t = socket AF_INET SOCK_STREAM"),
        ("int fd = socket(PF_INET6, SOCK_DGRAM, IPPROTO_UDP);", "fd = socket PF_INET6 SOCK_DGRAM IPPROTO_UDP"),
        ("bind(s, (struct sockaddr *)&addr, sizeof addr);", "s.bind 127.0.0.1 $port"),
        ("connect(t, (struct sockaddr *) &addr, sizeof(addr))", "t = socket inet stream; t.connect 127.0.0.1 $port"),
        ("listen(s, 5);", "s.listen 5"), ("int c = accept(s, NULL, NULL);", "c = s.accept"), ("close(s)", "s.close"),
        ("send(s, \"hi\\n\", 3, 0);", #"s.send "hi\n""#),
        ("send(s, data, strlen(data), MSG_NOSIGNAL);", "s.send $data MSG_NOSIGNAL"),
        ("ssize_t r = recv(s, buf, sizeof(buf) - 1, 0);", "r = s.recv 1024"),
        ("recv(s, buf, 100, MSG_PEEK | MSG_DONTWAIT);", "s.recv 100 MSG_PEEK|MSG_DONTWAIT"),
        ("n = read(s, buf, 512);", "n = s.recv 512"), ("write(s, data, 5);", "s.send $data"),
        (
            "sendto(u, \"hi\", 2, 0, (struct sockaddr *)&a, sizeof a);",
            #"u = socket inet dgram; u.sendto "hi" 127.0.0.1 $port"#
        ),
        ("recvfrom(u, buf, 64, 0, NULL, NULL);", "u = socket inet dgram; u.recvfrom 64"),
        ("shutdown(s, SHUT_WR);", "s.shutdown SHUT_WR"),
        ("setsockopt(s, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);", "s.setsockopt SOL_SOCKET SO_REUSEADDR 1"),
        ("getsockopt(s, SOL_SOCKET, SO_ERROR, &e, &len);", "s.getsockopt SOL_SOCKET SO_ERROR"),
        ("getaddrinfo(\"h\", \"80\", &hints, &res);", "getaddrinfo h 80"),
        ("inet_pton(AF_INET, \"127.0.0.1\", &a.sin_addr);", "inet_pton AF_INET 127.0.0.1"),
        ("fcntl(s, F_SETFL, O_NONBLOCK);", "s.setblocking off"), ("addr.sin_port = htons(8080);", "port = 8080"),
        ("addr.sin_addr.s_addr = inet_addr(\"127.0.0.1\");", "host = 127.0.0.1"),
        ("const char *msg = \"hi\";", "msg = \"hi\""),
        ("printf(\"%d bytes\\n\", n);", "print $n\" bytes\""), ("printf(\"hi\\n\");", "print \"hi\""),
        ("while (1) {", "while 1 {"), ("for (;;) {", "while 1 {"),
        ("for (int i = 0; i < 3; i++) {", "repeat 3 {"),
        ("while ((n = recv(s, buf, sizeof buf, 0)) > 0) {", "while n = s.recv 1024 {"),
        (
            "if (listen(s, 5) < 0) { perror(\"x\"); exit(1); }",
            "try { s.listen 5 } catch error { print $error.message; exit 1 }"
        ),
        ("if (listen(s, 5) == -1) {", "s.listen 5"), ("n++;", "n = $n + 1"), ("htons(80);", "htons 80"),
    ])
    func cIsTold(_ line: String, _ here: String) throws { #expect(try advised(line) == here) }

    @Test(arguments: [
        ("const k = net.createConnection({ port: 81, host: 'h' }, () => {", "k = socket inet stream; k.connect h 81"),
        ("const k = net.createConnection(8081, 'h');", "k = socket inet stream; k.connect h 8081"),
        ("let k = new net.Socket();", "k = socket inet stream"),
        ("s.write('hi\\r\\n');", #"s.send "hi\r\n""#), ("s.on('data', (d) => { console.log(d); });", "s.recv 1024"),
        ("s.end();", "s.shutdown wr"),
        ("const v = net.createServer((c) => {", "v = socket inet stream; v.bind 127.0.0.1 8080; v.listen"),
        ("s.listen(8081, () => {})", "s.bind 127.0.0.1 8081; s.listen"),
        ("console.log(`n is ${n}`);", "print \"n is \"$n"), ("let x = 5;", "x = 5"),
        ("var y = \"a\";", "y = \"a\""), ("for (const x of [1, 2]) { console.log(x) }", "for x in 1 2 { print $x }"),
        (#"c, err := net.Dial("tcp", "h:80")"#, "c = socket inet stream; c.connect h 80"),
        (#"l, _ := net.Listen("tcp", ":81")"#, "l = socket inet stream; l.bind 0.0.0.0 81; l.listen"),
        ("c, err := s.Accept()", "c = s.accept"), ("s.Write([]byte(\"hi\"))", "s.send \"hi\""),
        ("n, err := s.Read(buf)", "n = s.recv 1024"),
        (#"fmt.Fprintf(s, "hi")"#, "s.send \"hi\""), ("fmt.Println(n)", "print $n"), ("for {", "while 1 {"),
        ("if err != nil {", "try { } catch error { }"),
        ("defer s.Close()", "s.close"), ("x := 5", "x = 5"), ("package main", "s2 = socket inet stream"),
        ("Socket k = new Socket(\"h\", 80);", "k = socket inet stream; k.connect h 80"),
        ("let k = TcpStream::connect(\"h:80\")?;", "k = socket inet stream; k.connect h 80"),
        ("$k = socket_create(AF_INET, SOCK_STREAM, SOL_TCP);", "k = socket AF_INET SOCK_STREAM"),
    ])
    func othersAreTold(_ line: String, _ here: String) throws { #expect(try advised(line) == here) }

    @Test(arguments: [
        ("print(x)", "print $x", "it needs a value first: x = 5"),
        ("conn.send(b'a')", #"conn.send "a""#, "make it first: conn = socket inet stream"),
        ("i++", "i = $i + 1", "it needs a value first: i = 5"),
    ])
    func whatIsMissingIsNamed(_ line: String, _ here: String, _ advice: String) throws {
        let failure = try shell.failure(line)
        #expect(failure.message.hasSuffix("Here it is: \(here)"))
        #expect(failure.advice.first == advice)
    }

    @Test(arguments: [
        ("int n;", "nothing has to be declared"), ("struct sockaddr_in a;", "address structures"),
        ("memset(&a, 0, sizeof a);", "nothing of the kind"),
        ("pass", "may be empty"), ("finally:", "no finally"), ("return 0;", "exit leaves"),
        ("int main(void) {", "there is no main"), ("buf := make([]byte, 10)", "not needed"),
        ("raise ValueError()", "says why by itself"), ("global x", "known everywhere"),
        ("const net = require('net');", "nothing has to be imported"),
    ])
    func whatIsNotNeededIsSaid(_ line: String, _ advice: String) throws {
        #expect(try shell.failure(line).advice.contains { $0.contains(advice) })
    }

    @Test(arguments: [
        ("int x = 5;", "C"), ("conn, a = s.accept()", "Python"), ("const x = 5;", "JavaScript"), ("x := 5", "Go"),
        ("Socket k = f();", "Java"), ("while True:", "Python"),
    ])
    func theLanguageIsNamed(_ line: String, _ name: String) throws {
        try shell.reply("s = socket inet stream")
        let failure = try shell.failure(line)
        let isNamed = failure.message.contains("this is how \(name) writes it")
        #expect(isNamed || line.contains("f()"), "\(failure.message)")
    }

    @Test(arguments: [
        "f(g(", "s.send(lambda: 1)", "x = a ? b : c", "((((((((", "f(\(String(repeating: "(", count: 900))",
    ])
    func whatCannotBeReadHasItsUsualAnswer(_ line: String) throws {
        let failure = try shell.failure(line)
        #expect(!failure.message.isEmpty)
    }
}
