"""What every view of many calls costs, and the calls as JSON."""

from measure import NETSHELL, PYTHON, medians, milliseconds, row, seconds

CALLS = 40_000
SESSION = "p = socketpair ; repeat 1000 { n = p.send hello ; n = p2.recv 100 } ; "
VIEWS = ("journal -since 1", "diagram", "ruler p", "state p", "explain 1000", "export python calls.py", "export c calls.c")

# The minimum for a program that reports its calls as JSON: no states, no kernel times, no types.
PYTHON_JSON = f"""
import json, socket, sys, time
s = socket.socket()
s.bind(("127.0.0.1", 0))
for number in range({CALLS}):
    start = time.monotonic_ns()
    name = s.getsockname()
    call = dict(name="getsockname", fd=s.fileno(), result=0, address=name, time=start, duration=time.monotonic_ns() - start)
    print(json.dumps(dict(statement=number, command="getsockname", socket="s", reply=name, calls=[call])))
"""


def bench_json(_):
    text = f"s = socket inet stream ; bind 127.0.0.1 0 ; repeat {CALLS} {{ n = s.getsockname }}"
    taken = medians(
        5,
        {
            "netshell": lambda: seconds([NETSHELL, "--json", "-c", text]),
            "python3": lambda: seconds([PYTHON, "-IS", "-c", PYTHON_JSON]),
        },
    )
    mine, theirs = taken["netshell"], taken["python3"]
    row(f"{CALLS:,} calls as --json", milliseconds(mine), "python3", milliseconds(theirs), f"{mine / theirs:.2f}")


def bench_views(folder):
    """The session alone is the peer: what a view adds to it, for 2,001 calls."""
    commands = {view: [NETSHELL, "-c", SESSION + view] for view in VIEWS}
    commands["alone"] = [NETSHELL, "-c", SESSION]
    taken = medians(9, {view: lambda words=words: seconds(words, cwd=folder) for view, words in commands.items()})
    alone = taken["alone"]
    for view in VIEWS:
        added = taken[view] - alone
        row(f"2,001 calls: {view}", milliseconds(added), "the session itself", milliseconds(alone), f"{added / alone:.2f}")
