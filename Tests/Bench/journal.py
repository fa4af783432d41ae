"""The journal: what a record costs, how much memory a million of them take, how fast views of the last ones are."""

import statistics
import subprocess
import time

from measure import HERE, PYTHON, ROOT, Shell, mebibytes, milliseconds, row, status

# A log with bounded memory that can be queried for any part: what a program without a journal would use.
SQLITE = """
import sqlite3, statistics, sys, time
log = sqlite3.connect(sys.argv[1])
log.execute("PRAGMA journal_mode=OFF")
log.execute("PRAGMA synchronous=OFF")
log.execute("CREATE TABLE call (n INTEGER PRIMARY KEY, statement, name, socket, arguments, result, outputs, start, duration)")
start = time.perf_counter()
for n in range(1000000):
    at = time.monotonic_ns()
    log.execute("INSERT INTO call VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (n, n, "getsockname", 1, "3, 128, 128", 0, "127.0.0.1 40000, 16", at, time.monotonic_ns() - at))
recorded = time.perf_counter() - start
asked = []
for _ in range(9):
    start = time.perf_counter()
    for row in log.execute("SELECT * FROM call ORDER BY n DESC LIMIT 1000"):
        sys.stdout.write(str(row) + "\\n")
    asked.append(time.perf_counter() - start)
peak = open("/proc/self/status").read().split("VmHWM:")[1].split()[0]
print(recorded / 1e6, statistics.median(asked), peak, file=sys.stderr)
"""


def journal_program(folder):
    """The part of Tests/Bench that puts calls into a journal, compiled against the release build."""
    binary, build = folder / "journal", ROOT / ".build/release"
    system = ROOT / ".build/checkouts/swift-system/Sources/CSystem/include/module.modulemap"
    maps = [build / "CSockets.build/module.modulemap", system]
    modules = ["Journal", "Language", "Sockets", "CSockets", "CSystem", "SystemPackage"]
    objects = [path for module in modules for path in sorted((build / f"{module}.build").glob("*.o"))]
    flags = [word for path in maps for word in ("-Xcc", f"-fmodule-map-file={path}")]
    words = ["swiftc", "-O", "-parse-as-library", "-static-stdlib", HERE / "journal.swift", "-I", build / "Modules"]
    subprocess.run([*words, *flags, *objects, "-o", binary], check=True)
    return binary


def bench_journal(folder):
    binary = journal_program(folder)
    runs = [subprocess.run([binary], capture_output=True, text=True, check=True).stdout.split() for _ in range(5)]
    mine = statistics.median(int(recorded) - int(made) for recorded, made in runs) / 1e9
    done = subprocess.run([PYTHON, "-IS", "-c", SQLITE, folder / "calls.db"], capture_output=True, text=True)
    recorded, asked, peak = map(float, done.stderr.split())
    row("a call recorded, of 1,000,000", f"{mine * 1e9:.0f} ns", "sqlite3", f"{recorded * 1e9:.0f} ns",
        f"{mine / recorded:.2f}", "≤ 1 µs", mine <= 1e-6)
    shell = Shell()
    shell.type("l = socket inet stream ; bind 127.0.0.1 0 ; listen ; s = socket inet stream")
    shell.type("s.connect 127.0.0.1 $l.port ; c = l.accept ; repeat 999000 { n = s.getsockname }")
    shell.type("repeat 500 { n = s.send ab ; n = c.recv 10 } ; print made")
    shell.until("made")
    row("1,000,000 calls: memory", mebibytes(status(shell.process, "VmHWM")), "sqlite3", mebibytes(peak * 1024),
        f"{status(shell.process, 'VmHWM') / peak / 1024:.2f}")
    for view in ("journal -since 999006", "explain 1000000", "explain 5", "diagram", "ruler s", "state s"):
        taken = []
        for _ in range(9):
            start = time.perf_counter()
            shell.type(view + " ; print shown")
            shell.until("shown")
            taken.append(time.perf_counter() - start)
        one = statistics.median(taken)
        row(f"  {view}", milliseconds(one), "sqlite3, last 1,000", milliseconds(asked), f"{one / asked:.2f}",
            "≤ 50 ms", one <= 0.05)
    shell.close()
