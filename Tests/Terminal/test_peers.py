"""A failing scripted peer is reported at once, not when the call that waits for it returns."""

import os
import subprocess

import conftest
import pytest

TEXT = """title: T
id: fails

## One {{#one}}

Say go.

```peer a
u = socket unix dgram
u.bind @{name}
u.recv 2
{rest}
u.listen
```

```check
socket named never
```

```solution
never = socketpair
```

```hint 1
No.
```

```hint 2
No.
```
"""


class Lesson:
    def __init__(self, folder):
        self.name = f"netshell-peers-{os.getpid()}-{folder.name}"
        self.file = folder / "fails.md"

    def write(self, rest=""):
        """The file of a lesson whose peer receives something, does this, and fails."""
        self.file.write_text(TEXT.format(name=self.name, rest=rest))
        return str(self.file)


@pytest.fixture
def lesson(tmp_path):
    return Lesson(tmp_path)


@pytest.mark.parametrize("columns", [80, 40])
def test_while_a_call_waits(shells, lesson, columns):
    shell = shells("learn", lesson.write(), columns=columns).enter("d = socket unix dgram")
    shell.type(f"d.sendto go @{lesson.name} ; d.recv 1\r").until("The other end, a, has failed:")
    # The call goes on waiting, and what was reported is not repeated after it.
    shell.until(lambda: "reset begins the step again." in " ".join(shell.text.split()))
    assert not shell.is_prompting and shell.cursor[1] == 0
    shell.type("\x03").until("nterrupted").until(lambda: shell.is_prompting)
    assert shell.text.count("has failed") == 1


def test_while_a_line_is_typed(shells, lesson):
    shell = shells("learn", lesson.write("sleep 0.3")).enter("d = socket unix dgram")
    shell.enter(f"d.sendto go @{lesson.name}").type("print 7").until("has failed")
    shell.until(lambda: shell.line.endswith("print 7")).type("\r").until(lambda: "7" in shell.rows)
    shell.until(lambda: shell.is_prompting)
    assert shell.text.count("has failed") == 1


def test_without_a_terminal(lesson, tmp_path):
    process = subprocess.Popen(
        [conftest.NETSHELL, "learn", lesson.write()],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={"HOME": str(tmp_path), "PATH": "/usr/bin:/bin"},
    )
    process.stdin.write(f"d = socket unix dgram\nd.sendto go @{lesson.name} ; d.recv 1\n".encode())
    process.stdin.flush()
    told = b""
    while b"has failed" not in told:
        line = process.stdout.readline()
        assert line, told
        told += line
    assert process.poll() is None
    process.kill()
    process.wait()
