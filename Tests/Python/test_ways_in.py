"""Script file, -c, pipe, --json; exit codes, and where errors are reported."""

import base64
import json
import os
import re
import signal
import subprocess

import pytest

from processes import NETSHELL


def test_help_and_version(shell):
    assert any(line.startswith("USAGE: netshell") for line in shell.ok("--help"))
    assert re.fullmatch(r"\d+\.\d+\.\d+", shell.ok("--version")[0])


def test_script_with_arguments(shell, script):
    path = script("print $0 $1 $2\nprint $arguments.count\n")
    assert shell.ok(path, "one", "--json") == [f"{path} one --json", "2"]


def test_script_in_a_folder_with_spaces(shell, tmp_path):
    (tmp_path / "a folder").mkdir()
    path = tmp_path / "a folder/a script.net"
    path.write_text("print $0\nnope\n")
    done = shell.run(path)
    assert done.stdout.decode() == f"{path}\n"
    assert f"{path}:2:1: " in done.stderr.decode()


def test_statements_with_arguments(shell):
    assert shell.ok("-c", "print $1; print $2", "a", "-b") == ["a", "-b"]
    assert shell.ok("-c", "-3 + 4") == ["1"]


def test_pipe(shell):
    assert shell.ok(text="print a\nprint b") == ["a", "b"]


def test_pipe_answers_line_by_line(running):
    shell = running()
    for number in range(3):
        shell.type(f"length {'x' * number}y")
        assert shell.line() == str(number + 1)
    assert shell.finish() == (0, "")


@pytest.mark.parametrize("flags", [[], ["--json"]])
def test_a_pipe_that_does_not_block_is_waited_for(shell, flags):
    """Another holder of the pipe may have set O_NONBLOCK, which all holders share."""
    reader, writer = os.pipe()
    os.set_blocking(reader, False)
    process = subprocess.Popen([NETSHELL, *flags], stdin=reader, stdout=subprocess.PIPE, env=shell.environment)
    os.close(reader)
    for word in b"one", b"two":
        # The next line is written only when the last is answered, so the pipe is empty in between.
        os.write(writer, b"print " + word + b"\n")
        assert word in process.stdout.readline()
    os.close(writer)
    assert process.wait() == 0
    process.stdout.close()


def test_no_prompt_and_no_colour_without_a_terminal(shell):
    done = shell.run(text="print a\nnope\n")
    assert b"\x1b" not in done.stdout + done.stderr
    assert done.stdout == b"a\n"


@pytest.mark.parametrize(
    "arguments, code",
    [
        (["-c", "print ok"], 0),
        (["-c", ""], 0),
        (["-c", "nope"], 1),
        (["-c", "s = socket inet stream ; s.listen ; s.connect 127.0.0.1 1"], 1),
        (["-c", "exit 7"], 7),
        (["-c"], 2),
        (["--nope"], 2),
        (["no such file"], 2),
        (["--check"], 2),
    ],
)
def test_exit_codes(shell, arguments, code):
    assert shell.run(*arguments).returncode == code


def test_exit_code_of_a_check(shell, script):
    good = script("> length abc\n3\n", "good.session")
    bad = script("> length abc\n4\n", "bad.session")
    assert shell.run("--check", good).returncode == 0
    done = shell.run("--check", good, bad)
    assert done.returncode == 3
    assert "not ok" in done.stdout.decode()


def test_interrupt_ends_a_script(running):
    text = "s = socket inet stream ; bind 127.0.0.1 0 ; listen ; print ready ; accept ; print never"
    shell = running("-c", text)
    assert shell.line() == "ready"
    shell.process.send_signal(signal.SIGINT)
    code, error = shell.finish()
    assert code == 130
    assert f"-c:1:{text.index('accept') + 1}: " in error
    assert shell.lines.get() is None


def test_interrupt_ends_a_busy_loop(running):
    # The send may wait, so the output before it is seen.
    shell = running("-c", "socketpair ; n = s1.send x ; while 1 == 1 { }")
    assert shell.line() == "s1 s2"
    shell.process.send_signal(signal.SIGINT)
    assert shell.finish()[0] == 130


def test_stops_at_the_first_error_with_its_place(shell, script):
    path = script("print a\n\n   s = socket inet nonsense\nprint b\n")
    done = shell.run(path)
    assert done.returncode == 1
    assert done.stdout == b"a\n"
    assert done.stderr.decode().startswith(f"{path}:3:20: ")


def test_keep_going(shell, script):
    path = script("nope ; print a\nrepeat 2 { nope } ; print b\nbreak ; print c\nexit 5 ; print d\n")
    done = shell.run("--keep-going", path)
    assert done.returncode == 5
    assert done.stdout == b"a\nb\nc\n"
    places = re.findall(r":(\d+):(\d+): ", done.stderr.decode())
    assert places == [("1", "1"), ("2", "12"), ("3", "1")]
    assert shell.run("--keep-going", text="nope\nprint a\n").returncode == 1


def test_place_inside_a_block(shell):
    done = shell.run(text="repeat 1 {\n    print a\n    nope\n}\n")
    assert done.stderr.decode().startswith("<stdin>:3:5: ")


KEYS = ["file", "line", "column", "statement", "command", "ok", "reply", "error", "socket", "calls"]
CALL_KEYS = ["call", "arguments", "result", "errno", "start_us", "duration_us", "before", "after"]


def statements(shell, text, code=0):
    done = shell.run("--json", "--keep-going", "-c", text)
    assert done.returncode == code, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_json_has_the_promised_shape(shell):
    for one in statements(shell, "s = socket inet stream ; getsockname ; s.connect 127.0.0.1 1 ; nope ; break", 1):
        assert [key for key in one if key in KEYS] == KEYS
        assert isinstance(one["line"], int) and isinstance(one["column"], int)
        assert isinstance(one["ok"], bool) and one["ok"] == (one["error"] is None)
        for call in one["calls"]:
            assert set(CALL_KEYS) <= set(call)
            assert isinstance(call["arguments"], dict)
            assert isinstance(call["result"], int)
            assert call["errno"] is None or call["errno"].startswith("E")
            assert call["start_us"] >= 0 and call["duration_us"] >= 0


def test_json_error(shell):
    failed = statements(shell, "s = socket inet stream ; s.connect 127.0.0.1 1", 1)[1]
    assert failed["statement"] == "s.connect 127.0.0.1 1"
    assert (failed["line"], failed["column"]) == (1, 26)
    assert failed["socket"] == "s"
    assert failed["reply"] is None
    error = failed["error"]
    assert error["class"] == "ConnectionRefused"
    assert (error["call"], error["errno"], error["name"]) == ("connect", 111, "ECONNREFUSED")
    assert isinstance(error["message"], str) and isinstance(error["try"], list) and "cause" in error
    (call,) = failed["calls"]
    assert call["arguments"]["addr"] == {"host": "127.0.0.1", "port": 1}
    assert (call["result"], call["errno"]) == (-1, "ECONNREFUSED")
    assert (call["before"], call["after"]) == ("CLOSE", "CLOSE")


@pytest.mark.parametrize(
    "statement, reply",
    [
        ("3", 3),
        ("1.5 + 1", 2.5),
        ("1 == 1", True),
        ('length "abc"', 3),
        ("socket inet dgram", "s3"),
        ("s1.settimeout 1", None),
        ("s1.send hello", 5),
        ("s2.recv 10", {"text": "hi\n", "base64": "aGkK"}),
        (r't2.recv 10', {"base64": "/wA="}),
        ("u.getsockname", {"host": "0.0.0.0", "port": 0}),
        ("u6.getsockname", {"host": "::", "port": 0}),
    ],
)
def test_json_replies(shell, statement, reply):
    before = (
        r'socketpair ; s1.send "hi\n" ; t = socketpair ; t.send "\xff\0" ; '
        "u = socket inet stream ; u6 = socket inet6 stream ; "
    )
    assert statements(shell, before + statement)[-1]["reply"] == reply


def test_json_writes_nothing_else(shell):
    done = shell.run("--json", "-c", "print a ; write b ; nope")
    assert [json.loads(line)["command"] for line in done.stdout.splitlines()] == ["print", "write", "nope"]


def test_json_gives_each_statement_of_a_loop_a_line(shell):
    lines = statements(shell, "repeat 3 {\nlength x\n}")
    assert [(one["line"], one["reply"]) for one in lines] == [(2, 1)] * 3


def test_json_schema(shell):
    schema = json.loads("\n".join(shell.ok("--json-schema")))
    assert schema["type"] == "object"


@pytest.mark.parametrize(
    "arguments",
    ["--manual", "--json-schema", "--help", "--version", "lesson list", "lesson lint", "learn", "view FILE journal", "-c help"],
)
def test_a_reader_that_has_gone_away_is_no_failure(shell, tmp_path, arguments):
    saved = tmp_path / "saved"
    shell.ok("-c", f"socket inet stream; journal save {saved}")
    reader, writer = os.pipe()
    os.close(reader)
    command = [str(saved) if word == "FILE" else word for word in arguments.split()]
    done = subprocess.run([NETSHELL, *command], stdout=writer, stderr=subprocess.PIPE, env=shell.environment)
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")


def test_json_keeps_every_byte_of_a_unix_name(shell):
    name = b"@netshell-a\0\xff"
    lines = shell.ok("--json", "-c", r's = socket unix stream; s.bind "@netshell-a\x00\xff"; s.getsockname')
    bound, asked = [json.loads(line) for line in lines[1:]]
    for path in (bound["calls"][0]["arguments"]["addr"]["path"], asked["calls"][0]["outputs"]["addr"]["path"]):
        assert base64.b64decode(path["base64"]) == name
    assert asked["reply"]["path"]["base64"] == base64.b64encode(name).decode()


@pytest.mark.parametrize("argument", [b"\xff\xfe\x01", b"caf\xe9", "grüße".encode(), b"plain"])
def test_a_scripts_arguments_are_bytes(shell, script, argument):
    path = script("t = socketpair\nt.send $1\nt2.recv 100\nlength $2")
    for way in ([path], ["-c", path.read_text()], ["--keep-going", path], ["--json", path]):
        done = shell.run(*way, argument, b"\xfe")
        assert done.returncode == 0, done.stderr
        if "--json" in way:
            received = json.loads(done.stdout.splitlines()[2])["reply"]["base64"]
            assert base64.b64decode(received) == argument
        else:
            assert done.stdout.decode().splitlines()[0] == str(len(argument))
            assert done.stdout.decode().splitlines()[-1] == "1"


def test_the_second_of_a_pair_takes_no_variables_name(shell):
    assert shell.ok("-c", "t2 = 5; t = socketpair; print $t2; t3.send x") == ["5", "1"]


@pytest.mark.parametrize("start", [b"", b"print read\n", b"print read\nprint half"])
def test_ctrl_c_ends_a_script_that_comes_through_a_fifo(running, tmp_path, start):
    path = tmp_path / "fifo"
    os.mkfifo(path)
    shell = running(path)
    writer = os.open(path, os.O_WRONLY)
    os.write(writer, start)
    if start:
        assert shell.line() == "read"
    shell.process.send_signal(signal.SIGINT)
    code, error = shell.finish()
    os.close(writer)
    assert code == 130, error


def test_ctrl_c_ends_the_waiting_for_a_fifos_writer(running, tmp_path):
    path = tmp_path / "fifo"
    os.mkfifo(path)
    shell = running("-c", f"s = socketpair; print begun; s.sendall @{path}")
    assert shell.line() == "begun"
    shell.process.send_signal(signal.SIGINT)
    assert shell.finish()[0] == 130


def test_ctrl_c_ends_the_reading_of_a_saved_journal(running, tmp_path):
    path = tmp_path / "fifo"
    os.mkfifo(path)
    shell = running("view", path, "journal")
    with open(path, "wb"):
        shell.process.send_signal(signal.SIGINT)
        assert shell.finish()[0] == -signal.SIGINT
