"""Kills netshell (SIGKILL) at random moments while it writes: the history, a lesson's progress, consents, a recorded lesson,
a saved journal, a recording. Whatever was answered must still be there, nothing may be damaged, and once the same thing was
done again to the end, nothing may be left behind.

    python Tests/Fuzz/kills.py [--netshell PATH] [--seed N] [--kills N | --seconds N] [--only NAME]

Prints the seed, so that a finding can be repeated; exits with 1 if there was one.
"""

import argparse
import json
import os
import pty
import random
import re
import select
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

LESSON = """title: A lesson
id: mine
about: it
%s
Hello.

## One {#one}

Type print.

```do
> print hi
```

```check
variable x 1
```

## Two {#two}

Type print.

```check
variable y 1
```
"""


class Prompt:
    """A netshell on a pseudo-terminal."""

    def __init__(self, netshell, home, *arguments):
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.chdir(home)
            os.execve(netshell, [netshell, *arguments], {"HOME": str(home), "TERM": "xterm", "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"})
        self.shown = b""

    def read(self, seconds):
        ready, _, _ = select.select([self.terminal], [], [], seconds)
        if not ready:
            return True
        try:
            self.shown += os.read(self.terminal, 65536)
        except OSError:
            return False
        return True

    def until(self, wanted, seconds=20):
        end = time.monotonic() + seconds
        while wanted not in self.shown:
            if not self.read(0.05) or time.monotonic() > end:
                return False
        return True

    def type(self, text):
        try:
            os.write(self.terminal, text.encode())
        except OSError:
            pass

    def end(self, number=signal.SIGKILL):
        os.kill(self.pid, number)
        while self.read(0.05) and not os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOWAIT | os.WNOHANG):
            pass
        os.waitpid(self.pid, 0)
        os.close(self.terminal)

    def leave(self):
        self.type("\x15exit\r")
        end = time.monotonic() + 20
        while time.monotonic() < end and self.read(0.05):
            if os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOWAIT | os.WNOHANG):
                break
        self.end()


def answered(netshell, home, chance, arguments=(), count=6):
    """Types statements until the kill; returns those whose reply was seen."""
    shell = Prompt(netshell, home, *arguments)
    seen = []
    if shell.until(b"> "):
        moment = time.monotonic() + chance.random() * 0.4
        for number in range(count):
            mark = f"{chance.randrange(1 << 30)}"
            shell.type(f"print m{mark}\r")
            if time.monotonic() > moment or not shell.until(f"\nm{mark}".encode(), max(0.01, moment - time.monotonic())):
                break
            seen.append(f"print m{mark}")
    shell.end()
    return seen


def history(netshell, home, chance):
    state = home / ".local/state/netshell"
    state.mkdir(parents=True, exist_ok=True)
    # With duplicates, so that the file is rewritten.
    with open(state / "history", "a") as file:
        file.write("print twice\n" * chance.choice([0, 3, 600]))
    before = set((state / "history").read_text().splitlines())
    seen = answered(netshell, home, chance)
    lines = (state / "history").read_text().splitlines()
    missing = [entry for entry in [*before, *seen] if entry not in lines]
    shell = Prompt(netshell, home)
    shell.until(b"> ")
    shell.leave()
    left = sorted(path.name for path in state.iterdir() if path.name != "history")
    return f"lost {missing}" if missing else f"left {left}" if left else None


def progress(netshell, home, chance, head=""):
    lesson = home / "mine.md"
    lesson.write_text(LESSON % head)
    state = home / ".local/state/netshell"
    shell = Prompt(netshell, home, "learn", "mine.md")
    shell.until(b"[y" if head else b"Type print")
    time.sleep(chance.random() * 0.05)
    shell.type("yes\r" if head else "")
    shell.type("x = 1\r")
    time.sleep(chance.random() * 0.15)
    shell.end()
    for _ in range(2):
        shell = Prompt(netshell, home, "learn", "mine.md")
        shell.until(b"Type print")
        shell.type("yes\r" if b"[y" in shell.shown else "")
        shell.type("x = 1\ry = 1\r")
        time.sleep(0.1)
        shell.leave()
    for file in state.rglob("*"):
        if file.is_file() and (file.suffix == ".part" or b"\0" in file.read_bytes()):
            return f"left or damaged: {file.name}"
    return None


def consents(netshell, home, chance):
    return progress(netshell, home, chance, "needs: outside\n")


def record(netshell, home, chance):
    path = home / f"l{chance.randrange(1 << 30)}.md"
    seen = answered(netshell, home, chance, ["lesson", "record", path.name])
    if not seen:
        return None
    if not path.exists():
        return "the draft is gone"
    text = path.read_text()
    missing = [entry for entry in seen if f"> {entry}\n" not in text]
    return f"lost {missing}" if missing else None


def journal(netshell, home, chance):
    target = home / "saved.journal"
    script = f"s = socket inet stream; repeat {chance.choice([10, 3000, 20000])} {{ s.getsockopt reuseaddr }}; journal save {target}"
    old = target.read_bytes() if target.exists() else None
    process = subprocess.Popen([netshell, "-c", script], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=home)
    time.sleep(chance.random() * 0.8)
    process.kill()
    process.wait()
    if target.exists() and target.read_bytes() != old:
        looked = subprocess.run([netshell, "view", target, "journal"], capture_output=True)
        if looked.returncode:
            return f"damaged: {looked.stderr[:200]}"
    subprocess.run([netshell, "-c", f"s = socket inet stream; journal save {target}"], stdout=subprocess.DEVNULL, cwd=home)
    left = [path.name for path in home.glob("saved.journal.*")]
    return f"left {left}" if left else None


def recording(netshell, home, chance):
    path = home / f"r{chance.randrange(1 << 30)}.cast"
    seen = answered(netshell, home, chance, ["--record", path.name])
    if not seen:
        return None
    lines = path.read_text().splitlines()
    try:
        events = [json.loads(line) for line in lines]
    except ValueError:
        return f"a line is damaged: {lines[-1][:100]}"
    text = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", "".join(event[2] for event in events[1:] if event[1] == "o"))
    missing = [entry for entry in seen if entry.removeprefix("print ") not in text]
    return f"lost {missing}" if missing else None


KINDS = {kind.__name__: kind for kind in (history, progress, consents, record, journal, recording)}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--netshell", default=os.environ.get("NETSHELL", ".build/debug/netshell"))
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 32))
    parser.add_argument("--kills", type=int, default=0, help="of each kind")
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--only", choices=KINDS)
    wanted = parser.parse_args()
    print(f"seed {wanted.seed}", flush=True)
    netshell = os.path.abspath(wanted.netshell)
    kinds = [KINDS[wanted.only]] if wanted.only else list(KINDS.values())
    end, number, findings = time.monotonic() + wanted.seconds, 0, 0
    with tempfile.TemporaryDirectory() as folder:
        while number < wanted.kills * len(kinds) if wanted.kills else time.monotonic() < end:
            kind, seed = kinds[number % len(kinds)], wanted.seed + number // len(kinds)
            home = Path(folder) / kind.__name__
            home.mkdir(exist_ok=True)
            number += 1
            problem = kind(netshell, home, random.Random(seed))
            if problem:
                findings += 1
                print(f"{kind.__name__} with seed {seed}: {problem}", flush=True)
    print(f"{number} kills, {findings} findings")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
