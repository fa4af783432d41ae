"""strace as the judge of explain: each call as explain writes it is a line of strace's log, in the same order.

strace shows 32 characters of data, as explain does, so the lines are compared whole: name, decoded addresses, options,
data, result and errno. What differs by nature is put right first, by `as_strace` and `plain`.
"""

import re
import shutil
import subprocess

import pytest

from processes import LIMIT, NETSHELL

pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")

TRACED = (
    "socket,socketpair,bind,listen,accept,accept4,connect,shutdown,getsockname,getpeername,getsockopt,setsockopt,"
    "sendto,recvfrom,sendfile,poll,dup,close,ioctl"
)

STREAM = r"""
s = socket inet stream
s.setsockopt reuseaddr on
s.setsockopt linger on 3
s.setsockopt rcvbuf 8192
s.getsockopt linger
s.getsockopt type
s.bind 127.0.0.1 0
s.listen 5
c = socket inet stream
c.connect 127.0.0.1 $s.port
c.setsockopt nodelay on
c.getsockopt nodelay
k = s.accept
k.getpeername
c.getsockname
c.send "GET / HTTP/1.0\r\n\0001\x1b[31m\xff\"quoted\" and a tail that is cut"
k.recv 5 peek
k.recv 1024
poll k c:out -timeout 0
d = c.dup
d.close
c.shutdown wr
k.recv 10
k.setblocking off
c.send x nosignal
k.close
c.close
"""

OTHERS = r"""
a = socket inet6 dgram
a.bind ::1 0
b = socket inet6 dgram
b.sendto hello ::1 $a.port
a.recvfrom 100
u = socket unix stream cloexec
socketpair unix seqpacket
u.bind @netshell-explain-strace
u.listen
v = socket unix stream
v.connect @netshell-explain-strace
w = u.accept nonblock
w.recv 10
v.connect /no/such/file
g = socket inet dgram
g.join 224.0.0.5 127.0.0.1
g.leave 224.0.0.5 127.0.0.1
t = socket inet stream
t.connect 127.0.0.1 1
t.send x
t.setsockopt tcp keepidle 10
t.setsockopt 1 255 1
t.bind 192.0.2.1 80
"""


def traced(shell, tmp_path, text):
    log = tmp_path / "log"
    done = subprocess.run(
        ["strace", "-f", "-s", "32", "-e", f"trace={TRACED}", "-e", "signal=none", "-o", log, NETSHELL, "--keep-going"],
        input=(text + "\nprint ---\nexplain all\n").encode(),
        capture_output=True,
        env=shell.environment,
        timeout=LIMIT,
    )
    explained = done.stdout.decode().split("---\n", 1)[1]
    return re.findall(r"^#\d+ (.*)$", explained, re.M), whole_lines(log)


def whole_lines(log):
    """The lines of a log; what another thread's line interrupts is put together again."""
    lines, unfinished = [], {}
    for line in log.read_text().splitlines():
        process = line.split(" ", 1)[0]
        if line.endswith("<unfinished ...>"):
            unfinished[process] = line[: -len("<unfinished ...>")].rstrip()
        elif resumed := re.match(r"^\d+ +<\.\.\. \w+ resumed>(.*)$", line):
            start = unfinished.pop(process)
            lines.append(start + ("" if resumed[1].startswith(")") or start.endswith("(") else " ") + resumed[1].lstrip())
        else:
            lines.append(line)
    return lines


def as_strace(line):
    """A line of explain, as strace would have it."""
    line = re.sub(r" /\* \d+ bytes \*/", "", line)
    line = re.sub(r"^send\((.*)\) = ", r"sendto(\1, NULL, 0) = ", line)
    line = re.sub(r"^recv\((.*)\) = ", r"recvfrom(\1, NULL, NULL) = ", line)
    # strace tells the zero of the Internet families by its name.
    line = re.sub(r"^(socket\(AF_INET6?, [A-Z_|]+, )0\)", r"\1IPPROTO_IP)", line)
    # A buffer that was not written to is a pointer to strace.
    line = re.sub(r", (buf|&\w+), ", ", PTR, ", line)
    return plain(line)


def plain(line):
    """The part of a line that both know."""
    line = re.sub(r"^\d+ +", "", line)
    line = re.sub(r"\) += ", ") = ", line)
    line = re.sub(r"= \? ERESTARTSYS.*", "= -1 EINTR", line)
    line = re.sub(r"(= -1 E\w+) .*", r"\1", line)
    line = line.replace(" (a new descriptor)", "").replace("IPPROTO_TCP, TCP_", "SOL_TCP, TCP_").replace("IPPROTO_IP, ", "SOL_IP, ")
    line = re.sub(r"0x[0-9a-f]{9,}", "PTR", line)
    # Options that have no name are numbers, which strace writes in hexadecimal.
    line = line.replace("[SOCK_STREAM]", "[1]").replace("SOL_SOCKET, 255,", "SOL_SOCKET, 0xff,")
    line = re.sub(r" /\* [^*]*\*/", "", line)
    return line


@pytest.mark.parametrize("text", [STREAM, OTHERS], ids=["stream", "others"])
def test_explain_is_what_strace_shows(shell, tmp_path, text):
    explained, log = traced(shell, tmp_path, text)
    assert len(explained) >= text.count("\n") - 4
    rest = iter([plain(line) for line in log])
    for line in map(as_strace, explained):
        if not line.startswith(tuple(name + "(" for name in TRACED.split(","))):
            continue
        seen = []
        for candidate in rest:
            if candidate == line:
                break
            seen.append(candidate)
        else:
            near = [one for one in seen if one.split("(")[0] == line.split("(")[0]]
            pytest.fail(f"strace has no such line:\n{line}\nbut\n" + "\n".join(near))
