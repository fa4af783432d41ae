"""Help without leaving the line, the pager, and did-you-mean."""

import re

import pytest

F1 = "\x1bOP"


def test_help_on_the_word(shells):
    shell = shells(rows=50)
    shell.type("listen" + F1).until("BACKLOG finished connections")
    assert shell.line.endswith("> listen")
    shell.type(" ").until(lambda: "DESCRIPTION" not in shell.text)
    shell.type("5" + F1).until("DESCRIPTION")


def test_help_longer_than_the_screen_is_paged(shell):
    shell.type("socket" + F1).until(lambda: "q quit" in shell.rows[-1])
    shell.type("q").until(lambda: shell.line.endswith("> socket"))
    assert "DESCRIPTION" not in shell.text


@pytest.mark.parametrize("before", ["listen", "", "connect "])
def test_question_mark_asks(shells, before):
    shell = shells(rows=15)
    shell.type(before + "?").until(lambda: "q quit" in shell.rows[-1])
    shell.type("q").until(lambda: shell.line.endswith(("> " + before).rstrip()))


def test_question_mark_is_a_character_elsewhere(shell):
    shell.type('print "who?" GET/?x').until('print "who?" GET/?x')


@pytest.mark.parametrize(
    "typed, wanted",
    [("while" + F1, "for NAME in VALUE"), ("help catch\r", "gaierror"), ("help EPIPE\r", "SIGPIPE"), ("help keys\r", "Ctrl-R")],
)
def test_help_on_the_language(shells, typed, wanted):
    shells(rows=60).type(typed).until(wanted)


@pytest.mark.parametrize("key", ["Shift-Tab", "PgUp, PgDn", "Esc, Ctrl-G", "Ctrl-R, Ctrl-S", "Ctrl-\\"])
def test_help_names_the_keys(shells, key):
    shells(rows=60).type("help keys\r").until(key)


def test_help_on_what_is_not_known(shell):
    shell.type("lisen" + F1).until("did you mean listen?")


def test_help_on_an_alias(shells):
    shell = shells(rows=50)
    shell.enter("alias ll=sockets").type("ll" + F1).until("ll stands for: sockets").until("list the session's sockets")


def test_pager(shell):
    lines = shell.screen.lines
    shell.type("help socket\r").until(lambda: "q quit" in shell.rows[lines - 1])
    first = shell.rows[0]
    shell.type(" ").until(lambda: shell.rows[0] != first)
    shell.type("b").until(lambda: shell.rows[0] == first)
    shell.resize(60, 15)
    shell.until(lambda: "q quit" in shell.rows[14])
    shell.type("G").until(lambda: "SEE ALSO" in shell.text)
    shell.type("q").until(lambda: shell.is_prompting)


def test_the_page_has_every_part(shells):
    shell = shells(rows=100)
    shell.type("help connect\r").until("SEE ALSO")
    headings = ["NAME", "USAGE", "DESCRIPTION", "ARGUMENTS", "EXAMPLE", "ERRORS", "C FUNCTION", "SEE ALSO"]
    places = [next(index for index, row in enumerate(shell.rows) if row.startswith(heading)) for heading in headings]
    assert places == sorted(places)
    assert "ECONNREFUSED" in shell.text


def test_no_line_of_help_is_cut(shells):
    shell = shells(columns=40, rows=100)
    shell.type("help connect\r").until("SEE ALSO")
    page = shell.rows[shell.rows.index("NAME") : shell.rows.index("SEE ALSO")]
    assert not [row for row in page if row and not row.startswith("    ") and row.split(":")[0] != row.split(":")[0].upper()]


def test_apropos(shells):
    shell = shells(columns=80, rows=24)
    shell.enter("apropos half-close", wanted="explain half-close")
    shell.enter("apropos reusead", wanted="learn options")
    shell.enter("apropos bcklog", wanted="mean backlog?")


def test_apropos_is_cut_at_blanks(shells):
    for columns, word in [(60, "half-close"), (40, "half-close"), (40, "reusead")]:
        shell = shells(columns=columns, rows=60)
        shell.enter("apropos " + word, wanted="explain")
        found = shell.rows[next(index for index, row in enumerate(shell.rows) if row.startswith("help ")) :]
        assert any(row.startswith("    ") for row in found)
        assert not [row for row in found if row and not row.startswith(("help ", "explain ", "learn ", "  ", "netshell"))]


@pytest.mark.parametrize(
    "typed, wanted",
    [
        ("conect localhost 80", "connect"),
        ("ss.accept", "s"),
        ("s.setsockopt reuseadr on", "reuseaddr"),
        ("s.recv 10 pek", "peek"),
        ("s.recv 10 -too x", "-to"),
        ("socket inte", "inet"),
        ("print $portt", "port"),
        ("help lisen", "listen"),
        ("help bakground", "background"),
    ],
)
def test_did_you_mean(shell, typed, wanted):
    shell.enter("s = socket inet stream").enter("port = 80")
    shell.type(typed + "\r").until(lambda: re.search(rf"mean[^\n]*{re.escape(wanted)}", shell.text))
