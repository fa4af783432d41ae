"""What every row of the table is measured with."""

import os
import pathlib
import statistics
import subprocess
import sys
import threading
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
NETSHELL = os.environ.get("NETSHELL", str(ROOT / ".build/release/netshell"))
PYTHON = os.path.realpath(sys.executable)
GIBIBYTE = 1 << 30
rows = []


def row(what, netshell, peer_name, peer, ratio, reach="", met=None):
    verdict = "" if met is None else "met" if met else "MISSED"
    rows.append((what, netshell, f"{peer_name} {peer}".strip(), ratio, reach, verdict))
    print(".", end="", flush=True, file=sys.stderr)


def seconds(command, text=None, **options):
    """How long a command takes; it must not fail."""
    start = time.perf_counter()
    done = subprocess.run(
        command,
        input=text,
        stdin=subprocess.DEVNULL if text is None else None,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        **options,
    )
    taken = time.perf_counter() - start
    if done.returncode != 0:
        sys.exit(f"{command} failed with {done.returncode}")
    return taken


def medians(rounds, measures):
    """The median of each measure; their rounds alternate."""
    taken = {name: [] for name in measures}
    for _ in range(rounds):
        for name, measure in measures.items():
            taken[name].append(measure())
    return {name: statistics.median(values) for name, values in taken.items()}


def milliseconds(value):
    return f"{value * 1e3:.2f} ms"


def mebibytes(value):
    return f"{value / 2**20:.1f} MiB"


def status(process, field):
    """A field of /proc/PID/status in bytes; None once the process is gone."""
    try:
        for line in open(f"/proc/{process.pid}/status"):
            if line.startswith(field + ":"):
                return int(line.split()[1]) * 1024
    except OSError:
        pass
    return None


class Peer:
    """A listening peer in C."""

    def __init__(self, binary, *words):
        self.process = subprocess.Popen([binary, *map(str, words)], stdout=subprocess.PIPE)
        self.port = int(self.process.stdout.readline())

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()


class Shell:
    """A NetShell whose input comes through a pipe."""

    def __init__(self):
        self.process = subprocess.Popen([NETSHELL], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def type(self, line):
        self.process.stdin.write(line.encode() + b"\n")
        self.process.stdin.flush()

    def until(self, last):
        while self.process.stdout.readline().decode().rstrip("\n") != last:
            pass

    def close(self):
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait()


def watched(command):
    """Runs a command; returns its time and its peak memory."""
    start = time.perf_counter()
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    peak = [0]

    def watch():
        while (now := status(process, "VmHWM")) is not None:
            peak[0] = now
            time.sleep(0.01)

    watcher = threading.Thread(target=watch)
    watcher.start()
    code = process.wait()
    taken = time.perf_counter() - start
    watcher.join()
    if code != 0:
        sys.exit(f"{command} failed with {code}")
    return taken, peak[0]


def compiled(folder):
    binary = folder / "peer"
    if not binary.exists():
        subprocess.run(["cc", "-O2", "-o", binary, HERE / "peer.c"], check=True)
    return str(binary)


def table():
    header = ("what", "netshell", "peer", "ratio", "reach", "")
    widths = [max(len(one[column]) for one in [header, *rows]) for column in range(len(header))]
    for one in [header, *rows]:
        print("  ".join(cell.ljust(width) for cell, width in zip(one, widths)).rstrip())
