"""watch repaints in place until a key, the end of the connection or the time limit ends it."""

import os
import re
import signal
import socket
import termios
from pathlib import Path

import conftest
import pytest

LINES = termios.ICANON | termios.ECHO


@pytest.fixture
def shell(shells):
    return shells(rows=50)


def modes(shell):
    """Whether the terminal is in line mode and echoes."""
    return termios.tcgetattr(shell.child.child_fd)[3] & LINES


def watching(shell):
    shell.enter("s = socket inet stream").enter("s.bind 127.0.0.1 0").enter("listen")
    shell.type("watch s\r").until("wait for accept").until(lambda: modes(shell) == 0)


def check_prompt(shell):
    shell.until(lambda: shell.is_prompting)
    shell.enter("print fine", wanted=lambda: "fine" in shell.rows)
    # A statement that waits has the terminal as it always was.
    shell.type("sleep 1000\r").until(lambda: modes(shell) == LINES)
    shell.type("\x03").until(lambda: shell.is_prompting)


@pytest.mark.parametrize("key", [" ", "q", "\r", "\x1b", "\x1b[A", "\x1b[1;5C", "\x1bOP", "é", "\x03", "\x04", "\x1c"])
def test_any_key_ends_it_and_is_used_up(shell, key):
    watching(shell)
    shell.type(key).until(lambda: shell.is_prompting)
    check_prompt(shell)
    assert "UnknownCommand" not in shell.text


def test_what_is_typed_behind_the_key_stays(shell):
    watching(shell)
    shell.type("xprint kept\r").until(lambda: "kept" in shell.rows)
    check_prompt(shell)


def test_changes_are_drawn_in_place(shell):
    watching(shell)
    port = re.search(r"LISTEN +127\.0\.0\.1 (\d+)", shell.text)[1]
    with socket.create_connection(("127.0.0.1", int(port))):
        shell.until("1 connection of 128 wait for accept")
        assert shell.text.count("wait for accept") == 1
    shell.type("x")
    check_prompt(shell)


def test_the_time_ends_it(shell):
    shell.enter("s = socket inet stream").enter("listen").enter("watch s -for 0.1")
    check_prompt(shell)


def test_the_end_of_the_connection_ends_it(shell):
    with socket.create_server(("127.0.0.1", 0)) as server:
        shell.enter("c = socket inet stream").enter(f"connect 127.0.0.1 {server.getsockname()[1]}")
        peer, _ = server.accept()
        shell.type("watch\r").until("wait to be read").until(lambda: modes(shell) == 0)
        # Closing with SO_LINGER and no time resets the connection.
        peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        peer.close()
    check_prompt(shell)


def test_without_a_connection_there_is_nothing_to_wait_for(shell):
    shell.enter("s = socket inet stream").enter("watch s")
    check_prompt(shell)


def test_stopped_and_continued(shells, monkeypatch):
    program = os.path.abspath(conftest.NETSHELL.split()[0])
    monkeypatch.setattr(conftest, "NETSHELL", "/bin/bash --norc --noediting -i")
    shell = shells(rows=50, PS1="bash$ ", wait=False).until("bash$")
    shell.type(program + "\n").until(lambda: shell.is_prompting)
    watching(shell)
    shell.type("\x1a").until("Stopped").until(lambda: shell.line.startswith("bash$"))
    assert modes(shell) == LINES
    shell.type("fg\n").until(lambda: modes(shell) == 0)
    shell.type("x")
    check_prompt(shell)


def test_a_signal_that_ends_the_process(shells, monkeypatch):
    """bash keeps the terminal open, so that its modes can be inspected afterwards."""
    program = os.path.abspath(conftest.NETSHELL.split()[0])
    monkeypatch.setattr(conftest, "NETSHELL", "/bin/sh")
    shell = shells(rows=50, PS1="sh$ ", wait=False).until("sh$")
    shell.type(f"{program}\n").until(lambda: shell.is_prompting)
    watching(shell)
    children = Path(f"/proc/{shell.child.pid}/task/{shell.child.pid}/children").read_text().split()
    os.kill(int(children[0]), signal.SIGTERM)
    shell.until(lambda: modes(shell) == LINES)


def test_a_job_tells_changes_as_lines(shell):
    shell.enter("s = socket inet stream").enter("listen").enter("watch s &")
    shell.until("s LISTEN  queue 0 of 128").until(lambda: shell.is_prompting)
    check_prompt(shell)


@pytest.mark.parametrize("columns, drawn", [(40, False), (79, True), (80, True)])
def test_a_screen_that_is_too_narrow_for_the_drawing_has_the_path_and_the_figures(shells, columns, drawn):
    shell = shells(columns=columns, rows=60)
    shell.enter("s = socket inet stream").enter("s.bind 127.0.0.1 0").enter("listen").enter("state s")
    shell.until("queue    0 connections")
    assert ("FIN_WAIT1" in shell.text) == drawn
    # The terminal wrapped nothing: a full row would be followed by the rest of a word.
    begin = next(place for place, row in enumerate(shell.rows) if row.endswith("> state s"))
    assert all(len(row) < columns for row in shell.rows[begin:] if "tcpi" in row or "socket" in row)
