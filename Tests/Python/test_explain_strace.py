"""strace as the judge of explain: each call as explain writes it is a line of strace's log, in the same order.

strace shows 32 characters of data, as explain does, so the lines are compared whole: name, decoded addresses, options,
data, result and errno. What differs by nature is adjusted first, by `as_strace` and `plain`.
"""

import re
import shutil
import socket
import subprocess

import pytest

from processes import LIMIT, NETSHELL

pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")

TRACED = (
    "socket,socketpair,bind,listen,accept,accept4,connect,shutdown,getsockname,getpeername,getsockopt,setsockopt,"
    "sendto,recvfrom,sendmsg,recvmsg,sendfile,poll,dup,close,ioctl"
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
t.bind 203.0.113.1 80
"""

MESSAGES = r"""
socketpair unix dgram
t = socket inet stream
s1.sendmsg one "\0two, which is longer than thirty-two characters"
s2.recvmsg 100
s1.sendmsg take -rights t
s2.recvmsg 100 100
s1.sendmsg gone
s2.recvmsg 2 0 peek
s2.recvmsg 2 0
s2.setblocking off
s2.recvmsg 10
s = socket inet dgram
s.bind 127.0.0.1 0
s.setsockopt ip recvttl on
s.setsockopt ip pktinfo on
c = socket inet dgram
c.sendmsg a b -to 127.0.0.1 $s.port -ttl 9
s.recvmsg 10
c.sendmsg x -to 127.0.0.1 $s.port -pktinfo 127.0.0.1
s.recvmsg 10
v = socket inet6 dgram
v.bind ::1 0
v.setsockopt ipv6 recvhoplimit on
w = socket inet6 dgram
w.sendmsg six -to ::1 $v.port -hoplimit 7
v.recvmsg 10
w.sendmsg nobody
w.sendmsg
s1.sendfile /etc/hostname 0 3
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
    """The lines of a log; those interrupted by another thread's line are rejoined."""
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
    """A line of explain, as strace would write it."""
    line = re.sub(r" /\* \d+ bytes \*/", "", line)
    line = re.sub(r"^send\((.*)\) = ", r"sendto(\1, NULL, 0) = ", line)
    line = re.sub(r"^recv\((.*)\) = ", r"recvfrom(\1, NULL, NULL) = ", line)
    # strace shows the Internet families' zero by its name.
    line = re.sub(r"^(socket\(AF_INET6?, [A-Z_|]+, )0\)", r"\1IPPROTO_IP)", line)
    # A buffer that was not written to is a pointer to strace.
    line = re.sub(r", (buf|&\w+), ", ", PTR, ", line)
    return plain(line)


def plain(line):
    """The part of a line that both show."""
    line = re.sub(r"^\d+ +", "", line)
    line = re.sub(r"\) += ", ") = ", line)
    line = re.sub(r"= \? ERESTARTSYS.*", "= -1 EINTR", line)
    line = re.sub(r"(= -1 E\w+) .*", r"\1", line)
    line = line.replace(" (a new descriptor)", "").replace("IPPROTO_TCP, TCP_", "SOL_TCP, TCP_").replace("IPPROTO_IP, ", "SOL_IP, ").replace("IPPROTO_IPV6, ", "SOL_IPV6, ")
    line = re.sub(r"0x[0-9a-f]{9,}", "PTR", line)
    # Options without a name are numbers, which strace writes in hexadecimal.
    line = line.replace("[SOCK_STREAM]", "[1]").replace("SOL_SOCKET, 255,", "SOL_SOCKET, 0xff,")
    line = re.sub(r" /\* [^*]*\*/", "", line)
    return plain_message(line) if re.match("sendmsg|recvmsg|sendfile", line) else line


def plain_message(line):
    """A message's header: explain leaves out the lengths, and strace what the call did not write."""
    line = re.sub(r"(\d+)<[^>]*>", r"\1", line)
    line = re.sub(r"(, )?\b(msg_namelen|msg_iovlen|msg_controllen)=\d+( => \d+)?", "", line)
    line = re.sub(r"cmsg_len=\d+, |, msg_control=(\[\]|PTR|&msg_control)", "", line)
    line = line.replace("cmsg_level=IPPROTO_IP", "cmsg_level=SOL_IP")
    line = line.replace('if_nametoindex("lo")', str(socket.if_nametoindex("lo")))
    # This strace does not know the hop limit by name.
    line = re.sub(r"cmsg_type=0x34\b", "cmsg_type=IPV6_HOPLIMIT", line)
    line = re.sub(r"(cmsg_type=IPV6_HOPLIMIT), cmsg_data=\[\d+\]", r"\1", line)
    if line.startswith("sendmsg"):
        line = line.replace(", msg_flags=0", "")
    elif "= -1" in line:
        line = re.sub(r"\{[^}]*\}?\]?\}", "{}", line)
    return line.replace("msg_name=PTR", "msg_name=NULL").replace("msg_name=&msg_name", "msg_name=NULL")


@pytest.mark.parametrize("text", [STREAM, OTHERS, MESSAGES], ids=["stream", "others", "messages"])
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
