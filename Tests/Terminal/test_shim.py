"""The shim over libedit under AddressSanitizer and UndefinedBehaviorSanitizer.

They watch what is compiled here, the shim and its driver, and every call of the allocator and the string functions,
libedit's too. Nothing else that libedit does is watched, nor are its leaks reported."""

import os
import re
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent
SHIM = HERE.parents[1] / "Sources" / "CEditLine"
FLAGS = ["-std=gnu11", "-g", "-O1", "-fno-omit-frame-pointer", "-Wall", "-Wextra", "-Werror"]
FLAGS += ["-fsanitize=address,undefined", "-fno-sanitize-recover=all"]
# Swift's compiler first: older sanitizers do not start if the kernel randomises addresses widely.
COMPILERS = ["clang", "cc"]


def built(folder, sources, *flags):
    """The driver with these sources, built by the first compiler that has the sanitizers' libraries."""
    problems = []
    for compiler in COMPILERS:
        program = folder / "shim"
        command = [compiler, *FLAGS, *flags, f"-I{SHIM / 'include'}", "-o", program, HERE / "shim.c", *sources, "-ledit"]
        try:
            done = subprocess.run(command, capture_output=True, text=True)
        except FileNotFoundError:
            continue
        if done.returncode == 0:
            return program
        problems.append(done.stderr)
    raise AssertionError("\n".join(problems))


def driven(folder, program):
    (folder / "leaks").write_text("leak:libedit.so\nleak:libtinfo.so\n")
    options = f"suppressions={folder / 'leaks'}:print_suppressions=0"
    settings = dict(os.environ, LSAN_OPTIONS=options, ASAN_OPTIONS="detect_stack_use_after_return=1", TERM="xterm")
    return subprocess.run([program], capture_output=True, text=True, env=settings, timeout=120, start_new_session=True)


def test_is_clean(tmp_path):
    done = driven(tmp_path, built(tmp_path, sorted(SHIM.glob("*.c"))))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "all of the shim was driven\n"


FAULTS = {
    "freed twice": ("editor.c", r"free\(taken\);", "free(taken); free(taken);", "attempting double-free"),
    "too small a buffer": ("editor.c", r"\[4 \* 64 \+ 1\]", "[4 * 64]", "stack-buffer-overflow|out of bounds"),
    "leak": ("editor.c", r"free\(taken\);", "", "LeakSanitizer: detected memory leaks"),
    "behind an array": ("signals.c", r"i < caught_count", "i <= caught_count", "global-buffer-overflow|out of bounds"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_seen(tmp_path, fault):
    name, pattern, instead, wanted = FAULTS[fault]
    sources = []
    for source in sorted(SHIM.glob("*.c")):
        text = source.read_text()
        if source.name == name:
            text, count = re.subn(pattern, instead, text)
            assert count, "there is no place for the fault any more"
        (tmp_path / source.name).write_text(text)
        sources.append(tmp_path / source.name)
    done = driven(tmp_path, built(tmp_path, sources, "-Wno-error"))
    assert done.returncode != 0 and re.search(wanted, done.stderr), done.stderr
