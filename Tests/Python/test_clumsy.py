"""A clumsy beginner is always answered, and never left where nothing helps and nothing says so. By hand: clumsy.py."""

import pytest

import clumsy


@pytest.mark.parametrize("lesson", clumsy.lessons(["sockets", "server", "client"]), ids=lambda lesson: lesson.name)
def test_a_clumsy_beginner(shell, lesson):
    assert clumsy.play(lesson, shell, seed=1, statements=60) == []
