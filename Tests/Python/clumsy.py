"""A clumsy beginner, who goes through lessons with typing mistakes, in the wrong order, in prose and in other languages.

    python Tests/Python/clumsy.py [--seed N] [--statements N] [LESSON…]

Each statement must be answered, or end on Ctrl-C. From time to time the step's own answer is typed: it passes, or what was said since
the step began names `reset`, and after a reset it passes. What is found is printed, with the statements since the step began.
"""

import argparse
import os
import pathlib
import queue
import random
import re
import signal
import sys
import tempfile

from processes import ROOT, Shell

# How long a call may wait before Ctrl-C is hit, and how long until that is answered; only a hang waits for the second.
PATIENCE, LIMIT = 0.4, 20

PROSE = [
    "what is a socket", "I do not understand", "why does it fail?", "help me please", "ok", "yes", "no", "it fails", "quit now?",
    "this is the wrong port i think", "x", "???", "123", "\u201chello\u201d", "\u6211\u4e0d\u61c2",
]
TONGUES = [
    "int s = socket(AF_INET, SOCK_STREAM, 0);", "s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)", "conn, addr = s.accept()",
    "s.connect(('127.0.0.1', 8088))", "bind(s, (struct sockaddr *)&a, sizeof a);", "const net = require('net')", "nc -l 8088",
    "curl http://localhost:8088/", "with socket.socket() as s:", "import socket", "print(s.recv(1024))", "close(s);", "for i in range(3):",
    "f\"{s}\"", "sudo ss -tlnp", "conn, err := net.Dial(\"tcp\", \"127.0.0.1:8088\")",
]
ASKING = ["hint", "hint", "where", "next", "sockets", "peers", "back", "reset", "$error", "$reply", "variables", "answer", "answer 1", "answer ok"]


class Step:
    """A step as its file has it."""

    def __init__(self, text):
        fences = re.findall(r"^(`{3,})([^\n`]*)\n(.*?)^\1$", text, re.M | re.S)
        self.asked = [self.right(kind.split()[0], body) for _, kind, body in fences if kind in ("choice", "predict")]
        bodies = {kind: [body for _, one, body in fences if one.split()[:1] == [kind]] for kind in ("do", "solution", "mistake")}
        self.answer = [line for body in bodies["solution"] or bodies["do"] for line in self.typed(body)]
        self.wrong = [line for body in bodies["mistake"] for line in self.typed(body)]

    @staticmethod
    def typed(body):
        lines = body.splitlines()
        if not any(line.startswith("> ") for line in lines):
            return [line for line in lines if line.strip()]
        entries = []
        for line in lines:
            if line.startswith("> "):
                entries.append(line[2:])
            elif line.startswith(". ") and entries:
                entries[-1] += "\n" + line[2:]
        return entries

    @staticmethod
    def right(kind, body):
        if kind == "choice":
            marks = [line for line in body.splitlines() if line.startswith("- [")]
            return str(1 + next(place for place, line in enumerate(marks) if line.startswith("- [x]")))
        lines = body.splitlines()
        return lines[1 + next(place for place, line in enumerate(lines) if line.startswith("> "))]


class Lesson:
    def __init__(self, path):
        text = path.read_text()
        self.name = path.stem
        self.ports = dict(word.split("=") for word in re.search(r"^ports: (.*)$|\Z", text, re.M)[0].removeprefix("ports: ").split())
        pieces = re.split(r"^## ", text, flags=re.M)[1:]
        self.steps = [Step(piece) for piece in pieces if "```" in piece]


class Fault(Exception):
    """What must not happen."""


class Beginner:
    def __init__(self, lesson, shell, seed):
        self.lesson, self.shell, self.random = lesson, shell, random.Random(seed)
        self.count = 0
        self.begin(1)

    def begin(self, step):
        self.running = self.shell.start("learn", self.lesson.name, "--at", step)
        self.ports = dict(self.lesson.ports)
        self.at, self.said, self.typed = step - 1, [], []
        # Ctrl-C while the program starts ends it.
        self.ask(LIMIT)

    def end(self):
        self.running.kill()

    def ask(self, patience=PATIENCE):
        """Types a mark and reads up to it; Ctrl-C where that takes long. None when the lesson is over."""
        lines, mark = [], self.mark()
        limit = patience
        hits = 0
        while mark:
            try:
                line = self.running.lines.get(timeout=limit)
            except queue.Empty:
                hits += 1
                if hits * limit > LIMIT:
                    raise Fault(f"no answer in {LIMIT} s; typed: {self.typed[-8:]}") from None
                self.running.process.send_signal(signal.SIGINT)
                # It may have come too late for the statement, and end the printing of the first mark.
                mark = self.mark() and self.mark()
                limit = 1
                continue
            if line is None:
                return None
            if line == mark:
                self.hear(lines)
                return lines
            if not line.startswith(("mark-", "> print \"mark-")):
                lines.append(line)
        return None

    def mark(self):
        """Types a statement that prints a mark; gives the mark, or None when the lesson is over."""
        self.count += 1
        mark = f"mark-{self.count}"
        try:
            self.running.type(f'print "{mark}"')
        except BrokenPipeError:
            return None
        return mark

    def hear(self, lines):
        text = re.sub(r"\s+", " ", " ".join(lines))
        for taken, other in re.findall(r"[Pp]ort (\d+)[^;]*; (\d+) stands in", text):
            self.ports = {name: other if port == taken else port for name, port in self.ports.items()}
        place = re.findall(r"== (\d+)/\d+ ", text)
        if place and int(place[-1]) - 1 != self.at or "-- Step " in text or "== 1/" in text:
            self.at = int(place[-1]) - 1 if place else self.at
            self.said, self.typed = [], []
        self.said.append(text)

    def say(self, line):
        for name, port in self.ports.items():
            line = line.replace(f"[{name}]", port)
        self.typed.append(line)
        try:
            self.running.type(line)
            lines = self.ask()
        except BrokenPipeError:
            lines = None
        if lines is None:
            self.running.process.wait(LIMIT)
            # 130: a Ctrl-C came while nothing ran, which ends it through a pipe.
            if self.running.process.returncode not in (0, 1, 3, 130):
                raise Fault(f"it ended with {self.running.process.returncode}")
            self.end()
            self.begin(self.random.randint(1, len(self.lesson.steps)))
        return lines

    def blunder(self):
        step = self.lesson.steps[min(self.at, len(self.lesson.steps) - 1)]
        pools = [step.answer, step.answer, step.wrong, self.random.choice(self.lesson.steps).answer, PROSE, TONGUES, ASKING]
        line = self.random.choice(self.random.choice([pool for pool in pools if pool]))
        if "\n" not in line and self.random.random() < 0.3:
            line = self.slip(line)
        self.say(line)

    def slip(self, line):
        """A slip of the fingers; an open quote or brace would only ask for more."""
        place = self.random.randrange(len(line))
        slips = [line[:place] + line[place + 1:], line[:place] + line[place:place + 2][::-1] + line[place + 2:], line[:place] + "x" + line[place:]]
        return next((slip for slip in self.random.sample(slips, 3) if slip.strip() and not re.search(r"[\"'{}\\]", slip)), line)

    def solve(self):
        """Answers what is asked and types the step's answer; gives whether the step is passed."""
        at = self.at
        step = self.lesson.steps[at]
        for line in [f"answer {right}" for right in step.asked] + step.answer:
            if self.at != at or self.say(line) is None:
                return True
        self.say("next")
        return self.at != at

    def prove(self):
        """The step's answer passes, or it was said that reset is needed."""
        if self.at >= len(self.lesson.steps):
            return
        if self.solve() or any("reset" in text for text in self.said):
            return
        typed = list(self.typed)
        self.say("reset")
        where = f"{self.lesson.name}, step {self.at + 1}"
        raise Fault(f"{where}: the step's answer does not pass, and nothing says reset; typed: {typed}")


def play(lesson, shell, seed, statements):
    """Plays a lesson; gives what is wrong."""
    beginner = Beginner(lesson, shell, seed)
    found = []
    try:
        while beginner.count < statements:
            try:
                for _ in range(beginner.random.randint(1, 6)):
                    beginner.blunder()
                beginner.prove()
                beginner.end()
                beginner.begin(beginner.random.randint(1, len(lesson.steps)))
            except Fault as fault:
                found.append(f"seed {seed}: {lesson.name}: {fault}")
                beginner.end()
                beginner.begin(beginner.random.randint(1, len(lesson.steps)))
    finally:
        beginner.end()
    return found


def lessons(names):
    index = [line for line in (ROOT / "Lessons/index").read_text().split("\n") if line and not line.startswith("#")]
    return [Lesson(ROOT / f"Lessons/{name}.md") for name in names or index]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--statements", type=int, default=1000)
    parser.add_argument("lessons", nargs="*")
    options = parser.parse_args()
    status = 0
    with tempfile.TemporaryDirectory() as home:
        os.chdir(home)
        for lesson in lessons(options.lessons):
            found = play(lesson, Shell(pathlib.Path(home)), options.seed, options.statements)
            print(lesson.name, "ok" if not found else "", flush=True)
            for one in found:
                print("  " + one, flush=True)
                status = 1
    sys.exit(status)


if __name__ == "__main__":
    main()
