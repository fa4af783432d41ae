"""Every option, by its level and number, with values as bytes and as numbers: NetShell's setsockopt and C's, each on a fresh
socket in a network namespace, get the same errno for the same bytes."""

import ctypes
import errno
import json
import os
import socket
import struct
import subprocess
import sys

import pytest

from processes import LIMIT, NETSHELL, in_namespaces

SOCKETS = {
    "inet stream": (socket.AF_INET, socket.SOCK_STREAM), "inet dgram": (socket.AF_INET, socket.SOCK_DGRAM),
    "inet6 stream": (socket.AF_INET6, socket.SOCK_STREAM), "inet6 dgram": (socket.AF_INET6, socket.SOCK_DGRAM),
    "unix stream": (socket.AF_UNIX, socket.SOCK_STREAM),
}  # fmt: skip
# 64 to 69 of IP and IPV6 are the tables of a firewall, and of multicast routers from 200 on.
NUMBERS = {1: range(1, 90), 0: [*range(1, 55)], 6: range(1, 50), 17: [1, 10, 100, 101, 102, 103, 104], 41: [*range(1, 64), *range(70, 82)]}
LEVELS = {"inet stream": (1, 0, 6), "inet dgram": (1, 0, 17), "inet6 stream": (1, 41, 6), "inet6 dgram": (1, 41, 17), "unix stream": (1,)}
# As typed, and what C is given; none of the bytes has fewer digits than a number has.
BYTES = ["00000000", "01000000", "ffffffff", "0100000005000000", "01" * 12, "02" * 16, "00" * 136, "ef010203" + "7f000001", "ff02" + "00" * 18]
VALUES = [(f"0x{text}", bytes.fromhex(text)) for text in BYTES] + [(str(n), struct.pack("i", n)) for n in (0, 1, -1, 70000, -(1 << 31))]
# A pointer into the program's memory cannot be typed (SO_ATTACH_FILTER, SO_ATTACH_REUSEPORT_CBPF, SO_GET_FILTER's number).
POINTERS = {(1, 26), (1, 51)}
# Numbers of eight bytes (SO_MAX_PACING_RATE, SO_COOKIE, SO_NETNS_COOKIE), so that four bytes in hexadecimal are a number.
LONG = {(1, 47), (1, 57), (1, 71)}
# IP_UNICAST_IF and IPV6_UNICAST_IF: the index of an interface, which C has to put into the network's order.
ORDERED = {(0, 50), (41, 76)}


def cases():
    for kind, levels in LEVELS.items():
        for level in levels:
            for number in NUMBERS[level]:
                if (level, number) not in POINTERS | LONG:
                    for typed, data in VALUES:
                        yield kind, level, number, typed, data


def called(kind, level, number, data):
    """C's setsockopt on a fresh socket: the errno's name, nothing if it went well."""
    libc = ctypes.CDLL(None, use_errno=True)
    with socket.socket(*SOCKETS[kind]) as one:
        if libc.setsockopt(one.fileno(), level, number, data, len(data)) == 0:
            return None
        return errno.errorcode[ctypes.get_errno()].replace("ENOTSUP", "EOPNOTSUPP") if ctypes.get_errno() != 524 else "ENOTSUPP"


def main():
    """Prints what C got for each case; NetShell has its turn in the same namespace."""
    script = []
    for kind, level, number, typed, _ in cases():
        script += [f"s = socket {kind}", f"s.setsockopt {level} {number} {typed}", "s.close"]
    with open("cases.ns", "w") as file:
        file.write("\n".join(script))
    typed = subprocess.run([sys.argv[1], "--json", "--keep-going", "cases.ns"], stdout=subprocess.PIPE)
    answers = [one for one in map(json.loads, typed.stdout.decode().splitlines()) if one["command"] == "setsockopt"]
    for (kind, level, number, text, data), answer in zip(cases(), answers, strict=True):
        print(json.dumps([kind, level, number, text, len(data), called(kind, level, number, data), answer]))


@pytest.fixture(scope="module")
def compared(tmp_path_factory):
    inside = in_namespaces(["--net"], "ip link set lo up")
    done = subprocess.run(
        [*inside, sys.executable, __file__, NETSHELL], cwd=tmp_path_factory.mktemp("options"), capture_output=True,
        timeout=LIMIT, env={**os.environ, "PYTHONPATH": os.path.dirname(__file__)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()
    return list(map(json.loads, done.stdout.decode().splitlines()))


def test_bytes_are_taken_whatever_the_option(compared):
    assert len(compared) > 5000
    wrong = []
    for kind, level, number, typed, length, wanted, answer in compared:
        if typed.startswith("0x"):
            call = answer["calls"][-1] if answer["calls"] else None
            if not call or call["errno"] != wanted or call["arguments"]["optlen"] != length:
                wrong.append((kind, level, number, typed, wanted, call and call["errno"], answer["error"]))
    assert wrong == []


def test_numbers_are_taken_where_the_kernel_takes_them(compared):
    """What has no number (a group, a time, a structure) may be refused as a word; a number that is taken is C's int."""
    wrong, refused = [], set()
    for kind, level, number, typed, length, wanted, answer in compared:
        if typed.startswith("0x") or (level, number) in ORDERED:
            continue
        if not answer["calls"]:
            refused.add((level, number, answer["error"]["try"][0]))
        elif answer["calls"][-1]["arguments"]["optlen"] == length and answer["calls"][-1]["errno"] != wanted:
            wrong.append((kind, level, number, typed, wanted, answer["calls"][-1]["errno"]))
    assert wrong == []
    assert not [one for one in refused if one[2].endswith(("on|off", "NUMBER", "MILLISECONDS", " BYTES"))]


if __name__ == "__main__":
    main()
