"""The statements of twins.txt, done by Python's socket module: each becomes one line about what the kernel answered.
Run as a program it does the sessions of a file, each beside NetShell's, and prints those lines and NetShell's JSON."""

import ctypes
import errno
import json
import os
import re
import select
import shlex
import signal
import socket
import struct
import subprocess
import sys

VARIANTS = {"4": {"INET": "inet", "HOST": "127.0.0.1", "ANY": "0.0.0.0"}, "6": {"INET": "inet6", "HOST": "::1", "ANY": "::"}}
FAMILIES = {"inet": socket.AF_INET, "inet6": socket.AF_INET6, "unix": socket.AF_UNIX}
TYPES = {"stream": socket.SOCK_STREAM, "dgram": socket.SOCK_DGRAM, "raw": socket.SOCK_RAW, "seqpacket": socket.SOCK_SEQPACKET}
LEVELS = {"SO": socket.SOL_SOCKET, "TCP": 6, "UDP": 17, "IP": 0, "IPV6": 41}
OTHERS = {"UDP_SEGMENT": 103, "IP_MINTTL": 21, "TCP_USER_TIMEOUT": 18, "SO_PROTOCOL": 38, "SO_DOMAIN": 39}
PLACES = ["SO", "TCP", "IP", "IPV6", "UDP"]
ON_OFF = {"reuseaddr", "reuseport", "keepalive", "acceptconn", "broadcast", "oobinline", "nodelay", "v6only", "multicast_loop"}
EVENTS = {"in": select.POLLIN, "out": select.POLLOUT, "pri": select.POLLPRI}
EVENT_NAMES = [(getattr(select, name), name) for name in ("POLLIN", "POLLPRI", "POLLOUT", "POLLERR", "POLLHUP", "POLLRDHUP")]
FLAG_NAMES = [(getattr(socket, name), name) for name in ("MSG_OOB", "MSG_TRUNC", "MSG_CTRUNC", "MSG_EOR", "MSG_ERRQUEUE")]


def sessions(text):
    """The sessions of the file as (title, statements), those of both families twice."""
    found = []
    for part in re.split(r"^== ", text, flags=re.M)[1:]:
        title, *lines = part.strip().splitlines()
        variants = VARIANTS if title.endswith("*") else {"": {}}
        for name, words in variants.items():
            statements = []
            for line in lines:
                for word, meant in words.items():
                    line = re.sub(rf"\b{word}\b", meant, line)
                times, _, rest = line.partition(" ")[2].partition(" ")
                statements += [rest] * int(times) if line.startswith("repeat ") else [line]
            found.append((title.rstrip(" *") + f" {name}".rstrip(), statements))
    return found


class Names:
    """Ports and unnamed peers as both sides know them: by the order in which they are first seen."""

    def __init__(self):
        self.ports = {}

    def port(self, number):
        return 0 if number == 0 else self.ports.setdefault(number, f"port{len(self.ports) + 1}")

    def address(self, host, port):
        return f"{host} {port if port == 9 else self.port(port)}"


def line(statement, error, number=None, *more):
    """What the kernel answered."""
    return " | ".join([statement, error or "ok", "" if number is None else str(number), *map(str, more)])


def error_name(number):
    """An error's name; of two names of one number the one that man pages of sockets use."""
    return "EOPNOTSUPP" if number == errno.EOPNOTSUPP else errno.errorcode[number]


class Twin:
    """One session."""

    def __init__(self):
        self.sockets, self.names, self.counts = {}, Names(), {"s": 0, "r": 0}

    def close(self):
        for one in self.sockets.values():
            one.close()

    def run(self, statement):
        target, _, rest = statement.rpartition(" = ")
        words = [re.sub(r"\$(\w+)\.port", lambda m: str(self.sockets[m[1]].getsockname()[1]), word) for word in shlex.split(rest)]
        receiver, _, name = words[0].rpartition(".")
        try:
            answer = getattr(self, f"do_{name}")(self.sockets.get(receiver), words[1:], target or None)
            return line(statement, None, *answer)
        except OSError as error:
            return line(statement, error_name(error.errno))

    # Making and ending.

    def adopt(self, one, target, prefix="s"):
        if target is None:
            self.counts[prefix] += 1
            target = f"{prefix}{self.counts[prefix]}"
        self.sockets[target] = one

    def kind(self, words):
        family = FAMILIES.get(words[0]) or int(words[0])
        protocols = {"icmp": 1, "tcp": 6, "udp": 17}
        number = words[2] if len(words) > 2 else "0"
        return family, TYPES.get(words[1]) or int(words[1]), protocols.get(number) if number in protocols else int(number)

    def do_socket(self, _, words, target):
        self.adopt(socket.socket(*self.kind(words)), target)
        return []

    def do_socketpair(self, _, words, target):
        pair = socket.socketpair(*self.kind(words or ["unix", "stream"]))
        for one, name in zip(pair, (target, target and target + "2")):
            self.adopt(one, name)
        return []

    def do_dup(self, one, _, target):
        self.adopt(one.dup(), target)
        return []

    def do_close(self, one, _, __):
        one.close()
        return [0]

    def do_accept(self, one, _, target):
        made, address = one.accept()
        # Python's own listener passes its timeout on, which is not the kernel's.
        made.setblocking(True)
        self.adopt(made, target)
        return ["", self.shown(address)]

    def do_unlink(self, _, words, __):
        os.unlink(words[0])
        return [0]

    # Addresses.

    def address(self, one, words):
        if one.family == socket.AF_UNIX:
            return words[0].replace("@", "\0", 1) if words[0].startswith("@") else words[0]
        family = socket.AF_INET6 if ":" in words[0] else socket.AF_INET
        # Python asks the resolver for a number of the other family; the kernel is asked here.
        if family != one.family:
            raise Foreign(family, words[0], int(words[1]))
        return words[0], int(words[1])

    def shown(self, address):
        if isinstance(address, bytes):
            return "@" + address[1:].decode()
        if isinstance(address, str) or address is None:
            return address or ""
        return self.names.address(*address[:2])

    def call(self, function, one, address, *before):
        try:
            return function(one, *before, self.address(one, address))
        except Foreign as foreign:
            return foreign.call(function.__name__, one, *before)

    def do_bind(self, one, words, _):
        self.call(socket.socket.bind, one, words)
        return [0]

    def do_connect(self, one, words, _):
        self.call(socket.socket.connect, one, words)
        return [0]

    def do_listen(self, one, words, _):
        one.listen(int(words[0]))
        return [0]

    def do_getsockname(self, one, _, __):
        return [0, self.shown(one.getsockname())]

    def do_getpeername(self, one, _, __):
        return [0, self.shown(one.getpeername())]

    def do_shutdown(self, one, words, _):
        one.shutdown({"rd": 0, "wr": 1, "rdwr": 2}[words[0]])
        return [0]

    def do_setblocking(self, one, words, _):
        one.setblocking(words[0] == "on")
        return [0]

    # Data.

    def data(self, word):
        return b"x" * int(word[5:]) if word.startswith("fill:") else word.encode()

    def flags(self, words):
        flags = 0
        for word in words[0].split("|") if words else []:
            flags |= getattr(socket, "MSG_" + word.upper())
        return flags

    def do_send(self, one, words, _):
        return [one.send(self.data(words[0]), self.flags(words[1:]))]

    def do_sendto(self, one, words, _):
        return [self.call(socket.socket.sendto, one, words[1:], self.data(words[0]))]

    def do_recv(self, one, words, _):
        got = bytearray(max(int(words[0]), 1))
        count = one.recv_into(memoryview(got)[: int(words[0])], int(words[0]), self.flags(words[1:]))
        return [count, bytes(got[: min(count, int(words[0]))]) if int(words[0]) else b""]

    def do_recvfrom(self, one, words, _):
        data, address = one.recvfrom(int(words[0]), self.flags(words[1:]))
        return [len(data), data, self.shown(address)]

    def do_sendmsg(self, one, words, _):
        ancillary = []
        if "-rights" in words:
            place = words.index("-rights")
            passed = [self.sockets[name].fileno() for name in words[place + 1].split(",")]
            ancillary = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, struct.pack(f"{len(passed)}i", *passed))]
            words = words[:place] + words[place + 2 :]
        return [one.sendmsg([self.data(word) for word in words], ancillary)]

    def do_recvmsg(self, one, words, _):
        data, ancillary, flags, address = one.recvmsg(int(words[0]), 1024)
        for level, kind, passed in ancillary:
            if (level, kind) == (socket.SOL_SOCKET, socket.SCM_RIGHTS):
                for number in struct.unpack(f"{len(passed) // 4}i", passed):
                    self.adopt(socket.socket(fileno=number), None, "r")
        names = "|".join(name for bit, name in FLAG_NAMES if flags & bit)
        return [len(data), data, self.shown(address), names]

    def do_poll(self, _, words, __):
        place = words.index("-timeout")
        asked, poll = {}, select.poll()
        for word in words[:place]:
            name, _, events = word.partition(":")
            asked[self.sockets[name].fileno()] = name
            poll.register(self.sockets[name], EVENTS[events])
        ready = poll.poll(float(words[place + 1]) * 1000)
        shown = [asked[number] + " " + "|".join(name for bit, name in EVENT_NAMES if events & bit) for number, events in ready]
        return [len(ready), ", ".join(shown)]

    # Options.

    def option(self, one, words):
        level = words[0].upper() if words[0].upper() in LEVELS else None
        name = words[1 if level else 0]
        own = {socket.AF_INET: ["IP"], socket.AF_INET6: ["IPV6"]}.get(one.family, [])
        for place in [level] if level else own + ["SO"]:
            number = OTHERS.get(f"{place}_{name.upper()}", getattr(socket, f"{place}_{name.upper()}", None))
            if number is not None:
                return LEVELS[place], number, name, words[2 if level else 1 :]
        raise KeyError(words)

    def do_setsockopt(self, one, words, _):
        level, number, name, value = self.option(one, words)
        if name == "linger":
            data = struct.pack("ii", value[0] == "on", int(value[1]))
        elif name == "rcvtimeo":
            data = struct.pack("ll", 0, int(float(value[0]) * 1e6))
        else:
            data = {"on": 1, "off": 0}.get(value[0])
            data = struct.pack("i", int(value[0]) if data is None else data)
        one.setsockopt(level, number, data)
        return [0]

    def do_getsockopt(self, one, words, _):
        level, number, name, _ = self.option(one, words)
        if name == "rcvtimeo":
            seconds, micro = struct.unpack("ll", one.getsockopt(level, number, 16))
            return [0, seconds + micro / 1e6]
        value = one.getsockopt(level, number)
        if name in ON_OFF:
            return [0, "on" if value else "off"]
        if name == "error" and value:
            return [0, error_name(value)]
        named = {"type": {v: "SOCK_" + k.upper() for k, v in TYPES.items()}, "domain": {2: "AF_INET", 10: "AF_INET6"}, "protocol": {6: "IPPROTO_TCP"}}
        return [0, named.get(name, {}).get(value, value)]


class Foreign(Exception):
    """A call with an address of another family than the socket's, which Python does not make: C does."""

    def __init__(self, family, host, port):
        super().__init__()
        packed = socket.inet_pton(family, host)
        self.raw = struct.pack("=H", family) + struct.pack("!H", port)
        self.raw += packed + bytes(8) if family == socket.AF_INET else bytes(4) + packed + bytes(4)

    def call(self, name, one, *data):
        libc = ctypes.CDLL(None, use_errno=True)
        if name == "sendto":
            result = libc.sendto(one.fileno(), data[0], len(data[0]), 0, self.raw, len(self.raw))
        else:
            result = getattr(libc, name)(one.fileno(), self.raw, len(self.raw))
        if result < 0:
            raise OSError(ctypes.get_errno(), "")
        return result


def main(netshell, path):
    signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    for title, statements in sessions(open(path).read()):
        typed = subprocess.run(
            [netshell, "--json", "--keep-going", "-c", "\n".join(statements)], stdout=subprocess.PIPE, timeout=60
        )
        for name in os.listdir():
            os.unlink(name)
        twin = Twin()
        print(json.dumps([title, [twin.run(statement) for statement in statements], typed.stdout.decode()]))
        twin.close()
        for name in os.listdir():
            os.unlink(name)


if __name__ == "__main__":
    main(*sys.argv[1:])
