"""The pager: searching, leaving, suspending, sizes."""

import os
import re

import conftest
import pytest

F1 = "\x1bOP"


@pytest.fixture
def pager(shell):
    """A shell that shows a long page."""
    return shell.type("help socket\r").until(lambda: "q quit" in status(shell))


def status(shell):
    return shell.rows[shell.screen.lines - 1]


def test_search(pager):
    pager.type("/").until(lambda: status(pager) == "/")
    pager.type("SEE ALSO").until(lambda: status(pager) == "/SEE ALSO")
    pager.type("\r").until(lambda: "place 1 of 1" in status(pager) and "SEE ALSO" in pager.rows)
    pager.type("n").until(lambda: "that was the last" in status(pager))
    pager.type("g/socket\r").until(lambda: "place 1 of" in status(pager))
    pager.type("n").until(lambda: "place 2 of" in status(pager))
    pager.type("N").until(lambda: "place 1 of" in status(pager))
    pager.type("/no such thing\r").until(lambda: "is not in this text" in status(pager))
    pager.type("/q\x7f\x7f").until(lambda: "q quit" in status(pager))
    pager.type("/q\x1b").until(lambda: "q quit" in status(pager))
    pager.type("q").until(lambda: pager.is_prompting)


def test_what_is_found_is_marked(shells):
    shell = shells()
    shell.type("help socket\r").until(lambda: "q quit" in status(shell))
    shell.type("/usage\r").until(lambda: "place 1" in status(shell))
    row = shell.rows.index("USAGE")
    assert shell.role(row, 0)[-1] != "default"


def test_keys_of_the_pager(pager):
    first = pager.rows[0]
    pager.type("h").until(lambda: "space, f" in pager.rows[0])
    pager.type("h").until(lambda: pager.rows[0] == first)


@pytest.mark.parametrize("key", ["q", "\x03", "\x1b"])
def test_leaving(pager, key):
    pager.type(key).until(lambda: pager.is_prompting)
    pager.enter("print fine", wanted=lambda: "fine" in pager.rows)


@pytest.mark.parametrize("columns, rows", [(12, 6), (200, 8), (20, 24)])
def test_sizes(pager, columns, rows):
    pager.type("G").until(lambda: "socketpair" in pager.text)
    pager.resize(columns, rows)
    pager.until(lambda: " of " in status(pager) and len(pager.rows) == rows)
    pager.type("g").until(lambda: pager.rows[0] == "NAME" and " 1–" in status(pager))


def test_control_z(shells, monkeypatch):
    program = os.path.abspath(conftest.NETSHELL.split()[0])
    monkeypatch.setattr(conftest, "NETSHELL", "/bin/bash --norc --noediting -i")
    shell = shells(PS1="bash$ ", wait=False).until("bash$")
    shell.type(program + "\n").until(lambda: shell.is_prompting)
    shell.type("help socket\r").until(lambda: "q quit" in status(shell))
    shell.type("\x1a").until("Stopped").until(lambda: shell.line.startswith("bash$"))
    shell.type("stty -a\n").until(lambda: re.search(r"(?<!-)\bicanon\b", shell.text))
    shell.type("fg\n").until(lambda: "q quit" in status(shell) and shell.rows[0] == "NAME")
    shell.type("q").until(lambda: shell.is_prompting)
    # The same while a line is being typed, which comes back with all keys.
    shell.type("socket" + F1).until(lambda: "q quit" in status(shell))
    shell.type("\x1a").until(lambda: shell.text.count("Stopped") == 2 and shell.line.startswith("bash$"))
    shell.type("fg\n").until(lambda: "q quit" in status(shell) and shell.rows[0] == "NAME")
    shell.type("q").until(lambda: shell.line.endswith("> socket"))
    shell.type("X").until(lambda: shell.line.endswith("> socketX"))


@pytest.mark.parametrize("report", ["\x1b[<0;10;10M", "\x1b[M qn", "\x1b]0;q\x07", "\x1bPq\x1b\\", "\x1b[1;6C", "\x1b[?1;2c"])
def test_what_is_no_key_does_nothing(pager, report):
    first = pager.rows[0]
    pager.type(report + " ").until(lambda: pager.rows[0] != first)
    # It may come in two pieces.
    pager.type(report[:2]).type(report[2:] + "b").until(lambda: pager.rows[0] == first)
    pager.type("q").until(lambda: pager.is_prompting)


def test_a_long_reply_is_shown_in_pages(shells):
    shell = shells().enter("s = socket inet stream")
    shell.type("s.getsockopt\r").until(lambda: "q quit" in status(shell))
    assert "SO_" in shell.rows[0] + shell.rows[1]
    shell.type("q").until(lambda: shell.is_prompting).enter("print $reply.SO_TYPE")
    # A screen with room for all of it needs no pages, nor does a reply that is data.
    shell = shells(rows=240).enter("s = socket inet stream").enter("s.getsockopt", wanted="SO_TYPE")
    shell = shells()
    shell.enter('x = fill:3000', wanted=lambda: shell.is_prompting).enter("repeat 30 { print one }")
    assert "q quit" not in shell.text


def test_a_long_reply_without_colours_is_written(shells):
    shell = shells("--plain", rows=24).enter("s = socket inet stream").enter("s.getsockopt")
    assert "q quit" not in shell.text and b"\x1b" not in shell.bytes


def test_what_a_lesson_says_comes_after_the_page(shells):
    """A question's reminder was above what had been asked for."""
    question = "```predict\nWhat will it say?\n> print 1\n1\nIt says it.\n```\n"
    (shells.home / "ask.md").write_text(f"title: Ask\nid: ask\n\n## A {{#a}}\n\n{question}")
    shell = shells("learn", "ask.md", rows=70).enter("explain CLOSE", wanted="Your guess")
    assert shell.text.rindex("Your guess") > shell.text.rindex("see     LISTEN")
