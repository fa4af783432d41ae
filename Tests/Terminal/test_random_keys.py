"""Keys in any order, lines of any length and windows of any size never end the shell. Tests/Fuzz/keys.py tries more."""

import random

import pytest

KEYS = list("ab?/nudpxwcyjk0.{}\"~ftiPRJO;%") + ["é", "日", "😀", "print ", "socket ", "\r", "\t", "\x1b", "\x7f", "\x1f", "\x14", "\x16"]
KEYS += [f"\x1b[{key}" for key in ("A", "B", "C", "D", "H", "F", "3~", "5~", "6~", "Z", "99;3R")]
KEYS += ["\x1b[1;6C", "\x1b\x1b[D", "\x1b]0;", "\x1bP", "\x07", "\x1b\\", "\x1b[M", "\x1b[<0;1;1M", "\x1b[97;5u", "\x18"]
KEYS += ["\x1bf", "\x1bb", "\x1bd", "\x1by", "\x1b.", "\x1b/", "\x1b\x7f", "\x1bc", "\x1b[3;5~", "\x1b[1;5H", "\x1bOP"]
KEYS += ["\x01", "\x05", "\x0b", "\x15", "\x17", "\x19", "\x12", "\x07", "\x0c", "\x18\x15", "\x1b\r", "\x1b[200~a\rb\x1b[201~"]


@pytest.mark.parametrize("seed", range(6))
def test_random_keys(shells, seed):
    chance = random.Random(seed)
    shell = shells(columns=chance.choice([20, 40, 80]), rows=chance.choice([4, 10, 24]))
    if seed % 2:
        shell.enter("set -o vi")
    for _ in range(400):
        shell.type(chance.choice(KEYS))
        if chance.random() < 0.2:
            assert shell.feed(0.005), "the shell has ended"
        if chance.random() < 0.02:
            shell.resize(chance.choice([20, 40, 120]), chance.choice([3, 10, 24]))
    # Out of whatever is open, and then one entry that only a live shell can answer. Ctrl-C may have to be
    # pressed again: one right after an Enter belongs to the statement and leaves no mark.
    for _ in range(10):
        shell.type("\x1b\x1b").until(lambda: True)
        shell.type("q\x03")
        try:
            shell.until("^C", patience=2)
            break
        except AssertionError:
            assert shell.feed(), "the shell has ended"
    shell.resize(80, 24)
    shell.type("\x1b\x1bi\x15\x0b\x03").until(lambda: shell.is_prompting)
    shell.type("\x1b[200~print alive\x1b[201~\r").until(lambda: "alive" in shell.rows)


@pytest.mark.parametrize("columns, rows, count", [(40, 10, 420), (80, 24, 1925), (20, 4, 5000)])
@pytest.mark.parametrize("begin", ["\x1bo", "\x1bO", "\x1bA", "\x1bR", "i\x1b\x18"])
def test_a_line_longer_than_the_screen_in_vi(shells, columns, rows, count, begin):
    """In vi's modes libedit's own refresh, which nobody sees, failed here, and the shell was gone."""
    shell = shells(columns=columns, rows=rows).enter("set -o vi")
    shell.type("print ").until("print").type(begin).feed(0.05)
    for _ in range(count // 60):
        shell.type("x" * 60)
        assert shell.feed(0.002), "the shell has ended"
    shell.type("\x03").until(lambda: shell.is_prompting).enter("print fine", wanted=lambda: "fine" in shell.rows)


@pytest.mark.parametrize("columns, rows", [(1, 1), (2, 2), (1, 65535), (65535, 1), (65535, 65535)])
def test_windows_that_no_screen_has(shells, columns, rows):
    shell = shells()
    shell.child.setwinsize(rows, columns)
    shell.type("print one; ").feed(0.1)
    shell.type("help\t\t\x12one\x1b\x1b[200~a\rb\x1b[201~").feed(0.1)
    assert shell.type("\x03").feed(0.1), "the shell has ended"
    with open(f"/proc/{shell.child.pid}/status") as status:
        most = next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))
    assert most < 500 << 10, f"{most} KiB"
    shell.child.setwinsize(24, 80)
    for _ in range(5):
        # One that comes while the paste before it is still on its way may be dropped with that.
        shell.type("\x03").feed(0.2)
        if shell.is_prompting:
            break
    shell.until(lambda: shell.is_prompting).enter("print fine", wanted=lambda: "fine" in shell.rows)


@pytest.mark.parametrize("piece", ["日", "{ \r"])
def test_a_paste_of_a_mebibyte(shells, piece):
    shell = shells()
    shell.type("\x1b[200~" + piece * ((1 << 20) // len(piece.encode())) + "\x1b[201~").until(lambda: shell.line.endswith(piece.strip()[-1]))
    shell.type("\x03").until(lambda: shell.is_prompting).enter("print fine", wanted=lambda: "fine" in shell.rows)
