"""The content of an exported program: data and names as literals, and comments that are explain's."""

import ast
import json
import re
import shutil
import subprocess
import sys

import pytest

from exports import HOSTILE, INLINE, NETSHELL, TIMEOUT, Session, check, compile_c, needs_strace, trace


def sent(path):
    """The bytes of every send in an strace -xx log."""
    found = re.findall(r'sendto\(\d+, "((?:\\x[0-9a-f]{2})*)", \d+', path.read_text())
    return [bytes.fromhex(text.replace("\\x", "")) for text in found]


@needs_strace
@pytest.mark.parametrize("language", ["python", "c", "netshell"] + (["swift"] if shutil.which("swiftc") else []))
def test_data_is_data(language, tmp_path):
    """Whatever is in the data, the program sends those bytes and does nothing else."""
    made = Session(tmp_path, HOSTILE)
    assert made.problems == {}
    program = made.files[language]
    if language == "c":
        compile_c(program, tmp_path / "p")
    if language == "swift":
        subprocess.run(["swiftc", "-o", tmp_path / "p", program], check=True, timeout=300)
    command = {"python": [sys.executable, "-IS", program], "netshell": [NETSHELL, program]}.get(language, [tmp_path / "p"])
    trace(command, tmp_path)
    assert sent(tmp_path / "strace.log") == [
        b'"; import os; os._exit(9) #',
        b"*/ exit(9); /* ??/ ??'",
        b"\\(exit(9)) \\u{41} #{exit 9} $(exit 9) `exit 9`",
        b"\x00001\xff7\xfe\x80a\x07b\r\nc\t",
        b"$reply ${x} } catch {\n exit 9 # '''\"\"\"",
        "\u2028\u202e\u00e9\U0001f600".encode(),
        b"",
    ]


def test_hostile_names_and_paths(tmp_path):
    """A journal that somebody else wrote injects no code into a program."""
    text = f'n = socket unix stream\nn.bind "{tmp_path}/a\\"+b\\\\*?"\njournal save {tmp_path}/j\n'
    subprocess.run([NETSHELL, "-c", text], check=True, timeout=TIMEOUT)
    (tmp_path / 'a"+b\\*?').unlink()
    lines = (tmp_path / "j").read_text().splitlines()
    hostile = 'x"); import os; os._exit(9); /* */ system("exit 9") //\n#'
    for index, line in enumerate(lines[1:], 1):
        call = json.loads(line)
        if "name" in call:
            call["name"] = hostile
        for argument in call["arguments"]:
            if "constant" in argument["value"]:
                argument["value"]["constant"] = hostile
        lines[index] = json.dumps(call)
    (tmp_path / "j").write_text("\n".join(lines) + "\n")
    for language, name in [("python", "p.py"), ("c", "p.c")]:
        subprocess.run([NETSHELL, "view", tmp_path / "j", "export", language, tmp_path / name, "-comments"], check=True)
    subprocess.run([sys.executable, "-IS", tmp_path / "p.py"], check=True, timeout=TIMEOUT)
    compile_c(tmp_path / "p.c", tmp_path / "p")
    subprocess.run([tmp_path / "p"], check=True, timeout=TIMEOUT)
    assert "system" not in (tmp_path / "p.c").read_text()


def test_hostile_texts(tmp_path):
    """Hosts and services of a journal that somebody else wrote stay literals."""
    text = f"c = socket inet stream\ntry {{ c.connect localhost 1 }} catch error {{ print no }}\njournal save {tmp_path}/j\n"
    subprocess.run([NETSHELL, "-c", text], check=True, timeout=TIMEOUT, stdout=subprocess.DEVNULL)
    hostile = "a\"); import os; os._exit(9) #\n*/ ??/\\(exit(9)) \u2028\u202e\x00\x7f'"
    lines = (tmp_path / "j").read_text().splitlines()
    for index, line in enumerate(lines[1:], 1):
        call = json.loads(line)
        for argument in call["arguments"]:
            if "text" in argument["value"]:
                argument["value"]["text"] = hostile
        lines[index] = json.dumps(call)
    (tmp_path / "j").write_text("\n".join(lines) + "\n")
    for language, name in [("python", "p.py"), ("c", "p.c"), ("swift", "p.swift"), ("netshell", "p.ns")]:
        subprocess.run([NETSHELL, "view", tmp_path / "j", "export", language, tmp_path / name], check=True)
    tree = ast.parse((tmp_path / "p.py").read_text())
    imported = {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
    assert "os" not in imported
    assert any(isinstance(node, ast.Constant) and node.value == hostile for node in ast.walk(tree))
    compile_c(tmp_path / "p.c", tmp_path / "p")
    if shutil.which("swiftc"):
        subprocess.run(["swiftc", "-typecheck", tmp_path / "p.swift"], check=True, timeout=300)


COMMENTED = {
    "refused": INLINE["refused"],
    "socket options": INLINE["socket options"],
    "peeking": INLINE["peeking"],
    "files": INLINE["files"],
}


@pytest.mark.parametrize("name", COMMENTED)
@pytest.mark.parametrize("language", ["python", "c", "netshell"] + (["swift"] if shutil.which("swiftc") else []))
def test_comments_are_explains_reasons(name, language, tmp_path):
    made = Session(tmp_path, COMMENTED[name], flags=" -comments")
    assert made.problems == {}
    run = subprocess.run(
        [NETSHELL, "view", tmp_path / "journal", "explain", "all"], capture_output=True, text=True, check=True
    )
    # A call, perhaps its effect on the state, and the reason.
    reasons = [call.splitlines()[-1].strip() for call in re.split(r"^#", run.stdout, flags=re.M)[1:]]
    text = re.sub(r"\n *(?:#|//|\*) ", " ", made.files[language].read_text())
    start = 0
    for reason in reasons:
        start = text.index(reason, start) + len(reason)
    program = made.files[language]
    if language == "c":
        compile_c(program, tmp_path / "p")
    if language == "swift":
        subprocess.run(["swiftc", "-o", tmp_path / "p", program], check=True, timeout=300)
    command = {"python": [sys.executable, "-IS", program], "netshell": [NETSHELL, program]}.get(language, [tmp_path / "p"])
    assert subprocess.run(command, stdout=subprocess.DEVNULL, timeout=TIMEOUT).returncode == 0


def test_questions_are_asked_as_they_were(tmp_path):
    """What getaddrinfo and getnameinfo were given besides names is in a program for NetShell, too."""
    made = Session(
        tmp_path,
        'getaddrinfo 127.0.0.1 80 -family inet -type stream -protocol tcp -flags numerichost\ngetaddrinfo "" 80 -flags passive\n'
        + "getaddrinfo ::1 -type dgram\ngetnameinfo 127.0.0.1 80 -flags numerichost|numericserv\n",
    )
    text = f"{made.files['netshell'].read_text()}journal save {tmp_path}/again\n"
    subprocess.run([NETSHELL, "-c", text], check=True, timeout=TIMEOUT, stdout=subprocess.DEVNULL)
    again = [json.loads(line) for line in (tmp_path / "again").read_text().splitlines()[1:]]
    assert [call["arguments"] for call in again] == [call["arguments"] for call in made.calls]
