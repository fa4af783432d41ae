"""Ctrl-C, Ctrl-D and Ctrl-Z while something runs."""

import os
import re

import conftest
import pytest


def listening(shell):
    shell.enter("s = socket inet stream").enter("bind 127.0.0.1 0").enter("listen")


def test_ends_only_the_blocked_call(shell):
    listening(shell)
    shell.type("c = accept\r").until(lambda: shell.cursor[1] == 0)
    shell.type("\x03").until("interrupted").until(lambda: shell.is_prompting)
    assert "LISTEN" in shell.line
    shell.enter("print fine", wanted=lambda: "fine" in shell.rows)


LOOPS = [
    "while length x { }",
    "repeat 1000000000 { y = length x }",
    "sleep 1000",
    "while length x { try { sleep 1000 } catch { print caught } }",
    "while length x { try { y = length x } catch error { print caught } }",
]


@pytest.mark.parametrize("loop", LOOPS)
def test_ends_a_loop(shell, loop):
    shell.type(f"x = 1 ; print begun ; {loop}\r").until(lambda: "begun" in shell.rows)
    shell.type("\x03").until(lambda: shell.is_prompting)
    shell.enter("print fine", wanted=lambda: "fine" in shell.rows)


@pytest.mark.parametrize("keys", ["\x1c", "\x1c\x1c\x1c"])
def test_control_backslash_ends_only_the_call(shell, keys):
    listening(shell)
    shell.type("c = accept\r").until(lambda: shell.cursor[1] == 0)
    shell.type(keys).until("interrupted").until(lambda: shell.is_prompting)
    assert "LISTEN" in shell.line
    shell.type("print ok").until("> print ok")
    shell.type(keys + "!").until(lambda: shell.line.endswith("> print ok!"))
    shell.type("\r").until(lambda: "ok!" in shell.rows)


def test_control_backslash_right_behind_enter(shells):
    shell = shells()
    for number in range(10):
        shell.type("sleep 1000\r").type("\x1c").until(lambda: shell.is_prompting)
        shell.enter(f"print alive {number}", wanted=lambda: f"alive {number}" in shell.rows)


@pytest.mark.parametrize("arguments", [["learn", "server"], ["replay", "server", "--step"]])
def test_control_backslash_in_a_lesson(shells, arguments):
    """The shell survives, or ends by itself as on Ctrl-C."""
    shell = shells(*arguments, rows=60, wait=False).until("six steps")
    shell.type("\x1c")
    if arguments[0] == "learn":
        shell.until(lambda: shell.is_prompting).type("quit\r")
    else:
        # It stops before each thing that appears, and waits for a key.
        shell.type("q")
    assert shell.end() is not None


def test_is_caught_by_its_name(shell):
    shell.type("try { print begun; sleep 1000 } catch error { print no } catch Interrupted { print yes }\r")
    shell.until(lambda: "begun" in shell.rows).type("\x03").until("^Cyes")


def test_ctrl_c_right_behind_enter(shells):
    """Whenever it comes, it ends the statement, or what is typed; it is never lost."""
    shell = shells()
    for number in range(20):
        shell.type("sleep 1000\r\x03").until(lambda: shell.is_prompting)
        shell.enter(f"print alive {number}", wanted=lambda: f"alive {number}" in shell.rows)


def test_control_d_asks_once_where_sockets_are_open(shells):
    shell = shells()
    listening(shell)
    shell.type("\x04").until("1 socket is open; Ctrl-D again leaves").until(lambda: shell.is_prompting)
    shell.enter("print still").type("\x04").until(lambda: shell.text.count("again leaves") == 2)
    shell.until(lambda: shell.is_prompting).type("\x04")
    assert shell.end() == 0


def test_exit_code(shells):
    shell = shells()
    shell.type("exit 7\r")
    assert shell.end() == 7


def test_stop_while_a_call_waits(shells, monkeypatch):
    program = os.path.abspath(conftest.NETSHELL.split()[0])
    monkeypatch.setattr(conftest, "NETSHELL", "/bin/bash --norc --noediting -i")
    shell = shells(PS1="bash$ ", wait=False).until("bash$")
    shell.type(program + "\n").until(lambda: shell.is_prompting)
    listening(shell)
    shell.type("c = accept\r").until(lambda: shell.cursor[1] == 0)
    shell.type("\x1a").until("Stopped").until(lambda: shell.line.startswith("bash$"))
    shell.type("fg\n").until(lambda: re.search(r"bash\$ fg\n\S", shell.text))
    shell.type("\x03").until("interrupted").until(lambda: shell.is_prompting)


def test_hangup_while_a_call_waits(shells):
    shell = shells()
    listening(shell)
    shell.type("c = accept\r").until(lambda: shell.cursor[1] == 0)
    shell.hang_up()
    assert shell.history.read_text().endswith("listen\nc = accept\n")


def running(shell, statement, more=""):
    """Types a statement that waits, with more right after its Enter; returns when it waits."""
    return shell.type(f"{statement}\r{more}").until(lambda: shell.cursor[1] == 0 and statement in shell.flat)


@pytest.mark.parametrize("arguments", [[], ["--plain"]])
def test_what_was_typed_ahead_of_ctrl_c_is_dropped(shells, arguments):
    """As in bash, even if the editor had read it before the statement began."""
    shell = shells(*arguments)
    running(shell, "sleep 1000", more="print dropped\r")
    shell.type("\x03").until("nterrupted").until(lambda: shell.is_prompting)
    running(shell, "sleep 1001").type("print dropped\rprint dropped\r").until("print dropped")
    shell.type("\x03").until(lambda: shell.text.count("nterrupted") == 2).until(lambda: shell.is_prompting)
    shell.enter("print fine", wanted=lambda: "fine" in shell.rows)
    assert "dropped" not in shell.rows


def test_what_is_typed_behind_ctrl_c_stays(shell):
    running(shell, "sleep 1000", more="print dropped\r").type("\x03print kept\r")
    shell.until(lambda: "kept" in shell.rows).until(lambda: shell.is_prompting)
    assert "dropped" not in shell.rows


def test_a_caught_ctrl_c_drops_what_was_typed_too(shell):
    shell.type("try { print begun; sleep 1000 } catch Interrupted { print caught }\rprint dropped\r")
    shell.until(lambda: "begun" in shell.rows)
    shell.type("\x03").until("^Ccaught").until(lambda: shell.is_prompting)
    shell.enter("print fine", wanted=lambda: "fine" in shell.rows)
    assert "dropped" not in shell.rows


def test_what_is_typed_ahead_without_ctrl_c_stays(shell):
    shell.type("sleep 0.2\rprint one\rprint two")
    shell.until(lambda: "one" in shell.rows).until(lambda: shell.line.endswith("> print two"))


def test_ctrl_c_while_the_editor_waits_for_the_terminal(shells):
    """What is typed after it is the next entry, which it does not end, though both arrive before the editor looks."""
    shell = shells(columns=80)
    line = "print " + "0123456789" * 6
    shell.type(line).until(line)
    shell.resize(40, 24)
    # The terminal is asked for the cursor's position and does not answer.
    shell.until(lambda: b"\x1b[6n" in shell.bytes)
    shell.type("\x03").type("sleep 0.2; print kept\r").until(lambda: "kept" in shell.rows)
    assert "nterrupted" not in shell.text and "^C" in shell.text
