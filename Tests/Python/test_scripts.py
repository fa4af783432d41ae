"""What the scripts install, and how: apt-get and sudo are stubs here that record how they were called."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

COMMON = Path(__file__).resolve().parents[2] / "scripts/lib/common.sh"
NOBODY = 65534
FETCH = "source {}; need_packages no-such-program-here=wanted-package sh=not-wanted"


@pytest.fixture
def machine(tmp_path):
    """A folder of programs that stands for a machine, and what was run there."""

    class Machine:
        folder = tmp_path / "bin"
        log = tmp_path / "log"

        def has(self, *programs, status=0):
            for name in programs:
                program = self.folder / name
                program.write_text(f'#!/bin/sh\necho "{name} $*" >>{self.log}\n[ {name} = sudo ] && exec "$@"\nexit {status}\n')
                program.chmod(0o755)

        def run(self, command, user):
            self.log.touch()
            os.chmod(self.log, 0o666)
            if user != os.geteuid() and os.geteuid() != 0:
                pytest.skip("only root can run something as somebody else")
            done = subprocess.run(
                ["/bin/bash", "-euo", "pipefail", "-c", command.format(scripts / "lib/common.sh")],
                env={"PATH": str(self.folder), "TMPDIR": str(tmp_path)}, user=user, capture_output=True, text=True, cwd="/",
            )
            assert done.stdout == ""
            return done.returncode, done.stderr, self.log.read_text().splitlines()

    scripts = tmp_path / "scripts"
    (scripts / "lib").mkdir(parents=True)
    shutil.copy(COMMON, scripts / "lib")
    machine = Machine()
    machine.folder.mkdir()
    for name in "dirname", "env", "sh", "mktemp", "rm", "cat":
        (machine.folder / name).symlink_to(shutil.which(name))
    # The user it runs as must be able to get there.
    for folder in [tmp_path, *tmp_path.parents]:
        if str(folder).startswith("/tmp/pytest") and folder.owner() != "nobody" and os.geteuid() == 0:
            folder.chmod(folder.stat().st_mode | 0o011)
    os.chmod(tmp_path, 0o777)
    return machine


def test_root_installs_what_is_missing(machine):
    machine.has("apt-get", "sudo")
    status, said, calls = machine.run(FETCH, 0)
    assert (status, said) == (0, "Installing wanted-package (apt-get install) …\n")
    assert calls == ["apt-get update", "apt-get install -y --no-install-recommends wanted-package"]


def test_others_install_with_sudo(machine):
    machine.has("apt-get", "sudo")
    status, said, calls = machine.run(FETCH, NOBODY)
    assert (status, said) == (0, "Installing wanted-package (sudo apt-get install) …\n")
    assert [call for call in calls if call.startswith("apt-get")] == [
        "apt-get update", "apt-get install -y --no-install-recommends wanted-package",
    ]
    assert sum(call.startswith("sudo env ") for call in calls) == 2


def test_without_sudo_it_says_what_to_do(machine):
    machine.has("apt-get")
    status, said, calls = machine.run(FETCH, NOBODY)
    assert (status, calls) == (2, []) and "Install them as root: apt-get install wanted-package" in said


def test_what_apt_get_says_is_shown_where_it_fails(machine):
    machine.has("sudo")
    machine.has("apt-get", status=100)
    status, said, calls = machine.run(FETCH, 0)
    assert status == 100 and calls == ["apt-get update"] and said.startswith("Installing wanted-package")


def test_other_systems_are_told(machine):
    status, said, _ = machine.run(FETCH, 0)
    assert status == 0 and "There is no apt-get here" in said


def test_nothing_is_missing(machine):
    machine.has("apt-get", "sudo")
    assert machine.run("source {}; need_packages sh=not-wanted /bin/sh=nor-this", 0) == (0, "", [])


def test_no_toolchain(machine):
    status, said, _ = machine.run("source {}; need_swift", 0)
    assert status == 2 and "Install a Swift" in said
