"""Blocks that run in the background: a server in the shell, its clients in it and outside."""

import json
import signal
import socket

import pytest

LISTEN = "s = socket inet stream\nbind 127.0.0.1 0\nlisten\n"
ECHO = "while 1 {\n  s.accept\n  {\n    while d = recv 100 { sendall $d }\n    close\n  } &\n} &\n"


def test_server_and_client_in_one_script(shell, script):
    client = "k = socket inet stream\nk.connect 127.0.0.1 $s.port\nk.send hello\nk.recv 100\nk.close\n"
    path = script(LISTEN + "{ c = s.accept; d = c.recv 100; print got $d; c.sendall $d } &\n" + client + "wait\n")
    lines = shell.ok(path)
    assert sorted(lines) == sorted(["job 1", "5", '"hello"', "got hello"])


def test_clients_from_outside(running):
    shell = running()
    shell.type(LISTEN + "print $s.port\n" + ECHO + "wait")
    port = int(shell.line())
    assert shell.line() == "job 1"
    clients = [socket.create_connection(("127.0.0.1", port)) for _ in range(20)]
    for number, client in enumerate(clients):
        client.sendall(b"client %d" % number)
    for number, client in reversed(list(enumerate(clients))):
        assert client.recv(100) == b"client %d" % number
    for client in clients:
        client.shutdown(socket.SHUT_WR)
        assert client.recv(1) == b""
        client.close()
    shell.process.send_signal(signal.SIGINT)
    assert shell.finish()[0] == 130


def test_what_it_prints_is_seen_while_the_foreground_waits(running):
    shell = running("-c", LISTEN.replace("\n", ";") + "print $s.port; { c = s.accept; print come; c.recv 1 } &; wait")
    port = int(shell.line())
    assert shell.line() == "job 1"
    with socket.create_connection(("127.0.0.1", port)):
        assert shell.line() == "come"
    assert shell.finish() == (0, "")


def test_a_failure_in_it_is_told_at_the_end_with_its_place(shell, script):
    path = script("socketpair\n{\n  s1.close\n  s1.send x\n} &\n")
    done = shell.run(path)
    assert done.returncode == 1
    assert done.stderr.decode().startswith(f"{path}:4:3: NoSuchSocket: ")


def test_one_that_is_waited_for_fails_there(shell, script):
    path = script("socketpair\n{\n  s1.close\n  s1.send x\n} &\ntry { wait } catch NoSuchSocket { print caught }\n")
    assert shell.ok(path)[-1] == "caught"


@pytest.mark.parametrize("block", ["s.accept", "while 1 { s.accept }", "sleep 1000", "while 1 { x = 1 }"])
def test_the_end_of_the_script_ends_it(shell, script, block):
    assert shell.ok(script(LISTEN + f"{{ {block} }} &\nprint end\n"))[-1] == "end"


@pytest.mark.parametrize("block", ["s.accept", "while 1 { s.accept }", "sleep 1000", "while 1 { x = 1 }"])
def test_ctrl_c_ends_the_waiting_for_it(running, block):
    shell = running("-c", LISTEN.replace("\n", ";") + f"{{ {block} }} &; print waits; wait; print never")
    assert shell.line() == "job 1" and shell.line() == "waits"
    shell.process.send_signal(signal.SIGINT)
    assert shell.finish()[0] == 130
    assert shell.lines.get() is None


def test_json_tells_its_statements_with_their_calls(shell, script):
    path = script("socketpair\n{\n  s1.send x\n  print hello\n} &\nwait\n")
    lines = [json.loads(line) for line in shell.ok("--json", path)]
    assert [(line["job"], line["command"]) for line in lines if line["job"]] == [(1, "send"), (1, "print")]
    told = [call["call"] for line in lines for call in line["calls"]]
    assert sorted(told) == ["send", "socketpair"]
    assert [line["line"] for line in lines if line["job"]] == [3, 4]
    assert next(line["reply"] for line in lines if line["statement"].startswith("{")) == {"job": 1}
