"""ss as the judge of state: the figures are those that ss shows for the same connection."""

import re
import shutil
import subprocess

import pytest

pytestmark = pytest.mark.skipif(shutil.which("ss") is None, reason="ss is not installed")


def ss(*arguments):
    return subprocess.run(["ss", "-Htin", *arguments], capture_output=True, text=True, check=True).stdout


def read_until_marker(shell):
    lines = []
    while (line := shell.line()) != "--":
        lines.append(line)
    return "\n".join(lines)


def asked(shell, statement):
    shell.type(statement)
    shell.type("print --")
    return read_until_marker(shell)


@pytest.fixture
def connected(running):
    shell = running()
    for line in ["s = socket inet stream", "s.bind 127.0.0.1 0", "s.listen 7", "c = socket inet stream"]:
        shell.type(line)
    shell.type("c.connect 127.0.0.1 $s.port")
    return shell, asked(shell, "print $s.port"), asked(shell, "print $c.port")


def test_an_open_connection(connected):
    shell, _, port = connected
    asked(shell, "k = s.accept")
    asked(shell, "k.send twelve-bytes")
    state = asked(shell, "state c")
    shown = ss("sport", "=", f":{port}")
    assert shown.startswith("ESTAB 12 "), shown
    assert re.search(r"^in +12 bytes", state, re.M)
    assert re.search(r"^out +0 bytes", state, re.M)
    figures = dict(re.findall(r"\b(mss|pmtu|cwnd|snd_wnd|rcv_wnd):(\d+)", shown))
    names = {"mss": "snd_mss", "pmtu": "pmtu", "cwnd": "snd_cwnd", "snd_wnd": "snd_wnd", "rcv_wnd": "rcv_wnd"}
    words = re.sub(r"\s+", " ", state)
    for key, value in figures.items():
        assert re.search(rf"\b{value}\b[^(]*\(tcpi_{names[key]}\)", words), f"{key}:{value} in {words}"
    assert {"mss", "cwnd"} <= figures.keys()


def test_a_listeners_queue(connected):
    shell, port, _ = connected
    shown = subprocess.run(
        ["ss", "-Htln", "sport", "=", f":{port}"], capture_output=True, text=True, check=True
    ).stdout.split()
    assert shown[:3] == ["LISTEN", "1", "7"]
    assert "1 connection of 7 wait for accept" in asked(shell, "state s")


NAMES = {
    "LISTEN": "LISTEN",
    "SYN-SENT": "SYN_SENT",
    "ESTAB": "ESTABLISHED",
    "FIN-WAIT-1": "FIN_WAIT1",
    "FIN-WAIT-2": "FIN_WAIT2",
    "CLOSE-WAIT": "CLOSE_WAIT",
    "LAST-ACK": "LAST_ACK",
    "CLOSING": "CLOSING",
    "TIME-WAIT": "TIME_WAIT",
}
DRAWN = re.compile(r"║ +\d+ +(\w+) +║")

START = ["s = socket inet stream", "s.bind 127.0.0.1 0", "s.listen 0", "c = socket inet stream"]
CONNECT = ["c.connect 127.0.0.1 $s.port", "k = s.accept"]
# Nobody reads: the send buffers are full, and a FIN has to wait behind what is in them.
CLOG = ["c.setblocking off", "k.setblocking off"] + ["repeat 4 { try { %s.send fill:4000000 } catch EAGAIN { } }"]
CLOGGED = [CLOG[0], CLOG[1], CLOG[2] % "c", CLOG[2] % "k"]
READ = "try { c.recv 1000000 } catch EAGAIN { }"

# What brings a socket into a state, and the socket.
STATES = {
    "LISTEN": (START, "s"),
    # The listener's queue is full, so that it answers no SYN.
    "SYN-SENT": (
        START + ["c.connect 127.0.0.1 $s.port", "d = socket inet stream nonblock"]
        + ["try { d.connect 127.0.0.1 $s.port } catch EINPROGRESS { }"],
        "d",
    ),
    "ESTAB": (START + CONNECT, "c"),
    "FIN-WAIT-1": (START + CONNECT + CLOGGED + ["c.shutdown wr"], "c"),
    "FIN-WAIT-2": (START + CONNECT + ["c.shutdown wr"], "c"),
    "CLOSE-WAIT": (START + CONNECT + ["c.shutdown wr"], "k"),
    "LAST-ACK": (START + CONNECT + [CLOG[1], CLOG[2] % "k", "c.shutdown wr", "k.recv 1", "k.shutdown wr"], "k"),
    "CLOSING": (START + CONNECT + CLOGGED + ["c.shutdown wr", "k.shutdown wr"], "c"),
    # Closed, and still in the kernel.
    "FIN-WAIT-1 closed": (START + CONNECT + [CLOG[0], CLOG[2] % "c", "port = $c.port", "c.close"], "c"),
    "FIN-WAIT-2 closed": (START + CONNECT + ["port = $c.port", "c.close"], "c"),
    "LAST-ACK closed": (
        START + CONNECT + [CLOG[1], CLOG[2] % "k", "c.shutdown wr", "k.recv 1", "port = $s.port", "k.close"], "k"
    ),
    "TIME-WAIT closed": (START + CONNECT + ["port = $c.port", "c.close", "k.recv 1", "k.close"], "c"),
}


def states(port, is_listener):
    """The states that ss shows of the sockets on a port: of the listener, or of the others."""
    shown = subprocess.run(["ss", "-Htan", f"sport = :{port}"], capture_output=True, text=True, check=True).stdout
    found = [line.split()[0] for line in shown.splitlines()]
    return [state for state in found if (state == "LISTEN") == is_listener]


@pytest.mark.parametrize("wanted", STATES)
def test_every_state_is_sss(running, wanted):
    lines, name = STATES[wanted]
    state = wanted.split()[0]
    shell = running()
    for line in lines:
        asked(shell, line)
    port = asked(shell, "print $port" if wanted.endswith("closed") else f"print ${name}.port")
    for _ in range(1000):
        if wanted == "CLOSING":
            asked(shell, READ)
        if states(port, is_listener=state == "LISTEN") == [state]:
            break
    told = asked(shell, f"state {name}")
    assert DRAWN.findall(told) == [NAMES[state]], told
    assert re.search(rf"^\d+ +{NAMES[state]}\b", told, re.M)
    assert (f"{name}  closed" in told) == wanted.endswith("closed")
