"""Logs of third-party programs, as strace made them in the test: every line is understood, and every network
call is in the journal."""

import json
import re
import shutil
import socket
import subprocess
import sys
import time

import pytest

from processes import LIMIT, NETSHELL

# Several programs are called nc.
NETCATS = {"nc": shutil.which("nc.openbsd") or "nc", "ncat": "ncat"}
STRACE = ["strace", "-f", "-e", "trace=network,desc", "-yy"]
NETWORK = (
    "socket|socketpair|bind|listen|accept|accept4|connect|shutdown|getsockname|getpeername|getsockopt|setsockopt|"
    "sendto|recvfrom|sendmsg|recvmsg|sendmmsg|recvmmsg"
)
CALL = re.compile(rf"^(?:\[pid +\d+\] |\d+ +)?(?:[\d:.]+ )?(?:\(\+ +[\d.]+\) )?({NETWORK})\(", re.M)

pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")

SERVER = """
import http.server
class Handler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments): pass
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
server.daemon_threads = False
print(server.server_port, flush=True)
server.handle_request()
server.server_close()
"""


class Server:
    """Python's own web server for one request, perhaps under strace."""

    def __init__(self, folder, prefix=()):
        self.process = subprocess.Popen(
            [*prefix, sys.executable, "-c", SERVER], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self.port = int(self.process.stdout.readline())

    def finish(self):
        self.process.wait(timeout=LIMIT)
        self.process.stdout.close()


@pytest.fixture
def served(tmp_path):
    folder = tmp_path / "served"
    folder.mkdir()
    (folder / "hello.txt").write_text("hello\n" * 100)
    started = []

    def start(prefix=()):
        started.append(Server(folder, prefix))
        return started[-1]

    yield start
    for one in started:
        if one.process.poll() is None:
            one.process.kill()
            one.process.wait()


def check(shell, log, *peers):
    """The views of a log: nothing unknown, nothing missing, and all participants are in the drawing."""
    done = shell.run("view", "--json", log, "journal")
    assert done.returncode == 0, done.stderr
    assert done.stderr == b""
    names = re.findall(r'"call":\s*"(\w+)\(', done.stdout.decode())
    wanted = [{"sendto": "send", "recvfrom": "recv"}.get(name, name) for name in CALL.findall(log.read_text(errors="replace"))]
    assert wanted
    shown = [{"sendto": "send", "recvfrom": "recv"}.get(name, name) for name in names]
    for name in set(wanted):
        assert shown.count(name) == wanted.count(name), name
    json.loads(done.stdout.splitlines()[0])
    for command in (["diagram"], ["explain", "all"]):
        done = shell.run("view", log, *command)
        assert done.returncode == 0, done.stderr
        assert not re.search(rb"[\x00-\x09\x0b-\x1f\x7f]", done.stdout)
        for peer in peers:
            # A lane's head is cut to its width; explain has the port as C writes it.
            host, port = peer.split(":")
            wanted = f"{host}:{port[:2]}" if command == ["diagram"] else f"htons({port})"
            assert wanted in done.stdout.decode()
    return names


@pytest.mark.parametrize("options", [[], ["-tt", "-T"], ["-ttt", "-s", "1000"], ["-r"], ["-r", "-tt"]], ids=" ".join)
def test_curl(shell, tmp_path, served, options):
    server = served()
    log = tmp_path / "curl.strace"
    url = f"http://127.0.0.1:{server.port}/hello.txt"
    subprocess.run([*STRACE, *options, "-o", log, "curl", "-s", url], check=True, capture_output=True, timeout=LIMIT)
    server.finish()
    names = check(shell, log, f"127.0.0.1:{server.port}")
    assert {"socket", "connect", "send", "recv", "close"} <= set(names)
    ruler = shell.run("view", log, "ruler")
    assert ruler.returncode == 0


def test_http_server(shell, tmp_path, served):
    log = tmp_path / "server.log"
    server = served([*STRACE, "-ttt", "-T", "-o", str(log)])
    with socket.create_connection(("127.0.0.1", server.port)) as client:
        client.sendall(b"GET /hello.txt HTTP/1.0\r\n\r\n")
        name = client.getsockname()
        while client.recv(4096):
            pass
    server.finish()
    names = check(shell, log, f"127.0.0.1:{name[1]}")
    assert {"bind", "listen", "accept4", "send", "shutdown"} <= set(names)


@pytest.mark.parametrize("program", NETCATS)
def test_netcat_as_client(shell, tmp_path, served, program):
    server = served()
    log = tmp_path / "client.strace"
    options = ["-N"] if program == "nc" else []
    done = subprocess.run(
        [*STRACE, "-o", log, NETCATS[program], *options, "127.0.0.1", str(server.port)],
        input=b"GET /hello.txt HTTP/1.0\r\n\r\n",
        capture_output=True,
        timeout=LIMIT,
    )
    server.finish()
    assert b"hello" in done.stdout
    check(shell, log, f"127.0.0.1:{server.port}")


@pytest.mark.parametrize("program", NETCATS)
def test_netcat_as_server(shell, tmp_path, program):
    path = tmp_path / "s"
    log = tmp_path / "server.strace"
    server = subprocess.Popen([*STRACE, "-o", log, NETCATS[program], "-l", "-U", str(path)], stdin=subprocess.DEVNULL)
    try:
        # The log itself tells when it listens: it is read until that line appears.
        end = time.monotonic() + LIMIT
        while server.poll() is None and not (log.exists() and re.search(r"listen\(.*= 0$", log.read_text(), re.M)):
            assert time.monotonic() < end
        with socket.socket(socket.AF_UNIX) as client:
            client.connect(str(path))
            client.sendall(b"hello")
        server.wait(timeout=LIMIT)
    finally:
        if server.poll() is None:
            server.kill()
            server.wait()
    assert "accept4" in check(shell, log) or program == "ncat"


FORKING = """
import select, socket, socketserver
class Handler(socketserver.BaseRequestHandler):
    def handle(self):
        poll = select.poll()
        poll.register(self.request, select.POLLIN)
        poll.poll()
        self.request.sendall(self.request.recv(100))
server = socketserver.ForkingTCPServer(("127.0.0.1", 0), Handler)
print(server.server_address[1], flush=True)
server.handle_request()
server.handle_request()
server.server_close()
"""


@pytest.mark.parametrize("trace", ["network,desc", "network,desc,process"])
def test_children_have_their_parents_sockets(shell, tmp_path, trace):
    """Parent and children have the connections under one descriptor, the parent closes it first."""
    log = tmp_path / "server.strace"
    server = subprocess.Popen(
        ["strace", "-f", "-e", f"trace={trace}", "-yy", "-o", log, sys.executable, "-IS", "-c", FORKING],
        stdout=subprocess.PIPE,
    )
    with server.stdout:
        port = int(server.stdout.readline())
        for word in (b"one", b"two"):
            with socket.create_connection(("127.0.0.1", port)) as client:
                client.sendall(word)
                assert client.recv(10) == word
    server.wait(timeout=LIMIT)
    rows = json.loads(shell.run("view", "--json", log, "journal").stdout.splitlines()[0])["reply"]
    by_call = {}
    for row in rows:
        by_call.setdefault(row["call"].split("(")[0], []).append(row["socket"])
    first, second = by_call["recv"]
    assert first != second and by_call["send"] == [first, second]
    drawn = shell.run("view", log, "diagram", "-width", "300").stdout.decode()
    polled = set(re.findall(r"poll (\S+) = \1 POLLIN", drawn))
    assert {first, second} <= polled
    assert first.startswith("s") and second.startswith("s")


def test_cut_off_and_foreign_lines_are_told(shell, tmp_path):
    log = tmp_path / "x.log"
    log.write_bytes(b"socket(AF_INET, SOCK_STREAM, 0) = 3\nServing \x1b[31m HTTP\nconnect(3, {sa_fam")
    done = shell.run("view", log, "journal")
    assert done.returncode == 0
    assert b"1 of 3 lines" in done.stderr and b"middle of a line" in done.stderr
    assert b"\x1b" not in done.stdout + done.stderr


@pytest.mark.parametrize("content", [b"", b"\0" * 1000, b"a" * (6 << 20), b"\x1b]0;x\x07\n" * 100])
def test_nonsense_is_refused(shell, tmp_path, content):
    log = tmp_path / "x.strace"
    log.write_bytes(content)
    done = shell.run("view", log, "journal")
    assert done.returncode == 2
    assert b"\x1b" not in done.stderr
