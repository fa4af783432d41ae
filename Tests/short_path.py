"""The tests' own folders."""

import shutil
import tempfile
from pathlib import Path

import pytest


@pytest.fixture
def tmp_path():
    """A folder whose path is short and equally long in every run, on every machine: where a path wraps on the screen
    depends on it, and whether it fits in a unix socket's address."""
    path = Path(tempfile.mkdtemp(prefix="ns-", dir="/tmp"))
    yield path
    shutil.rmtree(path, ignore_errors=True)
