"""The article's server and client: in one shell, in two, and each against the other side in Python."""

import socket
import threading

GREETING = "Thank you for connection"

SERVER = """\
s = socket inet stream
s.bind 127.0.0.1 0
s.listen 5
print $s.port
c = s.accept
got = $reply.address
print "Got connection from" $got.host
c.send "Thank you for connection"
c.close
s.close
"""

CLIENT = """\
s = socket inet stream
s.connect 127.0.0.1 $1
print received
s.recv 1024
s.recv 1024
s.close
"""


def test_both_in_one_shell(shell):
    replies = shell.ok(
        text="""\
s = socket inet stream
s.bind 127.0.0.1 0
s.listen 5
k = socket inet stream
k.connect 127.0.0.1 $s.port
c = s.accept
c.send "Thank you for connection"
c.close
k.recv 1024
k.recv 1024
"""
    )
    assert replies == ["24", f'"{GREETING}"', '""']


def test_two_processes(running, script):
    server = running(script(SERVER, "server.net"))
    port = server.line()
    client = running(script(CLIENT, "client.net"), port)
    assert server.line() == "Got connection from 127.0.0.1"
    assert server.line() == "24"
    assert [client.line() for _ in range(3)] == ["received", f'"{GREETING}"', '""']
    assert server.finish() == (0, "")
    assert client.finish() == (0, "")


def test_server_with_a_python_client(running, script):
    server = running(script(SERVER))
    with socket.create_connection(("127.0.0.1", int(server.line()))) as client:
        received = b""
        while more := client.recv(1024):
            received += more
    assert received.decode() == GREETING
    assert server.finish() == (0, "")


def test_client_with_a_python_server(running, script):
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve():
            connection, _ = listener.accept()
            with connection:
                connection.send(GREETING.encode())

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        client = running(script(CLIENT), listener.getsockname()[1])
        assert [client.line() for _ in range(3)] == ["received", f'"{GREETING}"', '""']
        thread.join()
    assert client.finish() == (0, "")


# The article's gopherclient.py, with its try and except around every step and its loop to the end of the stream.
GOPHER = """\
host = $1 ; port = $2 ; filename = $3
try {
    s = socket inet stream
} catch error {
    print "Setup socket error:" $error.message
}
try {
    s.connect $host $port
} catch gaierror {
    print "Host or port error:" $error.message
    exit 1
} catch error {
    print "Connection error:" $error.message
    exit 1
}
try {
    s.sendall $filename"\\r\\n"
} catch error {
    print "Data send error:" $error.message
    exit 1
}
while 1 == 1 {
    try {
        buf = s.recv 2048
    } catch error {
        print "Receive error:" $error.message
        exit 1
    }
    if $buf == "" { break }
    write $buf
}
"""


def test_gopher_client(shell, script):
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve():
            connection, _ = listener.accept()
            with connection:
                asked = connection.makefile("rb").readline()
                connection.sendall(b"you asked for " + asked + b"x" * 5000 + b"\n")

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        lines = shell.ok(script(GOPHER), "127.0.0.1", listener.getsockname()[1], "/about.txt")
        thread.join()
    assert lines[0].startswith("you asked for /about.txt")
    assert lines[1:] == ["x" * 5000]


def test_gopher_client_refused(shell, script):
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        done = shell.run(script(GOPHER), "127.0.0.1", bound.getsockname()[1], "/")
    assert done.returncode == 1
    assert done.stdout.decode() == "Connection error: connection refused\n"


def test_gopher_client_without_a_name(shell, script):
    done = shell.run(
        "-c",
        "inject getaddrinfo EAI_NONAME ; s = socket inet stream ; "
        'try { s.connect name.invalid 70 } catch gaierror { print "Host or port error:" $error.name }',
    )
    assert done.stdout.decode() == "Host or port error: EAI_NONAME\n", done.stderr
