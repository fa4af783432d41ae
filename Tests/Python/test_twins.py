"""What the kernel answers to NetShell is what it answers to Python: the sessions of twins.txt, typed and called in one
network namespace, compared statement by statement: errno, return value, bytes, addresses, flags."""

import json
import pathlib
import subprocess
import sys

import pytest

import compared
import twin
from processes import LIMIT, NETSHELL, in_namespaces

FILE = pathlib.Path(__file__).with_name("twins.txt")
SESSIONS = twin.sessions(FILE.read_text())


@pytest.fixture(scope="module")
def both(tmp_path_factory):
    """What the two got in one network namespace, by the sessions' titles."""
    inside = in_namespaces(["--net"], "ip link set lo up")
    done = subprocess.run(
        [*inside, sys.executable, twin.__file__, NETSHELL, FILE],
        cwd=tmp_path_factory.mktemp("twins"), capture_output=True, timeout=LIMIT,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()
    return {title: (called, typed) for title, called, typed in map(json.loads, done.stdout.decode().splitlines())}


def test_there_are_many():
    assert len(SESSIONS) >= 100 and len({title for title, _ in SESSIONS}) == len(SESSIONS)


@pytest.mark.parametrize("title, statements", SESSIONS, ids=[title.replace(" ", "-") for title, _ in SESSIONS])
def test_the_same(both, title, statements):
    called, typed = both[title]
    assert compared.told(typed) == called
