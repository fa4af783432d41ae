"""The menu of lessons: from the command line and from the prompt, and the way back."""

import os
import re
import time
from pathlib import Path

import conftest
import pytest

from beginner import Beginner


@pytest.fixture
def beginner(shells):
    return Beginner(shells)


def test_one_lesson_after_the_other(beginner):
    beginner.play(
        """
$ learn
    1 sockets What a socket is
    16 fromfd
    Enter goes on with 1 sockets
>
    == What a socket is ==
    1/13 Your first socket
> t = socket inet stream
    2/13
> quit
    Enter goes on with 1 sockets
> help
    1 sockets What a socket is 1 of 13 steps done
> learn serber
    There is no lesson serber; did you mean server?
> 99
    There is no lesson 99.
> server
    == The server's six steps ==
> quit
>
    You stopped at step 2 of 13
> exit
    lesson>
> quit
$$
"""
    )


def test_to_the_lessons_and_back(beginner):
    beginner.play(
        """
$
> x = 5
> s = socket inet stream
> learn
    a lesson begins without sockets, and 1 is open
    s.close
> s.close
> learn nothing
    nothing is not a lesson
    try: learn shows them
> sleep 100 &
> learn client
    == The client's four steps ==
> quit
> print $x
    there is no variable x
> jobs
> learn
    3 client
> q
> t = socket inet stream
> $t.fd
    3
"""
    )


def test_arguments_and_help(shell):
    shell.type("learn waiti\t").until("learn waiting")
    shell.clear("help learn").type("\r").until("learn [LESSON]")


def test_ctrl_c_and_the_end(shells):
    menu = shells("learn")
    menu.type("serv\x03").until(lambda: menu.line == "lesson>")
    menu.type("?").until(lambda: menu.text.count("16  fromfd") == 2).until(lambda: menu.is_prompting)
    menu.type("\x04")
    assert menu.end() == 0


def test_enter_behind_the_question_mark_begins_nothing(shells):
    menu = shells("learn", rows=80)
    menu.type("?").until(lambda: menu.text.count("16  fromfd") == 2).until(lambda: menu.is_prompting)
    menu.type("\r").until(lambda: menu.text.count("Enter goes on with 1 sockets") == 2).until(lambda: menu.is_prompting)
    assert "== What a socket is ==" not in menu.text
    menu.type("\r").until("== What a socket is ==")


@pytest.mark.parametrize("columns", [40, 80])
def test_the_rows_fit(shells, tmp_path, columns):
    folder = tmp_path / "state/netshell/progress"
    folder.mkdir(parents=True)
    lessons = Path(__file__).parents[2] / "Lessons"
    for lesson in re.findall("^[a-z].*$", (lessons / "index").read_text(), re.M):
        steps = re.findall(r"^## .*\{#(.*)\}$", (lessons / f"{lesson}.md").read_text(), re.M)
        (folder / lesson).write_text("\n".join(steps[:-1]) + "\n")
    menu = shells("learn", columns=columns, rows=60).until("Enter goes on with")
    rows = [row for row in menu.rows if row.strip()]
    stands = [row for row in rows if re.search(r"\d+ of \d+ steps done$", row)]
    assert len(stands) == 16 and all(len(row) <= columns for row in rows)


def test_a_terminal_that_goes_away(shells):
    assert shells("learn").hang_up() == 0


def test_a_damaged_lesson_leaves_the_others(shells, tmp_path):
    folder = tmp_path / "course"
    folder.mkdir()
    (folder / "index").write_text("bad\ngood\n")
    (folder / "bad.md").write_bytes(b"\0\1\2")
    (folder / "good.md").write_text("title: A good one\nid: good\nabout: it\n\n## Step {#one}\n\nRead.\n")
    menu = shells("learn", "--course", str(folder)).until("damaged")
    menu.type("bad\r").until("bad.md").until(lambda: menu.is_prompting)
    menu.type("good\r").until("== A good one ==")


def test_all_is_done(shells, tmp_path):
    folder = tmp_path / "state/netshell/progress"
    folder.mkdir(parents=True)
    course = tmp_path / "course"
    course.mkdir()
    (course / "index").write_text("good\n")
    (course / "good.md").write_text("title: A good one\nid: good\nabout: it\n\n## Step {#one}\n\nRead.\n")
    (folder / "good").write_text("one\n")
    menu = shells("learn", "--course", str(course)).until("✓ done").until("All of it is done")
    menu.type("\r").until(lambda: menu.text.count("✓ done") == 2)


def test_german(shells):
    shells("learn", LANG="de_DE.UTF-8", columns=40).until("Enter macht mit 1 sockets weiter").type("q\r").end()


def test_a_recording_is_of_one_lesson(shells):
    menu = shells("learn", "--record", "x.cast", wait=False)
    assert menu.end() == 2 and "--record needs a lesson" in menu.text


def test_lessons_leave_nothing_behind(shells):
    def held():
        process = f"/proc/{shell.child.pid}"
        return len(os.listdir(f"{process}/task")), len(os.listdir(f"{process}/fd"))

    shell = shells()
    counts = []
    for _ in range(4):
        shell.type("learn server\r").until("1/13")
        shell.until(lambda: shell.is_prompting).type("quit\r").until(lambda: "> quit" in shell.text and shell.is_prompting)
        shell.type("\x0c").until(lambda: "quit" not in shell.text and shell.is_prompting)
        counts.append(held())
    # Threads that have been told to end need a moment.
    end = time.monotonic() + conftest.PATIENCE
    within = lambda: all(now <= first for now, first in zip(held(), counts[0]))
    while not within() and time.monotonic() < end:
        shell.feed()
    assert within(), (counts, held())


@pytest.mark.parametrize("options", [["--plain", "learn", "closing"], ["learn", "closing", "--plain"]])
def test_a_lesson_without_colour(shells, options):
    shell = shells(*options, rows=60, wait=False).until("1/")
    shell.type("\x04")
    assert shell.end() == 0 and b"\x1b[1m" not in shell.bytes and b"\x1b[3" not in shell.bytes
