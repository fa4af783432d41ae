"""What signals and libedit need in C, under AddressSanitizer and UndefinedBehaviorSanitizer.

They watch what is compiled here, and every call of the allocator and the string functions, libedit's too. Nothing else that
libedit does is watched, nor are its leaks reported."""

import os
import re
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent
SHIMS = [HERE.parents[1] / "Sources" / name for name in ("CEditLine", "CTerminal")]
INCLUDES = [f"-I{folder}" for shim in SHIMS for folder in (shim, shim / "include")]
FLAGS = ["-std=gnu11", "-g", "-O1", "-fno-omit-frame-pointer", "-Wall", "-Wextra", "-Werror"]
FLAGS += ["-fsanitize=address,undefined", "-fno-sanitize-recover=all"]
# Swift's compiler first: older sanitizers do not start if the kernel randomises addresses widely.
COMPILERS = ["clang", "cc"]


def built(folder, sources, *flags):
    """The driver with these sources, built by the first compiler that has the sanitizers' libraries."""
    problems = []
    for compiler in COMPILERS:
        program = folder / "shim"
        command = [compiler, *FLAGS, *flags, *INCLUDES, "-o", program, HERE / "shim.c", *sources, "-ledit"]
        try:
            done = subprocess.run(command, capture_output=True, text=True)
        except FileNotFoundError:
            continue
        if done.returncode == 0:
            return program
        problems.append(done.stderr)
    raise AssertionError("\n".join(problems))


def sources():
    return sorted(path for shim in SHIMS for path in shim.glob("*.c"))


def driven(folder, program):
    (folder / "leaks").write_text("leak:libedit.so\nleak:libtinfo.so\n")
    options = f"suppressions={folder / 'leaks'}:print_suppressions=0"
    settings = dict(os.environ, LSAN_OPTIONS=options, ASAN_OPTIONS="detect_stack_use_after_return=1", TERM="xterm")
    return subprocess.run([program], capture_output=True, text=True, env=settings, timeout=120, start_new_session=True)


def test_is_clean(tmp_path):
    done = driven(tmp_path, built(tmp_path, sources()))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "all of the shim was driven\n"


OUTSIDE = "global-buffer-overflow|out of bounds"
FAULTS = {
    "after an array": ("signals.c", "i < caught_count; i++) {\n        sigaction", "i <= caught_count; i++) {\n        sigaction", OUTSIDE),
    "before an array": ("signals.c", "int i = first_ending; i < caught_count; i++) {", "int i = -1; i < caught_count; i++) {", OUTSIDE),
    "too small a buffer": ("map.c", "spelled[cel_longest_keys + 8]", "spelled[cel_longest_keys]", "stack-buffer-overflow"),
    "freed twice": ("map.c", "free(map->names[i]);", "free(map->names[i]), free(map->names[0]);", "double-free"),
    "leak": ("map.c", "free(map->names[i]);", "continue;", "LeakSanitizer: detected memory leaks"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_seen(tmp_path, fault):
    name, right, wrong, wanted = FAULTS[fault]
    changed = []
    for source in sources():
        text = source.read_text()
        if source.name == name:
            assert right in text, "there is no place for the fault any more"
            text = text.replace(right, wrong)
        (tmp_path / source.name).write_text(text)
        changed.append(tmp_path / source.name)
    done = driven(tmp_path, built(tmp_path, changed, "-Wno-error"))
    assert done.returncode != 0 and re.search(wanted, done.stderr), done.stderr
