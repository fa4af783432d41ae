"""Questions in plain words from a pipe and in scripts: answered, and yet an error, and never echoed raw."""

import json
import random

import pytest


def asked(shell, text, *flags):
    """What is said to lines from a pipe: both outputs and the exit code."""
    done = shell.run("--keep-going", *flags, text=text if isinstance(text, bytes) else text.encode())
    return done.stdout.decode(), done.stderr.decode(), done.returncode


def test_is_answered_and_fails(shell):
    out, error, code = asked(shell, "why can't others connect to my server\nprint next\n")
    assert "127.0.0.1" in out and "firewall" in out and out.endswith("next\n") and code == 1
    assert error.startswith("<stdin>:1:1: UnknownCommand: ") and "ask \"why can't others connect to my server\"" in error


def test_ask_is_no_error(shell):
    out, error, code = asked(shell, "ask what is a socket\nask what's up with \"ports\n")
    assert "one end of a conversation" in out and (error, code) == ("", 0)


def test_a_script_stops_at_it(shell, script):
    done = shell.run(script("print before\nwhat is a socket\nprint after\n"))
    assert done.returncode == 1 and b"before" in done.stdout and b"after\n" not in done.stdout


def test_json_has_the_answer_beside_the_error(shell):
    out, _, code = asked(shell, "what is a socket\n", "--json")
    line, = [json.loads(line) for line in out.splitlines()]
    assert code == 1 and line["ok"] is False and line["error"]["class"] == "UnknownCommand" and "socket" in str(line["reply"])


@pytest.mark.parametrize(
    "line",
    [
        "why " + "recv soket xqzt adress " * 2500, "什么是套接字？" * 2000, "what is \x1b[31m\x07\x9b2J red?", "why \x00 is it",
        b"how \xff\xfe\xc3( so", "is it '\"`$(x)?", "what " + "'" * 5000, "\u202ewhy is it so?",
    ],
)
def test_anything_is_answered_or_not_known(shell, line):
    """However long and whatever it is made of; the session goes on, and no raw byte reaches a terminal."""
    line = line if isinstance(line, bytes) else line.encode()
    out, error, code = asked(shell, line + b"\nprint next\n")
    assert code == 1 and out.splitlines()[-1] == "next" and len(out.splitlines()) + len(error.splitlines()) <= 18
    assert all(character.isprintable() or character == "\n" for character in out + error)


def test_words_at_random_never_end_the_session(shell):
    words = "why what how is can socket recv send tcp udp port { } ' \" \\ ; & $x ? close 127.0.0.1 EAGAIN listen x".split()
    chance = random.Random(7)
    lines = ["why " + " ".join(chance.choices(words, k=chance.randint(1, 12))) for _ in range(100)]
    out, error, code = asked(shell, "".join(line + "\n" for line in lines) + "print next\n")
    assert code == 1 and out.splitlines()[-1] == "next" and error.count("UnknownCommand") == len(lines)
