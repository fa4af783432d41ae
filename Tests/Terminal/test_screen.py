"""The screen: completion, hints, colour, notices, resize, paste, help, plain mode."""

import os
import re
import signal
import termios

import pytest

TAB, BACKTAB, UP = "\t", "\x1b[Z", "\x1b[A"


def test_completes_the_only_one(shell):
    shell.type("getsockna" + TAB).until(lambda: shell.line.endswith("> getsockname"))
    assert shell.cursor[1] == len(shell.line) + 1


def test_common_prefix_then_list(shell):
    shell.type("getsock" + TAB).until("getsockopt")
    assert "getsockname" in shell.text
    assert shell.line.rstrip().endswith("> getsock")
    shell.type("n").until(lambda: "getsockopt" not in shell.text)
    assert "> getsockn" in shell.line


def test_tab_chooses(shell):
    shell.type("getsock" + TAB).until("getsockopt")
    shell.type(TAB).until("> getsockname")
    shell.type(TAB).until("> getsockopt")
    shell.type(BACKTAB).until("> getsockname")
    shell.type("\r").until(lambda: shell.text.count("getsockopt") == 0)
    assert shell.cursor[1] == shell.line.index("getsockname") + len("getsockname ")


@pytest.mark.parametrize("keys, close", [("emacs", "\x1b"), ("emacs", "\x07"), ("vi", "\x1b")])
def test_a_key_closes_the_list(shell, close, keys):
    shell.enter(f"set -o {keys}").type("getsock" + TAB + TAB).until("> getsockname").until("getsockopt")
    shell.type(close).until(lambda: "getsockopt" not in shell.text and shell.line.endswith("> getsock"))
    shell.type("n" + TAB).until("> getsockname")


@pytest.mark.parametrize("keys", ["emacs", "vi"])
def test_escape_closes_the_help(shells, keys):
    shell = shells(rows=50).enter(f"set -o {keys}")
    shell.type("listen\x1bOP").until("DESCRIPTION")
    shell.type("\x1b").until(lambda: "DESCRIPTION" not in shell.text)
    shell.type("x").until(lambda: shell.line.endswith("> listenx"))


@pytest.mark.parametrize("keys", ["emacs", "vi"])
def test_escape_ends_the_search(shell, keys):
    shell.enter("print needle").enter(f"set -o {keys}").type("\x12need").until("‘need’: print needle")
    shell.type("\x1b").until(lambda: shell.line.endswith("> print needle"))
    shell.type("X").until(lambda: shell.line.endswith("> print Xneedle"))


def test_hint_marks_the_parameter(shell):
    shell.type("listen ").until(lambda: len(shell.rows[shell.cursor[0]]) > shell.cursor[1])
    row, column = shell.cursor
    assert shell.role(row, column)[1]
    shell.type("\x15").until(lambda: shell.is_prompting)


def test_hint_is_gone_after_enter(shell):
    shell.type("listen 5").until("> listen 5")
    shell.type("\r").until(lambda: shell.is_prompting)
    assert any(row.endswith("> listen 5") for row in shell.rows)


def test_colour_of_known_and_unknown(shell):
    shell.type("print").until("> print")
    known = shell.role(shell.cursor[0], shell.line.index("print"))
    shell.type("\x15zzz").until("> zzz")
    unknown = shell.role(shell.cursor[0], shell.line.index("zzz"))
    assert known != unknown


def test_colour_in_blocks(shells):
    shell = shells()
    shell.type("try { zzz } catch gaierror { for x in a { x.send b } }").until("x.send b } }")
    row = shell.cursor[0]
    unknown = shell.role(row, shell.line.index("zzz"))
    for word in ("try", "catch", "gaierror", "for", "x in", "in a", "a {", "x.send"):
        assert shell.role(row, shell.line.index(word)) != unknown, word


@pytest.mark.parametrize("answers", [False, True], ids=["silent", "answering"])
def test_resize(shells, answers):
    shell = shells(columns=80, rows=24, answers=answers)
    shell.enter("print above")
    line = "print " + "0123456789" * 6
    shell.type(line).until(line)
    shell.resize(40, 24)
    shell.type("X").until(lambda: (line + "X") in "".join(row.ljust(40) for row in shell.rows))
    assert "above" in shell.rows
    shell.resize(80, 24)
    shell.type("Y").until(lambda: any((line + "XY") in row for row in shell.rows))
    assert "above" in shell.rows


def test_paste_waits_for_enter(shell):
    shell.type("\x1b[200~print one\r\nprint two\r\n\x1b[201~").until("print two")
    assert "one" not in shell.rows
    shell.type("X").until("print twoX")
    shell.type("\x03").until(lambda: shell.is_prompting)


def test_pasted_keys_do_nothing(shell):
    shell.type("\x1b[200~print a\tb\x04\x1b[2Jc\x1b[201~").until("^D^[[2Jc")


def test_more_lines_and_interrupt(shell):
    shell.type("try {\r").until(lambda: shell.line.endswith("…") or shell.cursor[0] > 0)
    shell.type("print x" + UP).until(lambda: shell.rows[shell.cursor[0]].endswith("try {"))
    shell.type("\x03").until(lambda: shell.is_prompting)
    assert "^C" in shell.text


def test_open_quote_asks_for_more(shell):
    shell.type('print "one\r').until(lambda: shell.cursor[0] > 0)
    shell.type('two"\r').until(lambda: shell.is_prompting)


def test_control_d(shells):
    shell = shells()
    shell.type("abc\x1b[D\x04").until("> ab")
    shell.type("\x15\x0b\x04")
    assert shell.end() == 0


@pytest.fixture
def below_bash(shells, monkeypatch):
    """A shell started by bash, so that Ctrl-Z has somewhere to go."""
    import conftest

    program = os.path.abspath(conftest.NETSHELL.split()[0])
    monkeypatch.setattr(conftest, "NETSHELL", "/bin/bash --norc --noediting -i")
    shell = shells(PS1="bash$ ", wait=False).until("bash$")
    return shell.type(program + "\n").until(lambda: shell.is_prompting)


def test_control_z(below_bash):
    shell = below_bash
    shell.type("typed before").until("> typed before")
    shell.type("\x1a").until("Stopped").until(lambda: shell.line.startswith("bash$"))
    shell.type("stty -a\n").until(lambda: re.search(r"(?<!-)\bicanon\b", shell.text))
    shell.type("fg\n").until(lambda: "> typed before" in shell.line)
    shell.type("X").until("> typed beforeX")


@pytest.mark.parametrize("key, wanted", [("X", "print Xneedle"), ("\x05X", "print needleX"), ("\x1b[D\x7f", "prin needle")])
def test_control_z_in_a_search_keeps_what_was_found(below_bash, key, wanted):
    shell = below_bash.enter("print needle").enter("print hay")
    shell.type("\x12need").until("‘need’: print needle")
    shell.type("\x1a").until("Stopped").until(lambda: shell.line.startswith("bash$"))
    shell.type("fg\n").until(lambda: shell.line.endswith("> print needle"))
    shell.type(key).until(lambda: shell.line.endswith("> " + wanted))
    shell.type("\x03").until(lambda: shell.is_prompting)


def test_control_s_stops_nothing_while_a_line_is_edited(below_bash):
    shell = below_bash
    shell.type("abc\x13d\x11e").until("> abcde").type("\x1a").until("Stopped").until(lambda: shell.line.startswith("bash$"))
    shell.type("stty -a\n").until(lambda: re.search(r"(?<!-)\bixon\b", shell.text))
    shell.type("fg\n").until(lambda: "> abcde" in shell.line)
    shell.type("\x13f").until("> abcdef")


def test_control_s_is_the_terminals_while_a_statement_runs(shells):
    shell = shells()
    input_modes = lambda: termios.tcgetattr(shell.child.child_fd)[0]
    assert not input_modes() & termios.IXON
    shell.type("sleep 1000\r").until(lambda: input_modes() & termios.IXON)
    shell.type("\x03").until(lambda: shell.is_prompting and not input_modes() & termios.IXON)


def test_screen_is_cleared(shell):
    shell.enter("print above")
    shell.type("abc\x0c").until(lambda: shell.cursor[0] == 0 and "> abc" in shell.line)
    assert "above" not in shell.text


@pytest.mark.parametrize("way", [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {"TERM": ""}, "--plain"], ids=str)
def test_plain_mode_has_no_escape(shells, way):
    shell = shells(way) if isinstance(way, str) else shells(**way)
    shell.enter("print hello", wanted=lambda: "hello" in shell.rows)
    shell.type("print abc\x1b[D\x1b[DX").until(lambda: shell.line.endswith("print aXbc"))
    shell.type("\x01\x0b").until(lambda: shell.is_prompting)
    shell.type(UP).until("> print hello")
    shell.type("\x03").until(lambda: shell.is_prompting)
    shell.type("getsock" + TAB).until("getsockopt")
    shell.type("\x03\x04")
    shell.end()
    assert b"\x1b" not in shell.bytes


def test_unknown_terminal(shells):
    shell = shells(TERM="no-such-terminal")
    shell.enter("print fine", wanted=lambda: "fine" in shell.rows)


def test_prompt_begins_its_own_row(shell):
    before = shell.cursor[0]
    shell.type("\r").until(lambda: shell.cursor[0] == before + 1)
    assert "⏎" not in shell.text


@pytest.mark.parametrize("name", ["SIGHUP", "SIGTERM"])
def test_hangup_ends_the_shell_with_the_terminal_as_it_was(shells, name):
    shell = shells()
    shell.enter("print kept").type("typed").until("> typed")
    shell.child.kill(getattr(signal, name))
    shell.end()
    assert shell.history.read_text() == "print kept\n"
    assert shell.bytes.count(b"\x1b[?2004h") == shell.bytes.count(b"\x1b[?2004l")


def test_interrupt_from_outside(shell):
    shell.type("typed").until("> typed")
    shell.child.kill(signal.SIGINT)
    shell.until("^C").until(lambda: shell.is_prompting)


def test_a_paste_longer_than_the_screen(shell):
    text = "\r".join(f"row {number}" for number in range(100))
    shell.type(f"\x1b[200~{text}\x1b[201~").until("row 99")
    assert shell.cursor[0] == shell.screen.lines - 1
    shell.type(UP * 99).until(lambda: shell.line.endswith("> row 0"))
    shell.type("\x03").until(lambda: shell.is_prompting)


@pytest.mark.parametrize("columns", [80, 40])
def test_the_socket_table_fits_the_screen(shells, columns):
    shell = shells(columns=columns)
    shell.enter("s = socket inet stream").enter("s.bind 127.0.0.1 0").enter("listen").enter("k = socket inet stream")
    shell.enter("k.connect 127.0.0.1 $s.port").enter("c = s.accept").enter("sockets", "ESTABLISHED")
    assert "STATE" in shell.text and "POLL" in shell.text
    assert all(re.match(r"[> ] (NAME|[skc]) |\s{6}\S|netshell|\S|$", row) for row in shell.rows), shell.text
    assert all(word in shell.text for word in ("127.0.0.1 ", "stream", " out", "LOCAL", "PEER"))
