"""What beginners type, and what the answer has to name. Each kind has several inputs."""

import re

import pytest

LISTENER = "s = socket inet stream\ns.bind 127.0.0.1 0\ns.listen 5\n"
PAIR = LISTENER + "k = socket inet stream\nk.connect 127.0.0.1 $s.port\nc = s.accept\n"
STREAM = "s = socket inet stream\n"

CASES = {
    "an address as a tuple": [
        (STREAM, 's.connect(("127.0.0.1", 80))', r"s\.connect 127\.0\.0\.1 80"),
        (STREAM, "s.bind(('', 8088))", r's\.bind "" 8088'),
        (STREAM, "s.connect (127.0.0.1, 80)", r"s\.connect 127\.0\.0\.1 80"),
    ],
    "a socket of another language": [
        ("", "s = socket.socket()", r"s = socket inet stream"),
        ("", "s=socket(AF_INET,SOCK_STREAM)", r"s = socket AF_INET SOCK_STREAM"),
        ("", "int s = socket(AF_INET, SOCK_STREAM, 0);", r"s = socket AF_INET SOCK_STREAM"),
        ("", "s = socket(inet, stream)", r"s = socket inet stream"),
        ("", 'conn, err := net.Dial("tcp", "127.0.0.1:80")', r"conn = socket inet stream; conn\.connect 127\.0\.0\.1 80"),
        ("", "const s = net.createConnection(8088, 'localhost');", r"s = socket inet stream; s\.connect localhost 8088"),
    ],
    "a structure as the address": [
        (STREAM, "bind(s, (struct sockaddr *)&addr, sizeof(addr));", r"s\.bind 127\.0\.0\.1 8080"),
        ("", "connect(fd, (struct sockaddr *)&a, sizeof a)", r"fd = socket inet stream; fd\.connect 127\.0\.0\.1 8080"),
    ],
    "an import": [
        ("", "import socket", r"nothing has to be imported"),
        ("", "from socket import *", r"nothing has to be imported"),
        ("", "const net = require('net')", r"nothing has to be imported"),
    ],
    "a value to print": [(STREAM, "print(s)", r"print \$s"), ("n = 5\n", 'printf("%d\\n", n);', r"print \$n")],
    "a block with a colon": [
        ("", "while True:", r"brace.*while 1 \{"),
        ("data = x\n", "if not data: break", r'if \$data == "" \{ break \}'),
        ("", "for i in range(3):", r"for i in 0 1 2 \{"),
        ("", "try:", r"try \{"),
        ("", "except OSError:", r"catch OSError \{ \}"),
    ],
    "a program of the system's shell": [
        ("", "ls", r"system's shell.*sockets"),
        ("", "curl http://127.0.0.1:8088/", r"connect 127\.0\.0\.1 8088; \w+\.send \"GET / HTTP"),
        ("", "nc -l 8080", r"bind 127\.0\.0\.1 8080; \w+\.listen"),
        ("", "telnet localhost 25", r"connect localhost 25"),
        ("", "sudo ss -tln", r"system's shell.*sockets"),
        ("", "python3 x.py", r"system's shell.*exit"),
        ("", "exit()", r": exit"),
    ],
    "a host with more than the host": [
        (STREAM, "s.connect 127.0.0.1:8088", r"two words: s\.connect 127\.0\.0\.1 8088"),
        (STREAM, "s.bind 127.0.0.0/8 8088", r"is a network.*one address.*s\.bind 127\.0\.0\.1 8088"),
        (STREAM, "s.connect http://localhost:81/", r"s\.connect localhost 81"),
        ("", "getaddrinfo localhost:80", r"getaddrinfo localhost 80"),
    ],
    "sockets as arguments": [
        (PAIR, "close s c", r"s\.close; c\.close"),
        (PAIR, "close(s)", r"s\.close"),
        (PAIR, "k.close c s", r"k\.close; c\.close; s\.close"),
        (PAIR, "recv(c, buf, 1024, 0)", r"c\.recv 1024"),
    ],
    "a reply of two parts": [
        (PAIR, "(conn, addr) = s.accept()", r"one name takes the whole reply: conn = s\.accept"),
        (PAIR, "conn,addr=s.accept()", r"one name takes the whole reply: conn = s\.accept"),
    ],
    "a variable": [
        (PAIR + "n = 5\n", 'c.send "hello $n"', r'outside of them: c\.send "hello "\$n'),
        (PAIR + "n = 5\n", "c.send n", r"dollar before it: c\.send \$n"),
        (PAIR + "n = 5\n", "c.send hello $n", r'c\.send "hello "\$n'),
        (PAIR + "port = 80\n", "k.connect 127.0.0.1 port", r"k\.connect 127\.0\.0\.1 \$port"),
        ("n = 5\n", "x = $n+1", r"x = \$n \+ 1"),
    ],
    "what was copied along": [
        ("", "> print a", r"^a$"),
        ("", ">>> print a", r"^a$"),
        ("", "$ print a", r"without it: print a"),
        ("", "print\u00a0a", r"no-break space \(U\+00A0\).*: print a"),
        (PAIR, "c.send “hello”", r"“ \(U\+201C\) is no quote.*c\.send \"hello\""),
    ],
    "a wait that nobody ends": [
        (PAIR, "k.settimeout 3\nk.recv 100", r"# k waits for data.*Ctrl-C"),
        (LISTENER, "s.settimeout 3\ns.accept", r"# s waits for a client.*Ctrl-C|# .*connect.*Ctrl-C"),
    ],
    "a success that is not what it seems": [
        (PAIR, "c.send one\nc.send two\nk.recv 100", r"# .*(sends|stream)"),
        (PAIR, "c.close\nk.recv 100", r'""\n# '),
        (LISTENER, "k = socket inet stream\nk.connect 0.0.0.0 $s.port", r"# .*127\.0\.0\.1"),
    ],
    "a way out": [("", "quit\nprint still", r"^$"), ("", ":q\nprint still", r"^$"), ("quit = 5\n", "print $quit", r"^5$")],
}


@pytest.mark.parametrize(("setup", "line", "named"), [case for kind in CASES.values() for case in kind])
def test_the_mistake_is_named_and_the_line_is_said(shell, setup, line, named):
    done = shell.run("--keep-going", text=f'{setup}print ":::"\n{line}\n')
    said = done.stdout.decode().split(":::\n")[-1] + done.stderr.decode()
    assert re.search(named, said.rstrip("\n"), re.DOTALL), said


def test_nothing_is_noted_for_a_script_or_json(shell, script):
    path = script('n = 5\nprint "$n" n\n')
    assert shell.run(path).stdout == b"$n n\n"
    assert b"#" not in shell.run(script(f"{PAIR}c.close\nk.recv 100\n")).stdout
    assert b"outside" not in shell.run("--keep-going", "--json", text='n = 5\nprint "$n"\n').stdout
