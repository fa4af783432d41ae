"""What is offered after the line."""

import pytest


def hint(shell, typed, wanted):
    shell.clear(typed)
    shell.until(lambda: shell.offered == wanted)


def test_the_signature_of_a_command(shell):
    hint(shell, "connect", "HOST PORT")
    hint(shell, "connect ", "HOST PORT")
    hint(shell, "connect local", "PORT")
    hint(shell, "connect localhost ", "PORT")
    hint(shell, "connect localhost 80", "")
    hint(shell, "getsockname", "")


def test_the_current_parameter_is_marked(shell):
    shell.type("connect ").until(lambda: shell.offered == "HOST PORT")
    row, column = shell.cursor
    # Bold, and never underlined: that would be read as a link, or not at all.
    assert shell.role(row, column)[1] and not shell.role(row, column)[2]
    assert not shell.role(row, column + len("HOST "))[1]


@pytest.mark.parametrize(
    "typed, wanted",
    [
        ("x = socket ", "FAMILY TYPE [PROTOCOL]"),
        ("recv 10 ", "[FLAG…] [-to FILE]"),
        ("recv 10 -to ", "FILE"),
        ("recv 10 -to", "FILE  (write what comes into a file)"),
        ("recv 10 -to x ", "[FLAG…]"),
        ("setsockopt ", "[LEVEL] OPTION [VALUE…]"),
        ("setsockopt tcp ", "OPTION [VALUE…]"),
        ("setsockopt reuseaddr ", "on|off"),
        ("setsockopt linger ", "on|off [SECONDS]"),
        ("setsockopt linger on ", "[SECONDS]"),
        ("repeat 3 { connect ", "HOST PORT"),
        ("x = connect ", "HOST PORT"),
        ("for x ", "in VALUE… { … }"),
        ("while ", "CONDITION { … }"),
        ("nonsense ", ""),
        ("print \"open ", ""),
    ],
)
def test_hints(shell, typed, wanted):
    shell.enter("s = socket inet stream")
    hint(shell, typed, wanted)


def test_the_hint_goes_by_the_socket(shell):
    shell.enter("s = socket unix stream")
    hint(shell, "connect ", "PATH")


def test_an_alias_says_what_it_stands_for(shell):
    shell.enter('alias tcp "socket inet stream"')
    hint(shell, "tcp", "= socket inet stream")


def test_a_suggestion_takes_the_place_of_the_hint(shell):
    """One or the other: a mixture of both could be taken for what is to be typed."""
    shell.enter("s = socket inet dgram").enter("connect 127.0.0.1 9")
    shell.type("connect 127").until(lambda: shell.offered == ".0.0.1 9")
    shell.clear("connect ").until(lambda: shell.offered == "127.0.0.1 9")
    shell.clear("connect 1 ").until(lambda: shell.offered == "PORT")


def test_behind_a_line_longer_than_the_screen(shell):
    long = "print " + "word é日 " * 20 + "; "
    shell.type(long + "connect ").until(lambda: shell.offered == "HOST PORT")
    shell.type("localhost ").until(lambda: shell.offered == "PORT")
    shell.type("80").until(lambda: shell.offered == "")
