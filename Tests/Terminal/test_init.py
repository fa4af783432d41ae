"""The init file and aliases."""

import pytest


@pytest.fixture
def init(tmp_path):
    path = tmp_path / "config" / "netshell" / "init"
    path.parent.mkdir(parents=True)
    return path


def test_is_run(shells, size, init):
    init.write_text('alias tcp "socket inet stream"\nport = 8088\nset -o vi\n')
    shell = shells(**size)
    shell.enter("t = tcp").until(lambda: shell.line.startswith("t CLOSE"))
    shell.enter("print port $port", wanted=lambda: "port 8088" in shell.rows)
    shell.type("abc\x1b0x").until("> bc")


def test_bad_lines_are_told_and_the_others_run(shells, size, init):
    init.write_bytes(b'nonsense\nprint "open\n" \xff\xfe\nport = 8088\nprint "\x1b[2J"\nprint \x1b[2J\n')
    shell = shells(wait=False, **size)
    shell.until(lambda: "there is no command nonsense" in shell.seen).until(lambda: shell.is_prompting)
    assert "init:1:1: UnknownCommand" in shell.seen and "init:3:" in shell.seen
    shell.enter("print port $port")
    assert b"\x1b[2J" not in shell.bytes


@pytest.mark.parametrize("kind", ["missing", "folder", "unreadable", "empty", "endless"])
def test_is_of_no_use(shells, size, init, kind):
    if kind == "folder":
        init.mkdir()
    elif kind == "unreadable":
        init.symlink_to(init)
    elif kind == "empty":
        init.write_text("")
    elif kind == "endless":
        init.write_text("repeat 3 {\nprint x\n")
    shell = shells(wait=False, **size)
    shell.until(lambda: shell.is_prompting)
    complaints = [row for row in shell.rows if "/init" in row]
    assert len(complaints) == (0 if kind in ("missing", "empty") else 1), shell.text
    shell.enter("print fine", wanted=lambda: "fine" in shell.rows)


def test_interrupt_ends_it(shells, size, init):
    init.write_text("print begun\nsleep 1000\n")
    shell = shells(wait=False, **size)
    shell.until("begun").type("\x03").until(lambda: shell.is_prompting)
    shell.enter("print fine", wanted=lambda: "fine" in shell.rows)


def test_alias(shell):
    shell.enter('alias tell "print well"').enter("tell done", wanted=lambda: "well done" in shell.rows)
    shell.enter("alias", wanted='alias tell "print well"')
    shell.enter("unalias tell").enter("tell done", wanted="there is no command tell")
    shell.enter('alias listen "print x"', wanted=lambda: "is not a free name" in shell.flat)
    shell.enter('alias a1 "a2"').enter('alias a2 "a1"').enter("a1", wanted=lambda: "refers to itself" in shell.flat)
