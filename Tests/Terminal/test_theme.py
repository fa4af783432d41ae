"""Colours that are readable: `set theme`, and what is kept of it."""

import pytest

DARK = "\x1b[1;38;5;117m"


def colours(shell):
    """What a known command is painted with."""
    before = len(shell.bytes)
    shell.type("print").until("> print")
    return shell.bytes[before:].decode()


def test_a_theme_holds_at_once_and_is_kept(shells):
    shell = shells()
    assert "38;5" not in colours(shell)
    shell.clear("set theme dark").type("\r").until(lambda: shell.is_prompting)
    assert DARK in colours(shell)
    shell.clear("set").type("\r").until("theme    dark").type("exit\r")
    assert shell.end() == 0 and (shells.home / "state/netshell/theme").read_text() == "dark\n"
    assert DARK in colours(shells())


def test_lessons_and_replays_have_it_too(shells):
    shells().enter("set theme light").type("exit\r").end()
    (shells.home / "one.md").write_text("title: One\nid: one\n\n## A {#a}\n\nDo it.\n\n```do\n> print 1\n```\n\n```check\ncall x ok\n```\n")
    for command in (["learn", "one.md"], ["replay", "one.md", "--step"]):
        shell = shells(*command, wait=False).until("One")
        assert b"\x1b[1;38;5;23m== " in shell.bytes


@pytest.mark.parametrize("content", ["", "purple\n", "dark" * 100, "\x1b[31m"])
def test_a_damaged_file_is_passed_over(shells, content):
    (shells.home / "state/netshell").mkdir(parents=True)
    (shells.home / "state/netshell/theme").write_text(content)
    assert "38;5" not in colours(shells())


def test_the_init_file_may_choose(shells):
    (shells.home / "config/netshell").mkdir(parents=True)
    (shells.home / "config/netshell/init").write_text("set theme dark\n")
    assert DARK in colours(shells())
    assert not (shells.home / "state/netshell/theme").exists()


def test_a_folder_that_cannot_be_written(shells):
    (shells.home / "state/netshell/theme").mkdir(parents=True)
    shell = shells().enter("set theme dark", wanted="the theme is not kept: ")
    assert DARK in colours(shell)


@pytest.mark.parametrize("settings, wanted", [
    ({"TERM": "xterm"}, "30;107"), ({"COLORTERM": "truecolor"}, "38;2;"), ({"TERM": "xterm-256color"}, "38;5;"),
])
def test_only_colours_that_the_terminal_has(shells, settings, wanted):
    shell = shells(**settings).enter("print $nope")
    assert wanted in shell.bytes.decode()
    assert sum(kind in shell.bytes.decode() for kind in ("30;107", "38;2;", "38;5;")) == 1


@pytest.mark.parametrize("settings", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_no_colours_where_none_are_wanted(shells, settings):
    shell = shells(**settings).enter("set theme dark").enter("print $nope")
    assert b"\x1b[" not in shell.bytes


def test_what_is_typed_wrongly(shells):
    shell = shells()
    for line, advice in ("set theme drak", "did you mean dark ?"), ("set dark", "set theme dark"), ("set theme", "NAME"):
        shell.enter(line, wanted=advice)
    shell.clear("set theme hi\t").until("set theme high-contrast")
