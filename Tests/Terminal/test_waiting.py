"""What is said while a call waits, and what is answered to lines typed meanwhile."""

import os
import re
import socket
import subprocess

import conftest
import pytest

NOTHING = "c has sent nothing"


def served(shell):
    """A listener s, a client c, and k, accepted from it."""
    shell.enter("s = socket inet stream").enter("bind 127.0.0.1 0").enter("listen").enter("c = socket inet stream")
    return shell.enter("c.connect 127.0.0.1 $s.port").enter("k = s.accept")


def waiting(shell, line="k.recv 100", said="k waits for data"):
    return shell.type(line + "\r").until(said)


def test_the_line_is_there_while_the_call_waits(shell):
    waiting(served(shell), said="k waits for data; c has sent nothing")
    assert shell.cursor[1] == 0
    row = next(index for index, row in enumerate(shell.rows) if row.startswith("k waits"))
    assert shell.cursor[0] == row + 1 and len(shell.rows[row]) < shell.screen.columns
    shell.type("\x03").until("nterrupted").until(lambda: shell.is_prompting)
    assert "waits for data" not in shell.text


def test_it_goes_away_when_the_call_returns(shells):
    shell = shells()
    shell.enter("s = socket inet stream").enter("bind 127.0.0.1 0").enter("listen").enter("print port $s.port")
    port = int(re.findall(r"^port (\d+)$", shell.text, re.M)[-1])
    waiting(shell, "k = accept", f"s waits for a client at 127.0.0.1 {port}; none has connected. Ctrl-C ends it")
    with socket.create_connection(("127.0.0.1", port)) as peer:
        shell.until(lambda: shell.is_prompting)
        assert "waits for a client" not in shell.text
        waiting(shell, "k.recv 100", "k waits for data; the peer at 127.0.0.1")
        peer.sendall(b"hello")
        shell.until('"hello"').until(lambda: shell.is_prompting)
        assert "waits for data" not in shell.text


def test_a_ring_is_named(shells):
    shell = served(shells())
    shell.enter("c.recv 10 &")
    waiting(shell, "k.recv 10", "k and c both wait for data, and neither sends. Ctrl-C ends it")
    shell.type("\x03").until(lambda: shell.is_prompting)


def test_what_has_come_is_told_and_stays_readable(shells):
    shell = served(shells(columns=120))
    shell.enter('c.send "GET / HTTP/1.0"')
    waiting(shell, r'k.recvuntil "\r\n\r\n"', r'k waits for more: 14 bytes have come, "GET / HTTP/1.0", without "\r\n\r\n"')
    shell.type("\x03").until(r'why: 14 bytes have come, "GET / HTTP/1.0", without "\r\n\r\n": $error.data has what came')
    shell.until(r'try: send what is missing: c.send "\r\n\r\n"').until(lambda: shell.is_prompting)
    shell.enter("print $error.data", wanted=lambda: "GET / HTTP/1.0" in shell.rows)


def test_sockets_and_hint_are_answered_at_once(shells):
    shell = waiting(served(shells(columns=120)))
    shell.type("sockets\r").until(lambda: re.search(r"^> k +5 +inet +stream +ESTABLISHED", shell.text, re.M))
    shell.type("hint\r").until("after Ctrl-C: send something: c.send hello")
    shell.until(lambda: shell.rows[shell.cursor[0] - 1].startswith("k waits for data; c has sent nothing"))
    shell.type("\x03").until("nterrupted").until(lambda: shell.is_prompting)
    shell.enter("print fine", wanted=lambda: "fine" in shell.rows)
    assert "no command" not in shell.text


def test_an_answer_comes_before_the_line_does(shells):
    """The keyboard is read before two seconds are over."""
    shell = served(shells(columns=120))
    shell.type("k.recv 100\r").until(lambda: shell.cursor[1] == 0)
    shell.type("sockets\r").until("FAMILY")
    shell.type("\x03").until("nterrupted").until(lambda: shell.is_prompting)


def test_other_lines_stay_typed_ahead(shell):
    waiting(served(shell))
    shell.type("print lat").until(lambda: shell.line.endswith("print lat")).type("x\x7fer\rprint sec")
    shell.until(lambda: shell.line.endswith("print sec"))
    assert "later" not in shell.rows
    shell.type("\x03").until("nterrupted").until(lambda: shell.is_prompting)
    # Ctrl-C drops what was typed.
    shell.enter("print fine", wanted=lambda: "fine" in shell.rows)
    assert "later" not in shell.rows


def test_what_is_typed_ahead_runs_when_the_call_returns(shells):
    shell = shells()
    shell.enter("s = socket inet stream").enter("bind 127.0.0.1 0").enter("listen").enter("print port $s.port")
    port = int(re.findall(r"^port (\d+)$", shell.text, re.M)[-1])
    waiting(shell, "k = accept", "waits for a client").type("print one\rprint two").until("print two")
    with socket.create_connection(("127.0.0.1", port)):
        shell.until(lambda: "one" in shell.rows).until(lambda: shell.line.endswith("> print two"))
        shell.type("\r").until(lambda: "two" in shell.rows)


def test_what_is_typed_behind_ctrl_c_stays(shells):
    shell = waiting(served(shells()))
    shell.type("print dropped\r").until("print dropped").type("\x03").until("Interrupted").type("print kept\r")
    shell.until(lambda: "kept" in shell.rows).until(lambda: shell.is_prompting)
    assert "dropped" not in shell.rows


def test_background_news_come_above_the_line(shells):
    shell = served(shells())
    shell.enter('{ sleep 2.6; print "from the block" } &')
    waiting(shell)
    shell.until(lambda: "from the block" in shell.rows)
    shell.until(lambda: shell.rows[shell.cursor[0] - 1].startswith("k waits for data"))
    assert shell.rows.index("from the block") < shell.cursor[0] - 1
    shell.type("\x03").until(lambda: shell.is_prompting)


def test_stop_and_go_on(shells, monkeypatch):
    """Ctrl-Z stops the process while the keyboard is read here, and the terminal is as it was."""
    program = os.path.abspath(conftest.NETSHELL.split()[0])
    monkeypatch.setattr(conftest, "NETSHELL", "/bin/bash --norc --noediting -i")
    shell = shells(PS1="bash$ ", wait=False).until("bash$")
    shell.type(program + "\n").until(lambda: shell.is_prompting)
    waiting(served(shell))
    shell.type("\x1a").until("Stopped").until(lambda: shell.line.startswith("bash$"))
    shell.type("stty -a | tr ' ' '\\n' | grep -x -e icanon -e echo; echo done\n").until(lambda: "done" in shell.rows)
    assert "icanon" in shell.rows and "echo" in shell.rows
    shell.type("fg\n").until("k waits for data")
    shell.type("\x03").until("nterrupted").until(lambda: shell.is_prompting)
    shell.enter("print fine", wanted=lambda: "fine" in shell.rows)


def test_a_terminal_that_goes_away(shells):
    shell = waiting(served(shells()))
    shell.hang_up()
    assert shell.history.read_text().endswith("k.recv 100\n")


@pytest.mark.parametrize("arguments, settings", [(["--plain"], []), ([], ["set -o nonotices"])])
def test_plain_mode_and_notices_off_say_nothing(shells, arguments, settings):
    shell = served(shells(*arguments))
    for line in settings:
        shell.enter(line)
    shell.enter("k.settimeout 2.6", wanted=None)
    shell.type("k.recv 100\r").until("did not finish").until(lambda: shell.is_prompting)
    assert b"waits for data" not in shell.bytes


@pytest.mark.parametrize("arguments", [[], ["--json"]])
def test_scripts_say_nothing(tmp_path, arguments):
    script = "socketpair; s1.settimeout 2.5; s1.recv 10"
    result = subprocess.run(
        [os.path.abspath(conftest.NETSHELL.split()[0]), *arguments, "-c", script],
        capture_output=True, env={"HOME": str(tmp_path), "PATH": "/usr/bin:/bin"}, timeout=30,
    )
    assert b"waits" not in result.stdout + result.stderr


LESSON = """title: T
id: waits

## One {#one}

Receive.

```peer client
u = socket unix stream
u.bind @NAME
u.listen
k = u.accept
k.recv 2
```

```check
socket named never
```

```solution
never = socketpair
```

```hint 1
The other end waits, too.
```

```hint 2
No.
```
"""


def test_in_a_lesson(shells, tmp_path):
    name = f"netshell-waits-{os.getpid()}-{tmp_path.name}"
    (tmp_path / "waits.md").write_text(LESSON.replace("NAME", name))
    shell = shells("learn", "waits.md", columns=120, rows=40)
    shell.enter("d = socket unix stream").enter(f"d.connect @{name}")
    waiting(shell, "d.recv 1", "d and k of client both wait for data, and neither sends. Ctrl-C ends it")
    shell.type("hint\r").until("The other end waits, too.")
    shell.type("peers\r").until("client.k")
    shell.type("sockets\r").until(lambda: re.search(r"^> d +\d+ +unix", shell.text, re.M))
    shell.type("\x03").until("nterrupted").until(lambda: shell.is_prompting)
    shell.type("hint\r").until("No.")
