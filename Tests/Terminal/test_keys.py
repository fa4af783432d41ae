"""What terminals send for keys, bound or not, and what else they send: none of it is typed into the line."""

import pytest

LEFT, RIGHT = "\x1b[D", "\x1b[C"

UNBOUND = {
    "Ctrl-Up": "\x1b[1;5A",
    "Alt-Delete": "\x1b[3;3~",
    "F15": "\x1b[28~",
    "F5 with modifiers": "\x1b[15;6~",
    "Insert": "\x1b[2~",
    "rxvt Shift-Insert": "\x1b[2$",
    "Linux's F5": "\x1b[[E",
    "mouse": "\x1b[<0;10;10M\x1b[<0;10;10m",
    "mouse of X10": "\x1b[M !!\x1b[M#ab",
    "focus": "\x1b[I\x1b[O",
    "end of a paste": "\x1b[201~",
    "device attributes": "\x1b[?1;2c",
    "a late place of the cursor": "\x1b[5;7R",
    "a mode's report": "\x1b[?2026;2$y",
    "colour": "\x1b]11;rgb:1c1c/1c1c/1c1c\x1b\\",
    "title": "\x1b]0;a title\x07",
    "status string": "\x1bP1$r0m\x1b\\",
    "graphics": "\x1b_Gi=1;OK\x1b\\",
    "kitty's Super": "\x1b[57444;9u",
    "kitty's release": "\x1b[98;1:3u",
    "Alt and a letter": "\x1bz",
    "Alt and é": "\x1bé",
}


@pytest.mark.parametrize("pieces", [False, True], ids=["at once", "byte by byte"])
def test_what_is_not_bound_types_nothing(shells, pieces):
    shell = shells()
    for name, sequence in UNBOUND.items():
        if name == "kitty's Super" and pieces:
            continue
        shell.type("a")
        for piece in [bytes([byte]) for byte in sequence.encode()] if pieces else [sequence.encode()]:
            shell.child.send(piece)
        shell.type("b").until(lambda: shell.line.endswith("b"))
        assert shell.line.endswith("> ab"), (name, shell.line)
        shell.type("\x15").until(lambda: shell.is_prompting)


@pytest.mark.parametrize("vi", [False, True], ids=["emacs", "vi"])
@pytest.mark.parametrize("keys, wanted", [
    ("\x1b[1;6D", "one Xtwo"),
    ("\x1b[1;4D", "one Xtwo"),
    ("\x1b[1;7D", "one Xtwo"),
    ("\x1b[1;2D", "one twXo"),
    ("\x1bOd", "one Xtwo"),
    ("\x1b[1;133D", "one Xtwo"),
    ("\x1b[D\x1b[3;2~", "one twX"),
    ("\x1b[104;5u", "one twX"),
    ("\x1b[33;2u", "one two!X"),
])
def test_modifiers_that_no_binding_names(shells, keys, wanted, vi):
    shell = shells()
    if vi:
        shell.enter("set -o vi")
    shell.type("one two").until("> one two").type(keys + "X").until("> " + wanted)


@pytest.mark.parametrize("keys, wanted", [
    ("\x1b\x1b[D", "one Xtwo"),
    ("\x1b[97;5u", "Xone two"),
    ("\x1b[27;5;97~", "Xone two"),
    ("\x1b[98;3u", "one Xtwo"),
    ("\x18\x1b[D", "one twXo"),
    ("\x18\x15", "oneX"),
])
def test_keys_of_emacs(shells, keys, wanted):
    shell = shells()
    shell.type("one two").until("> one two").type(keys + "X").until("> " + wanted)


def test_escape_and_then_another_key(shells):
    """However slowly: an arrow is an arrow, a letter that Alt gives a meaning has that meaning. Alt-Left is bound like
    Left, so that the result is the same if a busy machine reads both at once."""
    (shells.home / ".editrc").write_text('bind "\\e[1;3D" ns-left\n')
    shell = shells()
    shell.type("one two").until("> one two").type("\x1b").feed(0.2)
    shell.type(LEFT + "X").until("> one twXo").type("\x1b").feed(0.2)
    shell.type("bY").until("> one YtwXo")


def test_an_endless_string_is_swallowed_and_left(shells):
    shell = shells()
    shell.type("abc").until("> abc").type("\x1b]0;" + "x" * 50000).until(lambda: shell.line.endswith("> abc"))
    shell.type("\x03").until("^C").until(lambda: shell.is_prompting)
    shell.type("\x1bP" + "y" * 5000 + "\x1b\\fine").until(lambda: shell.line.endswith("> fine"))
    shell.type("\x1b[" + "1" * 5000 + "~!").until(lambda: shell.line.endswith("> fine!"))


def test_own_bindings_of_what_is_not_bound(shells):
    lines = [r'bind "\e[1;6C" ed-move-to-beg', "bind ^[[25~ ed-move-to-end", r'bind "\e]" ns-delete']
    (shells.home / ".editrc").write_text("\n".join(lines) + "\n")
    shell = shells()
    shell.type("abc\x1b[1;6CX").until("> Xabc")
    shell.type("\x1b[25~Y").until("> XabcY")
    shell.type("\x1b]").until(lambda: shell.line.endswith("> Xabc"))


def test_own_texts(shells):
    lines = ['bind -s x "xx"', "bind -s ^B dd^O", 'bind -s ^O "o^B"', "bind -s ^T 'print 7^J'"]
    (shells.home / ".editrc").write_text("\n".join(lines) + "\n")
    shell = shells()
    shell.type("ax").until(lambda: shell.line.endswith("> axx"))
    shell.type("x!").until(lambda: shell.line.endswith("> axxxx!"))
    shell.type("\x0f-").until("axxxx!o-").type("\x03").until("^C").until(lambda: shell.is_prompting)
    shell.type("\x14").until("\n7").until(lambda: shell.is_prompting)


def test_quoted_sequences_are_typed(shells):
    shells().type("print \x16\x1b[1;6C\x16\x1bb").until("print ^[[1;6C^[b")


def test_a_paste_is_taken_as_it_is(shells):
    shell = shells()
    shell.type("\x1b[200~a\x1b[1;6Cb\x1b]0;t\x07\x1b[201~!").until("a^[[1;6Cb^[]0;t^G!")


def test_vi_takes_escape_at_once(shells):
    shell = shells()
    shell.enter("set -o vi")
    shell.type("abc\x1b0x").until(lambda: shell.line.endswith("> bc"))
    shell.type("\x1bXix\x1b]").until("> xbc")
    shell.type("\x1bOP\x1b").until(lambda: "print" not in shell.line)
