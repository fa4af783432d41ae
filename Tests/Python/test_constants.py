"""The constants of Python's socket module that this system has: each works by its name, with the same number."""

import json
import re
import socket
import sys

import pytest

# Values of options, not options.
VALUES = re.compile(r"IP_MAX_MEMBERSHIPS|IP_DEFAULT_MULTICAST_|IPV6_RTHDR_TYPE_|SO_VM_SOCKETS_|IP_PMTUDISC_")
# What Linux names and never made sockets of, or is named by its members.
OTHER = {"AF_UNSPEC", "MSG_EOF"}


def names(prefix):
    return sorted(
        name for name in dir(socket) if name.startswith(prefix) and not VALUES.match(name) and name not in OTHER
    )


def replies(shell, statements):
    """Runs each statement separately; returns the requested ones' objects."""
    done = shell.run("--json", "--keep-going", "-c", "\n".join(statements))
    return {one["statement"]: one for one in map(json.loads, done.stdout.decode().splitlines())}


def unknown(reply):
    error = reply["error"]
    return error is not None and error["class"] in ("UnsuitableValue", "NotFound", "UnknownOption", "WrongArguments")


@pytest.mark.parametrize("prefix", ["AF_", "IPPROTO_", "MSG_", "SO_", "TCP_", "IP_", "IPV6_"])
def test_every_name_works(shell, prefix):
    statement = {
        "AF_": "socket {} dgram",
        "IPPROTO_": "socket inet raw {}",
        "MSG_": "s1.recv 1 dontwait {}",
    }.get(prefix, "getsockopt {}")
    made = {"AF_": [], "IPPROTO_": [], "MSG_": ["socketpair"]}.get(
        prefix, ["socket inet6 dgram" if prefix == "IPV6_" else "socket inet stream"]
    )
    every = names(prefix)
    answers = replies(shell, made + [statement.format(name) for name in every])
    assert len(every) > 8
    assert [name for name in every if unknown(answers[statement.format(name)])] == []


@pytest.mark.parametrize("prefix, place", [("AF_", "domain"), ("IPPROTO_", "protocol")])
def test_the_numbers_are_the_same(shell, prefix, place):
    every = names(prefix)
    for name, statement in [(name, f"socket {name} raw" if prefix == "AF_" else f"socket inet raw {name}") for name in every]:
        number = int(getattr(socket, name))
        by_number = f"socket {number} raw" if prefix == "AF_" else f"socket inet raw {number}"
        answers = replies(shell, [statement, by_number, f"socket {number:#x} raw" if prefix == "AF_" else by_number])
        shown = [answers[one]["calls"][0]["arguments"][place] for one in (statement, by_number)]
        assert shown[0] == shown[1], name


@pytest.mark.parametrize(
    "typed, kernel",
    [
        ("PF_INET SOCK_STREAM", ["AF_INET", "SOCK_STREAM", 0]),
        ("PF_UNIX dgram", ["AF_UNIX", "SOCK_DGRAM", 0]),
        ("inet stream SOCK_CLOEXEC", ["AF_INET", "SOCK_STREAM|SOCK_CLOEXEC", 0]),
        ("inet SOCK_STREAM|SOCK_NONBLOCK", ["AF_INET", "SOCK_STREAM|SOCK_NONBLOCK", 0]),
        ("inet SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC", ["AF_INET", "SOCK_STREAM|SOCK_NONBLOCK|SOCK_CLOEXEC", 0]),
        ("inet raw 0x0001", ["AF_INET", "SOCK_RAW", "IPPROTO_ICMP"]),
        ("inet 0x1 0x6", ["AF_INET", "SOCK_STREAM", "IPPROTO_TCP"]),
        ("netlink raw NETLINK_ROUTE", ["AF_NETLINK", "SOCK_RAW", "NETLINK_ROUTE"]),
        ("netlink raw sock_diag", ["AF_NETLINK", "SOCK_RAW", "NETLINK_SOCK_DIAG"]),
        ("packet raw ETH_P_ALL", ["AF_PACKET", "SOCK_RAW", "ETH_P_ALL"]),
    ],
)
def test_a_socket_as_other_programs_spell_it(shell, typed, kernel):
    answers = replies(shell, [f"socket {typed}"])
    arguments = answers[f"socket {typed}"]["calls"][0]["arguments"]
    assert [arguments[name] for name in ("domain", "type", "protocol")] == kernel


def test_accept_takes_joined_flags(shell):
    script = "l = socket inet stream\nl.listen\nc = socket inet stream\nc.connect 127.0.0.1 $l.port\n"
    for flags in ("nonblock|cloexec", "SOCK_NONBLOCK SOCK_CLOEXEC"):
        done = shell.run("--json", "-c", script + f"l.accept {flags}")
        call = json.loads(done.stdout.decode().splitlines()[-1])["calls"][0]
        assert call["call"] == "accept4"
        assert call["arguments"]["flags"] == "SOCK_NONBLOCK|SOCK_CLOEXEC"


def test_a_vsock_address_has_names(shell):
    answers = replies(shell, ["v = socket vsock stream", "v.bind VMADDR_CID_ANY any", "v.bind 4294967295 4294967295"])
    shown = [answers[one]["error"] for one in answers if "bind" in one]
    assert all(error is None or error["class"] not in ("UnsuitableValue", "WrongArguments") for error in shown)


def test_a_packet_protocol_in_the_wrong_order_is_remarked(shell):
    answers = replies(shell, ["socket packet raw 0x0003", "socket packet raw ETH_P_ALL"])
    wrong, right = answers["socket packet raw 0x0003"], answers["socket packet raw ETH_P_ALL"]
    if wrong["error"] is None:
        order = int.from_bytes((3).to_bytes(2, "big"), sys.byteorder)
        assert wrong["notes"] == [
            f"packet sockets read the protocol in network order: ETH_P_ALL, or {order} for 3"
        ]
        assert right["notes"] == []
    else:
        assert wrong["error"]["name"] == right["error"]["name"] == "EPERM"
