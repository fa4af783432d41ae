"""Cutting and yanking, words, the beginning and the end of lines in an entry of several lines."""

import pytest

LEFT, UP, HOME = "\x1b[D", "\x1b[A", "\x1b[H"
CUT_END, CUT_BEGIN, CUT_BLANK, YANK, UNDO = "\x0b", "\x15", "\x17", "\x19", "\x1f"
ALT = "\x1b"


def shows(shell, line):
    """Waits until the line is exactly this."""
    shell.until(lambda: shell.line.endswith("> " + line))


def entry(shell, *lines):
    """Waits until the entry's lines are these."""

    def is_shown():
        rows = shell.typed
        first = next((i for i, row in enumerate(rows) if row.endswith("> " + lines[0])), None)
        return first is not None and rows[first + 1 : first + len(lines)] == [f"… {line}" for line in lines[1:]]

    shell.until(is_shown)


def test_cuts_that_follow_each_other_are_put_back_as_one(shell):
    shell.type("print one two three" + CUT_BLANK)
    shows(shell, "print one two")
    shell.type(CUT_BLANK + YANK)
    shows(shell, "print one two three")
    shell.type(CUT_BEGIN + "x" + YANK)
    shows(shell, "xprint one two three")


def test_forward_and_backward_cuts_join(shell):
    shell.type("a.bb cc.d" + ALT + "b" + ALT + "b" + ALT + "d" + ALT + "\x7f" + CUT_END)
    shows(shell, "a.")
    shell.type("X" + YANK)
    shows(shell, "a.Xbb cc.d")


def test_a_key_between_parts_cuts(shell):
    shell.type("one two" + CUT_BLANK + LEFT + CUT_BLANK + YANK)
    shows(shell, "one")
    shell.type(ALT + "y")
    shows(shell, "two")
    shell.type(ALT + "y")
    shows(shell, "one")


def test_alt_y_is_nothing_by_itself(shell):
    shell.type("one" + CUT_BEGIN + "x" + ALT + "y" + "z")
    shows(shell, "xz")


def test_cuts_end_at_the_line(shell):
    shell.type("repeat 2 {\rprint b\rprint c" + UP + LEFT + CUT_END + "X")
    entry(shell, "repeat 2 {", "    print X", "    print c")
    shell.type(CUT_BEGIN + "Y")
    entry(shell, "repeat 2 {", "Y", "    print c")
    shell.type(CUT_END)
    entry(shell, "repeat 2 {", "Y    print c")
    shell.type(LEFT + CUT_BEGIN)
    entry(shell, "repeat 2 {Y    print c")


def test_undo_and_redo_of_a_cut(shell):
    shell.type("print one two" + CUT_BEGIN).until(lambda: shell.is_prompting)
    shell.type(UNDO)
    shows(shell, "print one two")
    shell.type(ALT + "/").until(lambda: shell.is_prompting)
    shell.type(UNDO)
    shows(shell, "print one two")
    shell.type("\x18\x12").until(lambda: shell.is_prompting)


def test_the_last_word_of_former_entries(shell):
    shell.enter("print first").enter("print 'a b'; print second")
    shell.type("length " + ALT + ".")
    shows(shell, "length second")
    shell.type(ALT + ".")
    shows(shell, "length first")
    shell.type(ALT + ".")
    shows(shell, "length first")
    shell.type("x" + ALT + "_")
    shows(shell, "length firstxsecond")


@pytest.mark.parametrize("left, right", [("\x1b[1;5D", "\x1b[1;5C"), ("\x1bb", "\x1bf"), ("\x1b[1;3D", "\x1b[1;3C")])
def test_words_are_letters_and_digits(shells, left, right):
    shell = shells()
    shell.type("bind 127.0.0.1" + left + "X")
    shows(shell, "bind 127.0.0.X1")
    shell.type(left * 3 + "Y" + right + "Z")
    shows(shell, "bind 127.Y0Z.0.X1")


@pytest.mark.parametrize("forward", ["\x1bd", "\x1b[3;5~", "\x1b[3;3~"])
def test_cutting_words(shells, forward):
    shell = shells()
    shell.type("bind 127.0.0.1 80" + HOME + forward + forward)
    shows(shell, ".0.0.1 80")
    shell.type("\x05" + ALT + "\x7f" + "\x1b[127;5u")
    shows(shell, ".0.0.")
    shell.type(" 127.0.0.1 " + CUT_BLANK + "x")
    shows(shell, ".0.0. x")


def test_begin_and_end_of_the_entry(shell):
    shell.type("repeat 2 {\rprint b\rprint c" + UP + "\x1b[1;5HA")
    entry(shell, "Arepeat 2 {", "    print b", "    print c")
    shell.type("\x1b[1;5FZ")
    entry(shell, "Arepeat 2 {", "    print b", "    print cZ")


def test_case_of_words(shell):
    shell.type("one two three" + HOME + ALT + "u" + ALT + "c" + ALT + "l")
    shows(shell, "ONE Two three")


def test_libedits_names_cut_into_the_same_ring(shells):
    (shells.home / ".editrc").write_text("bind ^T ed-kill-line\nbind ^O em-yank\n")
    shell = shells()
    shell.type("print one two" + ALT + "b" + "\x14" + "x" + YANK + "\x0f")
    shows(shell, "print one xtwotwo")
