"""A beginner at a lesson, on a pseudo-terminal: what they do is a text, and so is what they must see.

    $ learn server      starts netshell with these arguments and waits for the prompt
    > bind 127.0.0.1    types a line and Enter, and waits for the next prompt
    >> s.accept         types a line and Enter; it blocks
    >+ s.send "bye      types a line and Enter; the entry goes on below
    ~ s.lis             types this, thinks again, and erases it with Ctrl-U
    ^C                  presses a key with Ctrl
    # why               a remark
        some words      must have come to the screen since the last of the above
    [PORT]=port (\\d+)   looks for a word on the screen and calls it that from now on
    ! learn             runs netshell with these arguments to its end
    $$                  the program has ended, with exit status 0

Line breaks and the number of blanks in what must be seen are ignored.
"""

import re


class Beginner:
    """Plays such a text. `start` starts netshell, as the fixture `shells` does."""

    def __init__(self, start):
        self.start = start
        self.shell = None
        self.names = {}
        self.since = 0

    def play(self, script):
        for line in script.strip().splitlines():
            try:
                self.do(line)
            except AssertionError as error:
                raise AssertionError(f"at {line.strip()!r}: {error}") from None

    def do(self, line):
        mark, _, rest = line.partition(" ")
        rest = self.filled(rest)
        if line.startswith("    "):
            self.see(self.filled(line))
        elif line.startswith("["):
            self.look(*line.split("=", 1))
        elif mark == "$":
            self.begin(rest.split())
        elif mark == "!":
            self.begin(rest.split(), wait=False)
            assert self.shell.end() == 0
        elif mark == ">":
            self.type(rest, lambda: self.shell.is_prompting)
        elif mark == ">>":
            self.type(rest, lambda: self.shell.cursor[1] == 0)
        elif mark == ">+":
            self.type(rest, lambda: "…" in self.shell.line)
        elif mark == "~":
            self.shell.type(rest).until(lambda: rest in self.shell.flat).type("\x15")
            self.shell.until(lambda: self.shell.is_prompting)
        elif mark == "$$":
            assert self.shell.end() == 0
        elif line.startswith("^"):
            self.mark()
            self.shell.type(chr(ord(line[1]) - 64)).until(lambda: self.shell.is_prompting)
        elif line and mark != "#":
            raise ValueError(f"what is {line!r}?")

    def begin(self, arguments, wait=True):
        self.since = 0
        self.shell = self.start(*arguments, columns=100, rows=60, wait=wait)

    def type(self, line, condition):
        self.mark()
        self.shell.type(line).until(lambda: line[-20:] in self.shell.flat)
        before = len(self.shell.bytes)
        self.shell.type("\r").until(lambda: len(self.shell.bytes) > before and self.answered(condition))

    def answered(self, condition):
        """The prompt is back, or the program has ended."""
        return condition() or not self.shell.child.isalive()

    def mark(self):
        """What is on the screen now is not what comes next."""
        self.since = len(self.shell.screen.history.top) + self.shell.cursor[0]

    def see(self, words):
        wanted = " ".join(words.split())
        self.shell.until(lambda: wanted in self.text())

    def look(self, name, pattern):
        match = re.search(pattern, self.text())
        assert match, f"{pattern} is not on the screen:\n{self.shell.text}"
        self.names[name] = match[1]

    def text(self):
        """Everything shown since the last action, as one line."""
        screen = self.shell.screen
        old = ["".join(row[column].data for column in range(screen.columns)) for row in screen.history.top]
        return " ".join(" ".join((old + screen.display)[self.since :]).split())

    def filled(self, text):
        for name, value in self.names.items():
            text = text.replace(name, value)
        return text
