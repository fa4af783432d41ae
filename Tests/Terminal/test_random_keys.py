"""Keys in any order never end the shell: libedit was found to read and write outside its buffers on some."""

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
