"""The fixtures of the Python tests."""

import pytest

from processes import Shell
from short_path import tmp_path


@pytest.fixture
def shell(tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    return Shell(home)


@pytest.fixture
def running(shell):
    """Starts shells that do not outlive the test."""
    started = []

    def start(*arguments, **options):
        started.append(shell.start(*arguments, **options))
        return started[-1]

    yield start
    for one in started:
        one.kill()


@pytest.fixture
def script(tmp_path):
    """Writes a script; returns its path."""

    def write(text, name="script.net"):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write
