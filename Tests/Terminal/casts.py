"""The rules of asciicast version 2 and 3 (docs.asciinema.org/manual/asciicast/v2, /v3), as a reader sees them."""

import json
import re
from numbers import Real

HEADER = {
    2: {
        "version": int, "width": int, "height": int, "timestamp": int, "duration": Real, "idle_time_limit": Real,
        "command": str, "title": str, "env": dict, "theme": dict,
    },
    3: {
        "version": int, "term": dict, "timestamp": int, "idle_time_limit": Real, "command": str, "title": str,
        "env": dict, "tags": list,
    },
}
TERM = {"cols": int, "rows": int, "type": str, "version": str, "theme": dict}
NEEDED = {2: {"version", "width", "height"}, 3: {"version", "term"}}
CODES = {2: "iomr", 3: "iomrx"}
DATA = {"r": r"[1-9]\d*x[1-9]\d*", "x": r"-?\d+"}


class Cast:
    """A recording that follows the rules: its header, and its events as (seconds from the beginning, code, data)."""

    def __init__(self, content):
        text = content.decode("utf-8")
        assert text.endswith("\n"), "the last line has no end"
        lines = text[:-1].split("\n")
        self.header = json.loads(lines[0])
        self.version = self.header.get("version") if isinstance(self.header, dict) else None
        assert self.version in (2, 3), "no version 2 or 3"
        self.check_header()
        self.events = []
        for line in lines[1:]:
            if self.version == 3 and line.startswith("#"):
                continue
            self.add(json.loads(line))

    def check_header(self):
        check_members(self.header, HEADER[self.version], NEEDED[self.version])
        if self.version == 3:
            check_members(self.header["term"], TERM, {"cols", "rows"})
        self.size = self.of_header("width", "cols"), self.of_header("height", "rows")
        assert min(self.size) > 0, "no size"
        for name, value in self.header.get("env", {}).items():
            assert isinstance(name, str) and isinstance(value, str), "env is of strings"

    def of_header(self, two, three):
        return self.header[two] if self.version == 2 else self.header["term"][three]

    def add(self, event):
        assert isinstance(event, list) and len(event) == 3, f"no event: {event}"
        time, code, data = event
        assert is_a(time, Real) and time >= 0, f"no time: {time}"
        assert code in CODES[self.version], f"no code: {code}"
        assert isinstance(data, str) and re.fullmatch(DATA.get(code, "(?s).*"), data), f"wrong data: {data!r}"
        assert not (self.events and self.events[-1][1] == "x"), "something comes behind the exit"
        last = self.events[-1][0] if self.events else 0
        if self.version == 3:
            time += last
        assert time >= last, f"{time} is before {last}"
        self.events.append((time, code, data))

    def data(self, code):
        return [data for _, kind, data in self.events if kind == code]


def check_members(found, known, needed):
    assert needed <= set(found), f"missing: {needed - set(found)}"
    for name, value in found.items():
        assert name in known, f"unknown: {name}"
        assert is_a(value, known[name]), f"{name} is {value!r}"


def is_a(value, kind):
    return isinstance(value, kind) and not isinstance(value, bool)
