"""The tests' own folders."""

import shutil
import tempfile
from pathlib import Path

import pytest


@pytest.fixture
def tmp_path():
    """A folder whose path is short and as long in every run, on every machine: where a path breaks on the screen depends
    on it, and whether a unix socket has room in it."""
    path = Path(tempfile.mkdtemp(prefix="ns-", dir="/tmp"))
    yield path
    shutil.rmtree(path, ignore_errors=True)
