"""What depends on the locale of the process: names with letters that ASCII does not have."""

import ctypes.util
import subprocess

import pytest

from processes import LIMIT, NETSHELL

pytestmark = pytest.mark.skipif(not ctypes.util.find_library("idn2"), reason="the C library has no IDNA here")


@pytest.mark.parametrize("locale", ["C", "C.UTF-8"])
@pytest.mark.parametrize("arguments", [[], ["--json"]])
def test_names_are_encoded_in_any_locale(tmp_path, locale, arguments):
    """As at the prompt, where the editor has set the locale: IDNA needs one that can represent the name."""
    command = [NETSHELL, *arguments, "-c", "getaddrinfo bücher.localhost 80 -flags idn"]
    environment = {"HOME": str(tmp_path), "PATH": "/usr/bin:/bin", "LC_ALL": locale}
    result = subprocess.run(command, capture_output=True, text=True, timeout=LIMIT, env=environment)
    assert "getaddrinfo" in result.stdout + result.stderr
    assert "IDN_ENCODE" not in result.stdout + result.stderr
