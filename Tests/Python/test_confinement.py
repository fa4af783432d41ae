"""What a lesson may not do even though it stays on this machine: other programs, the kernel, other people's files."""

import os
import socket

import pytest

from test_hostile_lessons import STEP, fence


@pytest.fixture
def refused(shell, tmp_path):
    """Plays a lesson with this setup; returns what is said."""

    def play(*statements):
        folder = tmp_path / "own"
        folder.mkdir(exist_ok=True)
        file = folder / "bad.md"
        file.write_text(STEP + fence("setup", *statements))
        said = shell.run("replay", file, cwd="/usr").stderr.decode()
        assert "a lesson may not " in said, said
        return said

    return play


@pytest.mark.parametrize("name", ["path", "abstract", "own folder"])
@pytest.mark.parametrize("kind", ["stream", "dgram"])
def test_no_word_to_other_programs(refused, tmp_path, name, kind):
    """A terminal multiplexer, an agent with keys, a bus: whoever may speak to them may have programs run."""
    (tmp_path / "own").mkdir()
    path = {"path": f"/tmp/ns-{os.getpid()}.sock", "abstract": f"@ns-{os.getpid()}", "own folder": f"{tmp_path}/own/s"}[name]
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM if kind == "stream" else socket.SOCK_DGRAM) as server:
        server.bind(path.replace("@", "\0"))
        try:
            if kind == "stream":
                server.listen()
            server.setblocking(False)
            call = f"u.connect {path}" if kind == "stream" else f"u.sendto x {path}"
            refused(f"u = socket unix {kind}", call)
            with pytest.raises(BlockingIOError):
                server.accept() if kind == "stream" else server.recv(1)
        finally:
            if not path.startswith("@"):
                os.unlink(path)


@pytest.mark.parametrize(
    "statements",
    [
        ["socket netlink raw 0"],
        ["socket packet raw"],
        ["socket vsock stream"],
        ["u = socket inet dgram", "u.setsockopt ip options 0x8307040a09090200"],
        ["u = socket inet dgram", "u.setsockopt bindtodevice lo"],
        ["u = socket inet6 dgram", "u.setsockopt ipv6 rthdr 0x00"],
        ["u = socket inet dgram", "u.join 224.0.0.251"],
        ["u = socket inet6 dgram", "u.join ff02::fb"],
        ["u = socket unix stream", r'u.bind "/tmp/netshell-\xff"'],
        ["a = socketpair", "unlink /tmp/netshell/../x"],
    ],
)
def test_no_way_round(refused, statements):
    refused(*statements)


def test_in_its_own_folder_it_writes_what_it_made(shell, refused, tmp_path):
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "precious").write_text("mine")
    (folder / ".hidden").write_text("mine")
    for name in ("precious", ".hidden", ".new"):
        said = refused(f"journal save {folder}/{name}")
        assert "may not touch" in said
    refused("a = socketpair", f"a.send @{folder}/.hidden")
    assert (folder / "precious").read_text() == (folder / ".hidden").read_text() == "mine"
    assert not (folder / ".new").exists()
    file = folder / "good.md"
    saved = [f"journal save {folder}/new", "a = socketpair", f"journal save {folder}/new"]
    file.write_text(STEP + fence("setup", *saved))
    assert b"may not" not in shell.run("replay", file).stderr
    # What it made is gone with it.
    assert sorted(os.listdir(folder)) == [".hidden", "bad.md", "good.md", "precious"]


def test_other_peoples_temporary_files(refused, tmp_path):
    name = f"/tmp/ns-{os.getpid()}"
    refused(f"journal save {name}")
    assert not os.path.exists(name)
