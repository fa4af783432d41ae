"""Typing, moving, deleting, undo, the user's own bindings."""

import pytest

LEFT, RIGHT, UP, DOWN, HOME, END, DELETE = "\x1b[D", "\x1b[C", "\x1b[A", "\x1b[B", "\x1b[H", "\x1b[F", "\x1b[3~"
LONG = "print " + " ".join(f"word{number}" for number in range(20))


def flat(shell):
    """The text of all rows as one, as a wrapped line reads."""
    return "".join(row.ljust(shell.screen.columns) for row in shell.rows)


def test_runs_what_is_typed(shell):
    shell.enter("print hello there", wanted=lambda: "hello there" in shell.rows)


def test_moves_and_deletes(shell):
    shell.type("print abcd" + LEFT * 2 + "X").until("print abXcd")
    shell.type("\x7f" + DELETE).until(lambda: shell.line.endswith("print abd"))
    shell.type(HOME + "X").until("Xprint abd")
    shell.type(END + "Y").until("Xprint abdY")


def test_a_line_longer_than_the_screen(shell):
    shell.type(LONG).until(lambda: LONG in flat(shell))
    shell.type("\x01" + RIGHT * 6 + "Z").until(lambda: LONG.replace("print ", "print Z") in flat(shell))
    shell.type("\x05!").until(lambda: LONG.replace("print ", "print Z") + "!" in flat(shell))
    shell.type("\x15").until(lambda: shell.is_prompting)
    assert "word" not in shell.text


@pytest.mark.parametrize("locale", ["C.UTF-8", "C", "POSIX", "xx_YY.ISO-8859-1"])
def test_unicode_in_every_locale(shells, locale):
    shell = shells(LANG=locale, LC_ALL=locale)
    shell.type("print é日本😀x").until("print é日本😀x")
    row, column = shell.cursor
    prompt = shell.line.index("print")
    assert column == prompt + len("print ") + 1 + 2 + 2 + 2 + 1
    shell.type(LEFT + "\x7f").until("print é日本x")
    shell.type(LEFT * 2 + "ü").until("print éü日本x")
    shell.type("\r").until(lambda: "éü日本x" in shell.rows)


def test_combining_marks_and_clusters_go_as_one(shell):
    shell.type("print ae\u0301b" + LEFT * 2 + "-").until("print a-\u00e9b")
    shell.type("\x15\x0bprint \U0001f1e9\U0001f1eax\x7f\x7f!").until(lambda: shell.line.endswith("print !"))


def test_undo(shell):
    shell.type("print one two").until("print one two")
    shell.type("\x1f").until(lambda: shell.line.endswith("print one"))
    shell.type("\x1f").until(lambda: shell.line.endswith("> print"))
    shell.type("\x1f").until(lambda: shell.is_prompting)


def test_kill_and_yank(shell):
    shell.type("print one two\x17").until(lambda: shell.line.endswith("print one"))
    shell.type("\x01\x19").until("twoprint one")
    shell.type("\x0b\x15").until(lambda: shell.is_prompting)


def test_own_bindings_and_bad_ones(shells):
    lines = ["bind ^T ed-move-to-beg", "bind", "bind ^", 'bind "" ed-insert', "bind ^Y no-such-command", "nonsense x"]
    lines += ["bind " + "x" * 3000 + " ed-insert", 'bind "\\e[99~" ns-undo', "history size 5", "edit off"]
    (shells.home / ".editrc").write_text("\n".join(lines) + "\n")
    shell = shells(wait=False)
    shell.until("no-such-command").until(lambda: shell.is_prompting)
    shell.type("abc\x14X").until("Xabc")
    shell.type("\x1b[99~").until("> abc")


def test_unknown_keys_type_nothing(shell):
    shell.type("a\x1b[15~\x1b[1;2A\x1b[Ib").until("> ab")


def test_escape_sequences_in_a_line_are_shown(shell):
    shell.type("print \x16\x1b[2J\x16\x07").until("print ^[[2J^G")
