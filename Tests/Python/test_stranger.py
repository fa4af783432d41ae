"""A stranger's lesson has what it needs and no more: statements that go beyond, as its setup, its scripted other end, its
mistake and its solution. Each is refused with the reason, and what it was after did not happen, as seen from outside."""

import os
import socket
import threading

import pytest

from test_hostile_lessons import fence

HEAD = "title: A stranger's\nid: bad\nports: PORT=7841\n"

# What is refused, and a word of the reason. The names in capitals are of the world below.
FILES = [
    ("s1.send @SECRET", "touch"), ("s1.sendall @SECRET", "touch"), ("s1.sendfile SECRET", "touch"),
    ("x = @SECRET\ns1.send $x", ""), ("s1.sendfile diary.txt", "touch"), ("s1.send @diary.txt", "touch"),
    ("s1.send @../secret", "touch"), ("s1.send @FOLDER/../secret", "touch"), ("s1.send @FOLDER/link", "touch"),
    ("s1.send @FOLDER/.hidden", "touch"), ("s1.send @FOLDER/sub/.hidden", "touch"), ("s1.send @/etc/passwd", "touch"),
    ("s1.send @/proc/self/environ", "touch"), ("s1.send @/proc/self/mem", "touch"), ("s1.send @/dev/zero", "touch"),
    ("s1.send @/dev/tty", "touch"), ("s1.sendfile /dev/stdin", "touch"), ("s1.send @HOME/.ssh/id", "touch"),
    ("s1.send @TEMPORARY", "touch"), ("s1.sendfile TEMPORARY", "touch"), ("s1.send @/tmp/netshell-/../../etc/passwd", "touch"),
    ("journal save OUTSIDE", "touch"), ("journal save FOLDER/precious", "touch"), ("journal save FOLDER/.new", "touch"),
    ("journal save TEMPORARY", "touch"), ("journal save HOME/.profile", "touch"), ("journal save FOLDER/hole", "touch"),
    ("diagram -svg OUTSIDE", "touch"), ("export python OUTSIDE", "touch"), ("export c OUTSIDE", "touch"),
    ("s2.recv 1 -to OUTSIDE", "touch"), ("s2.recvall -to OUTSIDE", "touch"), ("s2.recvall -to /dev/tty", "touch"),
    ("s2.recvall -to /dev/stdout", "touch"), ("s2.recvall -to /proc/self/fd/1", "touch"), ("s2.recvall -to FOLDER/precious", "touch"),
    ("unlink OUTSIDE", "touch"), ("unlink FOLDER/precious", "touch"), ("unlink TEMPORARY", "touch"), ("unlink UNIX", "touch"),
    ("unlink HOME/.profile", "touch"), ("u = socket unix stream\nu.bind OUTSIDE", "touch"),
    ("u = socket unix stream\nu.bind FOLDER/.s", "touch"), ('u = socket unix stream\nu.bind "/tmp/netshell-\\xff"', "UTF-8"),
    ("alias j \"journal save OUTSIDE\"\nj", "touch"), ("{ journal save OUTSIDE } &\nwait", "touch"),
    ("journal save OUTSIDE &\nwait", "touch"), ("repeat 1 { journal save OUTSIDE }", "touch"),
    ("if 1 { journal save OUTSIDE }", "touch"), ("for f in OUTSIDE { journal save $f }", "touch"),
]  # fmt: skip
DESCRIPTORS = [
    ("fromfd 0", "descriptor"), ("fromfd 1", "descriptor"), ("fromfd 2", "descriptor"), ("fromfd 0 unix stream", "descriptor"),
    ("x = fromfd 1 unix stream\nx.sendfile FOLDER/precious", "descriptor"), ("x = fromfd 1 unix stream\nx.setblocking off", "descriptor"),
    ("x = fromfd 2 unix dgram", "descriptor"), ("fromfd INHERITED", "descriptor"), ("fromfd INHERITED inet stream", "descriptor"),
    ("s1.sendmsg x -rights 0", "descriptor"), ("s1.sendmsg x -rights 1,2", "descriptor"), ("s1.sendmsg x -rights s1,0", "descriptor"),
    ("s1.sendmsg x -rights INHERITED", "descriptor"), ("s1.sendmsg x -rights INHERITED &\nwait", "descriptor"),
    ("{ fromfd 1 } &\nwait", "descriptor"), ("alias f \"fromfd 1\"\nf", "descriptor"),
]  # fmt: skip
PROGRAMS = [
    ("s.connect 127.0.0.1 TCP", "another program"), ("s.connect localhost TCP", "another program"), ("s.connect 127.1 TCP", ""),
    ("s.connect 0.0.0.0 TCP", "another program"), ('s.connect "" TCP', "another program"), ("six.connect ::ffff:127.0.0.1 TCP", "another program"),
    ("s.connect 127.0.0.1 TCP &\nwait", "another program"), ("s.setblocking off\ns.connect 127.0.0.1 TCP", "another program"),
    ("s.setsockopt tcp fastopen_connect on\ns.connect 127.0.0.1 TCP", "another program"), ("s.sendto x 127.0.0.1 TCP fastopen", "another program"),
    ("s.sendmsg x -to 127.0.0.1 TCP -flags fastopen", "another program"), ("d.sendto x 127.0.0.1 UDP", "another program"),
    ("d.sendto x localhost UDP", "another program"), ("d.sendto x 0.0.0.0 UDP", "another program"), ("d.connect 127.0.0.1 UDP\nd.send x", "another program"),
    ("d.sendmsg x -to 127.0.0.1 UDP", "another program"), ("dsix.sendto x ::ffff:127.0.0.1 UDP", "another program"),
    ("d.bind 127.0.0.2 UDP", "take the port"), ("d.setsockopt reuseaddr on\nd.bind 127.0.0.1 UDP", "take the port"),
    ("d.setsockopt reuseport on\nd.bind 127.0.0.1 UDP", "take the port"), ("s.setsockopt reuseport on\ns.bind 127.0.0.1 TCP", "take the port"),
    ("s.bind 127.0.0.2 TCP\ns.listen\nt = socket inet stream\nt.connect 127.0.0.1 TCP", "take the port"),
    ("d.bind 127.0.0.1 5353", "take the port"), ("s.bind 127.0.0.1 8080", "take the port"), ("six.bind ::1 8080", "take the port"),
    ("u = socket unix stream\nu.connect UNIX", "touch"), ("u = socket unix dgram\nu.sendto x UNIXD", "touch"),
    ("u = socket unix dgram\nu.connect UNIXD", "touch"), ("u = socket unix dgram\nu.sendmsg x -to UNIXD", "touch"),
    ("u = socket unix stream\nu.connect ABSTRACT", "another program"), ("u = socket unix stream\nu.connect @ABSTRACTOTHER", "use the name"),
    ("u = socket unix stream\nu.bind @bus", "use the name"), ("u = socket unix dgram\nu.sendto x /dev/log", "touch"),
    ("u = socket unix stream\nu.connect /run/user/0/bus", "touch"), ("u = socket unix stream\nu.connect /tmp/.X11-unix/X0", "touch"),
    ("u = socket unix stream\nu.connect TMUX", "touch"), ("u = socket unix dgram\nu.sendto x /run/systemd/notify", "touch"),
    ("for port in TCP { s.connect 127.0.0.1 $port }", "another program"), ("while 1 { s.connect 127.0.0.1 TCP }", "another program"),
]  # fmt: skip
MACHINES = [
    ("s.connect 192.0.2.1 80", "reach"), ("d.sendto x 192.0.2.1 53", "reach"), ("d.connect 192.0.2.1 53", "reach"),
    ("d.sendmsg x -to 192.0.2.1 53", "reach"), ("d.sendto x 255.255.255.255 9", "reach"), ("d.setsockopt broadcast on\nd.sendto x 255.255.255.255 9", "reach"),
    ("d.sendto x 224.0.0.251 5353", "reach"), ("d.sendto x 239.1.2.3 9", "reach"), ("dsix.sendto x ff02::fb 5353", "reach"),
    ("six.connect 2001:db8::1 80", "reach"), ("six.connect fe80::1%lo 80", "reach"), ("six.connect ::ffff:192.0.2.1 80", "reach"),
    ("six.connect ::192.0.2.1 80", "reach"), ("six.connect 64:ff9b::192.0.2.1 80", "reach"), ("six.connect 2002:c000:201::1 80", "reach"),
    ("s.connect 169.254.169.254 80", "reach"), ("s.connect 10.0.0.1 22", "reach"), ("s.connect 192.168.0.1 80", "reach"),
    ("s.bind 0.0.0.0 0", "other machines"), ("six.bind :: 0", "other machines"), ("d.bind 0.0.0.0 0", "other machines"),
    ('s.bind "" 0', "other machines"), ("six.bind ::ffff:0.0.0.0 0", ""), ("s.listen", "other machines"), ("six.listen", "other machines"),
    ("s.bind 0.0.0.0 [PORT]", "other machines"), ("s.bind 192.0.2.1 0", "reach"), ("d.join 224.0.0.251", "set IP_ADD_MEMBERSHIP"),
    ("d.join 239.1.2.3 127.0.0.1", "set IP_ADD_MEMBERSHIP"), ("dsix.join ff02::fb", "set IPV6_JOIN_GROUP"), ("dsix.join ff02::fb lo", "set IPV6_JOIN_GROUP"),
    ("d.join 232.1.1.1 127.0.0.1 -source 127.0.0.1", "set IP_ADD_SOURCE_MEMBERSHIP"), ("d.setsockopt ip add_membership 0xef01020300000000", "set IP_ADD_MEMBERSHIP"),
    ("d.setsockopt ip 35 0xef01020300000000", "set IP_ADD_MEMBERSHIP"), ("dsix.setsockopt ipv6 mcast_join_group ff02::fb", "set MCAST_JOIN_GROUP"),
    ("dsix.setsockopt ipv6 join_anycast 2001:db8::", "set IPV6_JOIN_ANYCAST"),
]  # fmt: skip
NAMES = [
    ("s.connect secret.example.invalid 80", "ask about"), ("d.sendto x secret.example.invalid 80", "ask about"),
    ("gethostbyname secret.example.invalid", "ask about"), ("gethostbyname_ex secret.example.invalid", "ask about"),
    ("getaddrinfo secret.example.invalid 80", "ask about"), ("getaddrinfo secret.example.invalid", "ask about"),
    ("gethostbyname x.localhost", "ask about"), ("getaddrinfo x.y.localhost 80", "ask about"), ('gethostbyname "a b"', "ask about"),
    ("gethostbyname localhost.example.invalid", "ask about"), ("gethostbyname notlocalhost", "ask about"),
    ("gethostbyaddr 192.0.2.1", "ask about"), ("gethostbyaddr 2001:db8::1", "ask about"), ("getfqdn 192.0.2.1", "ask about"),
    ("getfqdn secret.example.invalid", "ask about"), ("getnameinfo 192.0.2.1 80", "ask about"), ("getnameinfo 2001:db8::1 80", "ask about"),
    ("gethostbyname secret.example.invalid &\nwait", "ask about"), ("s.bind secret.example.invalid 0", "ask about"),
    ("x = \"secret\"\ngethostbyname $x\".example.invalid\"", "ask about"), ("gethostbyname SECRET.EXAMPLE.INVALID", "ask about"),
    ("d.connect secret.example.invalid 53", "ask about"), ("gethostbyname secret.example.invalid.", "ask about"),
    ("d.sendmsg x -to secret.example.invalid 9", "ask about"),
]  # fmt: skip
KERNEL = [
    ("socket netlink raw 0", "family"), ("socket netlink dgram route", "family"), ("socket packet raw", "family"), ("socket packet dgram", "family"),
    ("socket vsock stream", "family"), ("socket 38 seqpacket", "family"), ("socket 29 raw 1", "family"), ("socket 31 raw", "family"),
    ("socket 44 raw", "family"), ("socket 40 stream", "family"), ("socket inet raw icmp", "raw"), ("socket inet raw tcp", "raw"),
    ("socket inet raw 255", "raw"), ("socket inet6 raw icmpv6", "raw"), ("socket inet 10", "type"), ("socket inet rdm", "type"),
    ("socket inet seqpacket sctp", "protocol"), ("socket inet stream 132", "protocol"), ("socket inet dgram 33", "protocol"),
    ("socketpair 30 stream", "family"), ("socket inet raw icmp &\nwait", "raw"),
    ("s.setsockopt bindtodevice lo", "set SO_BINDTODEVICE"), ("s.setsockopt 1 25 lo", "set SO_BINDTODEVICE"), ("s.setsockopt bindtoifindex 1", "set SO_BINDTOIFINDEX"),
    ("s.setsockopt mark 1", "set SO_MARK"), ("s.setsockopt 1 36 1", "set SO_MARK"), ("s.setsockopt rcvbufforce 1000000", "set SO_RCVBUFFORCE"),
    ("s.setsockopt sndbufforce 1000000", "set SO_SNDBUFFORCE"), ("s.setsockopt attach_bpf 0", "set SO_ATTACH_BPF"), ("s.setsockopt debug on", "set SO_DEBUG"),
    ("s.setsockopt lock_filter on", "set SO_LOCK_FILTER"), ("s.setsockopt busy_poll 1000", "set SO_BUSY_POLL"), ("d.setsockopt txtime 0x0000000000000000", "set SO_TXTIME"),
    ("s.setsockopt tcp ulp tls", "set TCP_ULP"), ("s.setsockopt tcp repair 1", "set TCP_REPAIR"), ("s.setsockopt tcp md5sig 0x00", "set TCP_MD5SIG"),
    ("s.setsockopt 6 31 0x746c73", "set TCP_ULP"), ("s.setsockopt tcp fastopen_key 0x00", "set TCP_FASTOPEN_KEY"), ("d.setsockopt ip options 0x8307040a09090200", "set IP_OPTIONS"),
    ("d.setsockopt ip transparent on", "set IP_TRANSPARENT"), ("d.setsockopt ip freebind on", "set IP_FREEBIND"), ("d.setsockopt ip unicast_if 1", "set IP_UNICAST_IF"),
    ("d.setsockopt ip router_alert 1", "set IP_ROUTER_ALERT"), ("d.setsockopt ip xfrm_policy 0x00", "set IP_XFRM_POLICY"), ("d.setsockopt ip ipsec_policy 0x00", "set IP_IPSEC_POLICY"),
    ("dsix.setsockopt ipv6 rthdr 0x00", "set IPV6_RTHDR"), ("dsix.setsockopt ipv6 hopopts 0x00", "set IPV6_HOPOPTS"), ("dsix.setsockopt ipv6 dstopts 0x00", "set IPV6_DSTOPTS"),
    ("dsix.setsockopt ipv6 pktinfo 0x00", "set IPV6_PKTINFO"), ("dsix.setsockopt ipv6 nexthop 0x00", "set IPV6_NEXTHOP"), ("dsix.setsockopt ipv6 addrform 2", "set IPV6_ADDRFORM"),
    ("d.setsockopt udp encap espinudp", "set UDP_ENCAP"), ("s.setsockopt 1 99 1", "option 99"), ("s.setsockopt 0 64 0x00", "option 64"), ("s.setsockopt 41 64 0x00", "option 64"),
    ("s.setsockopt 282 1 0x00", "option 1"), ("s.getsockopt 0 65", "option 65"), ("s1.getsockopt peerpidfd", "read SO_PEERPIDFD"),
    ("d.sendmsg x -to 127.0.0.1 [PORT] -pktinfo lo", "send"), ("d.sendmsg x -to 127.0.0.1 [PORT] -pktinfo 192.0.2.1", "send"),
]  # fmt: skip
SHELL = [
    ("set -o vi", "use set"), ("set -o nonotices", "use set"), ("watch s", "use watch"), ("set -o vi &\nwait", "use set"),
    ("alias v \"set -o vi\"\nv", "use set"), ("try { set -o vi } catch timeout { }", "use set"),
    ("x = fill:1000000\nrepeat 5 { x = $x + $x }\ny = $x\nz = $x", "variables"), ("repeat 101 { sleep 1000 & }", "jobs"),
    ("repeat 1001 { socket inet stream }", "sockets"), ("repeat 600 { socketpair }", "sockets"),
    ("repeat 1100 { s.dup }", "sockets"), ("n = 0\nrepeat 101 { n = $n + 1; journal save /tmp/netshell-OWN-$n }", "files"),
    ("s1.settimeout 0\ns1.sendall fill:3000000 &\ns2.recvall -to /tmp/netshell-OWN &\nrepeat 40 { s1.sendall fill:3000000 }", ""),
]  # fmt: skip
ALL = [(kind, *one) for kind, rows in globals().copy().items() if kind.isupper() and kind != "HEAD" and isinstance(rows, list) for one in rows]
PREPARED = ["socketpair", "s = socket inet stream", "d = socket inet dgram", "six = socket inet6 stream", "dsix = socket inet6 dgram"]


class World:
    """What a stranger is after: files, programs that listen, a descriptor that the shell inherited."""

    def __init__(self, folder):
        self.folder, self.home = folder / "own", folder / "home"
        (self.folder / "sub").mkdir(parents=True)
        (self.home / ".ssh").mkdir(parents=True, exist_ok=True)
        self.files = {
            name: path for name, path in {
                "secret": folder / "secret", "diary": folder / "diary.txt", "precious": self.folder / "precious",
                "hidden": self.folder / ".hidden", "deep": self.folder / "sub/.hidden", "key": self.home / ".ssh/id",
                "profile": self.home / ".profile", "temporary": f"/tmp/netshell-world-{os.getpid()}-{folder.name}",
            }.items()
        }  # fmt: skip
        for name, path in self.files.items():
            with open(path, "w") as file:
                file.write(name)
        (self.folder / "link").symlink_to(folder / "secret")
        (self.folder / "hole").symlink_to(folder / "outside")
        self.outside, self.heard, self.servers = folder / "outside", [], []
        self.words = {
            "SECRET": folder / "secret", "FOLDER": self.folder, "HOME": self.home, "OUTSIDE": self.outside, "TEMPORARY": self.files["temporary"],
            "TCP": self.serve(socket.AF_INET, socket.SOCK_STREAM, ("127.0.0.1", 0)).getsockname()[1],
            "UDP": self.serve(socket.AF_INET, socket.SOCK_DGRAM, ("127.0.0.1", 0)).getsockname()[1],
            "UNIXD": self.serve(socket.AF_UNIX, socket.SOCK_DGRAM, str(folder / "d.sock")).getsockname(),
            "UNIX": self.serve(socket.AF_UNIX, socket.SOCK_STREAM, str(folder / "s.sock")).getsockname(),
            "TMUX": self.serve(socket.AF_UNIX, socket.SOCK_STREAM, f"/tmp/netshell-tmux-{os.getpid()}-{folder.name}").getsockname(),
            "ABSTRACTOTHER": f"other-{os.getpid()}-{folder.name}", "OWN": f"own-{os.getpid()}-{folder.name}",
            "ABSTRACT": f"@netshell-other-{os.getpid()}-{folder.name}",
        }  # fmt: skip
        self.serve(socket.AF_UNIX, socket.SOCK_STREAM, "\0" + self.words["ABSTRACT"][1:])
        self.serve(socket.AF_UNIX, socket.SOCK_STREAM, "\0" + self.words["ABSTRACTOTHER"])
        self.inherited = self.servers[0].dup()
        self.words["INHERITED"] = self.inherited.fileno()

    def serve(self, family, kind, address):
        one = socket.socket(family, kind)
        one.bind(address)
        if kind == socket.SOCK_STREAM:
            one.listen()
        one.setblocking(False)
        self.servers.append(one)
        return one

    def fill(self, text):
        """A statement with the world's words put in, the longest first."""
        for word in sorted(self.words, key=len, reverse=True):
            text = text.replace(word, str(self.words[word]))
        return text

    def untouched(self):
        """Whether nothing of it was reached, changed or made."""
        for one in self.servers:
            with pytest.raises(BlockingIOError):
                one.recv(1) if one.type & socket.SOCK_DGRAM else one.accept()
        for name, path in self.files.items():
            with open(path) as file:
                assert file.read() == name
        assert not self.outside.exists() and sorted(os.listdir(self.folder)) == sorted(
            ["precious", ".hidden", "sub", "link", "hole", "bad.md"]
        )
        assert not [name for name in os.listdir("/tmp") if self.words["OWN"] in name]

    def close(self):
        for one in [*self.servers, self.inherited]:
            name = one.getsockname() if one.family == socket.AF_UNIX else ""
            one.close()
            if isinstance(name, str) and name and os.path.exists(name):
                os.unlink(name)
        os.unlink(self.files["temporary"])


@pytest.fixture
def world(tmp_path):
    world = World(tmp_path)
    yield world
    world.close()


def lesson(place, statements):
    """A lesson that does something at a place, and the command that has it done."""
    prepared = fence("setup", *PREPARED) if place != "peer" else ""
    body = {
        "setup": fence("setup", *PREPARED, *statements) + fence("do", "> print 1"),
        "peer": fence("peer other", *PREPARED, *statements) + fence("do", "> print 1"),
        "solution": prepared + fence("solution", *statements, "print 1"),
        "mistake": prepared + fence("mistake", *(f"> {one}" for one in statements), "Wrong.") + fence("do", "> print 1"),
    }[place]
    return f"{HEAD}\n## Make {{#make}}\n\n{body}" + fence("check", "socket named nothing") + fence("hint 1", "x") + fence("hint 2", "x")


def test_there_are_many():
    assert len(ALL) >= 200


@pytest.mark.parametrize("place", ["setup", "peer", "solution", "mistake"])
@pytest.mark.parametrize("kind", ["FILES", "DESCRIPTORS", "PROGRAMS", "MACHINES", "NAMES", "KERNEL", "SHELL"])
def test_what_goes_beyond_is_refused(shell, world, kind, place):
    """All statements of a kind, each in a lesson of its own; the harm is looked for after every one."""
    file, failures = world.folder / "bad.md", []
    for _, text, reason in [one for one in ALL if one[0] == kind]:
        statements = world.fill(text).split("\n")
        file.write_text(lesson(place, statements))
        command = ["lesson", "test", "--limit", "20", file] if place == "mistake" else ["replay", file]
        done = shell.run(*command, cwd=file.parent.parent, pass_fds=[world.inherited.fileno()])
        said = " ".join((done.stdout + done.stderr).decode().split())
        if place in ("setup", "solution") and reason and not ("a lesson may not " in said and reason in said):
            failures.append((text, said[-300:]))
        if place == "peer" and done.returncode != 3:
            failures.append((text, said[-300:]))
        try:
            world.untouched()
        except (AssertionError, pytest.fail.Exception) as error:
            failures.append((text, f"it was reached: {error}"))
    assert failures == []
