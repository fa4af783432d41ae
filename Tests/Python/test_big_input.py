"""Files of calls that are large, or claim to be: memory stays bounded, or the error says what is wrong and where."""

import os
import subprocess

import pytest

from processes import watched

SEND = 'sendto(3<TCP:[127.0.0.1:4->127.0.0.1:80]>, "%s"..., 100000, MSG_NOSIGNAL, NULL, 0) = 100000\n' % ("x" * 1000)
# More than the program itself needs, and much less than the files' size.
ROOM = 64 << 20


def view(path, *words):
    """Runs a view of a file; returns exit code, standard error and peak memory in bytes."""
    words = words or ["journal", "-since", "100000000"]
    done, peak = watched(["view", path, *words], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    return done.returncode, done.stderr, peak


def test_a_log_of_many_lines_needs_no_more_memory_than_one_of_fewer(tmp_path):
    peaks = []
    for count in (17_000, 27_000):
        log = tmp_path / f"{count}.strace"
        log.write_text("socket(AF_INET, SOCK_STREAM, IPPROTO_TCP) = 3\n" + SEND * count)
        code, said, peak = view(log)
        assert code == 0, said
        peaks.append(peak)
    # The second has 11 MB more.
    assert peaks[1] - peaks[0] < 6 << 20


@pytest.mark.parametrize("head", ["", "socket(AF_INET, SOCK_STREAM, IPPROTO_TCP) = 3\nsendto(3, \""], ids=["nothing", "call"])
def test_one_enormous_line_of_a_log(tmp_path, head):
    log = tmp_path / "x.strace"
    log.write_text(head)
    os.truncate(log, 64 << 20)
    code, said, peak = view(log)
    assert peak < ROOM
    assert (code, said) == (0, said) if head else (2, said)
    assert ("middle of a line" if head else "no line of this file is strace's") in said


def test_one_enormous_line_of_a_journal(tmp_path):
    saved = tmp_path / "calls"
    saved.write_text('{"format":"netshell-journal","version":1}\n')
    os.truncate(saved, 1 << 30)
    code, said, peak = view(saved)
    assert code == 2 and "line 2 is longer than 16 MiB" in said
    assert peak < ROOM


def test_a_large_file_that_is_no_journal_is_not_read(tmp_path):
    other = tmp_path / "disk.img"
    other.touch()
    os.truncate(other, 1 << 40)
    code, said, peak = view(other)
    assert code == 2 and "not a journal" in said
    assert peak < ROOM


@pytest.mark.parametrize(
    "change, error",
    [
        (lambda lines: lines[:-1] + [lines[-1][:-9]], "cut off in line 4"),
        (lambda lines: [lines[0].replace(b":1}", b":9}")] + lines[1:], "version 9; this program reads version 1"),
        (lambda lines: lines[:2] + [b"\xff\x00\n"] + lines[2:], "line 3 is not a call"),
        (lambda lines: lines[:2] + lines[3:], "line 3 is not a call"),
        (lambda lines: [bytes(range(256))], "not a journal"),
        (lambda lines: [], "not a journal"),
    ],
    ids=["cut off", "version", "binary line", "gap", "binary", "empty"],
)
def test_damaged_journals(shell, tmp_path, change, error):
    saved = tmp_path / "calls"
    shell.ok("-c", f"s = socket inet stream ; listen ; close ; journal save {saved}")
    saved.write_bytes(b"".join(change(saved.read_bytes().splitlines(keepends=True))))
    code, said, _ = view(saved)
    assert code == 2 and error in said


def test_a_log_of_made_up_forks(tmp_path):
    log = tmp_path / "forks.strace"
    with open(log, "w") as file:
        for number in range(1, 2001):
            file.write(f"1 socket(AF_INET, SOCK_STREAM, IPPROTO_TCP) = {number}<TCP:[{number}]>\n")
        for child in range(2, 6001):
            file.write(f"1 clone(child_stack=NULL, flags=SIGCHLD) = {child}\n{child} close(3<TCP:[3]>) = 0\n")
    code, said, peak = view(log)
    assert code == 0, said
    assert peak < 2 * ROOM


def test_a_log_of_made_up_descriptors(tmp_path):
    log = tmp_path / "descriptors.strace"
    with open(log, "w") as file:
        for number in (-1, 0, 1 << 20, 2**31 - 1, 2**31, 2**63, 2**64):
            file.write(f"socket(AF_INET, SOCK_STREAM, IPPROTO_TCP) = {number}\nclose({number}) = 0\n")
    code, said, _ = view(log, "diagram")
    assert code == 0, said
