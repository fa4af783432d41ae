"""What signals need in C, under AddressSanitizer and UndefinedBehaviorSanitizer."""

import os
import re
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent
SHIM = HERE.parents[1] / "Sources" / "CTerminal"
FLAGS = ["-std=gnu11", "-g", "-O1", "-fno-omit-frame-pointer", "-Wall", "-Wextra", "-Werror"]
FLAGS += ["-fsanitize=address,undefined", "-fno-sanitize-recover=all"]
# Swift's compiler first: older sanitizers do not start if the kernel randomises addresses widely.
COMPILERS = ["clang", "cc"]


def built(folder, sources, *flags):
    """The driver with these sources, built by the first compiler that has the sanitizers' libraries."""
    problems = []
    for compiler in COMPILERS:
        program = folder / "shim"
        command = [compiler, *FLAGS, *flags, f"-I{SHIM / 'include'}", "-o", program, HERE / "shim.c", *sources]
        try:
            done = subprocess.run(command, capture_output=True, text=True)
        except FileNotFoundError:
            continue
        if done.returncode == 0:
            return program
        problems.append(done.stderr)
    raise AssertionError("\n".join(problems))


def driven(program):
    settings = dict(os.environ, ASAN_OPTIONS="detect_stack_use_after_return=1")
    return subprocess.run([program], capture_output=True, text=True, env=settings, timeout=120, start_new_session=True)


def test_is_clean(tmp_path):
    done = driven(built(tmp_path, sorted(SHIM.glob("*.c"))))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "all of the shim was driven\n"


FAULTS = {
    "after an array": ("i < caught_count; i++) {\n        sigaction", "i <= caught_count; i++) {\n        sigaction"),
    "before an array": ("int i = first_ending; i < caught_count; i++) {", "int i = -1; i < caught_count; i++) {"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_seen(tmp_path, fault):
    right, wrong = FAULTS[fault]
    text = (SHIM / "signals.c").read_text()
    assert right in text, "there is no place for the fault any more"
    (tmp_path / "signals.c").write_text(text.replace(right, wrong))
    done = driven(built(tmp_path, [tmp_path / "signals.c"], "-Wno-error"))
    assert done.returncode != 0 and re.search("global-buffer-overflow|out of bounds", done.stderr), done.stderr
