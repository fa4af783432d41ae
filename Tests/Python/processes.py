"""NetShell as a process, for the tests: they wait for its output, never for a clock."""

import os
import pathlib
import queue
import subprocess
import sys
import threading

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
NETSHELL = os.path.abspath(os.environ.get("NETSHELL", ROOT / ".build/debug/netshell"))
# No test waits this long; it only ends one that hangs.
LIMIT = 300

# Until it execs, a process has its parent's memory, which counts: pytest has too much. The
# figure goes to a descriptor of its own, as the standard ones are the program's.
WATCH = """
import os, sys
child = os.spawnv(os.P_NOWAIT, sys.argv[2], sys.argv[2:])
_, status, usage = os.wait4(child, 0)
os.write(int(sys.argv[1]), str(usage.ru_maxrss * 1024).encode())
sys.exit(os.waitstatus_to_exitcode(status))
"""


def watched(arguments, **options):
    """Runs NetShell to its end; returns the result and its peak memory in bytes."""
    reader, writer = os.pipe()
    try:
        command = [sys.executable, "-IS", "-c", WATCH, str(writer), NETSHELL, *map(str, arguments)]
        done = subprocess.run(command, timeout=LIMIT, pass_fds=[writer], **options)
        os.close(writer)
        writer = None
        return done, int(os.read(reader, 100))
    finally:
        os.close(reader)
        if writer is not None:
            os.close(writer)


def in_namespaces(flags, script):
    """The prefix for a command that is to run in namespaces of its own, prepared by a script. If the system
    gives us none, neither as we are nor as the root of a user namespace, the test is skipped."""
    for user in ["--user", "--map-root-user"], []:
        if subprocess.run(["unshare", *user, *flags, "true"], capture_output=True).returncode == 0:
            return ["unshare", *user, *flags, "sh", "-c", script + ' && exec "$@"', "sh"]
    pytest.skip("the system gives us no namespaces")


class Shell:
    """Starts NetShell in a throw-away home."""

    def __init__(self, home):
        self.home = home
        self.environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "XDG_STATE_HOME": str(home / "state"),
            "LC_ALL": "C.UTF-8",
        }

    def run(self, *arguments, text=b"", **options):
        """Runs it to its end; `text` comes through a pipe."""
        if isinstance(text, str):
            text = text.encode()
        return subprocess.run(
            [NETSHELL, *(one if isinstance(one, bytes) else str(one) for one in arguments)],
            input=text,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=self.environment,
            timeout=LIMIT,
            **options,
        )

    def ok(self, *arguments, **options):
        """Runs it, expects success, and returns the lines of its standard output."""
        done = self.run(*arguments, **options)
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode().splitlines()

    def start(self, *arguments, **options):
        """Starts it and leaves it running."""
        return Running([NETSHELL, *map(str, arguments)], self.environment, **options)


class Running:
    """A process whose lines are read as they come."""

    def __init__(self, command, environment, **options):
        self.process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment,
            **options,
        )
        self.lines = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        for line in self.process.stdout:
            self.lines.put(line.decode().rstrip("\n"))
        self.lines.put(None)

    def type(self, line):
        self.process.stdin.write(line.encode() + b"\n")
        self.process.stdin.flush()

    def line(self):
        """The next line of standard output."""
        line = self.lines.get(timeout=LIMIT)
        assert line is not None, self.process.stderr.read().decode()
        return line

    def finish(self):
        """Closes standard input; returns the exit code and what was written to standard error."""
        self.process.stdin.close()
        code = self.process.wait(timeout=LIMIT)
        error = self.process.stderr.read().decode()
        self.process.stderr.close()
        return code, error

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
