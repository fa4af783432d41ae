"""A netshell on a pseudo-terminal, with a screen to read."""

import copy
import os
import signal
import time
from pathlib import Path

import pexpect
import pyte
import pytest
from short_path import tmp_path

NETSHELL = os.environ.get("NETSHELL", ".build/debug/netshell")
PATIENCE = float(os.environ.get("NETSHELL_PATIENCE", "30"))


class Screen(pyte.HistoryScreen):
    """pyte's screen, with the alternate screen that programs such as pagers use (DECSET 1049).
    `answers` says whether it reports the cursor's position when asked."""

    shell = None
    saved = None

    def set_mode(self, *modes, **settings):
        if 1049 in modes and settings.get("private"):
            # If the terminal is already on it: the screen left first stays the one to come back to.
            self.saved = self.saved or (copy.deepcopy(self.buffer), copy.copy(self.cursor))
            self.erase_in_display(2)
        super().set_mode(*modes, **settings)

    def reset_mode(self, *modes, **settings):
        if 1049 in modes and settings.get("private") and self.saved:
            buffer, self.cursor = self.saved
            self.buffer.clear()
            self.buffer.update(buffer)
            self.saved = None
            self.dirty.update(range(self.lines))
        super().reset_mode(*modes, **settings)

    def write_process_input(self, data):
        if self.shell and self.shell.answers:
            self.shell.child.send(data)


class Shell:
    """A running netshell and what its terminal shows."""

    def __init__(self, home, arguments=(), columns=80, rows=24, answers=False, **environment):
        self.answers = answers
        self.bytes = b""
        self.home = Path(home)
        self.history = self.home / "state" / "netshell" / "history"
        settings = {
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "XDG_STATE_HOME": str(self.home / "state"),
            "XDG_CONFIG_HOME": str(self.home / "config"),
            "TERM": "xterm-256color",
            "LANG": "C.UTF-8",
        }
        settings.update(environment)
        self.screen = Screen(columns, rows, history=5000)
        self.screen.shell = self
        self.stream = pyte.ByteStream(self.screen)
        program, *before = NETSHELL.split()
        self.child = pexpect.spawn(
            os.path.abspath(program),
            before + list(arguments),
            dimensions=(rows, columns),
            env={name: value for name, value in settings.items() if value is not None},
            timeout=PATIENCE,
            cwd=str(self.home),
        )
        self.child.delaybeforesend = None

    def feed(self, timeout=0.05):
        """Reads what the shell has written; False at its end."""
        try:
            data = self.child.read_nonblocking(65536, timeout)
        except pexpect.TIMEOUT:
            return True
        except (pexpect.EOF, OSError):
            return False
        self.bytes += data
        self.stream.feed(data)
        return True

    def until(self, wanted, patience=PATIENCE):
        """Waits until the screen is as wanted: a text on it, or a condition."""
        condition = wanted if callable(wanted) else lambda: wanted in self.text or wanted in self.unbroken
        end = time.monotonic() + patience
        while not condition():
            alive = self.feed()
            if condition():
                break
            if not alive or time.monotonic() > end:
                raise AssertionError(f"never came: {wanted!r}; the screen:\n{self.text}\ncursor {self.cursor}")
        return self

    def type(self, keys):
        self.child.send(keys)
        return self

    def enter(self, line, wanted=None):
        """Types a line and Enter, and waits for the next prompt below it (or for what is wanted)."""
        self.type(line).until(lambda: line.split("\n")[-1][-10:] in self.flat)
        before = len(self.bytes)
        self.type("\r")
        self.until(lambda: len(self.bytes) > before and self.is_prompting)
        if wanted is not None:
            self.until(wanted)
        return self

    def clear(self, line=""):
        """Drops what is typed and types something else."""
        self.type("\x15\x0b").until(lambda: self.is_prompting)
        return self.type(line).until(lambda: line.strip() in self.flat)

    @property
    def flat(self):
        """The text of all rows as one, as a wrapped line reads."""
        return "".join(self.screen.display).rstrip()

    @property
    def seen(self):
        """The text of all rows as one, including those that have left the screen."""
        left = ("".join(row[column].data for column in range(self.screen.columns)) for row in self.screen.history.top)
        return "".join(left) + self.flat

    @property
    def offered(self):
        """The text after the cursor that is not typed, in italics: the suggestion or the hint, also in the rows that it continues in."""
        row, column = self.cursor
        cells = [self.screen.buffer[row][place] for place in range(column, self.screen.columns)]
        for row in range(row + 1, self.screen.lines):
            cells += [self.screen.buffer[row][place] for place in range(self.screen.columns)]
        return "".join(cell.data for cell in cells if cell.italics).strip()

    @property
    def rows(self):
        return [row.rstrip() for row in self.screen.display]

    @property
    def text(self):
        return "\n".join(self.rows).rstrip()

    @property
    def unbroken(self):
        """The text with the rows joined into which the terminal broke a line: all but the last are full."""
        return "".join(row if row[-1:].strip() else row.rstrip() + "\n" for row in self.screen.display)

    @property
    def cursor(self):
        return self.screen.cursor.y, self.screen.cursor.x

    @property
    def line(self):
        """The cursor's row without hints and suggestions: the prompt and what was typed."""
        cells = self.screen.buffer[self.cursor[0]]
        columns = range(self.screen.columns)
        return "".join(cells[column].data for column in columns if not cells[column].italics).rstrip()

    @property
    def typed(self):
        """All rows without hints and suggestions."""
        rows = (self.screen.buffer[row] for row in range(self.screen.lines))
        columns = range(self.screen.columns)
        return ["".join(cells[column].data for column in columns if not cells[column].italics).rstrip() for cells in rows]

    @property
    def is_prompting(self):
        """Whether the cursor is after a prompt with nothing typed."""
        return self.line.endswith(">") and self.cursor[1] == len(self.line) + 1

    def resize(self, columns, rows):
        self.screen.resize(rows, columns)
        self.screen.ensure_hbounds()
        self.screen.ensure_vbounds()
        self.child.setwinsize(rows, columns)

    def role(self, row, column):
        """How a cell looks: its colour, whether it is bold, underlined, reversed, italic, and the colour behind it."""
        cell = self.screen.buffer[row][column]
        return cell.fg, cell.bold, cell.underscore, cell.reverse, cell.italics, cell.bg

    def end(self):
        """Waits for the shell's end and returns its exit status."""
        while self.feed():
            pass
        self.child.close(force=False)
        return self.child.exitstatus

    def hang_up(self):
        """Closes the terminal, as closing its window does, and waits for the shell's end; returns its status."""
        self.child.ptyproc.fileobj.close()
        self.child.closed = self.child.ptyproc.closed = self.child.ptyproc.terminated = True
        return os.waitstatus_to_exitcode(os.waitpid(self.child.pid, 0)[1])

    def kill(self):
        self.child.kill(signal.SIGKILL)
        while self.feed():
            pass


@pytest.fixture
def shells(tmp_path):
    """Starts shells that share one HOME and ends them with the test."""
    started = []

    def start(*arguments, wait=True, **settings):
        shell = Shell(tmp_path, arguments, **settings)
        started.append(shell)
        return shell.until(lambda: shell.is_prompting) if wait else shell

    start.home = tmp_path
    yield start
    for shell in started:
        shell.child.close(force=True)


# A usual terminal, and a small one in a locale that knows no character beyond ASCII.
SIZES = {"80x24": {"columns": 80, "rows": 24}, "40x10 C": {"columns": 40, "rows": 10, "LANG": "C", "LC_ALL": "C"}}


@pytest.fixture(params=SIZES.values(), ids=SIZES.keys())
def size(request):
    """The terminal settings in which everything shown at the prompt must fit."""
    return request.param


@pytest.fixture
def shell(shells, size):
    """One shell, on a usual terminal and on a small one."""
    return shells(**size)
