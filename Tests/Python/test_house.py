"""The rules that the sources keep: how large a folder and a file may be, and who may know whom. What to do is in the
README of `Sources`."""

import json
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT / "Sources"
MOST_FILES, MOST_LINES = 20, 400
SUFFIXES = {".swift", ".c", ".h"}
# With Foundation startup takes three times as long.
WITHOUT_FOUNDATION = {"Language", "Sockets", "Journal", "Shell"}


def files(*folders):
    """The source files in some folders of the repository."""
    return [path for folder in folders for path in sorted(folder.rglob("*")) if path.suffix in SUFFIXES]


def swift_tests():
    return [path for path in (ROOT / "Tests").iterdir() if path.name.endswith("Tests") or path.name == "TestSupport"]


def overfull(paths):
    """Each folder with more source files directly in it than allowed, and how many."""
    counts = {}
    for path in paths:
        counts[path.parent] = counts.get(path.parent, 0) + 1
    return {str(folder.relative_to(ROOT)): count for folder, count in counts.items() if count > MOST_FILES}


def too_long(paths):
    """Each file with more lines than allowed, and how many."""
    lengths = {str(path.relative_to(ROOT)): len(path.read_bytes().splitlines()) for path in paths}
    return {name: length for name, length in lengths.items() if length > MOST_LINES}


def imports(target):
    """What each file of a target imports: pairs of the file's name and the module's."""
    for path in files(SOURCES / target):
        for module in re.findall(r"^\s*(?:@\w+ )*import (?:\w+ )?(\w+)", path.read_text(), re.MULTILINE):
            yield path.relative_to(ROOT), module


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    """The targets of Package.swift in order, each with the names of its dependencies."""
    # A working folder of its own: the usual one is locked during a build.
    scratch = tmp_path_factory.mktemp("package")
    words = ["swift", "package", "--package-path", ROOT, "--scratch-path", scratch, "dump-package"]
    description = json.loads(subprocess.run(words, capture_output=True, check=True).stdout)
    targets = {}
    for target in description["targets"]:
        if target["type"] == "test" or target["name"] == "TestSupport":
            continue
        needs = [dependency["byName"][0] if "byName" in dependency else dependency["product"][1] for dependency in target["dependencies"]]
        libraries = [setting["kind"]["linkedLibrary"]["_0"] for setting in target["settings"] if "linkedLibrary" in setting["kind"]]
        targets[target["name"]] = set(needs) | {f"lib{name}" for name in libraries}
    return targets


@pytest.fixture(scope="module")
def table():
    """The targets of the table in Sources/README.md in order, each with what it says they know; None for all below."""
    rows = re.findall(r"^\| `(\w+)` \|.*\| ([^|]*) \|$", (SOURCES / "README.md").read_text(), re.MULTILINE)
    words = {name: re.split(r", ", known) for name, known in rows}
    return {name: None if known == ["all below"] else set(known) - {"–"} for name, known in words.items()}


def test_no_folder_is_overfull():
    assert overfull(files(SOURCES, *swift_tests())) == {}


def test_no_file_is_too_long():
    assert too_long(files(SOURCES, *swift_tests())) == {}


def test_what_is_over_the_line_is_named(tmp_path, monkeypatch):
    monkeypatch.setitem(globals(), "ROOT", tmp_path)
    (tmp_path / "full").mkdir()
    for number in range(MOST_FILES + 1):
        (tmp_path / "full" / f"{number}.swift").write_text("\n" * (MOST_LINES + number // MOST_FILES))
    assert overfull(files(tmp_path)) == {"full": MOST_FILES + 1}
    assert too_long(files(tmp_path)) == {f"full/{MOST_FILES}.swift": MOST_LINES + 1}


def test_each_target_has_a_readme(package):
    assert [name for name in package if not (SOURCES / name / "README.md").is_file()] == []


def test_each_folder_is_a_target(package):
    assert sorted(path.name for path in SOURCES.iterdir() if path.is_dir()) == sorted(package)


def test_the_table_is_the_package(package, table):
    assert list(table) == list(package)
    assert {name: known for name, known in table.items() if known is not None} == {
        name: needs for name, needs in package.items() if table[name] is not None
    }


def test_arrows_point_down(package):
    order = list(package)
    up = [(name, need) for name, needs in package.items() for need in needs & set(order) if order.index(need) <= order.index(name)]
    assert up == []


def test_a_target_imports_only_what_it_depends_on(package):
    """The compiler finds a module of any target that happens to be built already, so it does not enforce this."""

    def reached(name):
        return {name}.union(*(reached(need) for need in package[name] if need in package))

    wrong = [
        f"{path}: {module}" for name in package for path, module in imports(name) if module in package and module not in reached(name)
    ]
    assert wrong == []


def test_foundation_stays_out_of_the_start():
    assert [path for name in WITHOUT_FOUNDATION for path, module in imports(name) if module.startswith("Foundation")] == []
