"""Causes and explanations that hold only under an option, on interfaces and sysctls of a namespace of the test's own."""

import os
import shutil
import subprocess

import pytest
from processes import NETSHELL

UNSHARE = ["unshare", "--user", "--map-root-user", "--net"]
SETUP = """
ip link set lo up
ip link add d0 type veth peer name d1 && ip addr add 192.0.2.1/24 dev d0 && ip link set d0 up && ip link set d1 up
sysctl -qw net.ipv4.tcp_fastopen=3 2> /dev/null || echo 3 > /proc/sys/net/ipv4/tcp_fastopen
"""


def is_permitted():
    """Whether this machine allows a network namespace with an interface in it."""
    if not shutil.which("unshare") or not shutil.which("ip"):
        return False
    return subprocess.run([*UNSHARE, "sh", "-ec", SETUP], capture_output=True).returncode == 0


pytestmark = pytest.mark.skipif(not is_permitted(), reason="no network namespace with an interface here")


def run(lines, tmp_path):
    """What netshell says to some lines in a namespace with the interface d0, 192.0.2.1/24, MTU 1500."""
    script = tmp_path / "script.ns"
    script.write_text(lines)
    result = subprocess.run(
        [*UNSHARE, "sh", "-ec", SETUP + 'exec "$@"', "sh", os.path.abspath(NETSHELL), "--keep-going", str(script)],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=60, env={"HOME": str(tmp_path), "PATH": os.environ["PATH"]},
    )
    return result.stdout


def test_a_datagram_that_may_not_be_fragmented(tmp_path):
    told = run("d = socket inet dgram\nd.setsockopt ip mtu_discover do\nd.sendto fill:2000 192.0.2.9 9\n", tmp_path)
    assert "2000 bytes and 28 of headers are more than the MTU of the path to 192.0.2.9" in told
    assert "IP_MTU_DISCOVER forbids fragments" in told
    assert "try: what Ethernet's MTU of 1500 leaves: d.sendto fill:1472 192.0.2.9 9" in told
    assert "try: let it be cut into fragments: d.setsockopt ip mtu_discover want" in told


@pytest.mark.parametrize("advice", ["d.sendto fill:1472 192.0.2.9 9", "d.setsockopt ip mtu_discover want; d.sendto fill:2000 192.0.2.9 9"])
def test_the_advice_helps(tmp_path, advice):
    told = run(f"d = socket inet dgram\nd.setsockopt ip mtu_discover do\n{advice}\n", tmp_path)
    assert "EMSGSIZE" not in told and told.strip() in ("1472", "2000")


def test_without_the_option_only_ip_limits_a_datagram(tmp_path):
    told = run("d = socket inet dgram\nd.sendto fill:70000 192.0.2.9 9\n", tmp_path)
    assert "more than the 65507 that IPv4 leaves" in told and "MTU" not in told


@pytest.mark.parametrize("call", ["sendto x 192.0.2.9 9", "sendmsg x -to 192.0.2.9 9", "connect 192.0.2.9 9"])
def test_a_socket_bound_to_loopback(tmp_path, call):
    told = run(f"u = socket inet dgram\nu.bind 127.0.0.1 0\nu.{call}\n", tmp_path)
    assert "EINVAL" in told and "loopback leads nowhere else" in told
    assert "u.close; u = socket inet dgram; u." in told


DEFERRED = """
l = socket inet stream
l.setsockopt tcp fastopen 5
l.bind 127.0.0.1 0
l.listen
a = socket inet stream
a.setsockopt tcp fastopen_connect on
a.connect 127.0.0.1 $l.port
a.send x
k = l.accept
k.recv
a.close
k.close
d = socket inet stream
d.setsockopt tcp fastopen_connect on
explain on
d.connect 127.0.0.1 $l.port
explain off
d.getpeername
d.settimeout 0.1
d.recv 10
d.send hello
d.getpeername
"""


def test_a_connect_that_waits_for_its_first_data(tmp_path):
    told = run(DEFERRED, tmp_path)
    if "SYN_SENT" not in told:
        pytest.skip("no cookie for TCP Fast Open here")
    assert "TCP_FASTOPEN_CONNECT holds the SYN back until there is data to go with it" in told
    assert "answered the SYN" not in told.split("SYN_SENT", 1)[1].split("getpeername", 1)[0]
    assert "d is not connected yet" in told and "has forgotten the peer" not in told
    assert "d has not sent its SYN yet" in told
    assert told.rstrip().splitlines()[-1].startswith("127.0.0.1 ")
