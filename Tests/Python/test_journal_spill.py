"""A session of many calls: the older ones are in an unnamed file, and come back when requested."""

import json
import os
import signal
import subprocess

from processes import LIMIT, NETSHELL

BEGIN = "s = socket inet stream ; bind 127.0.0.1 0 ; listen ; "
MANY = BEGIN + "repeat 20000 { n = s.getsockname } ; "


def run(text, folder, *options):
    return subprocess.run(
        [NETSHELL, *options, "-c", text],
        capture_output=True,
        text=True,
        timeout=LIMIT,
        env={**os.environ, "TMPDIR": str(folder)},
    )


def test_older_calls_are_shown(tmp_path):
    done = run(
        MANY + "explain 2 ; journal -since 19990 ; state s ; t = socket inet stream ; print $t.fd ; close", tmp_path
    )
    assert done.returncode == 0, done.stderr
    assert "#2 bind(3, {sa_family=AF_INET, sin_port=htons(0)" in done.stdout
    assert "20003 " in done.stdout and "#3 listen(3, " in done.stdout
    # The file's own descriptor is out of the way.
    assert done.stdout.splitlines()[-1] == "4"
    assert list(tmp_path.iterdir()) == []


def test_what_is_left_out_is_said(tmp_path):
    done = run(MANY + "journal ; journal -since 1", tmp_path)
    assert "# calls before 3620 are left out" in done.stdout
    assert "# calls from 16385 on are left out" in done.stdout
    assert "forgotten" not in done.stdout


def test_pictures_of_a_part_say_so(tmp_path):
    talk = "socketpair ; repeat 3000 { n = s1.send ab ; n = s2.recv 10 } ; "
    done = run(f"{talk} ruler s1 ; diagram ; export python {tmp_path}/x.py ; diagram -since 3", tmp_path)
    assert done.returncode == 0, done.stderr
    assert "# it shows the newest 4096 calls" in done.stdout
    assert "5801 earlier calls" in done.stdout and "2 earlier calls" in done.stdout
    assert "5799 later calls" in done.stdout
    # The socket that was created before the part that is drawn is known.
    assert "s1 → s2: " in done.stdout
    done = run(MANY + f"export python {tmp_path}/x.py", tmp_path)
    assert "# the program has the newest 16384 calls" in done.stdout
    assert "s.bind(" in (tmp_path / "x.py").read_text()


def test_all_of_it_is_saved(tmp_path):
    saved = tmp_path / "saved"
    saved.mkdir()
    done = run(MANY + f"journal save {saved}/calls", tmp_path)
    assert done.returncode == 0, done.stderr
    lines = (saved / "calls").read_text().splitlines()
    assert [json.loads(line)["number"] for line in lines[1:]] == list(range(1, 20_004))


def test_without_a_temporary_folder_the_oldest_are_forgotten_and_it_is_said_once(tmp_path):
    done = run(MANY + "repeat 5000 { n = s.getsockname } ; journal -since 1 ; explain 2", tmp_path / "none", "--keep-going")
    said = done.stdout + done.stderr
    assert said.count("takes no older calls (no such file or directory)") == 1
    assert "are forgotten" in done.stdout
    assert "there is no call 2" in done.stderr and "the journal has 9217 to 25003" in done.stderr


def test_a_small_file_size_limit_forgets_and_does_not_end_the_shell(tmp_path):
    import resource

    done = subprocess.run(
        [NETSHELL, "-c", MANY + "print there"],
        capture_output=True,
        text=True,
        timeout=LIMIT,
        env={**os.environ, "TMPDIR": str(tmp_path)},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)),
    )
    assert done.returncode == 0 and done.stdout.splitlines()[-1] == "there"
    assert "takes no older calls (" in done.stdout + done.stderr


def test_nothing_is_left_by_a_shell_that_is_killed(tmp_path):
    shell = subprocess.Popen(
        [NETSHELL], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={**os.environ, "TMPDIR": str(tmp_path)}
    )
    with shell.stdin, shell.stdout:
        shell.stdin.write((MANY + "print full\n").encode())
        shell.stdin.flush()
        assert shell.stdout.readline() == b"full\n"
        links = [os.readlink(f"/proc/{shell.pid}/fd/{name}") for name in os.listdir(f"/proc/{shell.pid}/fd")]
        assert sum("netshell-journal" in link for link in links) == 1
        shell.send_signal(signal.SIGKILL)
    shell.wait()
    assert list(tmp_path.iterdir()) == []
