"""What only a namespace of one's own can provide: a silent name server, a system without its name databases."""

import json
import os
import shutil
import signal
import subprocess
import sys

import pytest

from processes import LIMIT, NETSHELL, Running

UNSHARE = ["unshare", "--user", "--map-root-user", "--mount", "--net"]


def is_permitted():
    """Whether this machine allows namespaces, and mounts and a loopback interface in them."""
    if not shutil.which("unshare") or not shutil.which("ip"):
        return False
    probe = "mount --bind /dev/null /etc/services && ip link set lo up"
    return subprocess.run([*UNSHARE, "sh", "-c", probe], capture_output=True).returncode == 0


pytestmark = pytest.mark.skipif(not is_permitted(), reason="no namespaces here")

SILENT_SERVER = """
import os, socket, sys
server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(("127.0.0.1", 53))
if os.fork():
    sys.exit()
server.recv(4096)
os.write(int(sys.argv[1]), b"asked")
while True:
    server.recv(4096)
"""


def beyond(*setup):
    """The command that runs netshell with its arguments after some lines of shell, in namespaces of its own."""
    lines = [*setup, f'exec {NETSHELL} "$@"']
    return [*UNSHARE, "sh", "-e", "-c", "\n".join(lines), "sh"]


@pytest.mark.parametrize(
    "line",
    ["getaddrinfo silent.example", "gethostbyname silent.example", "s = socket inet stream; s.connect silent.example 80"],
)
def test_ctrl_c_ends_a_look_up_that_nobody_answers(shell, tmp_path, line):
    resolv = tmp_path / "resolv.conf"
    resolv.write_text("nameserver 127.0.0.1\noptions timeout:30 attempts:5\n")
    hosts = tmp_path / "hosts"
    hosts.write_text("127.0.0.1 localhost\n")
    switch = tmp_path / "nsswitch.conf"
    switch.write_text("hosts: files dns\n")
    server = tmp_path / "server.py"
    server.write_text(SILENT_SERVER)
    told, tells = os.pipe()
    setup = [
        "ip link set lo up",
        f"mount --bind {resolv} /etc/resolv.conf",
        f"mount --bind {hosts} /etc/hosts",
        f"[ ! -e /etc/nsswitch.conf ] || mount --bind {switch} /etc/nsswitch.conf",
        f"{sys.executable} {server} {tells} >/dev/null 2>&1",
    ]
    running = Running(
        [*beyond(*setup), "-c", f"print begun; {line}"],
        shell.environment,
        pass_fds=[tells],
        start_new_session=True,
    )
    try:
        os.close(tells)
        assert running.line() == "begun"
        assert os.read(told, 5) == b"asked"
        running.process.send_signal(signal.SIGINT)
        code, error = running.finish()
        assert code == 130
        assert "interrupted" in error
    finally:
        os.killpg(running.process.pid, signal.SIGKILL)
        os.close(told)


@pytest.fixture
def bare(shell):
    """Runs netshell as on a system without its services and protocols files, and returns the objects that it writes."""
    setup = ["for list in services protocols; do mount --bind /dev/null /etc/$list; done", "ip link set lo up"]

    def run(script):
        done = subprocess.run(
            [*beyond(*setup), "--json", "--keep-going", "-c", script],
            capture_output=True,
            env=shell.environment,
            timeout=LIMIT,
        )
        return [json.loads(line) for line in done.stdout.decode().splitlines()]

    return run


@pytest.mark.parametrize(
    "line, reply",
    [
        ("getservbyname http tcp", 80),
        ("getservbyname domain udp", 53),
        ("getservbyport 25 tcp", "smtp"),
        ("getprotobyname udp", 17),
        ("getprotobynumber 6", "tcp"),
        ("s = socket inet dgram udp; $s.type", "SOCK_DGRAM"),
    ],
)
def test_a_system_without_its_lists_has_ours(bare, line, reply):
    answer = bare(line)[-1]
    assert answer["reply"] == reply
    if line.startswith("get"):
        assert answer["notes"] == [f"from NetShell's own table: this system has no /etc/{'services' if 'serv' in line else 'protocols'}"]


def test_a_service_is_connected_to_without_the_list(bare):
    refused = bare("s = socket inet stream; s.connect 127.0.0.1 http")[-1]["error"]
    assert refused["name"] == "ECONNREFUSED"


def test_what_the_library_does_not_find_there_is_explained(bare):
    error = bare("getaddrinfo 127.0.0.1 http")[-1]["error"]
    assert error["name"] == "EAI_SERVICE"
    assert error["cause"] == "this machine has no /etc/services, in which C looks http up"


def test_the_lists_of_ours_do_not_have_everything(bare):
    for line in ("getservbyname nosuch tcp", "getprotobyname nosuch"):
        error = bare(line)[-1]["error"]
        assert error["class"] == "NotFound" and "NetShell's own table" in error["message"]
