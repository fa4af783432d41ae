"""Questions in plain words at the prompt, typed as they come to mind."""

import pytest


@pytest.mark.parametrize(
    "typed, wanted",
    [
        ("why can't others connect?", "reaching a server"), ("what is \\r\\n for", "line ending"),
        ("is it encrypted", "encryption"), ("tutorial", "lessons:"), ("backlog or queue?", "backlog"),
        ("what does { do", "statements"),
    ],
)
def test_is_answered_on_enter(shell, typed, wanted):
    """Neither the apostrophe nor the brace asks for another line, and ? is a character."""
    shell.type(typed + "\r").until(wanted)
    leave(shell)
    assert "UnknownCommand" not in shell.text


def leave(shell):
    """Back to the prompt: an answer that is longer than the screen is shown in pages."""
    shell.until(lambda: shell.is_prompting or "q quit" in shell.flat)
    if not shell.is_prompting:
        shell.type("q").until(lambda: shell.is_prompting)


def test_is_no_mistake(shell):
    """It leaves $error and $reply alone."""
    shell.enter("socketpair").type("what is a port\r").until("port:")
    leave(shell)
    shell.type('print "<" $error ">" $reply\r').until("<  > s1 s2")


def test_goes_on_in_the_session(shell):
    shell.enter("s = socket inet stream").type("why is s not connected\r").until(lambda: "q quit" in shell.flat or "more" in shell.flat)
    leave(shell)
    shell.type("$s.type\r").until("SOCK_STREAM")


def test_first_screen_says_what_to_do(shells):
    shell = shells()
    shell.until("learn begins the lessons").until("what is a socket?").until("exit leaves")
    shell.type("what is a socket?\r").until("one end of a conversation")
