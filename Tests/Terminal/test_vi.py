"""vi's keys: both modes, commands, text objects, undo, and the mode's mark."""

import pytest

LEFT, UP, ESCAPE = "\x1b[D", "\x1b[A", "\x1b"


@pytest.fixture
def vi(shells):
    return shells().enter("set -o vi")


def edits(shell, typed, keys, wanted):
    """Types a line, then command-mode keys, and waits for the resulting line."""
    shell.type(typed + ESCAPE).until(lambda: shell.typed[shell.cursor[0]].startswith("[N] "))
    shell.type(keys).until(lambda: shell.line.endswith("> " + wanted))


def test_vi_keys(shell):
    shell.enter("set -o vi")
    shell.type("print abc").until("print abc")
    shell.type("\x1b").type("0").type("x").until("> rint abc")
    shell.type("ip\x1b").until("> print abc")
    shell.type("A d").until("print abc d")
    shell.type(LEFT + "X").until("print abc Xd")
    shell.type("\x1bu\x1bdd").until(lambda: shell.is_prompting)
    shell.type("ahi").until("> hi")


def test_vi_search(shell):
    shell.enter("set -o vi").enter("print needle one").enter("print needle two").enter("print hay")
    shell.type("\x1b").type("/needle").until("‘needle’: print needle two")
    shell.type("\x1b").until(lambda: shell.line.endswith("> print needle two"))
    shell.type("n").until(lambda: shell.line.endswith("> print needle one"))
    shell.type("N").until(lambda: shell.line.endswith("> print needle two"))


def test_the_mode_is_shown(vi):
    vi.type("ab").until(lambda: vi.line.endswith("> ab"))
    assert "[N]" not in vi.line
    vi.type(ESCAPE).until(lambda: vi.line.startswith("[N] "))
    assert vi.cursor[1] == len(vi.line) - 1
    vi.type("i").until(lambda: not vi.line.startswith("[N]"))
    vi.type("X").until(lambda: vi.line.endswith("> aXb"))
    vi.type(ESCAPE + "\r").until(lambda: vi.is_prompting)
    assert not any(row.startswith("[N]") for row in vi.rows)


def test_the_mode_is_told_in_words(shells):
    shell = shells("--plain").enter("set -o vi")
    shell.type("ab" + ESCAPE).until(lambda: shell.line.startswith("command mode: netshell> ab"))
    shell.type("i").until(lambda: shell.line.startswith("netshell> ab"))


@pytest.mark.parametrize(
    "typed, keys, wanted",
    [
        ('print "one two"', 'ci"x' + ESCAPE, 'print "x"'),
        ("print one two", "bdaw", "print one"),
        ("print one two", "0wcwX" + ESCAPE + "w.", "print X X"),
        ("print a,b,c", "0f,x;x", "print abc"),
        ("print one two", "bdwu", "print one two"),
        ("print one two", "bdwbdwuu\x12", "print one"),
        ("a b c d", "03dw", "d"),
        ("a b c d e", "0dw.2.", "e"),
        ("ab", "3ix" + ESCAPE, "axxxb"),
        ("abc", "0Rxy" + ESCAPE, "xyc"),
        ("abc", "0xp2~", "bAC"),
        ("one", "yyp", "oneone"),
        ("abc", "d" + ESCAPE + "0x", "bc"),
        ("f(a(b)c)", "0f(%x", "f(a(b)c"),
        ("aéb", "0fére", "aeb"),
        ("print 日本", "x日", "print 日"),
    ],
)
def test_commands(vi, typed, keys, wanted):
    edits(vi, typed, keys, wanted)


def test_what_was_typed_is_one_change(vi):
    edits(vi, "print one two", "Athree four" + ESCAPE, "print one twothree four")
    vi.type("u").until(lambda: vi.line.endswith("> print one two"))
    vi.type("u").until(lambda: vi.is_prompting)
    vi.type("\x12\x12").until(lambda: vi.line.endswith("> print one twothree four"))


def test_cuts_of_both_modes_are_in_one_ring(vi):
    edits(vi, "one two", "dbA" + "\x19", "one otw")


def test_history_in_command_mode(vi):
    vi.enter("print one").enter("print two")
    vi.type(ESCAPE + "2k").until(lambda: vi.line.endswith("> print one"))
    vi.type("j").until(lambda: vi.line.endswith("> print two"))
    vi.type("A!").until(lambda: vi.line.endswith("> print two!"))


def test_lines_of_an_entry(vi):
    vi.type("repeat 2 {\rprint b\rprint c" + ESCAPE).until(lambda: vi.line.startswith("…     print c"))
    vi.type("kdd").until(lambda: "print b" not in vi.text)
    vi.type("P").until(lambda: vi.typed[vi.cursor[0] + 1] == "…     print c" and vi.line.endswith("…     print b"))
    vi.type("oprint x").until(lambda: vi.line.endswith("…     print x"))
    vi.type(ESCAPE + "\r}").until(lambda: vi.line == "… }")
    vi.type(UP + UP).until(lambda: vi.line.endswith("print x"))


def test_own_binding_to_the_command_mode(shells):
    (shells.home / ".editrc").write_text("bind -v\nbind jk vi-command-mode\n")
    shell = shells().enter("set -o vi")
    shell.type("abjk").until(lambda: shell.line.startswith("[N] ") and shell.line.endswith("> ab"))
    shell.type("x").until(lambda: shell.line.endswith("> a"))
