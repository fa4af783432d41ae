"""The history: in the line, in its file, after a kill."""

import os
import shlex
import signal
import stat
import subprocess

import conftest
import pytest

NAMESPACE = subprocess.run(["unshare", "-rm", "true"], capture_output=True)
UP, DOWN, RIGHT = "\x1b[A", "\x1b[B", "\x1b[C"


def test_up_and_down(shell):
    shell.enter("print one").enter("print two")
    shell.type(UP).until(lambda: shell.line.endswith("> print two"))
    shell.type(UP).until(lambda: shell.line.endswith("> print one"))
    shell.type(UP + DOWN).until(lambda: shell.line.endswith("> print two"))
    shell.type(DOWN).until(lambda: shell.is_prompting)


def test_up_looks_for_what_was_typed(shell):
    shell.enter("print alpha").enter("socket inet stream").enter("print beta")
    shell.type("soc" + UP).until(lambda: shell.line.endswith("> socket inet stream"))
    shell.type(DOWN).until(lambda: shell.line.split("> ")[-1].startswith("soc"))


def test_suggestion_is_taken_with_right(shell):
    shell.enter("print a long line")
    shell.type("print a").until(lambda: "> print a long line" in shell.rows[shell.cursor[0]])
    assert shell.line.endswith("> print a")
    assert shell.cursor[1] == len(shell.line)
    shell.type(RIGHT).until(lambda: shell.line.endswith("> print a long line"))
    shell.type("\r").until(lambda: shell.rows.count("a long line") == 2)


def test_incremental_search(shell):
    shell.enter("print needle one").enter("print needle two").enter("print hay")
    shell.type("\x12needle").until("‘needle’: print needle two")
    shell.type("\x12").until("‘needle’: print needle one")
    shell.type("\x07").until(lambda: shell.is_prompting)
    shell.type("\x12nee\r").until(lambda: shell.rows.count("needle two") == 2 and shell.is_prompting)
    shell.type("\x12nothing like it").until("not in the history")
    shell.type("\x03").until(lambda: shell.is_prompting)


def test_search_forward(shell):
    shell.enter("print needle one").enter("print needle two").enter("print hay")
    shell.type("\x12needle\x12").until("‘needle’: print needle one")
    shell.type("\x13").until("‘needle’: print needle two")
    shell.type("\x13").until("not in the history").type("\x12").until("‘needle’: print needle one")
    shell.type("\x1b").until(lambda: shell.line.endswith("> print needle one"))


def test_search_regards_case_where_a_capital_is_in_it(shells, size):
    shell = shells(**size)
    shell.enter("print Needle Ärger").enter("print needle")
    shell.type("\x12need").until("‘need’: print needle")
    shell.type("\x12").until("‘need’: print Needle Ärger")
    column = shell.line.index("Need")
    assert [shell.role(shell.cursor[0], place) == shell.role(shell.cursor[0], column) for place in range(column, column + 5)] == [True] * 4 + [False]
    shell.type("\x07\x12Need").until("‘Need’: print Needle Ärger").type("\x12").until("not in the history")
    shell.type("\x07\x12ärg").until("‘ärg’: print Needle Ärger")


def test_entries_longer_than_the_screen(shell):
    long = "print " + " ".join(f"é日{number}" for number in range(30))
    # A wide character that does not fit at the end of a row leaves a blank there.
    shows = lambda text: lambda: text.replace(" ", "") in shell.flat.replace(" ", "")
    shell.type(long).until(shows(long)).type("\r").until(lambda: shell.is_prompting)
    shell.type("print é").until(lambda: "é日5" in shell.offered)
    shell.type(RIGHT + "!").until(shows(long + "!"))
    shell.clear().type("\x12日29").until(shows("‘日29’: " + long))
    shell.type("\x1b").until(lambda: "‘" not in shell.flat)
    shell.type("!").until(shows(long.replace("日29", "!日29")))


def test_a_block_is_one_entry(shells, size):
    shell = shells(**size)
    shell.type("try {\r").until(lambda: "…" in shell.line)
    shell.type("print inside\r}\r").until(lambda: shell.is_prompting)
    assert shell.history.read_text() == "\ttry {\\n    print inside\\n}\n"
    shell.type(UP).until(lambda: sum("print inside" in row for row in shell.rows) >= 2)


def test_is_kept_without_doubles(shells):
    first = shells()
    first.enter("print one").enter("print two").enter("print one").type("\x04")
    first.end()
    assert first.history.read_text() == "print two\nprint one\n"
    assert stat.S_IMODE(os.stat(first.history).st_mode) == 0o600
    second = shells()
    second.type(UP + UP).until(lambda: second.line.endswith("print two"))


def test_two_shells_at_once(shells):
    one, two = shells(), shells()
    one.enter("print from one")
    two.enter("print from two")
    one.enter("print more of one").type("\x04")
    one.end()
    two.enter("print more of two").type("\x04")
    two.end()
    assert sorted(one.history.read_text().splitlines()) == sorted(
        ["print from one", "print from two", "print more of one", "print more of two"]
    )


def test_survives_a_kill(shells, size):
    shell = shells(**size)
    shell.enter("print kept")
    shell.kill()
    assert shell.history.read_text() == "print kept\n"


def test_terminal_gone(shells, size):
    shell = shells(**size)
    shell.enter("print kept")
    # If typed before the prompt is back, the terminal would echo it, not the editor.
    shell.until(lambda: shell.is_prompting)
    shell.type("typed but not entered")
    shell.until("typed but not entered")
    assert shell.hang_up() == -signal.SIGHUP
    assert shell.history.read_text() == "print kept\n"


def test_damaged_file_is_said_once(shells, size):
    path = shells.home / "state" / "netshell" / "history"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"print good\n\xff\xfe\n\x1b[2J\n")
    shell = shells(wait=False, **size)
    shell.until("damaged").until(lambda: shell.is_prompting)
    shell.type(UP).until("> print good")


def test_unusable_file_is_said_once(shells, size):
    path = shells.home / "state" / "netshell" / "history"
    path.mkdir(parents=True)
    shell = shells(wait=False, **size)
    shell.until("history: cannot open").until(lambda: shell.is_prompting)
    shell.enter("print works on", wanted=lambda: "works on" in shell.rows)
    shell.type(UP).until(lambda: shell.line.endswith("> print works on"))


@pytest.mark.skipif(NAMESPACE.returncode != 0, reason="no user namespaces here")
def test_full_disk_is_said_once(shells, monkeypatch):
    path = shells.home / "state" / "netshell"
    path.mkdir(parents=True)
    program = shlex.quote(os.path.abspath(conftest.NETSHELL.split()[0]))
    script = f"""mount -t tmpfs -o size=8k none {path} && echo 'print old' >{path}/history &&
        cat /dev/zero >{path}/full 2>/dev/null; exec {program}"""
    runner = shells.home / "run"
    runner.write_text(f"#!/bin/sh\nexec unshare -rm sh -c {shlex.quote(script)}\n")
    runner.chmod(0o755)
    monkeypatch.setattr(conftest, "NETSHELL", str(runner))
    shell = shells()
    long = "print " + "x" * 5000
    shell.type(long + "\r").until("history: cannot write").until(lambda: shell.is_prompting)
    shell.enter("print works on", wanted=lambda: "works on" in shell.rows)
    assert shell.text.count("cannot write") == 1
    shell.type("\x04")
    assert shell.end() == 0
