"""Exported programs are run, not read: strace tells whether they make the journal's calls.

The binary is $NETSHELL, or .build/debug/netshell. Each session is exported to each language; the program must exit
with 0 and compile without a warning, and its socket calls must be the journal's, in the journal's order, with the
journal's results.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from exports import (
    INLINE,
    LANGUAGES,
    LOOKUPS,
    NETSHELL,
    SESSIONS,
    TIMEOUT,
    Session,
    check,
    compile_c,
    expected,
    is_extra,
    needs_strace,
    needs_swift,
    trace,
    typed,
)


# What no program can do, or not in that language: every other session must be exported.
REFUSED = {
    **{(name, language): "nothing to export" for name in ("explain-names", "language") for language in LANGUAGES},
    # It passes on the shell's own descriptor 0, and its own credentials.
    **{("descriptors", language): "descriptor 0 was made by no call" for language in LANGUAGES},
    ("dissolved", "python"): "AF_UNSPEC cannot be written",
}


# What ran concurrently is written in an order possible for a program without threads.
CONCURRENT = {"jobs", "blocks in the background", "server-in-the-background"}


def exported(language):
    return [name for name in SESSIONS if (name, language) not in REFUSED]


@pytest.mark.parametrize("name, language", REFUSED)
def test_refused(name, language, tmp_path):
    source = SESSIONS[name]
    made = Session(tmp_path, typed(source) if isinstance(source, Path) else source)
    assert REFUSED[name, language] in made.problems[language]["message"]


def session(name, folder, language):
    source = SESSIONS[name]
    made = Session(folder, typed(source) if isinstance(source, Path) else source)
    assert language not in made.problems
    assert made.calls
    return made


def compare(made, calls, name):
    if name in CONCURRENT:
        # What is closed at the program's end is closed by the program itself.
        wanted = sorted(str(call) for call in made.expected() if call[0] != "close")
        assert wanted == sorted(str(call[:2]) for call in calls if call[0] != "close" and not is_extra(call))
    else:
        check(made.expected(), calls, allows_any=made.looks_up())


@needs_strace
@pytest.mark.parametrize("name", exported("python"))
def test_python(name, tmp_path):
    made = session(name, tmp_path, "python")
    compare(made, trace([sys.executable, "-IS", made.files["python"]], tmp_path), name)


@needs_strace
@pytest.mark.parametrize("name", exported("c"))
def test_c(name, tmp_path):
    made = session(name, tmp_path, "c")
    compile_c(made.files["c"], tmp_path / "p")
    compare(made, trace([tmp_path / "p"], tmp_path), name)


@pytest.mark.parametrize("name", exported("netshell"))
def test_netshell(name, tmp_path):
    made = session(name, tmp_path, "netshell")
    run = subprocess.run(
        [NETSHELL, "--json", made.files["netshell"]], capture_output=True, text=True, timeout=TIMEOUT
    )
    assert run.returncode == 0, run.stdout + run.stderr
    calls = [call for line in run.stdout.splitlines() for call in json.loads(line)["calls"]]
    actual = [expected(call) for call in calls if not call["injected"] and call["call"] not in LOOKUPS]
    wanted = made.expected()
    if name in CONCURRENT:
        actual, wanted = (sorted(str(call) for call in calls if call[0] != "close") for calls in (actual, wanted))
        assert actual == wanted
    else:
        assert actual[: len(wanted)] == wanted
        assert all(call[0] == "close" for call in actual[len(wanted) :])


@needs_swift
@needs_strace
@pytest.mark.parametrize("name", exported("swift"))
def test_swift(name, tmp_path):
    made = session(name, tmp_path, "swift")
    flags = ["-warnings-as-errors", "-module-name", "exported"]
    main = tmp_path / "main.swift"
    main.write_text(made.files["swift"].read_text())
    subprocess.run(["swiftc", *flags, "-o", tmp_path / "p", main], check=True, timeout=300)
    compare(made, trace([tmp_path / "p"], tmp_path), name)


SPLIT = {
    "article-both-in-one-shell": SESSIONS["article-both-in-one-shell"],
    "datagrams": INLINE["datagrams"],
    "echo": INLINE["echo"],
}


@pytest.mark.parametrize("language", ["python", "c", "netshell"])
@pytest.mark.parametrize("name", SPLIT)
def test_split(name, language, tmp_path):
    source = SPLIT[name]
    made = Session(tmp_path, typed(source) if isinstance(source, Path) else source, flags=" -split")
    assert made.problems == {}
    commands = []
    for end in ["server", "client"]:
        path = made.files[language]
        program = path.with_name(f"{path.stem}-{end}{path.suffix}")
        if language == "c":
            compile_c(program, tmp_path / end)
        commands.append({"c": [tmp_path / end], "python": [sys.executable, program]}.get(language, [NETSHELL, program]))
    with subprocess.Popen(commands[0], stdout=subprocess.PIPE, text=True) as server:
        line = server.stdout.readline()
        while line and not line.startswith("port "):
            line = server.stdout.readline()
        client = subprocess.run([*commands[1], line.split()[1]], stdout=subprocess.PIPE, timeout=TIMEOUT)
        server.stdout.read()
        assert server.wait(timeout=TIMEOUT) == 0
    assert client.returncode == 0


@pytest.mark.parametrize(
    "text, problem",
    [
        ("", "nothing to export"),
        ("fd = 5\n", "nothing to export"),
        ("socketpair\ns1.sendall @/bin/ls\n", "no pattern"),
    ],
)
def test_refusals(text, problem, tmp_path):
    made = Session(tmp_path, text)
    assert len(made.problems) == 4
    assert all(problem in found["message"] for found in made.problems.values())


def test_since_needs_the_socket(tmp_path):
    made = Session(tmp_path, "s = socket inet stream\nlisten\ngetsockname\n", flags=" -since 2")
    assert all("before call 2" in found["message"] for found in made.problems.values()) and made.problems
