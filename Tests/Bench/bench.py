"""Measures NetShell against peers in the same run, and prints one table.

Every figure is shown with a peer's from the same minutes on the same machine, because only their ratio means anything
on another. Rounds of NetShell and its peers alternate, and the median counts.
"""

import os
import pathlib
import pty
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time

from journal import bench_journal
from measure import (
    GIBIBYTE,
    NETSHELL,
    PYTHON,
    ROOT,
    Peer,
    Shell,
    compiled,
    mebibytes,
    medians,
    milliseconds,
    row,
    seconds,
    status,
    table,
    watched,
)
from views import bench_json, bench_views


def bench_start(folder):
    command = "getprotobyname tcp"
    if subprocess.run([NETSHELL, "-c", command], capture_output=True).returncode != 0:
        command = "length x"
    (folder / "empty.tcl").write_text("")
    peers = {
        "bash -c true": ["bash", "-c", "true"],
        "python3 -IS -c 'import socket'": [PYTHON, "-IS", "-c", "import socket"],
        "tclsh": ["tclsh", str(folder / "empty.tcl")],
    }
    commands = {"netshell": [NETSHELL, "-c", command], **peers}
    taken = medians(100, {name: lambda words=words: seconds(words) for name, words in commands.items()})
    mine = taken["netshell"]
    for name in peers:
        is_python = name.startswith("python3")
        row(
            f"start: -c '{command}'",
            milliseconds(mine),
            name,
            milliseconds(taken[name]),
            f"{mine / taken[name]:.2f}",
            "≤ 0.25" if is_python else "",
            mine / taken[name] <= 0.25 if is_python else None,
        )


def bench_again(_):
    """What the README's first command adds to a start when nothing has to be built."""
    words = ["-c", "getprotobyname tcp"]
    commands = {"script": [str(ROOT / "scripts/netshell"), *words], "binary": [NETSHELL, *words]}
    taken = medians(30, {name: lambda words=words: seconds(words) for name, words in commands.items()})
    added = taken["script"] - taken["binary"]
    row(
        "a second start, scripts/netshell",
        milliseconds(taken["script"]),
        "the binary itself",
        milliseconds(taken["binary"]),
        f"+{milliseconds(added)}",
        "+50 ms",
        added <= 0.05,
    )


def first_prompt(command, prompt, home):
    """How long a shell on a terminal takes from its start until its prompt is shown."""
    environment = {**os.environ, "HOME": str(home), "TERM": "xterm-256color", "PS1": "bash$ "}
    start = time.perf_counter()
    child, terminal = pty.fork()
    if child == 0:
        os.execvpe(command[0], command, environment)
    seen = b""
    while prompt not in seen:
        try:
            seen += os.read(terminal, 65536)
        except OSError:
            sys.exit(f"{command} ended: {seen!r}")
    taken = time.perf_counter() - start
    os.close(terminal)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return taken


def bench_prompt(folder):
    full = folder / "full"
    (full / ".local/state/netshell").mkdir(parents=True)
    with open(full / ".local/state/netshell/history", "w") as history:
        history.writelines(f"connect host{number}.example.com {number}\n" for number in range(10_000))
    commands = {
        "netshell": ([NETSHELL], b"netshell", folder),
        "netshell, 10,000 in the history": ([NETSHELL], b"netshell", full),
        "bash -i --norc": (["bash", "--norc", "-i"], b"bash$ ", folder),
        "python3": ([PYTHON], b">>> ", folder),
    }
    taken = medians(30, {name: lambda one=one: first_prompt(*one) for name, one in commands.items()})
    for mine in list(commands)[:2]:
        for peer in list(commands)[2:]:
            ratio = taken[mine] / taken[peer]
            what = "first prompt" + mine.removeprefix("netshell")
            row(what, milliseconds(taken[mine]), peer, milliseconds(taken[peer]), f"{ratio:.2f}")


def bench_lines(_):
    count = 20_000
    scripts = {
        "netshell": ([NETSHELL], "s = socket inet stream\nbind 127.0.0.1 0\n", "getsockname\n"),
        "tclsh": (
            ["tclsh"],
            "set s [socket -server x -myaddr 127.0.0.1 0]\n",
            "puts [fconfigure $s -sockname]\n",
        ),
        "python3 -i": (
            [PYTHON, "-IS", "-i", "-q"],
            "import socket; s = socket.socket(); s.bind(('127.0.0.1', 0))\n",
            "s.getsockname()\n",
        ),
    }
    measures = {}
    for name, (command, begin, line) in scripts.items():
        whole, start = (begin + line * count).encode(), (begin + line).encode()
        measures[name] = lambda command=command, whole=whole, start=start: (
            seconds(command, whole) - seconds(command, start)
        ) / count
    taken = medians(5, measures)
    mine = taken["netshell"]
    for name in ("tclsh", "python3 -i"):
        row(
            "a scripted line (getsockname, pipe)",
            f"{mine * 1e6:.2f} µs",
            name,
            f"{taken[name] * 1e6:.2f} µs",
            f"{mine / taken[name]:.2f}",
            "≤ 5 µs",
            mine <= 5e-6,
        )


def stream_rows(what, commands):
    taken = {name: [] for name in commands}
    for _ in range(3):
        for name, command in commands.items():
            taken[name].append(watched(command))
    best = {name: sorted(values)[1] for name, values in taken.items()}
    mine, memory = best["netshell"]
    for name in commands:
        if name == "netshell":
            continue
        row(
            what,
            f"{GIBIBYTE / mine / 2**30:.2f} GiB/s, {mebibytes(memory)}",
            name,
            f"{GIBIBYTE / best[name][0] / 2**30:.2f} GiB/s, {mebibytes(best[name][1])}",
            f"{mine / best[name][0]:.2f}",
            "≤ 1" if name == "nc" else "",
            mine <= best[name][0] if name == "nc" else None,
        )


def bench_stream(folder):
    peer = compiled(folder)
    # A sparse file: reading it costs no disk access, as making the pattern costs none.
    zeros = folder / "zeros"
    with open(zeros, "wb") as file:
        file.truncate(GIBIBYTE)
    with Peer(peer, "sink") as sink:
        to, port = "127.0.0.1", str(sink.port)
        text = f"s = socket inet stream ; connect {to} {port} ; sendall "
        bash = lambda words: ["bash", "-c", f"exec {words} < {zeros}"]
        peers = {"nc": bash(f"nc -N {to} {port}"), "socat": bash(f"socat -u -b 262144 STDIN TCP:{to}:{port}")}
        stream_rows("1 GiB out: sendall fill:", {"netshell": [NETSHELL, "-c", text + f"fill:{GIBIBYTE}"], **peers})
        stream_rows("1 GiB out: sendall @file", {"netshell": [NETSHELL, "-c", text + f"@{zeros}"], **peers})
    with Peer(peer, "source", GIBIBYTE) as source:
        port = str(source.port)
        text = f"s = socket inet stream ; connect {to} {port} ; recvall -to /dev/null"
        stream_rows(
            "1 GiB in: recvall -to /dev/null",
            {
                "netshell": [NETSHELL, "-c", text],
                "nc": ["nc", "-d", to, port],
                "socat": ["socat", "-u", "-b", "262144", f"TCP:{to}:{port}", "OPEN:/dev/null"],
            },
        )


def bench_pingpong(folder):
    count = 20_000
    peer = compiled(folder)
    with Peer(peer, "echo") as echo:
        text = (
            f"s = socket inet stream ; connect 127.0.0.1 {echo.port} ; "
            f"repeat {count} {{ n = s.send x ; r = s.recv 1 }}"
        )
        taken = medians(
            5,
            {
                "netshell": lambda: seconds([NETSHELL, "-c", text]),
                "C": lambda: seconds([peer, "pingpong", str(echo.port), str(count)]),
            },
        )
    mine, theirs = taken["netshell"] / count, taken["C"] / count
    row("one byte there and back", f"{mine * 1e6:.1f} µs", "C", f"{theirs * 1e6:.1f} µs", f"{mine / theirs:.2f}")


PYTHON_LIVE = """
import array, fcntl, resource, select, socket, sys, termios, time
resource.setrlimit(resource.RLIMIT_NOFILE, (resource.getrlimit(resource.RLIMIT_NOFILE)[1],) * 2)
sockets = [socket.socket() for _ in range(10000)]
start = time.perf_counter()
poll = select.poll()
for s in sockets: poll.register(s)
ready = dict(poll.poll(0))
lines = []
for s in sockets:
    state = s.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 1)[0]
    try: peer = s.getpeername()
    except OSError: peer = ""
    waiting = []
    for request in (termios.FIONREAD, termios.TIOCOUTQ):
        count = array.array("i", [0])
        fcntl.ioctl(s, request, count)
        waiting.append(count[0])
    lines.append(f"{s.fileno()} {state} {s.getsockname()} {peer} {waiting} {ready.get(s.fileno())}")
sys.stdout.write("\\n".join(lines))
sys.stdout.flush()
print(time.perf_counter() - start, open("/proc/self/status").read().split("VmHWM:")[1].split()[0], file=sys.stderr)
"""


def bench_live(_):
    shell = Shell()
    shell.type("repeat 10000 { socket inet stream }")
    shell.type("print made")
    shell.until("made")
    listed = []
    for _ in range(5):
        start = time.perf_counter()
        shell.type("sockets ; print listed")
        shell.until("listed")
        listed.append(time.perf_counter() - start)
    memory = status(shell.process, "VmHWM")
    shell.close()
    done = subprocess.run([PYTHON, "-IS", "-c", PYTHON_LIVE], capture_output=True, text=True)
    theirs, their_memory = done.stderr.split()
    mine, theirs, their_memory = statistics.median(listed), float(theirs), int(their_memory) * 1024
    row("10,000 live sockets: list", milliseconds(mine), "python3", milliseconds(theirs), f"{mine / theirs:.2f}",
        "≤ 50 ms", mine <= 0.05)
    row("10,000 live sockets: memory", mebibytes(memory), "python3", mebibytes(their_memory),
        f"{memory / their_memory:.2f}", "≤ 64 MiB", memory <= 64 << 20)


PYTHON_CHURN = """
import socket
for _ in range(100000):
    s = socket.socket()
    s.close()
"""


def bench_churn(_):
    shell = Shell()

    def churn(count, mark):
        shell.type(f"repeat {count} {{ s = socket inet stream ; s.close }} ; print {mark}")
        shell.until(mark)
        descriptors = len(os.listdir(f"/proc/{shell.process.pid}/fd"))
        return descriptors, status(shell.process, "VmRSS")

    # The journal keeps a bounded number of calls in memory; once full, only what finds the others grows.
    before = churn(100_000, "before")
    start = time.perf_counter()
    after = churn(100_000, "after")
    taken = time.perf_counter() - start
    shell.close()
    theirs = seconds([PYTHON, "-IS", "-c", PYTHON_CHURN])
    row("100,000 opened and closed", f"{taken:.2f} s", "python3", f"{theirs:.2f} s", f"{taken / theirs:.2f}")
    row("  left behind: descriptors", str(after[0] - before[0]), "", "", "", "0", after[0] == before[0])
    grown = after[1] - before[1]
    row("  left behind: memory", mebibytes(grown), "of", mebibytes(after[1]), "", "none", grown < 1 << 20)


def bench_course(_):
    """Every solution, mistake and prediction, compared with the lessons played once, which is the minimum."""
    lessons = [line for line in (ROOT / "Lessons/index").read_text().splitlines() if line and line[0] != "#"]
    taken = medians(
        3,
        {
            "netshell": lambda: seconds([NETSHELL, "lesson", "test", ROOT / "Lessons"]),
            "replay": lambda: seconds([NETSHELL, "replay", *lessons]),
        },
    )
    mine, once = taken["netshell"], taken["replay"]
    what = "the whole course: lesson test Lessons, at most 20 s"
    row(what, f"{mine:.2f} s", "replayed once", f"{once:.2f} s", f"{mine / once:.2f}", "≤ 20 s", mine <= 20)


def bench_clone(folder):
    clone = folder / "clone"
    start = time.perf_counter()
    subprocess.run(["git", "clone", "-q", ROOT, clone], check=True)
    subprocess.run([clone / "scripts/netshell", "-c", "length x"], check=True, stdout=subprocess.DEVNULL)
    taken = time.perf_counter() - start
    row("fresh clone to first reply", f"{taken:.0f} s", "", "", "", "≤ 240 s", taken <= 240)


BENCHES = {
    "start": bench_start,
    "again": bench_again,
    "prompt": bench_prompt,
    "lines": bench_lines,
    "stream": bench_stream,
    "pingpong": bench_pingpong,
    "live": bench_live,
    "churn": bench_churn,
    "course": bench_course,
    "journal": bench_journal,
    "json": bench_json,
    "views": bench_views,
    "clone": bench_clone,
}


def main(names):
    unknown = [name for name in names if name not in BENCHES]
    if unknown:
        sys.exit(f"no row {' '.join(unknown)}; there are {' '.join(BENCHES)}")
    folder = pathlib.Path(tempfile.mkdtemp(prefix="netshell-bench-"))
    os.environ["HOME"] = str(folder)
    try:
        for name in names or [name for name in BENCHES if name != "clone"]:
            BENCHES[name](folder)
    finally:
        shutil.rmtree(folder)
    print(file=sys.stderr)
    table()


main(sys.argv[1:])
