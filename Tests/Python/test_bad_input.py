"""Hostile and mistaken input: each gets its own error with the place, and the session survives."""

import os
import resource
import socket
import struct
import subprocess

import pytest

from processes import LIMIT, NETSHELL, watched


def lives_on(shell, text, *wanted, place="<stdin>:2:"):
    """Types `text` between two lines that use one socket; expects an error at its place containing these words."""
    if isinstance(text, str):
        text = text.encode()
    done = shell.run("--keep-going", text=b"keep = socket inet dgram\n" + text + b"\nprint still $keep.fd\n")
    error = done.stderr.decode()
    assert done.returncode == 1, error
    assert done.stdout.decode().splitlines()[-1:] == ["still 3"], error
    assert place in error
    for word in wanted:
        assert word in error
    assert "\0" not in error


@pytest.mark.parametrize(
    "text, wanted",
    [
        ("prnit hello", ["prnit", "print"]),
        ("s.recv 1", ["NoSuchSocket"]),
        ("nope", ["UnknownCommand"]),
        ("socket", ["WrongArguments", "FAMILY"]),
        ("socket inet", ["WrongArguments", "TYPE"]),
        ("socket inet stream tcp more", ["WrongArguments", "more"]),
        ("socket inet strem", ["UnsuitableValue", "stream"]),
        ("recv many", ["UnsuitableValue", "many"]),
        ("recv -5", ["UnsuitableValue"]),
        ("recv 99999999999999999999999999", ["UnsuitableValue"]),
        ("recv 10 -nope", ["WrongArguments", "-nope"]),
        ("connect 127.0.0.1 70000", ["UnsuitableValue", "70000"]),
        ("connect 127.0.0.1 -1", ["UnsuitableValue"]),
        ("print $nope", ["UnknownVariable", "nope"]),
        ("print $keep.nope", ["UnknownVariable", "nope"]),
        ("send @/no/such/file", ["NoSuchFile", "/no/such/file"]),
        ("send @/", ["IsADirectory"]),
        ("recv 10 -to /no/such/folder/file", ["NoSuchFile"]),
        ('print "open', ["SyntaxError"]),
        ("print 'open", ["SyntaxError"]),
        ('print "\\q"', ["SyntaxError", "\\q"]),
        ('print "\\x4"', ["SyntaxError"]),
        ("}", ["SyntaxError"]),
        ("break", ["SyntaxError"]),
        ("send fill:99999999999", ["64 MiB"]),
    ],
)
def test_mistakes(shell, text, wanted):
    if "'open" in text or '"open' in text:
        done = shell.run("--keep-going", text=text)
        assert done.returncode == 1
        assert all(word in done.stderr.decode() for word in [*wanted, "<stdin>:1:7:"])
    else:
        lives_on(shell, text, *wanted)


def test_closed_socket(shell):
    lives_on(shell, "s = socket inet stream ; s.close ; s.getsockname", "s was closed", place="<stdin>:2:36:")


def test_nul(shell):
    lives_on(shell, b"print a\0b", "NUL")
    lives_on(shell, b'print "a\0b"', "NUL")


def test_invalid_utf8(shell):
    lives_on(shell, b"print \xff\xfe", "UTF-8")
    lives_on(shell, b'print "\xc3("', "UTF-8")


def test_terminal_escapes_do_not_come_back(shell):
    for text in [b"\x1b[31mnope", b"print $x\x1b]0;title\x07", b"\x9b31m"]:
        assert b"\x1b" not in shell.run(text=text).stderr
        assert b"\x9b" not in shell.run(text=text).stderr


def test_name_that_does_not_resolve(shell):
    for kind in ["EAI_NONAME", "EAI_AGAIN", "EAI_FAIL"]:
        lives_on(shell, f"inject getaddrinfo {kind} ; connect no.invalid 80", "getaddrinfo", kind)


def test_line_of_a_mebibyte(shell):
    assert shell.ok(text="length " + "x" * (1 << 20)) == [str(1 << 20)]
    lives_on(shell, "nope " + "x" * (1 << 20), "UnknownCommand")
    lives_on(shell, "y" * (1 << 20), "UnknownCommand")


@pytest.mark.parametrize(
    "text",
    [
        "{" * 100_000,
        "repeat 1 {" * 100_000,
        "repeat 1 {" * 100_000 + "}" * 100_000,
        "try {" * 100_000,
        "if 1 == 1 { } else " * 100_000 + "{ }",
        "print " + '"' * 99_999,
        "print " + "$a" * 100_000,
        "x" + "." * 100_000 + "y",
    ],
    ids=["braces", "blocks", "closed blocks", "try", "else if", "quotes", "variables", "dots"],
)
def test_depth(shell, text):
    done = shell.run(text=text)
    assert done.returncode == 1
    assert done.stderr.startswith(b"<stdin>:1:"), done.stderr[:200]


def fed(command, environment):
    """Runs NetShell on a command's output; returns its exit code, its standard error and its peak memory."""
    source = subprocess.Popen(command, stdout=subprocess.PIPE)
    try:
        done, memory = watched(
            [], stdin=source.stdout, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment
        )
    finally:
        source.stdout.close()
        source.wait()
    return done.returncode, done.stderr, memory


@pytest.mark.parametrize("command", ["yes | tr -d '\\n' | head -c 50M", "yes 'print x' | head -c 2M"])
def test_endless_input_has_bounded_memory(shell, command):
    code, error, memory = fed(["bash", "-c", command], shell.environment)
    assert memory < 128 << 20
    assert (code, error[:10]) in [(0, b""), (1, b"<stdin>:1:")]


def test_endless_replies_have_bounded_memory(shell):
    text = "socketpair\nrepeat 100000 { s1.send x ; got = s2.recv 1 }\n"
    code, error, memory = fed(["printf", "%s", text], shell.environment)
    assert (code, error) == (0, b"")
    assert memory < 160 << 20


def test_a_value_cannot_grow_without_end(shell):
    lives_on(shell, 'x = "0123456789abcdef" ; repeat 60 { x = $x$x }', "MiB")


def limited(descriptors):
    return lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (descriptors, descriptors))


def test_descriptor_limit(shell):
    text = "print begin\ntry { repeat 100 { socket inet stream } } catch EMFILE { print caught }\ns1.close\nsocket inet stream\n"
    done = shell.run(text=text, preexec_fn=limited(24))
    lines = done.stdout.decode().splitlines()
    assert done.returncode == 0, done.stderr
    assert lines[0] == "begin"
    assert "caught" in lines


def test_very_few_descriptors(shell):
    done = shell.run("-c", "socket inet stream ; socket inet stream", preexec_fn=limited(8))
    assert done.returncode in (0, 1)
    assert b"crash" not in done.stderr


def test_script_that_is_a_directory(shell, tmp_path):
    done = shell.run(tmp_path)
    assert done.returncode == 2
    assert str(tmp_path) in done.stderr.decode()


def test_script_that_is_binary(shell, script):
    for content, place in [(b"\x7fELF\0\0\0", "1:5"), (b"print a\n\0", "2:1")]:
        path = script(content)
        done = shell.run(path)
        assert done.returncode == 2
        assert done.stderr.decode().startswith(f"{path}:{place}: a NUL byte: this is a binary file")


def test_script_that_is_missing_or_cannot_be_read(shell, script):
    assert shell.run("no such script").returncode == 2
    assert shell.run("").returncode == 2


def test_broken_pipe_is_an_error_of_the_call(shell):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        shell_text = (
            f"s = socket inet stream ; connect 127.0.0.1 {listener.getsockname()[1]} ; print ready\n"
            "poll s\n"
            "try { send a } catch oserror { print $error.name }\n"
            "try { send b } catch oserror { print $error.name }\n"
            "print alive\n"
        )
        process = subprocess.Popen(
            [NETSHELL], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=shell.environment
        )
        process.stdin.write(shell_text.encode())
        process.stdin.close()
        connection, _ = listener.accept()
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        connection.close()
        lines = process.stdout.read().decode().splitlines()
        assert process.wait(timeout=LIMIT) == 0
        process.stdout.close()
    assert lines == ["ready", "s POLLIN|POLLERR|POLLHUP", "ECONNRESET", "EPIPE", "alive"]


def test_reader_that_goes_away_ends_it_quietly(shell):
    for loop in ["repeat 100000 { print hi }", "while 1 == 1 { print hi }"]:
        done = subprocess.run(
            ["bash", "-c", '"$0" -c "$1" | head -1; echo "${PIPESTATUS[0]}"', NETSHELL, loop],
            capture_output=True,
            env=shell.environment,
            timeout=LIMIT,
        )
        assert done.stdout == b"hi\n0\n"
        assert done.stderr == b""


def test_full_disk_is_told(shell):
    with open("/dev/full", "wb") as full:
        done = subprocess.run([NETSHELL, "-c", "print hi"], stdout=full, stderr=subprocess.PIPE, env=shell.environment)
    assert done.returncode == 1
    assert b"no space" in done.stderr


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_standard_descriptors_are_not_reused(shell, tmp_path, closed):
    target = tmp_path / "fd"
    text = f"s = socket unix dgram ; f = socketpair ; n = f.send $s.fd ; n = f2.recv 9 -to {target}"
    subprocess.run(
        ["bash", "-c", f'"$0" -c "$1" {closed}', NETSHELL, text], env=shell.environment, timeout=LIMIT, check=False
    )
    assert target.read_text() == "3"


def test_a_descriptor_that_is_passed_and_not_open(shell):
    done = shell.run("-c", "socketpair; s1.sendmsg x -rights 99999")
    assert done.returncode == 1 and b"passed, 99999, is not open" in done.stderr
    # The socket itself is sound, so nobody is told to close it.
    assert b"s1.close" not in done.stderr


@pytest.mark.parametrize(
    "line, message",
    [
        ('"a" * 2', "a is not a number"),
        ('x = "a b"; $x * 2', '"a b" is not a number'),
        (r'x = "\xff"; repeat $x { }', "\ufffd is not a number of times"),
    ],
)
def test_an_error_quotes_a_text_once(shell, line, message):
    done = shell.run("-c", line)
    assert done.returncode == 1
    assert f": UnsuitableValue: {message}\n" in done.stderr.decode()
