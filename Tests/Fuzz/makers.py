"""What inputs.py tries: for each kind a function that makes an input of a source of random numbers."""

import dataclasses
import json
import pathlib
import random
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests/Python"))
import twin  # noqa: E402

HOSTS = ["127.0.0.1", "::1", "localhost", "0.0.0.0", "127.9.9.9", "@abstract", "./name", "192.0.2.1", '""']
PORTS = ["0", "$s.port", "$x.port", "9", "http", "65535", "65536", "-1"]
DATA = ["hello", '"a\\r\\n"', "0x00ff1b5b324a", "fill:70000", "fill:5:ab", '""', "$y", "$s", '"\\x1b]0;t\\x07"', "é", '"\\u{202e}"', "@./data"]
OPTIONS = ["reuseaddr on", "linger on 0", "rcvtimeo 0.01", "tcp nodelay 1", "ttl 300", "1 2 0x01", "rcvbuf -1", "tcp user_timeout -1", "ip add_membership 239.1.1.1"]
SOCKETS = ["s", "t", "x", "s1", "s2", "c1", "r1", "nobody"]
VALUES = ["5", "-1", "9223372036854775807", "1.5", "yes", '"text"', "0xff", "$s", "$y", "$reply", "$error", "$s.local", "$m.address", "fill:100000"]
NAMES = ["x", "y", "z", "s", "list", "m"]
CALLS = [
    "socket {family} {type}", "socketpair unix {type}", "{s}.bind {host} {port}", "{s}.listen", "{s}.connect {host} {port}", "{s}.accept",
    "{s}.send {data}", "{s}.sendall {data}", "{s}.sendto {data} {host} {port}", "{s}.recv {size}", "{s}.recvfrom {size} dontwait", "{s}.recvline",
    "{s}.recvuntil {data}", "{s}.recvall", "{s}.sendmsg {data} {data} -rights {s}", "{s}.recvmsg {size} {size}", "{s}.shutdown wr", "{s}.close",
    "{s}.getsockname", "{s}.getpeername", "{s}.setsockopt {option}", "{s}.getsockopt tcp info", "{s}.getsockopt", "{s}.settimeout 0.02", "{s}.setblocking off",
    "{s}.dup", "{s}.detach", "fromfd {size}", "poll {s}:in {s}:out -timeout 0", "use {s}", "sockets", "variables", "jobs", "wait", "cancel", "sleep 0.01",
    "print {value} {value}", "write {data}", "length {data}", "hexdump {data}", "explain", "explain {data}", "explain on", "diagram", "diagram -sent", "state {s}",
    "ruler", "journal", "journal -since 3", "journal save ./j", "export python", "export c ./p.c", "export swift", "export netshell", "getaddrinfo {host} {port}",
    "gethostbyname {host}", "getservbyname {data}", "inet_pton inet {host}", "inet_ntop inet {data}", "htons {size}", "if_nameindex", "inject connect ECONNREFUSED",
    "inject recv 3 EINTR", "alias a {data}", "a", "help {data}", "apropos {data}", "unlink ./name", "{s}.sendfile ./data", "set", "exit",
]  # fmt: skip
SIGNS = ["{", "}", ";", "\n", "&", "=", "==", "$", '"', "'", "#", ".", "..", "try {", "} catch error {", "while 1 {", "repeat 3 {", "for i in", "if", "else", "\\", "|", "\r\n", "\0"]


@dataclasses.dataclass
class Made:
    """An input: files by their names, and the command lines to be run on them."""

    files: dict
    commands: list
    compare: object = None


def call(chance):
    """A call that may make sense."""
    text = chance.choice(CALLS)
    fields = {
        "family": ["inet", "inet6", "unix", "netlink", "77"], "type": ["stream", "dgram", "seqpacket", "raw", "stream|nonblock"], "s": SOCKETS, "host": HOSTS,
        "port": PORTS, "data": DATA, "option": OPTIONS, "value": VALUES, "size": ["0", "1", "5", "1000", "99999999", "-1", "2147483648"],
    }  # fmt: skip
    for field, words in fields.items():
        while "{" + field + "}" in text:
            text = text.replace("{" + field + "}", chance.choice(words), 1)
    return text


def statement(chance, depth=0):
    """A statement; most of them make sense."""
    kind = chance.random()
    if kind < 0.62 or depth > 4:
        return (chance.choice(NAMES) + " = " if chance.random() < 0.3 else "") + call(chance) + (" &" if chance.random() < 0.08 else "")
    if kind < 0.74:
        left, right = chance.choice(VALUES), chance.choice(VALUES)
        return f"{chance.choice(NAMES)} = {left} {chance.choice(['+', '-', '*', '/', '%', '==', '<', 'contains', ''])} {right}"
    if kind < 0.8:
        return " ".join(chance.choice(SIGNS + DATA + NAMES) for _ in range(chance.randrange(1, 8)))
    body = "; ".join(statement(chance, depth + 1) for _ in range(chance.randrange(0, 4)))
    return chance.choice(
        [
            "try {{ {b} }} catch error {{ {b} }}", "repeat {n} {{ {b} }}", "while {v} {{ {b}; break }}", "for i in {v} {v} {{ {b} }}", "if {v} {{ {b} }} else {{ {b} }}",
            "{{ {b} }} &", "while 1 {{ {b} }}",
        ]
    ).format(b=body, n=chance.choice([0, 1, 3, 100]), v=chance.choice(VALUES))  # fmt: skip


def text(chance, most=12):
    return "\n".join(statement(chance) for _ in range(chance.randrange(1, most))) + "\n"


def damaged(chance, content, most=6):
    """The same bytes with some of them lost, doubled, changed, or replaced by what is special."""
    content = bytearray(content)
    special = [b"\x1b[2J", b"\0", b"\xff\xfe", "\u202e".encode(), b"{" * 70, b'"', b"9" * 40, b"-1", b"```", b"\n", b"\r", b"99999999999", b"\xc2\x9b", b",", b"[", b"="]
    for _ in range(chance.randrange(1, most)):
        start = chance.randrange(len(content) + 1)
        end = min(len(content), start + chance.choice([0, 1, 1, 2, 8, 40, 400]))
        piece = bytes(content[start:end])
        content[start:end] = chance.choice(
            [b"", piece + piece, bytes(chance.randrange(256) for _ in range(len(piece))), chance.choice(special), piece[::-1], piece * 50, b"".join(chance.sample(special, 3))]
        )  # fmt: skip
    return bytes(content[: 1 << 20])


def seeds(pattern):
    return sorted(path for path in ROOT.glob(pattern) if path.name != "README.md")


def scripts(chance):
    content = text(chance, 40).encode()
    if chance.random() < 0.4:
        content = damaged(chance, content)
    flags = chance.choice([[], ["--json"], ["--keep-going"], ["--json", "--keep-going"]])
    return Made({"a.ns": content, "data": b"0123456789" * 100}, [[*flags, "a.ns"]])


def recorded(chance):
    """A recorded session, damaged."""
    content = damaged(chance, chance.choice(seeds("Tests/Scripts/*.session")).read_bytes())
    return Made({"a.session": content}, [["--check", "a.session"]])


def fence(info, body):
    return f"```{info}\n{body}```\n\n"


def lessons(chance):
    """A lesson of the course, damaged, or one of random fences."""
    if chance.random() < 0.5:
        path = chance.choice(seeds("Lessons/*.md"))
        content, name = damaged(chance, path.read_bytes()), path.name
    else:
        lines, name = ["title: T", "id: a", "about: A", *chance.sample(["ports: P=8088", "networks: 127.0.0.1:80", "names: a.b", "requires: raw", "level: 9", "files: /x"], 2)], "a.md"
        parts = ["\n".join(lines) + "\n\n"]
        for number in range(chance.randrange(1, 4)):
            parts.append(f"## S {{#s{number}}}\n\n")
            for info in chance.sample(["setup", "peer p", "peer q stays", "do", "solution", "mistake", "check", "hint 1", "predict", "choice", "say"], 5):
                mark = "> " if info in ("do", "mistake", "predict") else ""
                body = "".join(mark + line + "\n" for line in text(chance, 4).splitlines())
                parts.append(fence(info, "call socket ok\n" if info == "check" and chance.random() < 0.7 else body))
        content = "".join(parts).encode()
        if chance.random() < 0.3:
            content = damaged(chance, content)
    file = "own/" + name
    return Made({file: content}, [["lesson", "lint", file], chance.choice([["lesson", "test", "--limit", "0.5", file], ["replay", file]])])


VIEWS = [["journal"], ["explain"], ["diagram"], ["ruler"], ["export", "python"], ["export", "c"], ["export", "swift"], ["state"], ["journal", "-since", "2"]]


def journals(chance):
    """A saved journal, damaged: by bytes, or by values."""
    lines = [json.loads(line) for line in (pathlib.Path(__file__).with_name("journal.seed")).read_text().splitlines()]
    if chance.random() < 0.5:
        content = damaged(chance, b"".join(json.dumps(line).encode() + b"\n" for line in lines))
    else:
        for _ in range(chance.randrange(1, 8)):
            line = chance.choice(lines)
            chance.choice([lines.remove, lambda one: lines.insert(0, one), lines.append, lambda one: change(chance, one), lambda one: change(chance, one)])(line)
        content = b"".join(json.dumps(line).encode() + b"\n" for line in lines)
    return Made({"a.journal": content}, [["view", "a.journal", *chance.choice(VIEWS)] for _ in range(2)])


def change(chance, value):
    """Changes something somewhere in a value of JSON."""
    while isinstance(value, (dict, list)) and value:
        key = chance.choice(list(value)) if isinstance(value, dict) else chance.randrange(len(value))
        if isinstance(value[key], (dict, list)) and value[key] and chance.random() < 0.8:
            value = value[key]
            continue
        value[key] = chance.choice([None, -1, 1 << 31, 1 << 63, 1e300, "", "\x1b[2J", "AF_INET", "recv", [], {}, True, [[[]]], "a" * 5000, value[key], 0])
        return


def straces(chance):
    """A log of strace, of calls that may make sense, damaged."""
    lines = (pathlib.Path(__file__).with_name("strace.seed")).read_bytes().splitlines(keepends=True)
    for _ in range(chance.randrange(0, 12)):
        place = chance.randrange(len(lines))
        chance.choice([lambda: lines.insert(0, lines[place]), lambda: lines.pop(place) if len(lines) > 1 else None, lambda: lines.append(lines[place])])()
    content = b"".join(lines)
    if chance.random() < 0.8:
        content = damaged(chance, content)
    return Made({"a.strace": content}, [["view", "a.strace", *chance.choice(VIEWS)] for _ in range(2)])


def twins(chance):
    """A session of calls that make sense, compared with the same calls made by Python."""
    import compared

    family, host = chance.choice([("inet", "127.0.0.1"), ("inet6", "::1")])
    kind = chance.choice(["stream", "dgram"])
    statements = [f"{name} = socket {family} {kind}" for name in "abc"] + [f"{name}.setblocking off" for name in "abc"] + [f"a.bind {host} 0"]
    sockets = ["a", "b", "c"]
    for number in range(chance.randrange(4, 16)):
        one, other = chance.choice(sockets), chance.choice(sockets)
        statements.append(
            chance.choice(
                [
                    f"{one}.bind {host} 0", f"{one}.listen 5", f"{one}.connect {host} $a.port", f"{one}.send hello", f"{one}.recv 3", f"{one}.recv 100", f"{one}.shutdown wr",
                    f"{one}.shutdown rd", f"{one}.getpeername", f"{one}.getsockopt error", f"{one}.sendto x {host} $a.port", f"{one}.recv 5 peek", f"{one}.getsockopt acceptconn",
                    f"{one}.setsockopt reuseaddr on", f"{one}.setsockopt linger on 0", f"d{number} = {one}.dup", f"{one}.sendmsg ab cd", f"{one}.recvmsg 10", f"{one}.send u oob",
                    f"{one}.recv 1 oob", f"poll {one}:in {other}:out -timeout 0" if one != other else f"poll {one}:in -timeout 0", f"e{number} = {one}.accept",
                ]
            )
        )  # fmt: skip
    return Made({}, [["--json", "--keep-going", "-c", "\n".join(statements)]], lambda out, _: compared.difference(statements, out))


MAKERS = {"scripts": scripts, "lessons": lessons, "journals": journals, "straces": straces, "sessions": recorded, "twins": twins}
