"""A lesson begun at a step of one's choice."""

import pytest


@pytest.mark.parametrize("step", ["2", "foresee"])
def test_a_step_by_its_number_or_id(shell, tmp_path, step):
    file = tmp_path / "two.md"
    file.write_text(
        "title: T\nid: two\n\nHello.\n\n## A {#a}\n\nDo.\n\n```do\n> x = 1\n```\n\n```check\nvariable x 1\n```\n\n"
        "## B {#foresee}\n\nSee.\n\n```do\n> y = $x\n```\n\n```check\nvariable y 1\n```\n"
    )
    lines = shell.ok("learn", file, "--at", step, text="y = $x\n")
    # The step before is done unseen, so that its variable is there.
    assert "== 2/2  B ==" in lines and "✓ Right." in lines and "Hello." not in lines


@pytest.mark.parametrize("step", ["0", "99", "-1", "nosuch", "\x1b[2J"])
def test_a_step_that_is_none(shell, step):
    done = shell.run("learn", "client", f"--at={step}")
    assert done.returncode == 2 and b"\x1b" not in done.stderr
    assert b"a step of this lesson" in done.stderr and b"1 to " in done.stderr
