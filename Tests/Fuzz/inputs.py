"""Random and damaged inputs: scripts, lessons, journals, logs of strace, recorded sessions, and sessions beside a twin in
Python. Whatever comes, NetShell must end by itself or by Ctrl-C, with one of its exit codes, within a bounded memory, and
without a raw control byte in what it says.

    python Tests/Fuzz/inputs.py [KIND…] [--netshell PATH] [--seed N] [--seconds N] [--only NUMBER] [--keep FOLDER]

KIND is scripts, lessons, journals, straces, sessions or twins; all of them if none is given. Prints the seed; an input is
made of the seed and its number alone, so that --seed N --only NUMBER makes it again. What was found is kept in a folder, and
the exit code is then 1. Runs in namespaces of its own (network, mounts, processes): nothing outside is reached or written.
"""

import argparse
import json
import os
import pathlib
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import time

import makers

ROOT = pathlib.Path(__file__).resolve().parents[2]
WORK = pathlib.Path("/mnt")
# A script may wait for ever; then it gets a Ctrl-C, and has this long to end.
PATIENCE, GRACE = 1.5, 20
MEMORY = 1 << 30
# What waits for no call is ended by Ctrl-C's signal itself.
CODES = {0, 1, 2, 3, 130, -signal.SIGINT}
RAW = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
CRASH = re.compile(r"Fatal error|Thread \d+ crashed|Backtrace|AddressSanitizer")


class Finding(Exception):
    """Something that must not be."""


def run(command, folder):
    """Runs NetShell on an input; Ctrl-C ends one that waits. Returns the exit code and both outputs."""
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(folder), "LC_ALL": "C.UTF-8"}
    process = subprocess.Popen(
        [str(part) for part in command], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
    )  # fmt: skip
    end = time.monotonic() + PATIENCE + GRACE
    while True:
        try:
            outputs = process.communicate(timeout=PATIENCE)
            return process.returncode, *outputs
        except subprocess.TimeoutExpired:
            if time.monotonic() > end:
                os.killpg(process.pid, signal.SIGKILL)
                process.communicate()
                raise Finding(f"still there {GRACE} s after Ctrl-C") from None
            process.send_signal(signal.SIGINT)


def judge(code, out, error, is_shown):
    """Raises what is wrong with an end."""
    text = error.decode(errors="replace")
    if code not in CODES:
        raise Finding(f"exit code {code}: {text[-2000:]}")
    if CRASH.search(text):
        raise Finding(f"crashed: {text[-2000:]}")
    if resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024 > MEMORY:
        raise Finding(f"more than {MEMORY >> 20} MiB of memory")
    for name, said in ("standard error", text), ("standard output", out.decode(errors="replace") if is_shown else ""):
        raw = RAW.search(said)
        if raw:
            raise Finding(f"a raw {raw[0]!r} on {name}: {said[max(raw.start() - 60, 0) : raw.end() + 60]!r}")


def judge_json(out):
    for number, line in enumerate(out.decode().splitlines(), 1):
        try:
            json.loads(line)
        except ValueError as error:
            raise Finding(f"line {number} of --json: {error}: {line[:300]}") from None


def attempt(kind, netshell, chance, folder):
    """Makes one input and looks at what comes of it."""
    made = makers.MAKERS[kind](chance)
    for name, content in made.files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    for arguments in made.commands:
        code, out, error = run([netshell, *arguments], folder)
        judge(code, out, error, is_shown=kind not in ("scripts", "twins"))
        if "--json" in arguments:
            judge_json(out)
        if made.compare:
            problem = made.compare(out.decode(), folder)
            if problem:
                raise Finding(problem)


def fuzz(kind, options, end):
    """Tries inputs of a kind until the time is up; returns how many, and the findings."""
    count, found = 0, 0
    while options.only is not None or time.monotonic() < end:
        number = count if options.only is None else options.only
        count += 1
        folder = WORK / f"{kind}-{number}"
        folder.mkdir()
        try:
            attempt(kind, WORK / "netshell", random.Random(f"{options.seed} {kind} {number}"), folder)
        except Finding as finding:
            found += 1
            shutil.copytree(folder, pathlib.Path(options.keep) / folder.name, dirs_exist_ok=True, symlinks=True)
            print(f"{kind} --seed {options.seed} --only {number}: {finding}\n  kept in {options.keep}/{folder.name}", flush=True)
        shutil.rmtree(folder, ignore_errors=True)
        if options.only is not None or found >= 5:
            break
    return count, found


def inside(options):
    """In the namespaces: all kinds in turn."""
    failed = False
    for kind in options.kinds or makers.MAKERS:
        count, found = fuzz(kind, options, time.monotonic() + options.seconds)
        print(f"{kind}: {count} inputs, {found} findings", flush=True)
        failed |= found > 0
    return failed


def enter(options):
    """Runs itself again where nothing outside can be reached or written."""
    keep = pathlib.Path(options.keep)
    keep.mkdir(parents=True, exist_ok=True)
    # The folder of what was found stays writable; all else is read-only, and the home and the temporary folder are empty.
    script = f"""
        ip link set lo up && mount --make-rprivate / && mount -t tmpfs tmpfs {WORK} && cp "$1" {WORK}/netshell && shift
        mkdir {WORK}/keep && mount --bind "$1" {WORK}/keep && shift
        case {ROOT} in /tmp/*) ;; *) mount -t tmpfs tmpfs /tmp ;; esac
        mount --bind / / && mount -o remount,bind,ro / 2>/dev/null
        exec "$@"
    """
    arguments = [*options.kinds, "--seed", options.seed, "--seconds", options.seconds, "--keep", WORK / "keep", "--inside"]
    if options.only is not None:
        arguments += ["--only", options.only]
    for user in [], ["--user", "--map-root-user"]:
        flags = ["unshare", *user, "--net", "--mount", "--pid", "--fork", "--mount-proc"]
        if subprocess.run([*flags, "true"], capture_output=True).returncode:
            continue
        command = [*flags, "sh", "-c", script, "sh", options.netshell, str(keep.resolve()), sys.executable, __file__, *map(str, arguments)]
        return subprocess.run(command).returncode
    print("the system gives us no namespaces, so nothing is tried")
    return 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kinds", nargs="*", choices=[[], *makers.MAKERS])
    parser.add_argument("--netshell", default=os.environ.get("NETSHELL", ROOT / ".build/debug/netshell"))
    parser.add_argument("--seed", type=int, default=time.time_ns() % 1_000_000_000)
    parser.add_argument("--seconds", type=float, default=60, help="for each kind")
    parser.add_argument("--only", type=int, help="the input with this number alone")
    parser.add_argument("--keep", default=f"/tmp/netshell-fuzz-{os.getpid()}", help="where inputs with a finding go")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.inside:
        return inside(options)
    print(f"seed {options.seed}", flush=True)
    return enter(options)


if __name__ == "__main__":
    sys.exit(main())
