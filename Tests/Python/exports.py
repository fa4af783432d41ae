"""Sessions to export, their programs, and what strace shows of them: shared by the export tests."""

import errno
import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NETSHELL = os.environ.get("NETSHELL", str(ROOT / ".build/debug/netshell"))
SCRIPTS = ROOT / "Tests/Scripts"
TIMEOUT = 300
LANGUAGES = ["python", "c", "swift", "netshell"]

needs_strace = pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed")
needs_swift = pytest.mark.skipif(not shutil.which("swiftc"), reason="swiftc is not installed")

TCP = """s = socket inet stream
s.bind 127.0.0.1 0
s.listen 5
c = socket inet stream
c.connect 127.0.0.1 $s.port
k = s.accept
"""
UDP = """s = socket inet dgram
s.bind 127.0.0.1 0
c = socket inet dgram
"""

HOSTILE = r"""socketpair
s1.send "\"; import os; os._exit(9) #"
s1.send "*/ exit(9); /* ??/ ??'"
s1.send "\\(exit(9)) \\u{41} #{exit 9} $(exit 9) `exit 9`"
s1.send "\0001\xff7\xfe\x80a\x07b\r\nc\t"
s1.send "$reply ${x} } catch {\n exit 9 # '''\"\"\""
s1.send "\u{2028}\u{202e}\u{e9}\u{1f600}"
s1.send ""
"""

PLACE = f"/tmp/netshell-test-{os.getpid()}.sock"

INLINE = {
    "echo": TCP + 'c.send "say it again"\nk.recv 100\nk.send "say it again"\nc.recv 100\n',
    "datagrams": UDP + 'c.sendto ping 127.0.0.1 $s.port\ngot = s.recvfrom 100\ns.sendto pong $got.address\nc.recv 9\n',
    "ports": UDP + "c.bind 127.0.0.1 0\nc.sendto x 127.0.0.1 $s.port\ns.sendto y 127.0.0.1 $c.port\nc.recv 9\n",
    "timeouts": TCP + "k.settimeout 0.05\ntry { k.recv 9 } catch timeout { print late }\ns.settimeout 0.05\n"
    + "try { s.accept } catch timeout { print nobody }\n",
    "nonblocking": TCP + "c.setblocking off\ntry { c.recv 9 } catch EAGAIN { print nothing }\nc.setblocking on\n",
    "duplicates": TCP + "d = c.dup\nd.send x\nc.close\nd.send y\nk.recv 1 waitall\nk.getpeername\n",
    "long data": TCP + "c.send fill:100000:abc\nk.recv 100000 waitall\n"
    + 'c.send "' + "0123456789abcdef?\\\\\\\"" * 20 + 'end"\nk.recv 1000\n',
    "socket options": TCP + "s.setsockopt reuseaddr on\ns.getsockopt reuseaddr\nc.setsockopt tcp nodelay 1\n"
    + "c.setsockopt linger on 1\nc.getsockopt linger\nc.setsockopt rcvtimeo 2.5\nc.getsockopt tcp maxseg\n",
    "localhost": "s = socket inet stream\ns.bind localhost 0\ns.listen\nc = socket inet stream\n"
    + "c.connect localhost $s.port\nk = s.accept\nc.send x\nk.recv 1\n",
    "refused": "s = socket inet stream\ns.bind 127.0.0.1 0\nc = socket inet stream\n"
    + "try { c.connect 127.0.0.1 $s.port } catch ConnectionRefused { print refused }\n",
    "reserved names": "int = socket inet stream\nlambda = socket inet dgram\nfunc = socket inet6 stream\n"
    + "errno = socket unix dgram\ndata = socket inet stream\ndata_2 = socket inet stream\nint.close\nint = socket inet stream\n",
    "peeking": TCP + "c.send abc\nk.recv 2 peek\nk.recvfrom 10\nc.shutdown wr\nk.recv 1\n",
    "mark": "request = socket inet dgram\nfcntl = socket inet stream\nfcntl.sockatmark\nmark = fcntl.dup\nmark.sockatmark\n"
    + "try { request.sockatmark } catch error { print unmarked }\n",
    "hostile data": HOSTILE,
    "messages": "socketpair unix dgram\nt = socket inet stream\ns1.sendmsg take -rights t\ns2.recvmsg 100\n",
    "hops": UDP + "s.setsockopt recvttl on\nc.sendmsg a b -to 127.0.0.1 $s.port -ttl 9\ns.recvmsg 10\n",
    "services": "getservbyname http tcp\ngetprotobyname tcp\ngethostname\nsocketpair\ns1.send x\n",
    "files": TCP + "c.sendfile /etc/hostname 0 4\nk.recv 100\nc.sendfile /etc/passwd 10 20\nk.recv 100\n"
    + "c.close\nk.close\nc = socket inet stream\ntry { c.sendfile /etc/hostname } catch error { print unconnected }\n",
    "reverse": "getnameinfo 127.0.0.1 80\ngethostbyname localhost\ngethostbyaddr 127.0.0.1\n"
    + "getservbyport 80 tcp\nsocketpair\n",
    "protocol numbers": "getprotobynumber 6\nsocketpair\n",
    "netlink": "n = socket netlink raw\nn.bind 0 0\nn.connect 0 0\nn.getpeername\n",
    "vsock": "v = socket vsock stream\nv.setsockopt reuseaddr on\nv.bind any 0\n",
    "packet": "try { p = socket packet dgram } catch error { print forbidden }\n",
    "dissolved": UDP + "c.connect 127.0.0.1 $s.port\nc.connect unspec\nc.sendto x 127.0.0.1 $s.port\n",
    "nobody's message": "socketpair unix dgram\ns1.sendmsg\ns2.recvmsg 1\ns1.setblocking off\n"
    + "try { s1.recvmsg 5 } catch EAGAIN { print nothing }\n",
    "messages to a name": UDP + 'c.sendmsg hello " you" -to localhost $s.port\ns.recvmsg 100\ns.recvmsg 100 100 dontwait\n',
    "paths": f"s = socket unix stream\ns.bind {PLACE}\ns.close\nunlink {PLACE}\ns = socket unix stream\ns.bind {PLACE}\nunlink {PLACE}\n"
    + f"try {{ unlink {PLACE}-2 }} catch ENOENT {{ print gone }}\n",
    "jobs": "s = socket inet stream\ns.bind 127.0.0.1 0\ns.listen\nc = socket inet stream\nk = s.accept &\n"
    + "c.connect 127.0.0.1 $s.port\nwait\nk.recv 10 &\nc.send x\nwait\n",
    "blocks in the background": "s = socket inet stream\ns.bind 127.0.0.1 0\ns.listen\n"
    + "{ k = s.accept; d = k.recv 10; k.sendall $d } &\nc = socket inet stream\n"
    + "c.connect 127.0.0.1 $s.port\nc.send hello\nc.recv 10\nwait\n",
}


def typed(path):
    """The lines typed in a recorded session."""
    lines = []
    for line in path.read_text().splitlines():
        if line.startswith(("> ", ". ")):
            lines.append(line[2:])
    return "\n".join(lines).replace("@netshell-test", f"@netshell-test-{os.getpid()}") + "\n"


SESSIONS = {path.stem: path for path in sorted(SCRIPTS.glob("*.session"))} | INLINE


class Session:
    """A session that has run: its programs and its calls."""

    def __init__(self, folder, text, flags=""):
        self.folder = folder
        files = {"python": "p.py", "c": "p.c", "swift": "p.swift", "netshell": "p.ns"}
        self.files = {language: folder / name for language, name in files.items()}
        exports = "".join(f'export {language} "{path}"{flags}\n' for language, path in self.files.items())
        script = folder / "session.ns"
        script.write_text(text + exports + f"journal save {folder}/journal\n")
        run = subprocess.run(
            [NETSHELL, "--json", "--keep-going", script], capture_output=True, text=True, timeout=TIMEOUT
        )
        lines = [json.loads(line) for line in run.stdout.splitlines()]
        exports = [line for line in lines if line["command"] == "export"]
        self.problems = {line["statement"].split()[1]: line["error"] for line in exports if line["error"]}
        self.calls = [json.loads(line) for line in (folder / "journal").read_text().splitlines()[1:]]

    def expected(self):
        return [expected(call) for call in self.calls if not call.get("injected") and call["call"] not in LOOKUPS | ASIDES]

    def looks_up(self):
        return any(call["call"] in LOOKUPS for call in self.calls)


LOOKUPS = {
    "gethostname", "getaddrinfo", "getservbyname", "getservbyport", "getprotobyname", "getprotobynumber", "gethostbyname",
    "gethostbyaddr", "getnameinfo",
}
# What a program only says in a comment.
ASIDES = {
    "inet_pton", "inet_ntop", "inet_aton", "inet_ntoa", "htons", "htonl", "ntohs", "ntohl", "if_nameindex",
    "if_nametoindex", "if_indextoname",
}
SYSTEM = {"send": "sendto", "recv": "recvfrom", "accept4": "accept", "sockatmark": "ioctl"}
MAKERS = {"socket", "accept", "dup"}


def expected(call):
    name = SYSTEM.get(call["call"], call["call"])
    error = call.get("error", call.get("errno"))
    if isinstance(error, dict):
        error = errno.errorcode[error["errno"]].replace("ENOTSUP", "EOPNOTSUPP")
    if error:
        return (name, "timeout" if error == "EINTR" else error)
    if call["call"] == "sockatmark":
        # What it returns, the ioctl writes.
        return (name, 0)
    return (name, "fd" if name in MAKERS else call["result"])


# Where glibc asks for users and hosts before it reads the files, if the machine's nsswitch.conf says so.
NAME_SERVICE = "".join(f"\\x{byte:02x}" for byte in b"/var/run/nscd/socket")
LINE = re.compile(r"^\d+\s+(\w+)\((.*)\)\s+= (-?\d+)(?: (E[A-Z]+))?")


def traced(path):
    """The calls on sockets in an strace log."""
    sockets = set()
    calls = []
    for line in path.read_text(errors="replace").splitlines():
        match = LINE.match(line)
        if not match:
            continue
        name, arguments, result, error = match[1], match[2], int(match[3]), match[4]
        name = {"accept4": "accept", "ppoll": "poll"}.get(name, name)
        if name == "fcntl" and "F_DUPFD" in arguments:
            name = "dup"
        elif name == "fcntl":
            continue
        first = re.match(r"\d+", arguments)
        watched = [int(fd) for fd in re.findall(r"fd=(\d+)", arguments)]
        if name == "socketpair":
            sockets.update(map(int, re.findall(r"\d+", arguments.rpartition("[")[2]) if result == 0 else []))
        elif name == "socket":
            pass
        elif name == "unlink":
            if b"/tmp/netshell-test".hex() not in arguments.replace("\\x", ""):
                continue
        elif name == "poll":
            if not any(fd in sockets for fd in watched):
                continue
        elif not first or int(first[0]) not in sockets:
            continue
        if name == "connect" and NAME_SERVICE in arguments:
            # Nothing that the program said: it is removed, and so is the socket it was made on.
            sockets.discard(int(first[0]))
            del calls[max(index for index, call in enumerate(calls) if call[0] == "socket")]
            continue
        if name in MAKERS and result >= 0:
            sockets.add(result)
        calls.append((name, error or ("fd" if name in MAKERS else result), arguments))
        if name == "close":
            sockets.discard(int(first[0]))
    return calls


# What a program asks for its own purposes: the port that the kernel chose, a timeout, the end.
EXTRAS = {"getsockname", "close", "ioctl", "poll", "getsockopt", "unlink"}


def is_extra(call):
    return call[0] in EXTRAS or call[0] == "setsockopt" and re.search(r"SO_(RCV|SND)TIMEO", call[2])


def agrees(wanted, call):
    if wanted[1] == "timeout":
        return (call[0] == wanted[0] and call[1] in ("EAGAIN", "EINPROGRESS")) or call[:2] == ("poll", 0)
    if wanted[0] == "recvfrom" and call[0] == "recvmsg" and "iov_len=0" in call[2]:
        # Python's recv(0) makes no call.
        return wanted[1] == call[1]
    return wanted == call[:2]


def check(wanted, calls, allows_any=False):
    """Every wanted call is there in order, with nothing in between but the program's own business."""
    rest = list(wanted)
    for call in calls:
        if rest and agrees(rest[0], call):
            rest.pop(0)
        else:
            assert allows_any or is_extra(call), f"{call} is not {rest[:1]}"
    assert not rest, f"missing: {rest}"


def trace(command, folder):
    log = folder / "strace.log"
    options = ["-f", "-o", str(log), "-s", "200000", "-xx", "-e", "trace=network,desc,unlink"]
    run = subprocess.run(["strace", *options, *map(str, command)], capture_output=True, timeout=TIMEOUT)
    assert run.returncode == 0, run.stdout + run.stderr
    return traced(log)


def compile_c(source, program):
    flags = ["-std=c11", "-Wall", "-Wextra", "-Wpedantic", "-Werror"]
    subprocess.run(["cc", *flags, "-o", program, source], check=True, timeout=TIMEOUT)
