"""A replay for a class: the keys that control it, and the options that it begins with."""

import os
import pty
import re
import subprocess
from pathlib import Path

import conftest
import pytest
from casts import Cast
from test_casts import Page

LESSON = """\
title: Three steps
id: three

## First {#first}

```do
> s = socket inet stream
> a = 1
> b = 2
```

```say
Speak slowly. \u00e9
```

```check
socket named s
variable b 2
```

The first is done.

## Second {#second}

```do
> s.bind 127.0.0.1 0
> c = 3
```

```say
Ask them.
```

```check
socket named s bound
variable c 3
```

The second is done.

## Third {#third}

```do
> s.listen
```

```check
socket named s LISTEN
```

The third is done.
"""
SPACE, RIGHT, LEFT, END = " ", "\x1b[C", "\x1b[D", "\x04"
DOWN, UP, PAGE_DOWN, PAGE_UP = "\x1b[B", "\x1b[A", "\x1b[6~", "\x1b[5~"


@pytest.fixture
def replay(shells):
    """Starts a replay of the lesson."""
    (shells.home / "three.md").write_text(LESSON)

    def start(*options):
        shell = shells("replay", "three.md", *options, rows=60, wait=False).until("Three steps")
        # Stepped it stops before each step, too.
        return press(shell, SPACE).until("1/3") if "--step" in options else shell

    return start


def typed(shell):
    """The lines that the replay has typed, in order."""
    return [row[2:] for row in shell.rows if row.startswith("> ")]


def waits_for_a_key(shell):
    """Whether it waits for a key and for nothing else: in poll without end (7 on x86-64; ppoll, 73, on AArch64)."""
    call = Path(f"/proc/{shell.child.pid}/syscall").read_text().split()
    return call[0] == "7" and call[3] == "0xffffffff" or call[0] == "73" and call[3] == "0x0"


def press(shell, *keys):
    for key in keys:
        shell.until(lambda: waits_for_a_key(shell)).type(key)
        before = len(shell.bytes)
        if key == SPACE:
            shell.until(lambda: len(shell.bytes) > before)
    return shell


def ends(shell, status=0):
    assert shell.end() == status
    return shell


def test_by_itself(replay):
    shell = ends(replay("--speed", "1000"))
    assert typed(shell) == ["s = socket inet stream", "a = 1", "b = 2", "s.bind 127.0.0.1 0", "c = 3", "s.listen"]
    assert shell.text.count("is done.") == 3


def test_step_by_step(replay):
    shell = replay("--step", "--speed", "1000")
    assert typed(shell) == []
    for count, wanted in enumerate(["s = socket inet stream", "a = 1", "b = 2"]):
        press(shell, SPACE).until(lambda: typed(shell)[count:] == [wanted])
    shell.until(lambda: waits_for_a_key(shell))
    # What is said of the step, and the next one, each wait for a key.
    assert "The first is done." not in shell.text
    press(shell, SPACE).until("The first is done.").until(lambda: waits_for_a_key(shell))
    assert "2/3" not in shell.text
    press(shell, SPACE).until("2/3").type("q")
    ends(shell)


@pytest.mark.parametrize("key", ["\r", RIGHT, DOWN, PAGE_DOWN])
def test_what_a_clicker_sends_goes_on(replay, key):
    shell = replay("--step", "--speed", "1000")
    for count, wanted in enumerate(["s = socket inet stream", "a = 1", "b = 2"]):
        press(shell, key).until(lambda: typed(shell)[count:] == [wanted])
    shell.type("q")
    ends(shell)


def test_a_key_that_means_nothing_is_answered_once(replay):
    shell = press(replay("--step", "--speed", "1000"), "x")
    shell.until(lambda: shell.text.count("keys: space") == 2)
    press(shell, SPACE).until(lambda: typed(shell) == ["s = socket inet stream"])
    press(shell, "x", SPACE).until(lambda: typed(shell)[1:] == ["a = 1"])
    assert shell.text.count("keys: space") == 1
    shell.type("q")
    ends(shell)


def test_what_is_no_key_is_passed_over_as_a_whole(replay):
    shell = replay("--step", "--speed", "1000")
    for report in ["\x1b[<0;10;10M", "\x1b[M qn", "\x1b]0;qnbt\x07", "\x1b[?1;2c"]:
        press(shell, report)
    for count, wanted in enumerate(["s = socket inet stream", "a = 1"]):
        press(shell, SPACE).until(lambda: typed(shell)[count:] == [wanted])
    assert shell.text.count("keys: space") == 1
    shell.type("q")
    ends(shell)


@pytest.mark.parametrize("key", ["n"])
def test_next_does_the_rest_of_the_step(replay, key):
    """The second step binds what the first one creates."""
    shell = press(replay("--step", "--speed", "0.05"), key).until("2/3")
    assert typed(shell) == ["s = socket inet stream", "a = 1", "b = 2"] and "The first is done." in shell.text
    press(shell, key).until("3/3")
    press(shell, key)
    ends(shell)
    assert shell.text.count("is done.") == 3 and "stuck" not in shell.text


def test_next_in_the_middle_of_a_step(replay):
    shell = press(replay("--step", "--speed", "1000"), SPACE).until("socket inet stream")
    press(shell, "n").until("2/3")
    assert typed(shell) == ["s = socket inet stream", "a = 1", "b = 2"]
    shell.type("nn")
    ends(shell)
    assert typed(shell)[3:] == ["s.bind 127.0.0.1 0", "c = 3", "s.listen"]


@pytest.mark.parametrize("key", ["b", LEFT, UP, PAGE_UP])
def test_back(replay, key):
    shell = press(replay("--step", "--speed", "1000"), "n").until("2/3")
    press(shell, SPACE).until("s.bind")
    press(shell, key).until(lambda: shell.text.count("1/3") == 2)
    # There is none before the first step.
    press(shell, key).until(lambda: shell.text.count("1/3") == 3)
    press(shell, "n").until(lambda: shell.text.count("2/3") == 2).type("nn")
    ends(shell)
    assert typed(shell).count("s.bind 127.0.0.1 0") == 2 and shell.text.endswith("The third is done.")


@pytest.mark.parametrize("again", ["p", SPACE])
def test_pause(replay, again):
    shell = replay().type("p")
    shell.until("-- paused")
    # Other keys are handled, and the pause goes on.
    press(shell, "+" * 20, "?").until(lambda: waits_for_a_key(shell))
    assert len(typed(shell)) <= 1
    shell.type(again)
    ends(shell)
    assert len(typed(shell)) == 6 and "-- paused" not in shell.text and "-- speed" not in shell.text


def test_slower_and_faster(replay):
    shell = press(replay("--step", "--speed", "1000"), "-" * 30, SPACE)
    shell.until(lambda: re.fullmatch("s?[ =]*s?o?c?k?e?", (typed(shell) or ["?"])[0]))
    shell.type("+" * 40).until("socket inet stream").type("q")
    ends(shell)
    # At this speed it would not finish while anybody waits.
    shell = replay("--speed", "0.05").type("+" * 40)
    ends(shell)


def test_a_pause_to_read_can_be_cut_short(replay):
    """At this speed the first line would not come while anybody waits."""
    shell = replay("--speed", "0.05").type(SPACE).until("1/3").type(SPACE)
    shell.until(lambda: typed(shell) != [])
    ends(shell.type("q"))


def test_the_keys_are_wiped_when_it_is_left(replay):
    shell = press(replay("--step", "--speed", "1000"), "?")
    shell.until(lambda: shell.text.count("keys: space") == 2)
    ends(shell.type("q"))
    assert shell.text.count("keys: space") == 1


def test_a_replay_with_a_take_over_is_recorded(replay, shells):
    """As it was seen: the cast has the take-over and the pauses, the page tells input, reply and failure apart."""
    for name in "live.cast", "live.html":
        shell = replay("--step", "--speed", "1000", "--live", "--record", name)
        press(shell, SPACE).until("socket inet stream")
        press(shell, "t").until("Your turn").until(lambda: shell.is_prompting)
        shell.enter("print fd is $s.fd", wanted="fd is 3").enter("print $nope").enter("b = 2")
        press(shell.type(END).until("The first is done."), SPACE).until("2/3").type("q")
        ends(shell)
    cast = Cast((shells.home / "live.cast").read_bytes())
    shown = re.sub(r"\x1b\[[0-9;]*m", "", "".join(cast.data("o")))
    assert "Your turn" in shown and "fd is 3" in shown and "UnknownVariable" in shown
    assert cast.data("m") == ["First", "Second"] and cast.size == (80, 60)
    page = Page((shells.home / "live.html").read_text())
    assert "> print fd is $s.fd\n" in page.text and "> s = socket inet stream\n" in page.text and page.open == []
    assert page.all("id") == ["first", "second"]
    kinds = {attributes.get("class") for tag, attributes in page.elements if tag == "pre"}
    assert {"input", "reply", "failure"} <= kinds


def test_the_speed_is_said(replay):
    shell = press(replay("--step", "--speed", "2"), "+").until("-- speed 3")
    press(shell, "+").until("-- speed 4.5").type("q")
    ends(shell)


def test_the_keys_are_said(replay):
    ends(replay("--step").until("keys: space on, n next").type("q"))


def test_taking_over(replay):
    shell = press(replay("--step", "--speed", "1000"), SPACE).until("socket inet stream")
    press(shell, "t").until("Your turn").until(lambda: shell.is_prompting)
    shell.enter("print fd is $s.fd", wanted="fd is 3").enter("b = 2").type(END).until("The first is done.")
    press(shell, SPACE).until("2/3")
    # What is not done is reported, and the step begins again.
    press(shell, "t").until(lambda: shell.text.count("Your turn") == 2 and shell.is_prompting)
    shell.enter("s.bind 127.0.0.1 0").type(END).until("wanted 3 in c").until("The step begins again")
    press(shell, "n").until("3/3")
    press(shell, "t").until(lambda: shell.text.count("Your turn") == 3 and shell.is_prompting)
    shell.enter("s.listen 7").type(END)
    ends(shell)
    assert shell.text.count("is done.") == 3


@pytest.mark.parametrize("key", ["q", "\x03"])
@pytest.mark.parametrize("options", [["--step"], ["--speed", "0.05"]])
def test_quit(replay, key, options):
    ends(replay(*options).type(key))


def test_at(shells, replay):
    shell = shells("replay", "three.md", "--at", "third", "--speed", "1000", rows=60, wait=False)
    ends(shell)
    assert typed(shell) == ["s.listen"] and "3/3" in shell.text and "The third is done." in shell.text
    shell = shells("replay", "three.md", "--at", "2", "--speed", "1000", rows=60, wait=False)
    ends(shell)
    assert "2/3" in shell.text and "1/3" not in shell.text
    shell = shells("replay", "three.md", "--at", "thrid", wait=False)
    ends(shell, 2)
    assert "thrid is not a step of the lesson" in shell.text


def test_notes_in_a_second_terminal(replay):
    reader, writer = pty.openpty()
    shell = ends(replay("--notes", os.ttyname(writer), "--speed", "1000"))
    os.close(writer)
    notes = os.read(reader, 4096).decode()
    os.close(reader)
    assert notes == "\r\n## First\r\nSpeak slowly. é\r\n\r\n## Second\r\nAsk them.\r\n\r\n## Third\r\n"
    assert "Ask them" not in shell.text


def test_notes_in_a_file(replay, shells):
    """They can be read while the class still sees the first step, and no file of the presenter's is lost."""
    notes = shells.home / "notes"
    shell = replay("--notes", "notes", "--step")
    shell.until(lambda: waits_for_a_key(shell))
    assert notes.read_text() == "\n## First\nSpeak slowly. é\n"
    shell.type("q")
    ends(shell)
    refused = shells("replay", "three.md", "--notes", "notes", wait=False)
    ends(refused, 2)
    assert "notes exists already; --force" in refused.text and "Speak slowly" in notes.read_text()
    ends(replay("--notes", "notes", "--force", "--speed", "1000"))
    assert "Ask them." in notes.read_text()
    ends(shells("replay", "three.md", "--notes", "/dev/null/notes", wait=False), 2)


def test_notes_of_several_lessons(shells):
    (shells.home / "three.md").write_text(LESSON)
    ends(shells("replay", "three.md", "three.md", "--notes", "notes", "--speed", "1000", wait=False))
    assert (shells.home / "notes").read_text().count("Ask them.") == 2


WAITS = """\
title: Waits
id: waits

## First {#first}

```do
> s = socket inet stream ; s.bind 127.0.0.1 0 ; s.listen
```

```check
socket named s LISTEN
```

## Second {#second}

```do
> c = s.accept
```

```check
socket named c
```

Done.

## Third {#third}

```do
> print the end
```
"""


@pytest.fixture
def waiting(shells):
    """A replay that waits in accept, where nobody connects."""
    (shells.home / "waits.md").write_text(WAITS)
    shell = shells("replay", "waits.md", "--speed", "1000", rows=60, wait=False)
    return shell.until("> c = s.accept")


STUCK = "t takes over, b goes back, n goes on, q quits"


def test_q_while_a_statement_waits(waiting):
    ends(waiting.type("q"))
    assert STUCK not in waiting.text


def test_back_while_a_statement_waits(waiting):
    waiting.type("b").until(lambda: waiting.text.count("1/3") == 2 and waiting.text.count("> c = s.accept") == 2).type("q")
    ends(waiting)


@pytest.mark.parametrize("key", ["n", "\x03"])
def test_a_step_that_is_stuck_waits_for_the_presenter(waiting, key):
    waiting.type(key).until("wanted a socket named c").until(STUCK)
    # A key without a meaning here is answered with the keys, once; the step keeps waiting.
    waiting.type("x").until(lambda: waiting.text.count("-- keys:") == 2)
    waiting.until(lambda: waits_for_a_key(waiting)).type(" ")
    assert "3/3" not in waiting.text
    waiting.type("n").until("the end")
    ends(waiting)


def test_taking_over_while_a_statement_waits(waiting):
    waiting.type("t").until("Your turn").until(lambda: waiting.is_prompting)
    waiting.enter("c = socket inet stream").type(END).until("Done.")
    ends(waiting)


def test_leaving_a_step_that_is_stuck(waiting):
    ends(waiting.type("n").until(STUCK).type("q"))


@pytest.mark.parametrize("options", [["--speed", "0"], ["--speed", "0.0000000001"], ["--speed", "2000"], ["--speed", "fast"], ["--at"]])
def test_wrong_usage(shells, replay, options):
    ends(shells("replay", "three.md", *options, wait=False), 2)


@pytest.mark.parametrize("settings", [{"TERM": "dumb"}, {"TERM": None}, {"NO_COLOR": "1"}])
def test_signs_without_escape_sequences(replay, shells, settings):
    replay().type("q")
    shell = shells("replay", "three.md", "--speed", "0.3", rows=60, wait=False, **settings).until("> s")
    shell.type("p").until("-- paused").type("-").until("-- speed 0.2").type("nq")
    assert shell.end() == 0 and b"\x1b" not in shell.bytes and "> s" in shell.rows[-1] + shell.text


@pytest.mark.parametrize("command", ["learn", "replay"])
def test_why_a_lesson_cannot_be_played_fits_the_screen(shells, monkeypatch, command):
    """In a network namespace of the test's own, without ::1."""
    before = ["unshare", "--user", "--map-root-user", "--net"]
    if subprocess.run([*before, "true"], capture_output=True).returncode:
        pytest.skip("the system gives us no namespaces")
    monkeypatch.setattr(conftest, "NETSHELL", f"/usr/bin/{' '.join(before)} {os.path.abspath(conftest.NETSHELL)}")
    shell = shells(command, "ipv6", columns=40, wait=False)
    assert shell.end() == 0 and "needs IPv6" in " ".join(shell.text.split())
    words = shell.text.split()
    assert all(len(row) < 40 for row in shell.rows) and "machine has no ::1 to bind to." in " ".join(words)


def test_tables_fit_the_screen(shells):
    """As at the prompt."""
    shells.home.joinpath("wide.md").write_text("title: T\nid: wide\n\n## A {#a}\n\n```do\n> getaddrinfo localhost 80\n```\n")
    shell = shells("replay", "wide.md", "--speed", "1000", columns=40, rows=80, wait=False)
    assert shell.end() == 0
    prompt = shells(columns=40, rows=80).enter("getaddrinfo localhost 80")
    rows = [row for row in prompt.rows if row]
    table = rows[1 + next(place for place, row in enumerate(rows) if "> getaddrinfo" in row) : -1]
    assert "127.0.0.1" in " ".join(table)
    assert [row for row in shell.rows if row][-len(table):] == table
