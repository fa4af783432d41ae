"""The manual page and the shells' completion scripts: made from the declarations, so they cover all of them."""

import json
import os
import re
import shutil
import subprocess

import pytest

from processes import NETSHELL


def output(*arguments, **options):
    return subprocess.run([NETSHELL, *arguments], capture_output=True, text=True, check=True, **options).stdout


@pytest.fixture(scope="module")
def page():
    return output("--manual")


@pytest.fixture(scope="module")
def shown(page):
    """The page as read, without white space and line breaks."""
    done = subprocess.run(
        ["groff", "-ww", "-man", "-Kutf8", "-Tutf8", "-P-c", "-rLL=200n"], input=page, capture_output=True, text=True
    )
    assert done.returncode == 0 and done.stderr == ""
    return "".join(re.sub(".\b", "", done.stdout).split())


def commands():
    """Commands and topics, as help lists them below its introduction."""
    return re.findall(r"^    (\w+) ", output("-c", "help").split("\n\n", 1)[1], re.M)


def parser():
    """Every command of the command line with its options, from the argument parser itself."""

    def walk(command):
        yield command
        for inner in command.get("subcommands", []):
            yield from walk(inner)

    return list(walk(json.loads(output("--experimental-dump-help"))["command"]))


@pytest.mark.skipif(not shutil.which("groff"), reason="no groff")
def test_groff_has_no_complaint(shown):
    for section in ("NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "THELANGUAGE", "COMMANDS", "EXITSTATUS", "FILES"):
        assert section in shown


@pytest.mark.skipif(not shutil.which("groff"), reason="no groff")
def test_help_and_the_manual_say_the_same(shown):
    names = commands()
    assert len(names) > 50
    pages = output("-c", "\n".join(f"help {name}" for name in names))
    # There, texts wrap elsewhere and labels are in other columns; words and their order are the same.
    missing = [
        line
        for line in pages.splitlines()
        for words in [re.split(r" {2,}", line.strip())]
        if not all("".join(part.split()) in shown for part in words)
    ]
    assert missing == []


def test_every_option_is_in_the_manual(page):
    plain = page.replace("\\-", "-")
    for command in parser():
        assert command["commandName"] in plain
        for argument in command.get("arguments", []):
            for name in argument.get("names", []):
                assert ("--" if name["kind"] == "long" else "-") + name["name"] in plain or name["name"] in ("help", "version")


def completion_script(shell):
    """The script for that shell, requested from another one, and with SHELL unset, as in a container."""
    environment = {name: value for name, value in os.environ.items() if name != "SHELL"}
    script, other = (
        output("--generate-completion-script", shell, env=environment | changes) for changes in ({}, {"SHELL": "/bin/tcsh"})
    )
    assert script == other
    return script


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts_know_every_option(shell, tmp_path):
    script = completion_script(shell)
    assert script.startswith({"bash": "#!/bin/bash", "zsh": "#compdef netshell", "fish": "function __netshell"}[shell])
    for command in parser():
        assert command["commandName"] in script
        for argument in command.get("arguments", []):
            for name in argument.get("names", []):
                assert name["name"] in script
    path = tmp_path / "script"
    path.write_text(script)
    check = {"bash": ["-n"], "zsh": ["-n"], "fish": ["--no-execute"]}[shell]
    if shutil.which(shell):
        subprocess.run([shell, *check, path], check=True)


def test_completion_scripts_are_told_the_lessons(tmp_path):
    lessons = re.findall(r"^[> ] +\d+  (\S+)", output("learn", env={"HOME": str(tmp_path)}), re.M)
    script = completion_script("bash")
    asked = re.search(r"---completion learn -- \S+", script).group().split()
    offered = output(*asked, "2", "0", "netshell", "learn", "")
    assert lessons and set(lessons) <= set(offered.split())
