"""Replays as recordings: asciicasts by the format's rules and in asciinema, and self-contained pages."""

import base64
import hashlib
import html.parser
import re
import subprocess
from pathlib import Path

import pexpect
import pytest

from casts import Cast
from conftest import NETSHELL, PATIENCE

COURSE = Path(__file__).resolve().parents[2] / "Lessons"
# Raw sockets are not for everyone; without them that lesson has nothing to record.
LESSONS = [id for id in (COURSE / "index").read_text().splitlines() if id[:1].isalpha() and id != "raw"]
HOSTILE = """\
title: </title><script>alert('a')</script> & "quotes"
id: hostile

## <b onclick="x">Bold</b> & 'so' {#bold}

<img src=x onerror=alert(1)> </pre>

```do
> a = socketpair
> a.send "\\x1b]0;title\\x07\\x1b[2J</pre></script><script>alert(2)</script>\\""
> print "</pre>" '&amp;' "\\u{9b}31m"
```
"""


def steps(path):
    """The titles of a lesson's steps by their ids."""
    return {id: title for title, id in re.findall(r"^## (.*) \{#(.*)\}$", path.read_text(), re.M)}


def netshell(home, *arguments):
    program = [str(Path(NETSHELL.split()[0]).resolve())]
    return subprocess.run(
        program + [str(argument) for argument in arguments],
        stdin=subprocess.DEVNULL, capture_output=True, timeout=60, env={"PATH": "/usr/bin:/bin", "HOME": str(home)},
    )


@pytest.fixture
def replay(tmp_path):
    """Records a lesson's replay; returns the file."""

    def record(lesson, name, *options):
        file = tmp_path / name
        done = netshell(tmp_path, "replay", lesson, "--record", file, *options)
        assert (done.returncode, done.stderr) == (0, b""), done.stderr.decode()
        return file

    return record


class Page(html.parser.HTMLParser):
    """What a browser would find in a page."""

    def __init__(self, text):
        super().__init__()
        self.elements, self.text, self.open = [], "", []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))
        if tag not in ("meta", "!doctype"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open[-1:] != ["script"] and self.open[-1:] != ["style"]:
            self.text += data

    def all(self, name):
        return [attributes[name] for _, attributes in self.elements if name in attributes]


@pytest.mark.parametrize("lesson", LESSONS)
def test_replays_keep_the_rules_of_both_versions(replay, lesson):
    two = Cast(replay(lesson, "two.cast").read_bytes())
    three = Cast(replay(lesson, "three.cast", "--cast-version", "3").read_bytes())
    assert (two.version, three.version) == (2, 3)
    titles = list(steps(COURSE / f"{lesson}.md").values())
    for cast in two, three:
        assert cast.size == (80, 24) and cast.data("m") == titles
        assert "".join(cast.data("o")).count("\n") == "".join(cast.data("o")).count("\r\n") > 20


@pytest.mark.parametrize("lesson", ["server", "errors", "unix"])
@pytest.mark.parametrize("command", [["play", "-s", "1000", "-i", "0.01"], ["cat"]], ids=["play", "cat"])
def test_asciinema_plays_version_2(replay, lesson, command, tmp_path):
    file = replay(lesson, "two.cast")
    screen = "".join(Cast(file.read_bytes()).data("o"))
    settings = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "TERM": "xterm", "LANG": "C.UTF-8"}
    # Both need a terminal for the keys that control them.
    player = pexpect.spawn("asciinema", [*command, str(file)], env=settings, timeout=PATIENCE, encoding="utf-8")
    shown = player.read()
    player.close()
    assert player.exitstatus == 0 and screen.replace("\r", "") in shown.replace("\r", "")


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_page_needs_nothing_else(replay, lesson):
    page = Page(replay(lesson, "page.html").read_text())
    assert not {"link", "img", "iframe", "object", "embed", "video"} & {tag for tag, _ in page.elements}
    assert not page.all("src") and page.open == []
    known = steps(COURSE / f"{lesson}.md")
    assert page.all("id") == list(known)
    assert page.all("href") == [f"#{id}" for id in known] * 2
    times = [float(time) for time in page.all("data-t")]
    assert times == sorted(times) and times[-1] > 10
    assert all(title in page.text for title in known.values())


def test_only_its_own_script_runs_in_a_page(replay):
    """The policy has the digest of the one script that is there (Content Security Policy Level 3)."""
    text = replay("errors", "page.html").read_text()
    (script,) = re.findall(r"(?s)<script>(.*?)</script>", text)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'"
    assert Page(text).all("content") == [policy, "width=device-width, initial-scale=1"]
    assert not re.search(r"https?:|url\(|@import|fetch|XMLHttpRequest|innerHTML|eval", text.split("<main>")[0])


def test_a_page_tells_what_is_what(replay):
    """Input, reply and failure apart."""
    page = Page(replay("errors", "page.html").read_text())
    kinds = {attributes.get("class") for tag, attributes in page.elements if tag == "pre"}
    assert {"input", "reply", "failure", "task"} <= kinds


def test_the_speed_holds_for_a_recording(replay):
    once, twice = (Cast(replay("names", f"{speed}.cast", "--speed", speed).read_bytes()) for speed in ("1", "2"))
    assert 1.99 < once.events[-1][0] / twice.events[-1][0] < 2.01


@pytest.mark.parametrize("size, wanted", [([], (80, 24)), (["--size", "100x30"], (100, 30))])
def test_the_size_of_a_recording(replay, size, wanted):
    assert Cast(replay("names", "x.cast", *size).read_bytes()).size == wanted


@pytest.mark.parametrize("size", ["100", "10x10", "axb", "100x30x2", ""])
def test_a_size_that_is_none(tmp_path, size):
    done = netshell(tmp_path, "replay", "names", "--record", "x.cast", "--size", size)
    assert done.returncode == 2 and b"--size is COLUMNSxROWS" in done.stderr


@pytest.mark.parametrize("options, problem", [
    (["names", "--live"], b"--live is for --record"), (["names", "--size", "80x24"], b"--size is for a recording"),
    (["names", "--all"], b"name none"), ([], b"which lesson?"), (["names", "--live", "--record", "x.cast"], b"records a terminal"),
])
def test_options_that_do_not_fit(tmp_path, options, problem):
    done = netshell(tmp_path, "replay", *options)
    assert done.returncode == 2 and problem in done.stderr and not (tmp_path / "x.cast").exists()


def test_a_recording_of_several_lessons(tmp_path):
    for name in "x.cast", "x.html":
        assert netshell(tmp_path, "replay", "names", "errors", "--record", tmp_path / name).returncode == 0
    cast = Cast((tmp_path / "x.cast").read_bytes())
    page = Page((tmp_path / "x.html").read_text())
    known = {id: steps(COURSE / f"{id}.md") for id in ("names", "errors")}
    titles = [re.search("title: (.*)", (COURSE / f"{id}.md").read_text())[1] for id in known]
    assert cast.header["title"] == " · ".join(titles)
    assert cast.data("m") == [title for id, head in zip(known, titles) for title in (head, *known[id].values())]
    assert page.all("id") == [name for id in known for name in (id, *(f"{id}-{step}" for step in known[id]))]


def test_a_recording_of_the_whole_course(tmp_path):
    done = netshell(tmp_path, "replay", "--all", "--record", tmp_path / "x.html")
    assert done.returncode == 0, done.stderr.decode()
    page = Page((tmp_path / "x.html").read_text())
    assert set(LESSONS) <= set(page.all("id")) and page.open == []


def test_a_page_reads_as_a_page(replay, tmp_path):
    """Titles once, no Markdown marks, text of any width, and its language."""
    page = Page(replay("sockets", "page.html", "--lang", "fr").read_text())
    assert page.all("lang") == ["fr"]
    title = Page(replay("sockets", "other.html").read_text())
    assert title.all("lang") == ["en"]
    assert [tag for tag, _ in title.elements].count("h1") == 1 and title.text.count("What a socket is") == 2
    assert "==" not in title.text and "`" not in title.text
    source = (COURSE / "sockets.md").read_text()
    long = next(part for part in source.split("\n\n") if part[:1].isalpha() and part.count("\n") > 1 and "`" not in part and "[" not in part and "id:" not in part)
    assert long.replace("\n", " ").strip() in title.text


def test_hostile_content_is_only_text(replay, tmp_path):
    lesson = tmp_path / "hostile.md"
    lesson.write_text(HOSTILE)
    page = Page(replay(lesson, "page.html").read_text())
    assert {tag for tag, _ in page.elements} == {
        "html", "head", "meta", "title", "style", "script", "body", "header", "main", "div", "h1", "h2", "p", "pre", "a", "nav", "ol", "li"
    }
    assert [tag for tag, _ in page.elements].count("script") == 1
    assert "</title><script>alert('a')</script> & \"quotes\"" in page.text
    assert "<b onclick=\"x\">Bold</b> & 'so'" in page.text and "onerror=alert(1)> </pre>" in page.text
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", page.text)
    for version in "2", "3":
        cast = Cast(replay(lesson, f"{version}.cast", "--cast-version", version).read_bytes())
        assert cast.header["title"].startswith("</title><script>")
        # Colours are the only sequences.
        shown = re.sub(r"\x1b\[[0-9;]*m", "", "".join(cast.data("o")))
        assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", shown)


def test_a_recording_takes_no_file_away(replay, tmp_path):
    file = replay("names", "one.cast")
    before = file.read_bytes()
    done = netshell(tmp_path, "replay", "names", "--record", file)
    assert done.returncode == 2 and b"exists already; --force" in done.stderr
    assert file.read_bytes() == before
    assert Cast(replay("names", "one.cast", "--force", "--cast-version", "3").read_bytes()).version == 3


@pytest.mark.parametrize("name", ["x.cast", "x.html"])
def test_a_full_disk_takes_no_file_away(tmp_path, name):
    file = tmp_path / name
    file.write_text("mine")
    done = subprocess.run(
        ["prlimit", "--fsize=200", str(Path(NETSHELL.split()[0]).resolve()), "replay", "names", "--record", file, "--force"],
        stdin=subprocess.DEVNULL, capture_output=True, timeout=PATIENCE, env={"PATH": "/usr/bin:/bin", "HOME": str(tmp_path)},
    )
    wanted = f"netshell: the recording is lost: {file}: file too large; the one that was there before is unchanged\n"
    assert (done.returncode, done.stderr.decode()) == (2, wanted)
    assert file.read_text() == "mine" and not list(tmp_path.glob("*.part*"))


@pytest.mark.parametrize("place", ["/dev/null/x.cast", "/", "/dev/full"])
def test_a_recording_that_cannot_be_written(tmp_path, place):
    done = netshell(tmp_path, "replay", "names", "--record", place)
    assert done.returncode == 2 and place.encode() in done.stderr and b"\n" == done.stderr[-1:]


@pytest.mark.parametrize(
    "content, wanted",
    [
        (b'{"version": 2, "width": 80}\n', "missing"),
        (b'{"version": 2, "width": 80, "height": 24, "term": {}}\n', "unknown"),
        (b'{"version": 3, "term": {"cols": 80, "rows": "24"}}\n', "rows"),
        (b'{"version": 4}\n', "version"),
        (b'{"version": 2, "width": 80, "height": 24}\n[2, "o", "a"]\n[1, "o", "b"]\n', "before"),
        (b'{"version": 2, "width": 80, "height": 24}\n[0, "x", "0"]\n', "code"),
        (b'{"version": 3, "term": {"cols": 80, "rows": 24}}\n# so\n[1, "x", "0"]\n[1, "o", "b"]\n', "exit"),
        (b'{"version": 3, "term": {"cols": 80, "rows": 24}}\n[-1, "o", "b"]\n', "time"),
        (b'{"version": 3, "term": {"cols": 80, "rows": 24}}\n[1, "r", "80"]\n', "data"),
        (b'{"version": 3, "term": {"cols": 80, "rows": 24}}\n[1, "o", "b"]', "end"),
    ],
)
def test_the_judge_itself(content, wanted):
    with pytest.raises(AssertionError, match=wanted):
        Cast(content)
