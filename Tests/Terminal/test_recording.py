"""Live sessions written to a file: what a player shows is what the user saw."""

import os
import re

import conftest
import pyte
import pytest

from casts import Cast
from test_casts import Page, netshell, steps, COURSE


def played(cast):
    """The screen at the end of a recording."""
    screen = conftest.Screen(*cast.size, history=5000)
    stream = pyte.Stream(screen)
    for _, code, data in cast.events:
        if code == "o":
            stream.feed(data)
        elif code == "r":
            columns, rows = map(int, data.split("x"))
            screen.resize(rows, columns)
    return screen


def uncoloured(text):
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


def leave(shell):
    shell.type("exit 7\r")
    assert shell.end() == 7
    return shell.screen.display


@pytest.mark.parametrize("version", [2, 3])
def test_the_player_shows_what_the_person_saw(shells, version):
    shell = shells("--record", "x.cast", "--cast-version", str(version))
    shell.enter("s = socket inet stream").type("s.gtesockname").clear("s.getsockname").type("\r")
    shell.until(lambda: "0.0.0.0 0" in shell.rows).until(lambda: shell.is_prompting)
    shell.enter('print "Grüße 🦊 \\x1b[31m"').enter("s.lisen")
    shell.type("help accept\r").until("q quit").type("q").until(lambda: shell.is_prompting)
    shell.enter("s.bind 127.0.0.1 0").enter("s.listen")
    shell.type("s.accept\r").until(lambda: shell.cursor[1] == 0)
    shell.type("\x03").until("nterrupted").until(lambda: shell.is_prompting)
    display = leave(shell)
    cast = Cast((shells.home / "x.cast").read_bytes())
    assert (cast.version, cast.size, cast.header["title"]) == (version, (80, 24), "NetShell")
    # Whether a Ctrl-C is echoed is the terminal's business, which the recording does not hear.
    echoless = [[row.replace("^CInterrupted", "Interrupted  ") for row in rows] for rows in (played(cast).display, display)]
    assert echoless[0] == echoless[1]
    assert cast.data("x") == (["7"] if version == 3 else [])
    assert cast.events[-1][0] > 0 and cast.header["timestamp"] > 1_700_000_000


def test_other_sizes_of_the_screen(shells):
    shell = shells("--record", "x.cast", answers=True)
    shell.enter("print one")
    for columns, rows in (50, 12), (100, 30):
        shell.resize(columns, rows)
        shell.enter(f"print {columns}", wanted=lambda: str(columns) in shell.rows)
    leave(shell)
    cast = Cast((shells.home / "x.cast").read_bytes())
    assert cast.data("r") == ["50x12", "100x30"] and cast.size == (80, 24)


@pytest.mark.parametrize("version", [2, 3])
def test_a_lesson_has_a_marker_for_each_step(shells, version):
    shell = shells("learn", "client", "--record", "x.cast", "--cast-version", str(version), rows=60)
    shell.enter("s = socket inet stream", "2/11").enter("answer ECONNREFUSED", "3/11").enter("back", "2/11")
    shell.enter("skip", "3/11").enter("skip", "4/11").enter("skip", "5/11")
    shell.type("quit\r")
    assert shell.end() == 0
    cast = Cast((shells.home / "x.cast").read_bytes())
    titles = list(steps(COURSE / "client.md").values())
    assert cast.header["title"] == "The client's four steps" and cast.data("m") == titles[:5]
    # A marker comes right before its heading.
    for place, (_, code, data) in enumerate(cast.events):
        if code == "m":
            assert f"  {data} ==" in uncoloured(cast.events[place + 1][2])


def test_a_page_of_a_session(shells):
    shell = shells("learn", "client", "--record", "x.html", rows=60)
    shell.enter("s = socket inet stream", "2/11").enter("answer ECONNREFUSED", "3/11").enter('print "<script>&" \'"\'')
    shell.enter("sleep 0 &", "job 1 done").enter("print $nope")
    shell.type("repeat 2 {\r").until("…").type('print "in a block"\r').until("in a block").type("}\r")
    shell.until(lambda: shell.text.count("in a block") == 3).until(lambda: shell.is_prompting).type("quit\r")
    assert shell.end() == 0
    page = Page((shells.home / "x.html").read_text())
    known = list(steps(COURSE / "client.md").items())[:3]
    assert page.all("id") == [id for id, _ in known] and page.open == []
    assert all(title in page.text for _, title in known)
    assert "> s = socket inet stream\n" in page.text and "✓ It is the same call as in the server." in page.text
    assert page.all("lang") == ["en"] and page.text.count("The client's four steps") == 2 and "`" not in page.text
    assert "> print \"<script>&\" '\"'\n" in page.text and "job 1 done" in page.text
    assert "> repeat 2 {\n.     print \"in a block\"\n. }\n" in page.text and "UnknownVariable" in page.text
    kinds = {attributes.get("class") for tag, attributes in page.elements if tag == "pre"}
    assert {"input", "reply", "failure", "notice"} <= kinds and "\x1b" not in page.text


def test_a_killed_shell_leaves_whole_lines(shells):
    shell = shells("--record", "x.cast")
    shell.enter("print one").type("print tw").until("print tw").kill()
    cast = Cast((shells.home / "x.cast").read_bytes())
    assert "one" in "\n".join(played(cast).display)
    assert played(cast).display[:3] == shell.screen.display[:3]


def test_a_hang_up_leaves_whole_lines(shells):
    shell = shells("--record", "x.cast")
    shell.enter("print one").hang_up()
    assert "one" in "\n".join(played(Cast((shells.home / "x.cast").read_bytes())).display)


def test_a_full_disk_ends_the_recording_and_nothing_else(shells, monkeypatch):
    monkeypatch.setattr(conftest, "NETSHELL", f"/usr/bin/prlimit --fsize=2500 {os.path.abspath(conftest.NETSHELL)}")
    shell = shells("--record", "x.cast", rows=100)
    shell.enter("repeat 200 { print 0123456789 }", wanted="the recording ends here").enter("s = socket inet stream")
    shell.enter("print $s.type", wanted=lambda: "SOCK_STREAM" in shell.rows)
    assert shell.text.count("the recording ends here: x.cast: ") == 1
    leave(shell)
    content = (shells.home / "x.cast").read_bytes()
    assert len(content) <= 2500 and "repeat" in "".join(Cast(content).data("o"))


def test_a_recording_that_ends_in_the_last_statement_is_told(shells, monkeypatch):
    monkeypatch.setattr(conftest, "NETSHELL", f"/usr/bin/prlimit --fsize=2500 {os.path.abspath(conftest.NETSHELL)}")
    shell = shells("--record", "x.cast", rows=100).type("repeat 200 { print 0123456789 } ; exit 7\r")
    assert shell.end() == 7 and "netshell: the recording ends here: x.cast: file too large" in shell.text


def test_no_room_at_all(shells):
    shell = shells("--record", "/dev/full", wait=False)
    assert shell.end() == 2 and "no space left on the device" in shell.text


def test_a_recording_that_could_not_begin_leaves_no_file(shells, monkeypatch):
    """An empty one would have the next try refused."""
    monkeypatch.setattr(conftest, "NETSHELL", f"/usr/bin/prlimit --fsize=10 {os.path.abspath(conftest.NETSHELL)}")
    shell = shells("--record", "x.cast", wait=False)
    assert shell.end() == 2 and not (shells.home / "x.cast").exists()


@pytest.mark.parametrize("name", ["x.cast", "x.html"])
def test_a_recording_that_could_not_begin_takes_no_file_away(shells, monkeypatch, name):
    monkeypatch.setattr(conftest, "NETSHELL", f"/usr/bin/prlimit --fsize=10 {os.path.abspath(conftest.NETSHELL)}")
    shells.home.joinpath(name).write_text("mine")
    shell = shells("--record", name, "--force", wait=False)
    assert shell.end() == 2 and name in shell.text
    assert shells.home.joinpath(name).read_text() == "mine" and not list(shells.home.glob("*.part*"))


def test_a_file_that_is_there(shells):
    shells.home.joinpath("x.cast").write_text("mine")
    shell = shells("--record", "x.cast", wait=False)
    assert shell.end() == 2 and "x.cast exists already; --force" in shell.text
    assert shells.home.joinpath("x.cast").read_text() == "mine"
    leave(shells("--record", "x.cast", "--force"))
    assert Cast((shells.home / "x.cast").read_bytes()).version == 2


def test_sockets_have_the_numbers_they_always_have(shells):
    shell = shells("--record", "x.cast")
    shell.enter("s = socket inet stream").enter("print $s.fd", wanted=lambda: "3" in shell.rows)
    leave(shell)


@pytest.mark.parametrize("arguments", [["-c", "print 1"], ["learn", "server"], []])
def test_there_is_nothing_to_record_without_a_terminal(tmp_path, arguments):
    at = 1 if arguments[:1] == ["learn"] else 0
    done = netshell(tmp_path, *arguments[:at], "--record", tmp_path / "x.cast", *arguments[at:])
    assert done.returncode == 2 and b"--record records a terminal" in done.stderr
    assert not (tmp_path / "x.cast").exists()


@pytest.mark.parametrize("arguments", [["--cast-version", "4"], ["--record"]])
def test_wrong_usage(tmp_path, arguments):
    assert netshell(tmp_path, *arguments).returncode == 2


WIDE_LESSON = """title: Wide
id: wide
about: What is laid out is laid out for the recording.
time: 1
level: 1

One paragraph, long enough that it has to be broken at the columns of the recording and not at those of the terminal where it is made.

## All of it {#all}

```do
> socketpair
s1 s2
> s1.send "a text that is long enough to fill its row of the diagram when the screen is as wide as that"
95
> s2.recv 200
"[..]"
> diagram
...
> ruler s1
...
> explain all
...
> help recv
...
> apropos timeout
...
> setsockopt SO_REUSEADDR 1
> getsockopt
...
> try { bind 127.0.0.1 70000 } catch error { }
```
"""


@pytest.mark.parametrize("columns", [80, 200])
def test_a_recording_is_laid_out_for_its_own_columns(shells, columns):
    (shells.home / "wide.md").write_text(WIDE_LESSON)
    shell = shells("replay", "wide.md", "--record", "x.cast", columns=columns, wait=False)
    assert shell.end() == 0
    cast = Cast((shells.home / "x.cast").read_bytes())
    lines = uncoloured("".join(cast.data("o"))).split("\r\n")
    # What is typed is as long as it is, also where the task says it; the reply to recv is what was sent.
    laid_out = [line for line in lines if not line.startswith(("> ", "    s1.send", '"'))]
    assert cast.size == (columns, 24) and len(laid_out) > 60
    assert [line for line in laid_out if len(line) > columns and not line.startswith("    try")] == []
    assert any(len(line) > columns - 10 and ("─" in line or "→" in line) for line in laid_out)
