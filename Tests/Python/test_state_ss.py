"""ss as the judge of state: the figures are those that ss shows of the same connection."""

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


NAMES = {"CLOSE-WAIT": "CLOSE_WAIT", "FIN-WAIT-2": "FIN_WAIT2", "ESTAB": "ESTABLISHED"}


def test_states_after_a_half_close(connected):
    shell, _, port = connected
    for line in ["k = s.accept", "c.shutdown wr", "k.recv 1"]:
        asked(shell, line)
    # The acknowledgment of the FIN may be delayed.
    while ss("sport", "=", f":{port}").startswith("FIN-WAIT-1"):
        pass
    for name, side in [("c", "sport"), ("k", "dport")]:
        told = NAMES[ss(side, "=", f":{port}").split()[0]]
        assert told in asked(shell, f"state {name}").splitlines()[0]
