"""What has no end by itself, or is too large: it is bounded, or Ctrl-C ends it."""

import signal
import subprocess
import sys

import pytest

from processes import LIMIT, NETSHELL, ROOT, watched

DEEP = "if 1 { " * 64 + "print deep " + "} " * 64
# Sleeping shows what was said so far.
BUSY = {
    "searching": "x = fill:30000000:a; y = fill:20000:a; w = $y + b; print begun; sleep 0.01; repeat 1000 { $x contains $w }",
    "a loop": "print begun; sleep 0.01; while 1 { x = 1 + 1 }",
    "printing": "x = fill:20000000:\"\\x01\"; print begun; sleep 0.01; repeat 1000 { length $x; y = $x }; repeat 1000 { print $x }",
    "saving": "s = socket inet stream; repeat 20000 { s.getsockopt reuseaddr }; print begun; sleep 0.01; repeat 1000 { journal save saved }",
    "drawing": "s = socket inet stream; repeat 5000 { s.getsockopt reuseaddr }; print begun; sleep 0.01; repeat 1000 { diagram }",
    "explaining": "s = socket inet stream; repeat 5000 { s.getsockopt reuseaddr }; print begun; sleep 0.01; repeat 1000 { explain 1 }",
    "exporting": "s = socket inet stream; repeat 5000 { s.getsockopt reuseaddr }; print begun; sleep 0.01; repeat 1000 { export c x.c }",
    "apropos": "print begun; sleep 0.01; while 1 { x = apropos e }",
    "receiving": "socketpair; print begun; sleep 0.01; while 1 { s1.send a; x = s2.recvuntil a }",
}  # fmt: skip


@pytest.mark.parametrize("stack", [256, 400, 8192])
@pytest.mark.parametrize("line, status", [(DEEP, b"deep\n"), ("exit 5", b""), ("repeat 3 { { print deep & }; wait }", None)])
def test_blocks_need_no_large_stack(stack, line, status, tmp_path):
    done = subprocess.run(["sh", "-c", f'ulimit -s {stack}; exec "$@"', "sh", NETSHELL, "-c", line], capture_output=True, timeout=LIMIT)
    assert done.returncode == (5 if "exit" in line else 0), done.stderr
    if status is not None:
        assert done.stdout == status


def test_ctrl_c_with_a_small_stack(tmp_path):
    command = ["sh", "-c", 'ulimit -s 256; exec "$@"', "sh", NETSHELL, "-c", "socketpair; print begun; sleep 0.01; recv 1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        while process.stdout.readline() != b"begun\n":
            pass
        process.send_signal(signal.SIGINT)
        assert process.wait(LIMIT) == 130


@pytest.mark.parametrize("what", BUSY)
def test_ctrl_c_ends_what_computes(what, tmp_path):
    """Each would go on for minutes at least; and what was being saved has not taken its name."""
    with subprocess.Popen([NETSHELL, "-c", BUSY[what]], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path) as process:
        while process.stdout.readline() != b"begun\n":
            pass
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=LIMIT)
        assert process.returncode == 130
    assert not list(tmp_path.glob("*.part"))


def test_one_ctrl_c_ends_a_lesson_from_a_pipe(shell):
    process = subprocess.Popen(
        [NETSHELL, "learn", "sockets"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=shell.environment
    )
    process.stdin.write(b"print begun\nsleep 0.01\nwhile 1 { x = 1 }\nprint after\n")
    process.stdin.flush()
    while process.stdout.readline() != b"begun\n":
        pass
    process.send_signal(signal.SIGINT)
    out, _ = process.communicate(timeout=LIMIT)
    assert process.returncode == 130 and b"after" not in out.split(b"print after")[-1]


def test_values_are_bounded_together():
    text = """
set -values 100MiB
x = fill:50000000:a
y = fill:40000000:b
try { z = $x + "1" } catch OutOfMemory { print refused $error.message }
try { z = fill:60000000:b } catch OutOfMemory { print refused too }
socketpair
try { z = s1.recv 60000000 } catch OutOfMemory { print no room to read }
x = 0
y = 0
z = fill:40000000:c
print $z.count
for part in $z { print $part.count }
"""
    done, memory = watched(["--keep-going", "-"], input=text.encode(), capture_output=True)
    assert done.stdout.count(b"refused") == 2 and b"no room to read" in done.stdout, (done.stdout, done.stderr)
    assert b"40000000\n40000000\n" in done.stdout and b"the 100 MiB that they may" in done.stdout
    assert memory < 400 << 20


def test_a_small_machine_has_a_smaller_limit():
    script = "repeat 1000 { x = fill:50000000:a; a = $x + b; b = $x + c; c = $x + d; d = $x + e; e = $x + f; g = $x + h; h = $x + i; i = $x + j }"
    done = subprocess.run(["sh", "-c", 'ulimit -v 1500000; exec "$@"', "sh", NETSHELL, "-c", script], capture_output=True, timeout=LIMIT)
    assert done.returncode == 1 and b"OutOfMemory" in done.stderr and b"try: set -values" in done.stderr, done.stderr


@pytest.mark.parametrize("size", ["5", "0", "-1", "1", "x", "5TiB", "99999999999GiB", "MiB", ""])
def test_limits_that_are_none(size):
    done = subprocess.run([NETSHELL, "-c", f"set -values '{size}'"], capture_output=True, timeout=LIMIT)
    assert done.returncode == 1 and b"such as 512MiB" in done.stderr, done.stderr


def test_a_draft_survives_a_kill(tmp_path):
    """Checked at the prompt by Tests/Fuzz/kills.py; here, that an existing lesson is never overwritten by it."""
    (tmp_path / "mine.md").write_text("mine")
    done = subprocess.run([NETSHELL, "lesson", "record", "mine.md"], input=b"print hi\n", capture_output=True, cwd=tmp_path, timeout=LIMIT)
    assert done.returncode == 2 and (tmp_path / "mine.md").read_text() == "mine"


FUZZERS = {"keys.py": ["--sessions", "5", "--seed", "4242"], "kills.py": ["--seconds", "15"]}


@pytest.mark.parametrize("runner", FUZZERS)
def test_the_fuzzers_run(runner):
    """A few seconds each. They print their seed; by hand they run as long as one likes."""
    path = ROOT / "Tests" / "Fuzz" / runner
    command = [sys.executable, path, "--netshell", NETSHELL, *FUZZERS[runner]]
    done = subprocess.run(command, capture_output=True, text=True, timeout=LIMIT)
    assert done.returncode == 0, done.stdout + done.stderr
