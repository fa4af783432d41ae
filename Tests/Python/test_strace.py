"""strace as the judge: what the journal says was called is what the kernel was asked, arguments and errno included.

Each session runs under strace with --json. Of the system calls in its log, those that the shell makes for its own
purposes are left out: only the ones that `is_observation` names. What remains must be the journal's calls, one by
one, in order.
"""

import base64
import json
import re
import shutil
import subprocess

import pytest

from processes import LIMIT, NETSHELL

# The journal's calls that are system calls; looking up a name is many, and belongs to the resolver.
TRACED = (
    "socket,socketpair,bind,listen,accept,accept4,connect,shutdown,getsockname,getpeername,getsockopt,setsockopt,"
    "sendto,recvfrom,sendmsg,recvmsg,sendfile,poll,dup,close,ioctl"
)
# What glibc makes of a call.
SYSTEM_CALL = {"send": "sendto", "recv": "recvfrom", "sockatmark": "ioctl"}

STREAM = """\
s = socket inet stream
bind 127.0.0.1 0
listen 5
k = socket inet stream
k.connect 127.0.0.1 $s.port
c = s.accept
c.send "Thank you for connection"
k.recv 5 peek
k.recv 1024
k.getpeername
c.getsockname
sockets
c.shutdown wr
k.recv 10
k.send abc nosignal
c.recv 10
c.close
k.close
s.close
"""

DATAGRAM = """\
a = socket inet dgram udp
bind 127.0.0.1 0
b = socket inet6 dgram
b.bind ::1 0
c = socket inet dgram
c.sendto "two words" 127.0.0.1 $a.port
got = a.recvfrom 100
a.sendto reply $got.address
c.recv 2 trunc
c.recv 10 dontwait
b.sendto x ::1 $b.port
b.recvfrom 10
b.connect ::1 9
b.getpeername
"""

FAILURES = """\
s = socket inet stream
s.send x
s.listen 5
s.connect 127.0.0.1 1
t = socket inet stream
t.connect 127.0.0.1 1
t.accept
t.getpeername
t.shutdown wr
t.bind 203.0.113.1 0
t.bind 127.0.0.1 0
t.bind 127.0.0.1 0
u = socket unix stream
u.connect /no/such/socket
socket inet stream 255
socket inet seqpacket
p = socketpair
p2.close
p.send x
p.recv 1
socketpair inet stream
"""

UNIX = """\
p = socketpair
p.send hello
p2.recv 100 peek
p2.recv 100 waitall dontwait
s = socket unix stream
s.bind @netshell-strace
s.listen
c = socket unix stream
c.connect @netshell-strace
a = s.accept cloexec
a.send "\\0\\xff\\n"
c.recv 10
d = c.dup
d.close
poll c a -timeout 0
a.setblocking off
a.recv 1
a.detach
"""

TIMEOUT = """\
s = socket inet dgram
s.bind 127.0.0.1 0
s.settimeout 0.02
s.recv 10
poll s -timeout 0.01
"""

URGENT = """\
s = socket inet stream
bind 127.0.0.1 0
listen
c = socket inet stream
c.connect 127.0.0.1 $s.port
k = s.accept
k.sockatmark
c.send "ab!" oob
poll k:pri
k.recv 100
k.sockatmark
u = socket inet dgram
u.sockatmark
"""

SESSIONS = {
    "stream": STREAM,
    "datagram": DATAGRAM,
    "failures": FAILURES,
    "unix": UNIX,
    "timeout": TIMEOUT,
    "urgent": URGENT,
}


class Entry:
    """One line of strace's log: a system call, its arguments as written, its result and errno."""

    LINE = re.compile(r"^(\d+) +(\w+)\((.*)\) += (-?\d+)(?: (\w+))?")

    def __init__(self, process, name, arguments, result, error):
        self.process = process
        self.name = name
        self.arguments = arguments
        self.result = int(result)
        self.error = error

    @property
    def descriptors(self):
        """The descriptors that it is about."""
        if self.name == "poll":
            return {int(found) for found in re.findall(r"fd=(\d+)", self.arguments[0])}
        return {int(self.arguments[0])} if self.arguments and self.arguments[0].isdigit() else set()

    def __repr__(self):
        tail = f" {self.error}" if self.error else ""
        return f"{self.name}({', '.join(self.arguments)}) = {self.result}{tail}"


def split(text):
    """Arguments, split at commas outside quotes and brackets."""
    parts, depth, quoted, start, index = [], 0, False, 0, 0
    while index < len(text):
        character = text[index]
        if quoted:
            if character == "\\":
                index += 1
            elif character == '"':
                quoted = False
        elif character == '"':
            quoted = True
        elif character in "[{(":
            depth += 1
        elif character in "]})":
            depth -= 1
        elif character == "," and depth == 0:
            parts.append(text[start:index].strip())
            start = index + 1
        index += 1
    last = text[start:].strip()
    return parts + [last] if last else parts


def read_log(path):
    """The system calls of a log; a call interrupted by another thread's line is rejoined."""
    entries, unfinished = [], {}
    for line in path.read_text(errors="replace").splitlines():
        process = line.split(" ", 1)[0]
        if line.endswith("<unfinished ...>"):
            unfinished[process] = line[: -len("<unfinished ...>")].rstrip()
            continue
        if resumed := re.match(r"^\d+ +<\.\.\. \w+ resumed>(.*)$", line):
            line = unfinished.pop(process) + resumed[1].replace(" <unfinished ...>", "")
        # A call that a signal ended would be restarted by the kernel; with our handler it returns EINTR.
        line = re.sub(r"= \? ERESTARTSYS.*", "= -1 EINTR", line)
        if found := Entry.LINE.match(line):
            entries.append(Entry(found[1], found[2], split(found[3]), found[4], found[5]))
    return entries


def is_observation(entry):
    """Whether the shell may make this call for its own purposes."""
    if entry.name == "getsockopt":
        if entry.arguments[1:3] == ["SOL_TCP", "TCP_INFO"]:
            return entry.arguments[-1].startswith("[1") or entry.error is not None
        return entry.arguments[2] in ("SO_ACCEPTCONN", "SO_LINGER", "SO_TYPE", "SO_DOMAIN", "SO_PROTOCOL")
    if entry.name == "ioctl":
        return entry.arguments[1] in ("FIONREAD", "TIOCOUTQ", "TCGETS")
    if entry.name == "poll":
        return entry.arguments[2] == "0"
    return entry.name in ("getsockname", "getpeername")


def matches(call, entry):
    """Whether a call of the journal is this system call."""
    if SYSTEM_CALL.get(call["call"], call["call"]) != entry.name:
        return False
    if call["result"] != result(call, entry) or (call["errno"] or None) != entry.error:
        return False
    return all(argument_matches(call, name, value, entry) for name, value in call["arguments"].items())


def result(call, entry):
    """What C returned, as a system call's line tells."""
    if call["call"] == "sockatmark" and entry.error is None:
        # libc returns what the ioctl wrote.
        return int(entry.arguments[2].strip("[]")) if entry.arguments[1] == "SIOCATMARK" else None
    return entry.result


# The position of C's argument in the system call.
POSITIONS = {
    "socket": ["domain", "type", "protocol"],
    "socketpair": ["domain", "type", "protocol"],
    "bind": ["sockfd", "addr", "addrlen"],
    "connect": ["sockfd", "addr", "addrlen"],
    "listen": ["sockfd", "backlog"],
    "shutdown": ["sockfd", "how"],
    "accept": ["sockfd", "addr", None],
    "accept4": ["sockfd", "addr", None, "flags"],
    "getsockname": ["sockfd", None, None],
    "getpeername": ["sockfd", None, None],
    "send": ["sockfd", "buf", "len", "flags"],
    "sendto": ["sockfd", "buf", "len", "flags", "dest_addr", "addrlen"],
    "recv": ["sockfd", None, "len", "flags"],
    "recvfrom": ["sockfd", None, "len", "flags", None, None],
    "poll": ["fds", "nfds", "timeout"],
    "close": ["fd"],
    "dup": ["oldfd"],
    "ioctl": ["fd", "request", None],
    "sockatmark": ["sockfd", None, None],
}
HOW = {"SHUT_RD": "0", "SHUT_WR": "1", "SHUT_RDWR": "2"}


def argument_matches(call, name, value, entry):
    positions = POSITIONS[call["call"]]
    if name not in positions:
        return True
    written = entry.arguments[positions.index(name)]
    if name in ("addr", "dest_addr"):
        # What accept writes is its output.
        return isinstance(value, int) or address_matches(value, written)
    if name == "buf":
        return literal(written) == decoded(value)[: len(literal(written))]
    if name == "protocol":
        # strace names the protocols of IP, and of nothing else.
        return True if value == 0 and written == "IPPROTO_IP" else str(value) == written.split(" ")[0]
    if name in ("type", "flags"):
        return set(str(value).split("|")) == set(written.split("|"))
    if name == "fds":
        return [entry["fd"] for entry in value] == [int(found) for found in re.findall(r"fd=(\d+)", written)]
    if name == "how":
        return HOW.get(value, value) == HOW.get(written.split(" ")[0], written.split(" ")[0])
    return str(value) == written.split(" ")[0]


def address_matches(address, written):
    if "path" in address:
        path = address["path"]
        shown = f'sun_path=@"{path[1:]}"' if path.startswith("@") else f'sun_path="{path}"'
        return shown in written
    return f"htons({address['port']})" in written and f'"{address["host"]}"' in written


def decoded(value):
    return base64.b64decode(value["base64"])


def literal(written):
    """The bytes of a string as strace -xx writes it."""
    return bytes.fromhex("".join(re.findall(r"\\x([0-9a-f]{2})", written)))


def unhex_strings(entry):
    """Turns the hexadecimal strings in addresses back into text."""
    if entry.name in ("sendto", "recvfrom"):
        first, rest = entry.arguments[:2], entry.arguments[2:]
    else:
        first, rest = [], entry.arguments
    text = lambda found: bytes.fromhex(found[0].replace("\\x", "")).decode("latin-1")
    entry.arguments = first + [re.sub(r"(\\x[0-9a-f]{2})+", text, argument) for argument in rest]
    return entry


def traced(shell, tmp_path, text):
    """Runs a session under strace; returns the journal's calls and the log's."""
    log = tmp_path / "log"
    done = subprocess.run(
        ["strace", "-f", "-xx", "-s", "65536", "-e", f"trace={TRACED}", "-o", log]
        + [NETSHELL, "--json", "--keep-going"],
        input=text.encode(),
        capture_output=True,
        env=shell.environment,
        timeout=LIMIT,
    )
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(lines) >= text.count("\n"), done.stderr
    calls = [call for line in lines for call in line["calls"]]
    return calls, [unhex_strings(entry) for entry in read_log(log)]


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
@pytest.mark.parametrize("name", SESSIONS)
def test_journal_is_what_the_kernel_was_asked(shell, tmp_path, name):
    compare(*traced(shell, tmp_path, SESSIONS[name]))


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
def test_judge_misses_no_call(shell, tmp_path):
    """A journal without one of the calls, or with one that was never made, fails."""
    calls, entries = traced(shell, tmp_path, STREAM)
    for number, call in enumerate(calls[1:], 1):
        if call["call"] not in ("getsockname", "getpeername", "close"):
            with pytest.raises(AssertionError, match="not in the journal"):
                compare(calls[:number] + calls[number + 1 :], entries)
        with pytest.raises(pytest.fail.Exception, match="never asked"):
            compare(calls[:number] + [{**call, "result": 77}] + calls[number:], entries)


def compare(calls, entries):
    """Walks through both; any extra calls in the log must be the shell's own."""
    learners = {call["arguments"].get("sockfd") for call in calls}
    learners |= {call["result"] for call in calls if call["call"] in ("socket", "accept", "accept4", "dup")}
    rest = iter(entries)
    for number, call in enumerate(calls):
        skipped = []
        for entry in rest:
            if matches(call, entry):
                break
            skipped.append(entry)
        else:
            pytest.fail(f"the kernel was never asked: {call}\nafter what matched before it came {skipped}")
        # Before the first the process starts.
        if number > 0:
            check_skipped(skipped, learners, before=call)
    check_skipped(rest, learners, before=None)


def check_skipped(skipped, learners, before):
    for entry in skipped:
        if not entry.descriptors & learners and entry.name not in ("socket", "socketpair"):
            continue
        if before is None and entry.name == "close":
            continue
        assert is_observation(entry), f"not in the journal: {entry}, before {before}"
