"""Lessons that are damaged or hostile, and hostile surroundings: a clear error with its place, nothing lost, and the
other lessons unaffected."""

import hashlib
import os
import socket
import subprocess

import pytest

from processes import LIMIT, NETSHELL, ROOT, in_namespaces

HEAD = "title: T\nid: bad\n\n"
GOOD = "title: Good\nid: good\n\n## Make {#make}\n\n```do\n> s = socket inet stream\n```\n\n```check\nsocket named s\n```\n\nMade.\n\n```hint 1\nsocket\n```\n"
LAST = "\n## Last {#last}\n\nRead.\n\n```do\n> print read\n```\n"
STEP = HEAD + "## Make {#make}\n\n"


@pytest.fixture
def course(tmp_path):
    """A course of a lesson `bad` with this content, and of one that is good."""

    def make(content, index="bad\ngood\n"):
        folder = tmp_path / "course"
        folder.mkdir()
        (folder / "index").write_text(index)
        (folder / "good.md").write_text(GOOD)
        if content is not None:
            (folder / "bad.md").write_bytes(content if isinstance(content, bytes) else content.encode())
        return folder

    return make


def fence(info, *lines):
    return "\n".join([f"```{info}", *lines, "```", ""])


@pytest.mark.parametrize(
    "content, line, wanted",
    [
        (STEP + fence("chekc", "socket"), 6, "there is no fence \"chekc\"; did you mean check?"),
        (STEP + fence("check", "socket"), 4, "neither do nor solution"),
        (STEP + fence("do", "> print 1") + fence("check", "scoket named s"), 10, "check: "),
        (STEP + fence("setup", "print ok", 'print "open'), 8, "quote"),
        (STEP + fence("peer a", "}"), 7, ""),
        (STEP + fence("peer a", "print 1") + fence("peer a", "print 2"), 10, "two peers of this step have the name a"),
        (STEP + "```do\n> print 1\n", 6, "never closed"),
        (STEP + "\x1b]0;owned\x07", 6, "control characters: \\x1b]0;owned\\x07"),
        (STEP + "csi \u009b2J", 6, "control characters"),
        ("title: \x1b[2J\nid: bad\n\n## A {#a}\n", 1, "control characters: title: \\x1b[2J"),
        (STEP + "## Again {#make}\n", 6, "two steps have the id make"),
        (HEAD + "## A {#Bad Id}\n", 4, "is not an id"),
        (HEAD + "## A\n", 4, "has no id"),
        ("title: T\nid: Bad!\n\n## A {#a}\n", 2, "is not an id"),
        ("title: T\nid: bad\nports: PORT=70000\n\n## A {#a}\n", 3, "is not NAME=NUMBER"),
        ("", 1, "no title"),
        (b"title: T\nid: bad\n\n## A {#a}\n\xff\xfe", 1, "not UTF-8"),
        (os.urandom(4096) + b"\0", 1, "not UTF-8"),
        (b"x" * (10 << 20), 1, "at most 1048576 bytes"),
    ],
    ids=range(19),
)
def test_damaged_lessons(shell, course, content, line, wanted):
    folder = course(content)
    file = folder / "bad.md"
    for command in ["lint"], ["test"]:
        done = shell.run("lesson", *command, folder)
        found, text = done.stdout.decode().split("ok good\n")[0], done.stdout.decode()
        assert (done.returncode, done.stderr) == (3, b"") and text.endswith("\nok good\n")
        assert f"not ok bad\n  {file}:{line}: " in found and wanted in found and "\x1b" not in text
    for command in ["learn", file], ["learn", "bad", "--course", folder], ["replay", file]:
        done = shell.run(*command)
        assert done.returncode == 2 and f"{file}:{line}: " in done.stderr.decode()
        assert wanted in done.stderr.decode() and b"\x1b" not in done.stderr + done.stdout
    menu = shell.run("learn", "--course", folder).stdout.decode().splitlines()
    assert "bad" in menu[0] and "damaged" in menu[0] and "Good" in menu[1]
    listed = shell.run("lesson", "list", folder)
    assert listed.returncode == 0 and b"Good" in listed.stdout and b"\x1b" not in listed.stdout
    assert "Made." in shell.run("learn", "good", "--course", folder, text="s = socket inet stream\n").stdout.decode()


@pytest.mark.parametrize(
    "index, wanted",
    [
        ("bad\ngood\n", "index:1: bad.md: there is no such file"),
        ("good\n../../etc/passwd\n", "index:2: \"../../etc/passwd\" is not an id"),
        ("# \x1b[2J\n\n\x1b[31m\ngood\n", "index:3: "),
    ],
)
def test_a_wrong_line_of_the_index(shell, course, index, wanted):
    folder = course(None, index)
    done = shell.run("lesson", "test", folder)
    text = done.stdout.decode().replace(f"{folder}/", "")
    assert done.returncode == 3 and "ok good\n" in text and wanted.split(": ")[0] in text and "\x1b" not in text


def test_a_pipe_in_a_course(shell, course):
    folder = course(None)
    os.mkfifo(folder / "bad.md")
    done = shell.run("lesson", "test", folder)
    assert done.returncode == 3 and b"bad.md is not a regular file" in done.stdout and b"\nok good\n" in done.stdout


@pytest.mark.parametrize("script", [
    "connect", "accept", "while 1 == 1 { }", "sleep 100000", "repeat 3 { accept & }\nsleep 1000",
    "while 1 == 1 { try { accept } catch error { } }", "await [PORT]", "exit 3",
], ids=range(8))  # fmt: skip
def test_peers_that_never_end(shell, tmp_path, script):
    """Two that wait for each other, or loop for ever, are ended with their step and with the lesson."""
    ports = "title: T\nid: cycle\nports: PORT=7801 ONE=7811 TWO=7821\n\n"
    both = ""
    for own, other, name in ("ONE", "TWO", "a"), ("TWO", "ONE", "b"):
        body = [f"s = socket inet stream", f"s.bind 127.0.0.1 [{own}]", "s.listen"]
        body += ["k = socket inet stream", f"k.connect 127.0.0.1 [{other}]", "k.recv 1"] if script == "connect" else [script]
        both += fence(f"peer {name}", *body)
    text = ports + "".join(
        f"## Step {id} {{#{id}}}\n\n{both}\n" + fence("do", f"> {id} = socket inet stream") + fence("check", f"socket named {id}")
        for id in ("one", "two")
    )
    file = tmp_path / "cycle.md"
    file.write_text(text)
    done = shell.run("learn", file, text="one = socket inet stream\nquit\n")
    assert done.returncode == 0 and b"2/2  Step two" in done.stdout and b"not be prepared" not in done.stdout
    done = shell.run("replay", file)
    assert done.returncode == 0, done.stderr.decode()


@pytest.mark.parametrize("statement", [
    "accept", "while 1 == 1 { }", "sleep 1000", "while 1 == 1 { try { s.accept } catch error { } }",
])  # fmt: skip
@pytest.mark.parametrize("info", ["solution", "mistake", "predict", "setup"])
def test_what_never_ends_is_ended_by_lesson_test(shell, tmp_path, info, statement):
    mark = "" if info in ("solution", "setup") else "> "
    blocked = fence(info, f"{mark}{statement}", *["Wrong."] * (info == "mistake"), *["ok", "Why."] * (info == "predict"))
    text = HEAD + "## First {#first}\n\n" + fence("setup", "s = socket inet stream", "s.bind 127.0.0.1 0", "s.listen")
    text += blocked + fence("check", "socket dgram") + fence("hint 1", "x") + fence("hint 2", "x")
    text += "" if info == "solution" else fence("solution", "d = socket inet dgram")
    file = tmp_path / "bad.md"
    file.write_text(text)
    done = shell.run("lesson", "test", "--limit", "0.3", file)
    if info == "mistake" and "{ }" not in statement.replace("error { }", ""):
        # A mistake that waits for nobody is ended as a learner ends it, and is played on.
        assert done.returncode == 0 or b"the step takes longer than 0.3 s" in done.stdout
        return
    assert (done.returncode, done.stderr) == (3, b"")
    line = 1 + text.splitlines().index(blocked.splitlines()[1])
    places = [f"{file}:{line}: first: ", f"{file}:{line - 1}: first: ", f"{file}:4: first: "]
    assert any(place in done.stdout.decode() for place in places), done.stdout.decode()
    assert b"the step takes longer than 0.3 s" in done.stdout
    assert info == "setup" or statement in done.stdout.decode()


@pytest.mark.parametrize("limit", ["0", "-1", "many", "1e9"])
def test_a_limit_that_is_none(shell, limit):
    assert shell.run("lesson", "test", f"--limit={limit}").returncode == 2


def test_a_port_that_somebody_holds(shell, course):
    """Another program, on every address of the machine: the lesson takes another port and says so."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        held.listen()
        port = held.getsockname()[1]
        folder = course(
            f"title: T\nid: bad\nports: PORT={port}\n\n## A {{#a}}\n\n" + fence("do", "> s = socket inet stream", "> s.bind 127.0.0.1 [PORT]")
            + fence("check", "socket named s port [PORT]")
        )
        assert shell.ok("lesson", "test", folder) == ["ok bad", "ok good"]
        text = shell.run("learn", folder / "bad.md", text=f"s = socket inet stream\ns.bind 127.0.0.1 {port}\n").stdout.decode()
        assert f"Port {port} is taken on this machine" in text and "EADDRINUSE" not in text.split("> s.bind")[0]


PROGRESS = "state/netshell/progress"


def kept(folder, lesson="good"):
    """The file with the progress of a lesson of one's own."""
    return f"{lesson}.{hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]}"


def learn(shell, folder, before=(), text="s = socket inet stream\n"):
    return subprocess.run(
        [*before, NETSHELL, "learn", "good", "--course", str(folder)],
        input=text.encode(), capture_output=True, env=shell.environment, timeout=LIMIT,
    )


def test_damaged_progress(shell, course):
    folder, progress = course(None), shell.home / PROGRESS
    progress.mkdir(parents=True)
    good = kept(folder)
    (progress / good).write_bytes(b"no\x1b[2Jstep\nmake\n\xff\n")
    done = learn(shell, folder, text="")
    assert done.returncode == 0 and b"is not a step; it is ignored" in b" ".join(done.stdout.split()) and b"\x1b" not in done.stdout
    # Whatever is intact in it counts.
    (progress / good).write_bytes(b"\0" * 100000)
    assert b"Made." in learn(shell, folder).stdout
    assert (progress / good).read_text() == "make\n"


def test_courses_with_lessons_of_one_id(shell, tmp_path):
    """Progress in one is not progress in the other, nor in the built-in lesson of the same name."""
    folders = [tmp_path / name for name in ("mine", "theirs")]
    for folder in folders:
        folder.mkdir()
        (folder / "index").write_text("server\n")
        (folder / "server.md").write_text(GOOD.replace("good", "server") + LAST)
    progress = shell.home / PROGRESS
    progress.mkdir(parents=True)
    (progress / "server").write_text("make\nat last\n")
    for folder in folders:
        begun = shell.run("learn", "server", "--course", folder, text="s = socket inet stream\n").stdout
        assert b"1/2  Make" in begun and b"Made." in begun
    assert sorted(os.listdir(progress)) == sorted(["server", *(kept(folder, "server") for folder in folders)])
    assert (progress / "server").read_text() == "make\nat last\n"
    assert b"2/2  Last" in shell.run("learn", "server", "--course", folders[0]).stdout


def test_progress_that_was_kept_under_the_id_alone(shell, course):
    folder, progress = course(None), shell.home / PROGRESS
    progress.mkdir(parents=True)
    (folder / "good.md").write_text(GOOD + LAST)
    (progress / "good").write_text("make\nat last\n")
    assert b"2/2  Last" in learn(shell, folder, text="").stdout


def test_progress_that_cannot_be_kept(shell, course):
    folder, progress = course(None), shell.home / PROGRESS
    for blocker in shell.home / "state", progress / kept(folder):
        if blocker.name != "state":
            shell.home.joinpath("state").unlink()
            blocker.mkdir(parents=True)
        else:
            blocker.write_text("a file where a folder should be")
        done = learn(shell, folder)
        assert done.returncode == 0 and b"Made." in done.stdout
        assert done.stdout.count(b"progress is not kept") + done.stdout.count(b"is a folder") == 1, done.stdout.decode()


def test_progress_of_somebody_who_may_not_write(shell, course, tmp_path):
    """Home is read-only, in a mount namespace of the test's own."""
    folder = course(None)
    (shell.home / "state").mkdir()
    script = f'mount --bind "{shell.home}" "{shell.home}" && mount -o remount,ro,bind "{shell.home}"'
    done = learn(shell, folder, in_namespaces(["--mount"], script))
    assert done.returncode == 0, done.stderr.decode()
    assert b"Made." in done.stdout and done.stdout.count(b"progress is not kept") == 1


def test_a_full_disk_leaves_the_last_progress(shell, course):
    folder, progress = course(None), shell.home / PROGRESS
    progress.mkdir(parents=True)
    (progress / kept(folder)).write_text("other\n")
    done = learn(shell, folder, ["prlimit", "--fsize=0"])
    # Its own output is no file, so it is not affected.
    assert done.returncode == 0 and b"Made." in done.stdout and done.stdout.count(b"progress is not kept") == 1
    assert (progress / kept(folder)).read_text() == "other\n" and os.listdir(progress) == [kept(folder)]


@pytest.mark.parametrize(
    "statement",
    [
        "a.send @/etc/passwd", "a.send @own/../../secret", "a.send @[LINK]", "recvall -to /etc/x", "journal save /etc/x",
        "diagram -svg /etc/x", "export python /etc/x", "s.connect 192.0.2.1 80", "u.sendto x 192.0.2.1 53",
        "u.sendto x 239.1.2.3 53", "s.connect ::ffff:192.0.2.1 80", "un = socket unix stream ; un.bind /var/x",
        "s.connect example.invalid 80", "gethostbyname example.invalid", "gethostbyaddr 192.0.2.1", "getfqdn 192.0.2.1",
        "getaddrinfo example.invalid 80", "getnameinfo 192.0.2.1 80", "un = socket unix dgram ; un.sendto x /run/systemd/notify",
        "a.send @tmp/secret", "s.bind 0.0.0.0 0", "s.bind :: 0", "s.listen", "u.bind 0.0.0.0 0",
        "w = socket inet6 stream ; w.bind :: 0", "w = socket inet6 stream ; w.bind ::ffff:0.0.0.0 0",
        "w = socket inet6 stream ; w.listen",
    ],
)  # fmt: skip
@pytest.mark.parametrize("info", ["setup", "solution"])
def test_a_lesson_stays_in_its_room(shell, tmp_path, info, statement):
    folder = tmp_path / "own"
    folder.mkdir()
    (tmp_path / "secret").write_text("secret")
    (folder / "link").symlink_to("/etc/passwd")
    (folder / "hole").symlink_to("/etc/netshell-no-such-file")
    statement = statement.replace("own/", f"{folder}/").replace("[LINK]", str(folder / "link"))
    text = HEAD + "## First {#first}\n\n" + fence("setup", "a = socketpair", "s = socket inet stream", "u = socket inet dgram")
    text += fence(info, statement) + fence("check", "socket named nothing") + fence("hint 1", "x") + fence("hint 2", "x")
    text += "" if info == "solution" else fence("solution", "print 1")
    file = folder / "bad.md"
    file.write_text(text)
    # A relative path is relative to here: neither the lesson's own folder nor the temporary one.
    done = shell.run("lesson", "test", file, cwd="/usr")
    assert done.returncode == 3
    done = shell.run("replay", file, cwd="/usr")
    if info == "solution":
        assert b"Confined: a lesson may not " in done.stdout, done.stdout.decode()
    else:
        assert b"a lesson may not " in done.stderr, done.stderr.decode()


def test_to_be_reached_is_asked_for(shell, tmp_path):
    file = tmp_path / "bad.md"
    step = STEP.replace("\n\n", "\nnetworks: 0.0.0.0 192.0.2.1\n\n", 1) + fence("do", "> s = socket inet stream ; s.bind 0.0.0.0 0 ; s.listen")
    file.write_text(step + fence("check", "socket named s LISTEN") + fence("hint 1", "bind"))
    told = " ".join(shell.run("learn", file, text="skip\n").stdout.decode().split())
    assert "wants to let other machines reach it: its sockets are bound to 0.0.0.0." in told
    assert "wants to reach addresses outside this machine: 192.0.2.1." in told
    assert "a lesson may not bind 0.0.0.0: other machines could come in" in told
    assert shell.ok("lesson", "test", file)[0].startswith("skipped bad: ")
    # What the learner types is never confined, nor is what they trust.
    text = "s = socket inet stream ; s.bind 0.0.0.0 0 ; s.listen\n"
    assert "may not bind" not in shell.run("learn", file, text=text).stdout.decode()
    assert "may not bind" not in shell.run("learn", "--outside", file, text="skip\n").stdout.decode()


def test_a_copy_of_the_built_in_course_may_what_that_may(shell, tmp_path):
    copy = tmp_path / "addresses.md"
    text = (ROOT / "Lessons/addresses.md").read_text()
    copy.write_text(text)
    assert shell.ok("lesson", "test", copy) == ["ok addresses"]
    copy.write_text(text + "\n")
    changed = shell.run("lesson", "test", copy)
    assert changed.returncode == 3 and changed.stdout.startswith(b"not ok addresses\n")


def forbidden(tmp_path):
    """A file outside a lesson's room that must not be created."""
    return f"/var/tmp/netshell-{tmp_path.parent.name}-{tmp_path.name}"


@pytest.mark.parametrize("setup", [
    ["repeat 20 { journal save [FILE] & }"],
    ["repeat 20 { try { journal save [FILE] & } catch { } }", "alias save \"journal save [FILE]\""],
    ["alias save \"journal save [FILE]\"", "alias s save"],
    ["alias save \"journal save\"", "repeat 20 { try { save [FILE] & } catch { } }"],
])  # fmt: skip
def test_what_a_lesson_leaves_behind_stays_in_its_room(shell, tmp_path, setup):
    """A job that keeps running, an alias that the learner types later: both are still the lesson's."""
    secret = forbidden(tmp_path)
    file = tmp_path / "bad.md"
    lines = [line.replace("[FILE]", secret) for line in setup]
    file.write_text(STEP + fence("setup", *lines) + fence("do", "> x = socketpair") + fence("check", "socket named x"))
    done = shell.run("learn", file, text="save\nsave &\nsleep 0.05\ns\njobs\nquit\n")
    assert not os.path.exists(secret), done.stdout.decode()
    shell.run("replay", file)
    shell.run("lesson", "test", file)
    assert not os.path.exists(secret)


def test_a_mistake_stays_in_the_room(shell, tmp_path):
    secret = forbidden(tmp_path)
    file = tmp_path / "bad.md"
    body = fence("setup", "print 1") + fence("mistake", f"> journal save {secret}", "Wrong.")
    body += fence("do", "> s = socket inet stream") + fence("check", "socket named s")
    file.write_text(STEP + body)
    done = shell.run("lesson", "test", file)
    assert not os.path.exists(secret), done.stdout.decode()


def test_a_link_that_leads_nowhere_yet(shell, own):
    (own / "hole").symlink_to("/etc/netshell-no-such-file")
    file = own / "bad.md"
    file.write_text(STEP + fence("setup", f"journal save {own}/hole"))
    assert b"a lesson may not touch" in shell.run("replay", file).stderr
    assert not os.path.exists("/etc/netshell-no-such-file")


@pytest.fixture
def own(tmp_path):
    """A folder of a lesson's own: the one above holds the home, so it is not."""
    folder = tmp_path / "own"
    folder.mkdir()
    return folder


def test_what_a_lesson_may(shell, own):
    (own / "data").write_text("from the folder")
    (own / "link").symlink_to(own / "data")
    file = own / "fine.md"
    statements = [
        "> a = socketpair", f"> a.send @{own}/data", "15", f"> a.send @{own}/link", "15", "> gethostbyname localhost",
        "...", "> getnameinfo 127.0.0.1 80", "...", f"> journal save {own}/new", "...", f"> a.send @{own}/new", "...",
    ]
    file.write_text("title: T\nid: fine\n\n## First {#first}\n\n" + fence("do", *statements) + fence("check", "socket named a"))
    assert shell.ok("lesson", "test", file) == ["ok fine"]
    # What it made is gone with it.
    assert sorted(os.listdir(own)) == ["data", "fine.md", "link"]


@pytest.mark.parametrize("command", [["lesson", "test", "--limit", "0.5"], ["replay"]])
def test_a_peer_that_never_stops_sending(shell, tmp_path, command):
    """Endless data, received without end: the limit ends the step, and the peer with it."""
    file = tmp_path / "bad.md"
    name = f"@netshell-endless-{os.getpid()}-{tmp_path.name}"
    text = STEP + fence("setup", "l = socket unix stream", f"l.bind {name}", "l.listen")
    text += fence("peer a", "k = socket unix stream", f"k.connect {name}", "while 1 == 1 { k.send 0123456789 }")
    text += fence("solution", "s = l.accept", "s.recvall -to /dev/null") + fence("check", "socket named never")
    file.write_text(text + fence("hint 1", "x") + fence("hint 2", "x"))
    done = shell.run(*command, file)
    assert done.returncode == 3 and b"the step takes longer than " in done.stdout + done.stderr
    assert b"s.recvall -to /dev/null" in done.stdout


def test_a_kill_in_the_middle_leaves_the_last_progress(shell, course, tmp_path):
    """Killed at each of the system calls that write progress: the file has the old content or the new,
    never a part of it."""
    if subprocess.run(["strace", "-o", "/dev/null", "true"], capture_output=True).returncode:
        pytest.skip("strace is not there, or may not trace")
    folder, progress = course(None), shell.home / PROGRESS
    progress.mkdir(parents=True)
    (folder / "good.md").write_text(GOOD + LAST)
    file, old, new = progress / kept(folder), "other\nat make\n", "other\nmake\n"
    seen = set()
    for call in "openat,creat", "write", "rename,renameat,renameat2", "close":
        for leftover in progress.iterdir():
            leftover.unlink()
        file.write_text(old)
        killed = learn(shell, folder, [
            "sh", "-c", f'exec strace -D -f -o /dev/null -P "$0" -P "$0.$$.part" --inject={call}:signal=KILL "$@"', file,
        ])  # fmt: skip
        assert killed.returncode != 0, call
        seen.add(file.read_text())
        # It continues from there, even if a partial file is left over.
        assert b"Made." in learn(shell, folder).stdout or b"2/2  Last" in learn(shell, folder, text="").stdout
    assert seen <= {old, new, old.replace("at make", "make\nat make"), "other\nmake\nat make\n", "other\nmake\nat last\n"} and old in seen
