"""Random keys, pastes, windows and signals at the prompt, on pseudo-terminals, in both modes: the shell must outlive them
and still answer, within a bounded memory.

    python Tests/Fuzz/keys.py [--netshell PATH] [--seed N] [--sessions N | --seconds N]

Prints the seed, so that a finding can be repeated; exits with 1 if there was one.
"""

import argparse
import fcntl
import os
import pty
import random
import select
import signal
import struct
import sys
import tempfile
import termios
import time

LETTERS = list("ab?/nudpxwcyjk0.{}\"~ftiPRJO;%$#@\\'=!:,GgSsIACDEBWN123") + ["é", "日", "😀", "👩‍🔬", "e\u0301", "\u202e"]
WORDS = ["print ", "socket ", "x = ", "s = socket inet stream", "repeat 3 { ", "help", "try { ", "\r", "\r", "}\r", "\t", "\t\t"]
CONTROLS = [chr(code) for code in range(0x20) if code not in (0x04, 0x1A, 0x1C)] + ["\x7f", "\x1b", "\x1b", "\x16\x1b", "\x18\x15"]
SEQUENCES = [f"\x1b[{key}" for key in ("A", "B", "C", "D", "H", "F", "3~", "5~", "6~", "Z", "1;5C", "1;5D", "1;6C", "3;5~", "1;5H", "99;3R")]
SEQUENCES += [f"\x1b{key}" for key in "fbdy./cul059nptw<>"] + ["\x1b\r", "\x1bOP", "\x1b\x7f", "\x1b\x1b[D", "\x1b[97;5u", "\x1b[M !!"]
SEQUENCES += ["\x1b]0;title", "\x1bP1$r", "\x1b\\", "\x1b[200~", "\x1b[201~", "\x1b[<0;1;1M", "\x1b[I", "\x1b[" + "1" * 300]
SIZES = [(80, 24), (40, 10), (20, 4), (1, 1), (2, 2), (1, 65535), (65535, 1), (65535, 65535), (132, 50), (0, 0), (9, 3)]
MEMORY = 700 << 20


class Session:
    """A shell on a pseudo-terminal of a random size."""

    def __init__(self, netshell, chance, home):
        self.chance = chance
        self.sent = []
        arguments = [netshell] + (["--plain"] if chance.random() < 0.2 else [])
        # Sized before the shell can look at it.
        master, slave = pty.openpty()
        self.pid = os.fork()
        if self.pid == 0:
            os.close(master)
            self.take(slave)
            os.execve(netshell, arguments, {"HOME": home, "TERM": "xterm-256color", "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"})
        os.close(slave)
        self.terminal = master
        os.set_blocking(master, False)
        self.shown = b""
        self.ended = None
        self.resize()

    @staticmethod
    def take(slave):
        os.setsid()
        fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
        for descriptor in range(3):
            os.dup2(slave, descriptor)

    def resize(self, size=None):
        columns, rows = size or self.chance.choice(SIZES)
        self.sent.append((columns, rows))
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def read(self, seconds):
        """Takes what is shown; False once the shell has ended."""
        end = time.monotonic() + seconds
        while True:
            ready, _, _ = select.select([self.terminal], [], [], max(0, end - time.monotonic()))
            if not ready:
                return True
            try:
                data = os.read(self.terminal, 1 << 16)
            except BlockingIOError:
                continue
            except OSError:
                return False
            if not data:
                return False
            self.shown = (self.shown + data)[-(1 << 20):]

    def until(self, wanted, seconds=5):
        """Takes what is shown until something is."""
        end = time.monotonic() + seconds
        while wanted not in self.shown and time.monotonic() < end and self.read(0.05):
            pass

    def until_ended(self):
        """Waits a while for the shell's end, if it is ending."""
        end = time.monotonic() + 2
        while self.status is None and time.monotonic() < end:
            self.read(0.05)

    def type(self, keys):
        self.sent.append(keys[:100])
        rest = keys.encode() if isinstance(keys, str) else keys
        while rest:
            if not self.read(0):
                return False
            try:
                rest = rest[os.write(self.terminal, rest[:4096]):]
            except BlockingIOError:
                if not self.read(0.002):
                    return False
            except OSError:
                return False
        return True

    def one(self):
        """One random thing that a person, a terminal or a window manager may do."""
        chance, kind = self.chance, self.chance.random()
        if kind < 0.45:
            return self.type("".join(chance.choice(LETTERS) for _ in range(chance.randint(1, 8))))
        if kind < 0.60:
            return self.type(chance.choice(WORDS))
        if kind < 0.72:
            return self.type(chance.choice(CONTROLS))
        if kind < 0.88:
            return self.type(chance.choice(SEQUENCES))
        if kind < 0.91:
            return self.type(chance.choice("xoé日 \n{") * chance.choice([50, 500, 2500]))
        if kind < 0.93:
            body = chance.choice(["x", "a b ", "\r", "日", "\x1b[A", "{ "]) * chance.choice([10, 1000, 20000])
            return self.type("\x1b[200~" + body + "\x1b[201~")
        if kind < 0.95:
            return self.type(bytes(chance.randrange(256) for _ in range(20)).translate(None, b"\x04\x1a\x1c"))
        if kind < 0.98:
            self.resize()
            return True
        os.kill(self.pid, chance.choice([signal.SIGWINCH, signal.SIGINT, signal.SIGCONT, signal.SIGUSR2]))
        return True

    @property
    def memory(self):
        with open(f"/proc/{self.pid}/status") as status:
            return next((int(line.split()[1]) << 10 for line in status if line.startswith("VmHWM")), 0)

    def answers(self, number):
        """Whether the shell, out of whatever is open, answers a question."""
        self.resize((80, 24))
        wanted = f"answer-{number * 7}".encode()
        for _ in range(40):
            # Out of strings, searches, lists, the pager, a lesson's question, a running statement; then one entry.
            # Ctrl-Q first: Ctrl-S stops what a statement writes, as in every terminal.
            for keys in ("\x11", "\x1b\\", "\x1b\x1b", "q", "\x03"):
                if not self.type(keys) or not self.read(0.05):
                    return False
            if not self.type("\x1b[201~\x03") or not self.read(0.05):
                return False
            self.shown = b""
            if not self.type(f"\x1bi\x15\x0bprint answer-{{{number * 7}}}\r".replace("{", '"').replace("}", '"')):
                return False
            end = time.monotonic() + 3
            while time.monotonic() < end and wanted not in self.shown:
                if not self.read(0.05):
                    return False
            if wanted in self.shown:
                return True
        return False

    @property
    def status(self):
        """How the shell has ended; None while it has not."""
        if self.ended is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            self.ended = os.waitstatus_to_exitcode(status) if pid else None
        return self.ended

    def end(self):
        """Ends the shell."""
        if self.status is None:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self.terminal)


def play(session, chance):
    """Types for a while; False if the shell has ended."""
    session.until(b"> ")
    if chance.random() < 0.5:
        session.type("set -o vi\r")
        session.read(0.05)
    if chance.random() < 0.02:
        session.type("\x1b[200~" + chance.choice(["x", "日", "a\r"]) * (1 << 19) + "\x1b[201~")
    return all(session.one() and (chance.random() < 0.9 or session.read(0.005)) for _ in range(chance.randint(20, 200)))


def run(netshell, seed, home):
    """One session; returns what is wrong with it, or None."""
    chance = random.Random(seed)
    session = Session(netshell, chance, home)
    try:
        if play(session, chance):
            if session.memory > MEMORY:
                return f"{session.memory >> 20} MiB"
            if session.answers(seed):
                return None
        session.until_ended()
        return f"ended with {session.status}" if session.status is not None else f"no answer: {session.shown[-300:]!r}"
    finally:
        session.end()


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--netshell", default=os.environ.get("NETSHELL", ".build/debug/netshell"))
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 32))
    parser.add_argument("--sessions", type=int, default=0)
    parser.add_argument("--seconds", type=float, default=20)
    wanted = parser.parse_args()
    print(f"seed {wanted.seed}", flush=True)
    end, number, findings = time.monotonic() + wanted.seconds, 0, 0
    with tempfile.TemporaryDirectory() as home:
        while number < wanted.sessions if wanted.sessions else time.monotonic() < end:
            seed = wanted.seed + number
            number += 1
            problem = run(os.path.abspath(wanted.netshell), seed, home)
            if problem:
                findings += 1
                print(f"session with seed {seed}: {problem}", flush=True)
    print(f"{number} sessions, {findings} findings")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
