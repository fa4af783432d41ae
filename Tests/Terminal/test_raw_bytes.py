"""No byte that came from outside reaches the terminal as it is, whatever says it: the stream of the pseudo-terminal is
looked at, not what a screen makes of it."""

import os
import re
import socket
import subprocess
import threading

import conftest
import pytest

# What a terminal would obey: OSC 52, a colour, CSI as one character, a direction override, a title, a bell.
EVIL = ["\x1b]52;c;UFdO\x07", "\x1b[31;5m", "\u009b2J", "\u202e", "\x1b]0;T\x07", "\x1bc"]
RAW = b"".join([re.escape(b"\x1b]52"), b"|", re.escape(b"\x1b[31;5m"), b"|\xc2\x9b|\xe2\x80\xae|", re.escape(b"\x1b]0;"), b"|\x1bc|\x07"])
TEXT = "".join(EVIL)

STATEMENTS = [
    "{0} socket", "socket {0}", "{0}", "s.send(\"{0}\")", "s.{0}", "{0} = 5", "x = '{0}'\n$x", "print '{0}'", "write '{0}'",
    "x = '{0}'\nsocket inet $x", "x = '{0}'\nconnect $x 80", "x = '{0}'\nprint $x.field", "$({0})", "$[{0}", "try {{ x }} catch {0} {{ }}",
    "help '{0}'", "help {0}", "explain '{0}'", "explain {0}", "apropos '{0}'", "man '{0}'", "alias '{0}'=socket", "alias e='{0}'\ne\nalias",
    "unalias {0}", "set -o {0}", "set {0}", "learn '{0}'", "journal save '/tmp/{0}/x'", "journal '{0}'", "diagram '{0}'", "states '{0}'",
    "export '{0}'", "s = socket inet stream\nsetsockopt s socket {0} 1", "s = socket unix stream\ns.connect '/tmp/{0}'\nsockets",
    "s = socket unix stream\ns.bind '@{0}'\nsockets\ngetsockname\nexplain", "getaddrinfo '{0}'", "gethostbyname {0}", "getservbyname '{0}' tcp",
    "getprotobyname {0}", "inet_aton '{0}'", "inet_pton inet '{0}'", "if_nametoindex '{0}'", "for {0} in 1 {{ }}", "repeat {0} {{ }}",
    "sleep {0}", "wait {0}", "cancel {0}", "x = @{0}\nprint $x", "socketpair\ns1.send @/tmp/{0}", "socketpair\ns1.send '{0}'\ns2.recv 100\njournal\nexplain\nhexdump\ndiagram",
    "socketpair\ns1.send '{0}'\nx = s2.recv 100\n$x\nprint $x\nwrite $x\nx contains $x\n$x + $x\nsocket inet $x", "recv 5 -{0}", "recv -to '/{0}/x'",
    "socketpair\ns1.send '{0}'\nx = s2.recv 100\nconnect $x $x\nbind $x $x\nsetsockopt reuseaddr $x\n$error.message\nprint $error.message",
    "sendfile '/{0}'", "echo {0} > {0}", "import {0}", "s=socket.socket({0})", "# {0}", "print \"{0}", "use {0}", "close {0}", "fromfd {0}",
    "poll {0}", "select {0}", "ioctl {0}", "{0}.close", "journal load '{0}'", "view '{0}'", "x = fill:5:{0}\n$x", "length '{0}'", "0x{0}", "fill:{0}",
]  # fmt: skip


def shown(stream):
    found = re.search(RAW, stream)
    return found and stream[max(0, found.start() - 60):found.end() + 20]


def expected(text):
    return text.format(TEXT)


@pytest.mark.parametrize("plain", [False, True], ids=["coloured", "plain"])
def test_statements_at_the_prompt(shells, plain):
    shell = shells(*["--plain"] if plain else [], columns=200, rows=60)

    def rests():
        return shell.is_prompting or "…" in shell.line[:2] or "q quit" in shell.rows[-1]

    for statement in STATEMENTS:
        before = len(shell.bytes)
        for line in expected(statement).split("\n"):
            # As a paste, or ^V, would type them: the editor takes every byte as text.
            quoted = "".join("\x16" + letter if letter < " " or letter == "\x7f" else letter for letter in line)
            typed = len(shell.bytes)
            shell.type(quoted if plain else f"\x1b[200~{line}\x1b[201~").until(lambda: len(shell.bytes) > typed)
            while shell.feed(0.02) and len(shell.bytes) > typed:
                typed = len(shell.bytes)
            shell.type("\r").until(lambda: len(shell.bytes) > typed and rests())
            if "q quit" in shell.rows[-1]:
                shell.type("q").until(lambda: shell.is_prompting)
        if not shell.is_prompting:
            shell.type("\x03").until(lambda: shell.is_prompting)
        assert not shown(shell.bytes[before:]), (statement, shown(shell.bytes[before:]))


def piped(arguments, text="", home="/nonexistent"):
    """What a process wrote to a pseudo-terminal; its input is a pipe."""
    program = os.path.abspath(conftest.NETSHELL.split()[0])
    master, terminal = os.openpty()
    process = subprocess.Popen(
        [program, *arguments], stdin=subprocess.PIPE, stdout=terminal, stderr=terminal, cwd=home,
        env={"HOME": str(home), "PATH": os.environ["PATH"], "TERM": "xterm-256color", "LANG": "C.UTF-8"}, start_new_session=True,
    )  # fmt: skip
    os.close(terminal)
    data = []

    def read():
        while True:
            try:
                data.append(os.read(master, 65536))
            except OSError:
                return

    reader = threading.Thread(target=read)
    reader.start()
    process.communicate(text.encode(), timeout=60)
    reader.join()
    os.close(master)
    return b"".join(data)


def test_statements_from_a_pipe(tmp_path):
    text = "\n".join(expected(statement) for statement in STATEMENTS if not statement.startswith(("exit", "print \"", "$[", "#")))
    for arguments in ["--keep-going"], ["--keep-going", "--json"], ["learn", "sockets"]:
        stream = piped(arguments, text, tmp_path)
        assert len(stream) > 1000 and not shown(stream), (arguments, shown(stream))


def test_names_and_files(tmp_path):
    name = TEXT.replace("/", "")
    for suffix in ".ns", ".session", ".md", ".strace", ".journal", "":
        (tmp_path / (name + suffix)).write_text(f"> print {TEXT}\n{TEXT}\n")
    for arguments in [
        [name], [name + ".ns"], [name + "missing"], ["-c", f"print '{TEXT}"], ["-c", TEXT], ["--" + name], [name, name],
        ["--check", name + ".session"], ["--check", name], ["--check", name + "missing"], ["learn", name], ["learn", name + ".md"], ["replay", name],
        ["replay", name + ".md"], ["replay", "client", "--at", name], ["learn", "--course", name], ["learn", "--lang", name], ["lesson", "lint", name + ".md"],
        ["lesson", "lint", name], ["lesson", "test", name + ".md"], ["lesson", "list", name], ["lesson", "new", name], ["lesson", "record", name],
        ["lesson", name], ["view", name + ".strace", "journal"], ["view", name + ".journal", "journal"], ["view", name, name], ["view", name + "missing", "journal"],
        ["--record", name], ["help", name],
    ]:  # fmt: skip
        stream = piped(arguments, "", tmp_path)
        assert not shown(stream), (arguments, shown(stream))


def test_what_a_peer_sends(shells):
    shell = shells(columns=200, rows=60)
    with socket.create_server(("127.0.0.1", 0)) as server:
        shell.enter("s = socket inet stream").enter(f"connect 127.0.0.1 {server.getsockname()[1]}")
        peer, _ = server.accept()
        peer.sendall((TEXT + "\r\n").encode() * 3)
        for statement in "recvline", "d = recvuntil \"\\n\"", "$d", "print $d", "write $d", "recv 500", "explain", "hexdump", "diagram", "journal", "export python", "export c":
            shell.type(statement + "\r").until(lambda: shell.is_prompting or "q quit" in shell.text)
            shell.type("q\x03").until(lambda: shell.is_prompting)
    assert not shown(shell.bytes), shown(shell.bytes)
