"""A lesson that wants more than every lesson may is asked about once."""

import subprocess

import pytest

import conftest

LESSON = """title: Outside
id: outside
networks: 192.0.2.0/24
files: /etc/services

## One {#one}

```setup
p = socketpair
p.send @/etc/services
```

Here.
"""
WANTS = "wants to read and write files outside"
REFUSED = "a lesson may not touch /etc/services"


@pytest.fixture
def lesson(tmp_path):
    path = tmp_path / "outside.md"
    path.write_text(LESSON)
    return path


def learn(shells, lesson, *flags, **settings):
    return shells("learn", *flags, str(lesson), wait=False, **settings)


def test_a_yes_is_remembered_until_the_lesson_changes(shells, lesson):
    first = learn(shells, lesson).until("yes or no").until(WANTS)
    first.type("yes\r").until("Here.")
    assert REFUSED not in first.text
    first.until(lambda: first.is_prompting).type("quit\r")
    assert first.end() == 0
    again = learn(shells, lesson).until("Here.")
    assert WANTS not in again.text and REFUSED not in again.text
    lesson.write_text(LESSON.replace("Here.", "Here it is."))
    learn(shells, lesson).until("yes or no")


@pytest.mark.parametrize("answer", ["no\r", "\r", "yesterday\r", "\x04", "\x03"])
def test_anything_else_is_no_and_is_asked_again(shells, lesson, answer):
    shell = learn(shells, lesson).until("yes or no").type(answer)
    shell.until("Then it may not").until(REFUSED)
    learn(shells, lesson).until("yes or no")


def test_a_lesson_that_is_not_translated_asks_in_english(shells, lesson):
    learn(shells, lesson, LANG="de_DE.UTF-8").until("yes or no").type("yes\r").until("There is no translation").until("Here.")


def test_in_the_learners_language(shells, lesson):
    lesson.with_suffix(".de.md").write_text("title: Draußen\nid: outside\n\n## Eins {#one}\n\nHier.\n")
    learn(shells, lesson, LANG="de_DE.UTF-8").until("ja oder nein").type("Ja\r").until("Hier.")


def test_outside_asks_nothing(shells, lesson):
    shell = learn(shells, lesson, "--outside").until("Here.")
    assert WANTS not in shell.text and REFUSED not in shell.text
    learn(shells, lesson).until("yes or no")


def test_without_a_terminal_it_is_no(lesson, tmp_path):
    environment = {"HOME": str(tmp_path), "PATH": "/usr/bin:/bin"}
    run = subprocess.run(
        [conftest.NETSHELL, "learn", lesson], input="quit\n", env=environment, capture_output=True, text=True, timeout=60
    )
    assert WANTS in run.stdout.replace("\n   ", " ") and "There is no terminal to ask on" in run.stdout
    assert REFUSED in run.stdout
    test = subprocess.run([conftest.NETSHELL, "lesson", "test", lesson], env=environment, capture_output=True, text=True, timeout=60)
    assert test.stdout.startswith("skipped outside:") and test.returncode == 0
