"""Replays of the whole course: the same twice, the same side by side, and nothing left behind."""

import fcntl
import os
import pathlib
import re
import select
import shutil
import socket
import subprocess

import pytest

from processes import LIMIT, NETSHELL, ROOT, in_namespaces

LESSONS = [id for id in (ROOT / "Lessons/index").read_text().splitlines() if id[:1].isalpha()]
# Without the right to raw sockets.
NOBODY = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] if os.geteuid() == 0 else []


def replay(shell, lesson, *before):
    return subprocess.Popen(
        [*before, NETSHELL, "replay", lesson],
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=shell.environment,
    )


def transcript(process):
    """What a replay prints; that another port stood in is told beside it, as it differs from run to run."""
    text, error = process.communicate(timeout=LIMIT)
    told = [line for line in error.decode().splitlines() if " stands in for it here. The transcript has" not in line]
    assert (process.returncode, told) == (0, []), error.decode()
    return text.decode()


@pytest.mark.parametrize("lesson", [lesson for lesson in LESSONS if lesson != "raw"])
def test_twice_the_same(shell, lesson):
    first, second = (transcript(replay(shell, lesson)) for _ in range(2))
    assert first == second and first.startswith("\n== ") and first.count("> ") > 5


@pytest.mark.parametrize("lesson", ["server", "both", "unix", "closing", "fromfd"])
def test_at_the_same_time_the_same(shell, lesson):
    """Each of them wants the lesson's ports."""
    together = [replay(shell, lesson) for _ in range(6)]
    assert len({transcript(process) for process in together}) == 1


def test_a_port_that_stands_in_is_told(shell):
    """Where the transcript says the lesson's number and another was bound."""
    with socket.socket() as taken:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            taken.bind(("127.0.0.1", 8088))
        except OSError:
            pass  # Somebody else has it, which does as well.
        text, error = replay(shell, "server").communicate(timeout=LIMIT)
    assert b"s.bind 127.0.0.1 8088" in text
    assert re.search(rb"netshell: server: Port 8088 is taken on this machine; \d+ stands in for it here\.", error) or b"TIME_WAIT" in error


@pytest.mark.parametrize("recording", [[], ["--record", "seen.cast"], ["--record", "seen.html"]])
def test_the_presenters_notes_without_a_terminal(shell, tmp_path, recording):
    (tmp_path / "two.md").write_text(
        "title: Two\nid: two\n\n## One {#one}\n\n```do\n> print 1\n```\n\n```say\nSlowly é.\n```\n\n## Two {#two}\n\n"
        "```do\n> print 2\n```\n"
    )
    command = ["replay", "two.md", "--notes", "notes", *recording]
    done = subprocess.run([NETSHELL, *command], cwd=tmp_path, env=shell.environment, capture_output=True, timeout=LIMIT)
    assert (done.returncode, done.stderr) == (0, b"") and b"Slowly" not in done.stdout
    assert (tmp_path / "notes").read_text() == "\n## One\nSlowly é.\n\n## Two\n"
    assert not any("Slowly" in file.read_text() for file in tmp_path.glob("seen.*"))


def test_raw_sockets_where_they_are_permitted(shell):
    own_network = in_namespaces(["--net"], "ip link set lo up")
    first, second = (transcript(replay(shell, "raw", *own_network)) for _ in range(2))
    assert first == second and "> " in first


def test_raw_sockets_where_they_are_not(shell, tmp_path):
    for folder in [tmp_path, *tmp_path.parents][:3]:
        folder.chmod(0o755)
    program = shutil.copy(NETSHELL, tmp_path)
    done = subprocess.run([*NOBODY, program, "replay", "raw"], capture_output=True, env=shell.environment, timeout=LIMIT)
    assert (done.returncode, done.stderr) == (0, b"") and b"> " not in done.stdout
    assert done.stdout.startswith(b"Raw sockets: ") and done.stdout.count(b"\n") == 1


def speaks(pid):
    """Whether a process waits in write on standard output: system call 1 on x86-64, 64 on AArch64."""
    try:
        call = pathlib.Path(f"/proc/{pid}/syscall").read_text().split()
    except PermissionError:
        # It has just ended; root reads -1.
        return False
    return call[0] in ("1", "64") and call[1] == "0x1"


def belongings(pid):
    """What a process holds: its descriptors by type, how many threads, how many children."""
    folder = pathlib.Path(f"/proc/{pid}")
    names = [os.readlink(entry) for entry in (folder / "fd").iterdir()]
    kinds = sorted(name.split(":")[0] for name in names)
    children = [task.joinpath("children").read_text() for task in (folder / "task").iterdir()]
    return kinds, len(children), "".join(children)


def test_nothing_is_left_behind(shell):
    """All lessons in one process. When it waits for somebody to read its output it is between two lessons, and
    holds what it held after the first one."""
    reader, writer = os.pipe()
    fcntl.fcntl(writer, fcntl.F_SETPIPE_SZ, 4096)
    lessons = [lesson for lesson in LESSONS if lesson != "raw"] * 2
    process = subprocess.Popen(
        [NETSHELL, "replay", *lessons],
        stdin=subprocess.DEVNULL, stdout=writer, stderr=subprocess.DEVNULL, env=shell.environment,
    )
    os.close(writer)
    seen, text, piece = [], b"", b" "
    while piece:
        while process.poll() is None and not speaks(process.pid):
            select.select([], [], [], 0.001)
        if process.poll() is None:
            seen.append(belongings(process.pid))
        piece = os.read(reader, 4096)
        text += piece
    os.close(reader)
    assert process.wait(LIMIT) == 0
    half = len(text) // 2
    assert text[:half] == text[half:] and len(seen) > len(lessons)
    assert [held for held in seen if held != seen[0]] == []
    # Besides the standard ones: the pipe, and the thread, by which Ctrl-C ends a call.
    assert seen[0] == (["/dev/null"] * 2 + ["pipe"] * 3, 2, "")


def test_a_step_that_waits_for_ever_ends_at_the_limit(shell, tmp_path):
    file = tmp_path / "waits.md"
    step = "```do\n> s = socket inet stream ; s.bind 127.0.0.1 0 ; s.listen\n> c = s.accept\n```\n\n```check\nsocket named c\n```\n"
    file.write_text("title: T\nid: waits\n\n## Wait {#wait}\n\n" + step)
    done = shell.run("replay", file)
    assert done.returncode == 3 and b"> c = s.accept" in done.stdout
    assert done.stderr == b"netshell: step wait: the step takes longer than 10 s; it got as far as c = s.accept\n"


def test_names_without_the_files_of_netbase(shell, tmp_path):
    """On a minimal Debian there is neither /etc/services nor /etc/protocols, and the lessons on names and ports work
    all the same. Both are empty in a mount namespace of the test's own."""
    empty = tmp_path / "empty"
    empty.write_text("")
    files = [file for file in ("/etc/services", "/etc/protocols") if os.path.exists(file)]
    bare = in_namespaces(["--mount"], " && ".join(f'mount --bind "{empty}" {file}' for file in files) or "true")
    for lesson in "names", "ports":
        assert transcript(replay(shell, lesson, *bare)).count("> ") > 5
        done = subprocess.run([*bare, NETSHELL, "lesson", "test", lesson], capture_output=True, env=shell.environment, timeout=LIMIT)
        assert (done.returncode, done.stdout.decode()) == (0, f"ok {lesson}\n")
