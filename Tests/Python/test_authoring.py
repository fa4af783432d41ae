"""What helps an author: lesson watch, new, record, list, lint."""

import os
import signal
import subprocess

import pytest

from processes import LIMIT, NETSHELL

LESSON = "title: T\nid: mine\n\n## Make {#make}\n\n```do\n> s = socket inet stream\n```\n\n```check\nsocket named s\n```\n"


@pytest.fixture
def mine(tmp_path):
    file = tmp_path / "mine.md"
    file.write_text(LESSON)
    return file


def replace(file, text):
    """Saves as careful editors do: a new file replaces the old one."""
    new = file.with_suffix(".new")
    new.write_text(text)
    new.rename(file)


def interrupt(watcher):
    watcher.process.send_signal(signal.SIGINT)
    return watcher.process.wait(LIMIT)


@pytest.mark.parametrize("save", [lambda file, text: file.write_text(text), replace], ids=["in place", "renamed"])
def test_watch_proves_each_save(running, mine, save):
    watcher = running("lesson", "watch", mine)
    assert watcher.line() == "ok mine"
    save(mine, LESSON.replace("inet stream", "inet dgram").replace("named s", "stream"))
    assert watcher.line().startswith(f"{mine}:4: make: the solution does not pass: wanted SOCK_STREAM socket")
    save(mine, LESSON + "```chekc\n```\n")
    assert watcher.line().startswith(f"{mine}:13: there is no fence \"chekc\"")
    save(mine, "\0\0")
    assert watcher.line() == f"{mine}:1: this is not UTF-8 text"
    save(mine, LESSON)
    assert watcher.line() == "ok mine"
    assert interrupt(watcher) == 0


def test_watch_outlives_a_file_that_is_away(running, mine):
    watcher = running("lesson", "watch", mine)
    assert watcher.line() == "ok mine"
    mine.unlink()
    mine.write_text(LESSON + "```chekc\n```\n")
    assert "chekc" in watcher.line()
    assert interrupt(watcher) == 0


def test_ctrl_c_while_watch_plays(running, mine):
    mine.write_text(LESSON.replace("## Make", "```text\n```\n\n## Make").replace("> s =", "> print begun\n...\n> sleep 1000\n> s ="))
    watcher = running("lesson", "watch", mine)
    path = f"/proc/{watcher.process.pid}/task"
    # A separate thread watches the time of a playing step.
    while watcher.process.poll() is None and len(os.listdir(path)) < 2:
        os.sched_yield()
    assert interrupt(watcher) == 0


@pytest.mark.parametrize("file", ["/dev/null/x.md", "/"])
def test_watch_of_nothing(shell, file):
    done = shell.run("lesson", "watch", file) if file != "/" else shell.run("lesson", "watch", "/dev/null/x")
    assert done.returncode == 2 and b"cannot be read" in done.stderr


def test_new(shell, tmp_path):
    file = tmp_path / "fresh.md"
    assert shell.ok("lesson", "new", file) == []
    assert file.read_text().startswith("title: TODO fresh\nid: fresh\n")
    # It is sound, and all of it has yet to be written.
    done = shell.run("lesson", "lint", file)
    assert done.returncode == 3 and done.stdout.decode().count("TODO: this is still to be written") == 8
    assert shell.ok("lesson", "test", file) == ["ok fresh"]


@pytest.mark.parametrize("command", ["new", "record"])
@pytest.mark.parametrize(
    "name, wanted",
    [
        ("there.md", "exists already; a lesson is never overwritten"),
        ("Big.md", "a lesson's file is called ID.md"),
        ("no-ending", "a lesson's file is called ID.md"),
        ("two.parts.md", "a lesson's file is called ID.md"),
        (".md", "a lesson's file is called ID.md"),
        ("-x.md", "a lesson's file is called ID.md"),
        ("\x1b[2J.md", "a lesson's file is called ID.md"),
        ("nowhere/x.md", "no such file or directory"),
        ("there.md/x.md", "not a directory"),
        ("hole.md", "exists already"),
    ],
)
def test_names_that_are_none(shell, tmp_path, command, name, wanted):
    (tmp_path / "there.md").write_text("mine")
    (tmp_path / "hole.md").symlink_to(tmp_path / "leads-nowhere")
    before = sorted(os.listdir(tmp_path))
    done = shell.run("lesson", command, tmp_path / name, text="print 1\n")
    assert done.returncode == 2 and wanted in done.stderr.decode() and b"\x1b" not in done.stderr
    assert (tmp_path / "there.md").read_text() == "mine" and sorted(os.listdir(tmp_path)) == before


def test_record_makes_a_lesson_that_proves_itself(shell, tmp_path):
    file = tmp_path / "drawn.md"
    typed = 's = socket inet stream\nrepeat 2 {\n  print "```"\n}\nprint "## x {#y}" ; print "> z"\ns.accept\nnope\n$s.type\n'
    assert shell.run("lesson", "record", file, text=typed).returncode == 0
    assert shell.ok("lesson", "test", file) == ["ok drawn"]


@pytest.mark.parametrize(
    "typed, check",
    [
        ("s = socket inet stream\ns.close\nexit\n", "call close ok on s"),
        ("s = socket inet stream\ns.accept\nprint 1\n", "call accept EINVAL on s"),
        ("print 1\ngetservbyname nosuch tcp\n", "call getservbyname failed"),
    ],
)
def test_the_check_of_a_draft_is_what_was_done_last(shell, tmp_path, typed, check):
    file = tmp_path / "last.md"
    assert shell.run("lesson", "record", file, text=typed).returncode == 0
    text = file.read_text()
    assert f"```check\n{check}\n```" in text and "exit" not in text
    assert shell.ok("lesson", "test", file) == ["ok last"]


def test_all_that_is_wrong_is_told(shell, tmp_path):
    file = tmp_path / "mine.md"
    step = "```do\n> print one\ntwo\n> print 3\n4\n> x{0} = socketpair\n```\n\n```check\nsocket named x{0}\n```\n"
    mistake = "\n```mistake\n> print $nothing\nok\nNo.\n```\n"
    file.write_text("title: T\nid: mine\n\n## A {#a}\n\n" + step.format(1) + mistake + "\n## B {#b}\n\n" + step.format(2))
    done = shell.run("lesson", "test", file)
    lines = [line for line in done.stdout.decode().splitlines() if line.startswith(f"  {file}:")]
    assert done.returncode == 3 and [line.split(":")[1] for line in lines] == ["7", "9", "19", "27", "29"]


def test_record_of_nothing(shell, tmp_path):
    file = tmp_path / "empty.md"
    assert shell.run("lesson", "record", file).returncode == 0
    assert shell.ok("lesson", "test", file) == ["ok empty"]


def with_room(shell, limit, *arguments, text=b""):
    """Runs netshell with a file size limit; a pipe has no such limit."""
    return subprocess.run(
        ["prlimit", f"--fsize={limit}", NETSHELL, *map(str, arguments)],
        input=text, capture_output=True, env=shell.environment, timeout=LIMIT,
    )


def test_a_full_disk(shell, tmp_path):
    done = with_room(shell, 10, "lesson", "new", tmp_path / "x.md")
    assert done.returncode == 2 and b"x.md" in done.stderr and os.listdir(tmp_path) == ["home"]


def test_a_draft_that_cannot_be_written_is_shown(shell, tmp_path):
    file = tmp_path / "x.md"
    done = with_room(shell, 10, "lesson", "record", file, text=b"s = socket inet stream\nprint kept\n")
    assert done.returncode == 2 and os.listdir(tmp_path) == ["home"]
    assert done.stderr.decode() == f"netshell: {file}: file too large; so the draft is written here\n"
    replies, draft = done.stdout.decode().split("\n\n", 1)
    assert replies == "kept" and draft.startswith("title: TODO x\nid: x\n") and "> print kept\nkept\n" in draft
    # It is what would have been in the file.
    file.write_text(draft)
    assert shell.ok("lesson", "test", file) == ["ok x"]


def test_a_lesson_that_came_meanwhile_is_not_overwritten(running, tmp_path):
    file = tmp_path / "x.md"
    recorder = running("lesson", "record", file)
    recorder.type("print one")
    assert recorder.line() == "one"
    file.write_text("somebody's")
    code, error = recorder.finish()
    assert code == 2 and "exists already" in error and file.read_text() == "somebody's"
    assert [recorder.line() for _ in range(3)] == ["", "title: TODO x", "id: x"]


def test_a_place_that_cannot_be_written_is_told_before_anything_is_typed(running, tmp_path):
    recorder = running("lesson", "record", tmp_path / "nowhere" / "x.md")
    assert recorder.process.wait(LIMIT) == 2


@pytest.mark.parametrize("command", ["list", "lint", "test"])
@pytest.mark.parametrize("path", ["/dev/null/x", "/dev/null/x.md", "/etc", "/dev/null", "/dev/zero.md", "\x1b[2J"])
def test_paths_that_lead_nowhere(shell, command, path):
    done = shell.run("lesson", command, path)
    assert done.returncode == 2 and done.stdout == b"" and b"\x1b" not in done.stderr
    assert done.stderr.startswith(b"netshell: ") and done.stderr.count(b"\n") == 1


def test_list_says_what_is_wrong_with_a_damaged_lesson(shell, tmp_path):
    (tmp_path / "index").write_text("mine\nnone\n")
    (tmp_path / "mine.md").write_text(LESSON + "```chekc\n```\n")
    mine, none = shell.ok("lesson", "list", tmp_path)
    assert mine.startswith(f"mine  {tmp_path}/mine.md:13: there is no fence") and none.startswith(f"none  {tmp_path}/index:2: ")


def test_list_in_the_language_of_the_locale(shell, monkeypatch):
    shell.environment["LC_ALL"] = "de_DE.UTF-8"
    english = "What a socket is"
    assert not any(english in line for line in shell.ok("lesson", "list")[:1])


def test_list_in_a_language_of_choice(shell):
    shell.environment["LC_ALL"] = "de_DE.UTF-8"
    french, german = shell.ok("lesson", "list", "--lang", "fr")[0], shell.ok("lesson", "list")[0]
    assert "Ce qu’est" in french and french != german
    assert "What a socket is" in shell.ok("lesson", "list", "--lang", "en", "sockets")[0]
    assert shell.run("lesson", "list", "--lang", "french").returncode == 2


def lint(shell, folder, *names, index=None, **texts):
    """lint's findings about a course, without the leading file name, and its exit code."""
    folder.mkdir(exist_ok=True)
    (folder / "index").write_text(index or "\n".join(texts))
    for name, text in texts.items():
        (folder / f"{name}.md").write_text(text)
    done = shell.run("lesson", "lint", folder, *names)
    assert done.stderr == b""
    return done.returncode, done.stdout.decode().replace(f"{folder}/", "").splitlines()


def lesson(id, head="", body="## A {#a}\n\nRead.\n"):
    return f"title: T\nid: {id}\n{head}\n{body}"


def test_lint_of_needs(shell, tmp_path):
    status, lines = lint(
        shell, tmp_path / "c", first=lesson("first", "needs: server nowhere\n"), second=lesson("second", "needs: first frist\n"),
        third=lesson("third", "needs: third fourth\n"), fourth=lesson("fourth"),
    )
    assert status == 3 and lines == [
        "not ok first", "  first.md:3: needs: there is no lesson nowhere",
        "not ok second", "  second.md:3: needs: there is no lesson frist; did you mean first?",
        "not ok third", "  third.md:3: needs: third does not come before this lesson in the index",
        "  third.md:3: needs: fourth does not come before this lesson in the index",
        "ok fourth",
    ]
    # A lone file knows those next to it.
    assert shell.run("lesson", "lint", tmp_path / "c" / "third.md").stdout.decode().count("needs: ") == 1


def test_lint_of_an_index_and_ids(shell, tmp_path):
    status, lines = lint(shell, tmp_path / "c", index="one\ntwo\none\n", one=lesson("one"), two=lesson("one"))
    assert status == 3 and lines == [
        "ok one", "not ok two", "  two.md:2: the id is one but the file is called two.md; they must be the same",
        "not ok one", "  index:3: the lesson one is in the index already",
    ]


def test_lint_of_names_that_stand_for_nothing(shell, tmp_path):
    body = "To [LINK](x) and [TEXT].\n\n```do\n> print [TYPED]\n[REPLY] [..]\n> print [REPLY] [PORT]\n...\n```\n\n```check\n"
    body += "sent [CHECK] or sent [REPLY]\n```\n\n```c\nchar x[SIZE];\n```\n\n```hint 1\n[HINT]\n```\n"
    text = lesson("names", "ports: PORT=8088\n", f"In [HEAD].\n\n## A {{#a}}\n\n{body}")
    status, lines = lint(shell, tmp_path / "c", names=text)
    assert status == 3 and lines[0] == "not ok names"
    found = {line.split("[")[1].split("]")[0]: int(line.split(":")[1]) for line in lines[1:]}
    places = {name: 1 + text.split(f"[{name}]")[0].count("\n") for name in ("TYPED", "CHECK", "HINT")}
    assert found == places | {"HEAD": 1, "TEXT": 7}, lines


def test_lint_warns_of_a_step_without_hints(shell, tmp_path):
    status, lines = lint(shell, tmp_path / "c", mine=LESSON)
    assert (status, lines) == (0, ["ok mine", "  warning: mine.md:4: step make has no hint for those who ask for one"])
    status, lines = lint(shell, tmp_path / "c", mine=LESSON + "\n```hint 1\nIt is there.\n```\n")
    assert (status, lines) == (0, ["ok mine"])


def test_the_built_in_course_has_no_findings(shell):
    assert all(line.startswith(("ok ", "skipped ")) for line in shell.ok("lesson", "lint"))


def test_list(shell):
    lines = shell.ok("lesson", "list")
    assert len(lines) == 16 and lines[1].startswith("server  The server's six steps (20 min, level 1): ")


@pytest.mark.parametrize("command", ["lint", "list"])
def test_lessons_are_found_by_name_file_and_folder(shell, tmp_path, command):
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "index").write_text("# mine\nsecond\n")
    (folder / "second.md").write_text("title: Second\nid: second\nabout: it\n\n## Step {#one}\n\nRead.\n")
    for word, wanted in [
        ("server", "server"), ("2", "server"), (folder, "second"), (f"{folder}/", "second"), (folder / "second.md", "second"),
        (folder / "second", "second"), (f"{folder}/1", "second"),
    ]:
        lines = shell.ok("lesson", command, word)
        assert len(lines) == 1 and wanted in lines[0], word
    assert shell.ok("lesson", command, "second.md", cwd=folder) == shell.ok("lesson", command, folder)
    for word in ["sever", folder / "secnd"]:
        done = shell.run("lesson", command, word)
        assert done.returncode == 2 and b"is not a lesson" in done.stderr


def test_a_folder_can_be_learnt(shell, tmp_path):
    (tmp_path / "index").write_text("second\n")
    (tmp_path / "second.md").write_text("title: The second\nid: second\nabout: it\n\n## Step {#one}\n\nRead.\n")
    assert any("The second" in line for line in shell.ok("learn", tmp_path))
    assert any("Step" in line for line in shell.ok("learn", tmp_path / "second", text="next\n"))


def test_a_draft_has_what_was_entered(shell, tmp_path):
    file = tmp_path / "draft.md"
    typed = """\
        s = socket inet stream
        s.bind 127.0.0.1 0; s.getsockname
        try { s.connect 127.0.0.1 1 } catch ECONNREFUSED { print refused }
        repeat 2 {
        print twice
        }
        sned
        help send
        print a }
        s.accept
        """
    done = shell.run("lesson", "record", file, text="".join(line.strip() + "\n" for line in typed.splitlines()))
    assert done.returncode == 0, done.stderr
    text = file.read_text()
    wanted = [
        "> s.bind 127.0.0.1 0; s.getsockname\n127.0.0.1 [..]\n",
        "> try { s.connect 127.0.0.1 1 } catch ECONNREFUSED { print refused }\nrefused\n",
        "> repeat 2 {\n. print twice\n. }\ntwice\ntwice\n",
        "> s.accept\naccept: EINVAL",
    ]
    for part in wanted:
        assert part in text, text
    assert not any(part in text for part in ("sned", "help send", "print a"))
    # It proves itself as it is, except for what the author has to write.
    assert "TODO" in text and b"differs" not in shell.run("lesson", "test", file).stdout
