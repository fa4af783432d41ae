"""What other threads and peers report while a line is typed, and the state in the prompt."""

import re
import socket
import time

import pexpect
import pytest


@pytest.mark.parametrize("typed", ["", "print short", "print " + "long " * 30], ids=["empty", "short", "wrapped"])
def test_notice_above_the_line(shell, typed):
    shell.enter("socket inet stream").enter("listen 5").enter("getsockname")
    ports = re.findall(r"^\S+ (\d+)$", shell.text, re.M)
    shell.type(typed + "\x1b[D" * 3).until(lambda: typed[-10:].strip() in shell.text)
    with socket.create_connection(("127.0.0.1", int(ports[-1]))):
        shell.until("client")
        shell.type("X")
        wanted = typed[:-3] + "X" + typed[-3:] if typed else "X"
        width = shell.screen.columns

        def line_is_whole():
            rows = "".join(row.ljust(width) for row in shell.rows).rstrip()
            return "> " + wanted.rstrip() in rows

        shell.until(line_is_whole)
        notice = next(index for index, row in enumerate(shell.rows) if "client" in row)
        assert notice < shell.cursor[0]


def listener(shell):
    """A listening socket `s`, and its port."""
    shell.enter("s = socket inet stream").enter("bind 127.0.0.1 0").enter("listen 5").enter("port = $s.port")
    shell.enter("print port $port")
    return int(re.findall(r"^port (\d+)$", shell.text, re.M)[-1])


def test_each_kind_of_news(shell):
    port = listener(shell)
    shell.type("print ty")
    with socket.create_connection(("127.0.0.1", port)) as peer:
        shell.until("s: a client is waiting")
        shell.clear()
        shell.enter("c1 = accept")
        shell.type("print ty").until("print ty")
        peer.sendall(b"x" * 24)
        shell.until("c1: 24 bytes waiting")
        peer.sendall(b"y")
        shell.until("c1: 25 bytes waiting")
        shell.clear()
        shell.enter("recv 100")
        shell.type("print ty").until("print ty")
    shell.until("c1: the peer sends no more").until(lambda: "CLOSE_WAIT" in shell.line)
    assert shell.line.endswith("> print ty")


def test_bytes_before_the_end(shells):
    shell = shells()
    port = listener(shell)
    peer = socket.create_connection(("127.0.0.1", port))
    shell.enter("c1 = accept")
    peer.sendall(b"farewell")
    peer.close()
    shell.until("c1: the peer sends no more: it closed, or shut down its sending; 8 bytes waiting")


def test_which_end_ended_which_direction(shells):
    """One's own shutdown is no news of the peer; a unix peer tells a half-close from a close."""
    shell = shells()
    port = listener(shell)
    with socket.create_connection(("127.0.0.1", port)) as peer:
        shell.enter("c1 = accept").enter("c1.shutdown rd").enter("socketpair").enter("s2.shutdown rd")
        shell.type("print ty").until("print ty")
        peer.sendall(b"x")
        shell.until("c1: 1 byte waiting")
        assert "c1: the peer" not in shell.text and "s2: the peer" not in shell.text
        peer.shutdown(socket.SHUT_WR)
        shell.until("c1: the peer sends no more: it closed, or shut down its sending; 1 byte waiting")
        shell.clear().enter("socketpair").enter("s3.shutdown wr").type("print ty").until("s4: the peer shut down its sending")
        shell.clear().enter("s3.close").type("print ty").until("s4: the peer closed")


def test_a_reset(shell):
    port = listener(shell)
    peer = socket.create_connection(("127.0.0.1", port))
    shell.enter("c1 = accept")
    peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
    peer.close()
    shell.until("c1: an error is pending")


def test_jobs_in_the_prompt_and_their_ends(shell):
    port = listener(shell)
    shell.enter("accept &").until(lambda: "(1 job)" in shell.line)
    shell.enter("accept &").until(lambda: "(2 jobs)" in shell.line)
    shell.type("typing").until(lambda: shell.line.endswith("typing"))
    with socket.create_connection(("127.0.0.1", port)):
        shell.until(lambda: re.search(r"job [12] done: c1 127.0.0.1", shell.text)).until(lambda: "(1 job)" in shell.line)
        assert shell.line.endswith("> typing")


def test_notices_can_be_silenced(shell):
    port = listener(shell)
    shell.enter("set -o nonotices").enter("socketpair").enter("s2.recv 1 &").enter("use s")
    with socket.create_connection(("127.0.0.1", port)):
        # The job's end is always reported, and comes after the client.
        shell.enter("s1.send x").until("job 1 done")
        assert "client" not in shell.text


SEQUENCE = re.compile(rb"\x1b\[[0-9;?]*[A-Za-z]")


def test_notice_storm(shells):
    """10,000 jobs end while a line is typed: they wait for one byte, which comes when all of them wait.
    pyte is slower than the storm, so the bytes are read first and shown to it afterwards."""
    count, shell = 10_000, shells()
    shell.enter("socketpair").enter("use s1")
    started = re.compile(rf"\({count} jobs\)> \s*$".encode())
    typed, slowest, begun, data = "", 0.0, None, b""
    shown = lambda: SEQUENCE.sub(b"", data[-4000:])

    def read():
        nonlocal data
        try:
            data += shell.child.read_nonblocking(65536, 0.01)
        except pexpect.TIMEOUT:
            pass

    end = time.monotonic() + 300
    shell.type(f"repeat {count} {{ s2.recv 1 peek & }}\r")
    while not started.search(shown()):
        assert time.monotonic() < end, shown()[-300:]
        read()
    shell.type("s1.send x\r")
    while not re.search(rb"(?<! jobs\))(?<! job\))> \w*\s*$", shown()):
        assert time.monotonic() < end, shown()[-300:]
        read()
        if b"done" in data and len(typed) < 60:
            begun = begun or time.monotonic()
            typed += "abcdefghij"[len(typed) % 10]
            key = time.monotonic()
            shell.type(typed[-1])
            while b"> " + typed.encode() not in shown() and time.monotonic() < end:
                read()
            slowest = max(slowest, time.monotonic() - key)
    taken = time.monotonic() - (begun or end)
    print(f"\n{count} notices in {taken:.1f} s, {len(typed)} keys, the slowest {slowest * 1000:.1f} ms")
    # The last of them come after the prompt that no longer has a job.
    while (told := len(re.findall(rb"job \d+ done", SEQUENCE.sub(b"", data)))) <= count * 0.9:
        assert time.monotonic() < end, f"{told} of {count} notices"
        read()
    shell.stream.feed(data)
    shell.until(lambda: shell.line.endswith("> " + typed))


def test_state_of_the_current_socket(shell):
    assert shell.line == "netshell>"
    shell.enter("s = socket inet stream").until(lambda: shell.line.startswith("s CLOSE"))
    shell.enter("bind 127.0.0.1 0").enter("listen").until(lambda: shell.line.startswith("s LISTEN"))
    shell.enter("close").until(lambda: shell.line == "netshell>")


@pytest.mark.parametrize("name", ["@" + "abstract" * 10, "p" * 90, "@e\\x1b[2Jvil"], ids=["abstract", "path", "hostile"])
def test_a_long_name_leaves_room_for_the_line(shell, name):
    shell.enter("s = socket unix stream")
    quoted = f'"{name}"'
    shell.type(f"bind {quoted}\r").until(lambda: shell.is_prompting and "CLOSE" in shell.line)
    shell.until(lambda: len(shell.line) <= shell.screen.columns * 2 // 3)
    shell.enter("print fine", wanted=lambda: "fine" in shell.rows)


@pytest.mark.parametrize("columns", [30, 80])
@pytest.mark.parametrize("arguments", [[], ["--plain"]])
def test_what_a_block_in_the_background_prints(shells, arguments, columns):
    """It is shown above the line being typed, whole, and the line goes on as it was."""
    shell = shells(*arguments, columns=columns)
    text = "a line of a block in the background that is longer than thirty columns"
    shell.type(f'{{ sleep 0.3; print "{text}"; print end }} &\r').until("job 1").until(lambda: shell.is_prompting)
    shell.type("print typed").until("end").until("job 1 done")
    shell.until(lambda: shell.line.endswith("> print typed"))
    assert text in shell.unbroken
    shell.type("\r").until(lambda: "typed" in shell.rows)
