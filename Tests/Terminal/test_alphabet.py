"""Drawings use the characters of the terminal's locale, unless a flag says which."""

import pytest

@pytest.mark.parametrize("locale, flag, wanted", [
    ({"LANG": "C.UTF-8"}, "", False),
    ({"LANG": "C.UTF-8"}, " -ascii", True),
    ({"LANG": "C.UTF-8", "LC_ALL": "C"}, "", True),
    ({"LANG": None}, "", True),
    ({"LANG": "C"}, " -unicode", False),
])
@pytest.mark.parametrize("drawing", ["state c", "diagram", "ruler c"])
def test_characters_of_drawings(shells, drawing, locale, flag, wanted):
    shell = shells(rows=60, **locale)
    shell.enter("s = socket inet stream").enter("s.listen").enter("c = socket inet stream")
    shell.enter("c.connect 127.0.0.1 $s.port").enter("k = s.accept")
    shell.enter("c.send hello").enter("k.recv 10")
    before = len(shell.bytes)
    shell.enter(drawing + flag)
    text = shell.bytes[before:].decode()
    assert ("─" not in text and "│" not in text and "→" not in text) == wanted, shell.text
