"""Signals that end the process, wherever it is: history and recording are whole, the terminal is as it was, and the
process has died by the signal."""

import os
import signal
import termios
from pathlib import Path

import conftest
import pytest

from casts import Cast
from test_recording import played

LINES = termios.ICANON | termios.ECHO
SIGNALS = ["SIGHUP", "SIGTERM", "SIGUSR1", "SIGALRM"]


def at_the_prompt(shell):
    shell.until(lambda: shell.is_prompting).enter("print kept").type("typed").until("> typed")


def in_the_pager(shell):
    shell.until(lambda: shell.is_prompting).enter("print kept").resize(80, 10)
    shell.type("help socket\r").until(lambda: "q quit" in shell.rows[-1])


def in_watch(shell):
    shell.until(lambda: shell.is_prompting).enter("print kept").enter("s = socket inet stream").enter("s.listen")
    shell.type("watch s; accept\r").until("wait for accept").until(lambda: not modes(shell))


def while_a_call_waits(shell):
    shell.until(lambda: shell.is_prompting).enter("print kept").type("sleep 1000\r").until(lambda: modes(shell))


def at_a_question(shell):
    shell.until("lesson>").type("socket").until("> socket")


def in_a_lesson(shell):
    shell.until("lesson>").type("1\r").until(lambda: shell.is_prompting)


def in_a_replay(shell):
    shell.until("keys: space on").until(lambda: not modes(shell))


PLACES = {
    at_the_prompt: [], in_the_pager: [], in_watch: [], while_a_call_waits: [], at_a_question: ["learn"], in_a_lesson: ["learn"],
    in_a_replay: ["replay", "client", "--step"],
}


def modes(shell):
    return termios.tcgetattr(shell.child.child_fd)[3] & LINES


def child(shell):
    return int(Path(f"/proc/{shell.child.pid}/task/{shell.child.pid}/children").read_text().split()[0])


@pytest.fixture
def under_sh(shells, monkeypatch):
    """Starts a shell under sh, which keeps the terminal open, so that its modes can be inspected afterwards."""
    program = os.path.abspath(conftest.NETSHELL.split()[0])

    def start(*arguments):
        monkeypatch.setattr(conftest, "NETSHELL", "/bin/sh")
        shell = shells(rows=50, PS1="sh$ ", wait=False).until("sh$")
        return shell.type(" ".join([program, *arguments]) + "; echo status=$?\n")

    return start


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.__name__)
@pytest.mark.parametrize("name", SIGNALS)
def test_ends_in_order(under_sh, place, name):
    shell = under_sh(*PLACES[place])
    place(shell)
    number = getattr(signal, name)
    os.kill(child(shell), number)
    shell.until(f"status={128 + number}").until(lambda: modes(shell) == LINES)
    assert shell.bytes.count(b"\x1b[?2004h") == shell.bytes.count(b"\x1b[?2004l")
    assert shell.bytes.count(b"\x1b[?1049h") == shell.bytes.count(b"\x1b[?1049l")
    if not PLACES[place]:
        assert shell.history.read_text().startswith("print kept\n")
        assert not list(shell.history.parent.glob("history.*"))


@pytest.mark.parametrize("name", SIGNALS)
def test_a_recording_is_whole(shells, name):
    shell = shells("--record", "x.cast").enter("print one")
    shell.child.kill(getattr(signal, name))
    shell.end()
    assert shell.child.signalstatus == getattr(signal, name)
    assert "one" in "\n".join(played(Cast((shells.home / "x.cast").read_bytes())).display)


def test_what_is_ignored_stays_so(shells, monkeypatch):
    monkeypatch.setattr(conftest, "NETSHELL", f"/usr/bin/env --ignore-signal=USR1 {os.path.abspath(conftest.NETSHELL)}")
    shell = shells()
    shell.child.kill(signal.SIGUSR1)
    shell.enter("print fine", wanted=lambda: "fine" in shell.rows)
