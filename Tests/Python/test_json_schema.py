"""What --json writes conforms to --json-schema, for replies, errors and calls of every family of commands."""

import json

import jsonschema
import pytest

FAMILIES = {
    "streams": """
        l = socket inet stream
        l.setsockopt reuseaddr on
        l.bind 127.0.0.1 0
        l.listen
        c = socket inet stream
        c.connect 127.0.0.1 $l.port
        d = l.accept
        c.send hello
        d.recv 100
        d.send "\\xff\\x00"
        c.recvfrom 100
        d.sendall fill:70000
        c.recv 70000
        c.getsockname
        c.getpeername
        c.shutdown wr
        d.recv
        poll c d
        sockets
        state c
        journal
        explain
        use c
        close
    """,
    "datagrams": """
        u = socket inet dgram
        u.bind 127.0.0.1 0
        u.setsockopt ip pktinfo on
        u.setsockopt timestamp on
        u.setsockopt SO_TIMESTAMPING SOF_TIMESTAMPING_RX_SOFTWARE|SOF_TIMESTAMPING_SOFTWARE
        u.setsockopt recvttl on
        u.sendto hello 127.0.0.1 $u.port
        m = u.recvmsg
        $m
        $m.ancillary
        u.sendmsg x -to 127.0.0.1 $u.port -ttl 9
        u.recvmsg 100 0
        v = socket inet6 dgram
        v.bind ::1 0
        v.sendto x ::1 $v.port
        v.recvfrom 10
        u.join 239.1.2.3 127.0.0.1
        u.leave 239.1.2.3 127.0.0.1
    """,
    "unix": """
        p = socketpair
        p.setsockopt passcred on
        p2.sendmsg x -credentials -rights p
        m = p.recvmsg
        $m.ancillary
        a = socket unix stream
        a.bind "@netshell-json\\x00\\xff"
        a.getsockname
        a.dup
        fromfd $a.fd
        a.detach
    """,
    "options": """
        s = socket inet stream
        s.getsockopt
        s.getsockopt tcp info
        s.getsockopt linger
        s.getsockopt rcvtimeo
        s.getsockopt congestion
        s.getsockopt tcp
        s.setsockopt type 1
        s.gettimeout
        s.settimeout 2.5
        s.setblocking off
    """,
    "names": """
        getaddrinfo 127.0.0.1 http -type stream
        getaddrinfo ::1 80
        getnameinfo 127.0.0.1 80 -flags numerichost|numericserv
        gethostbyname 127.0.0.1
        gethostbyname_ex 127.0.0.1
        getservbyname http tcp
        getservbyport 80 tcp
        getservbyname nosuch tcp
        getprotobyname tcp
        getprotobynumber 6
        gethostname
        inet_aton 127.0.0.1
        inet_ntoa 0x7f000001
        inet_pton inet6 ::1
        inet_ntop inet 0x7f000001
        if_nameindex
        if_nametoindex lo
        htons 80
    """,
    "language": """
        x = 5
        $x
        "text"
        $x > 3
        1 / 4
        "\\xff"
        length hello
        hexdump hello
        repeat 2 { print $x }
        try { recv } catch NoSuchSocket { $error }
        variables
        jobs
        sleep 0 &
        wait
        help
        help recv
        "a" * 2
        nosuch
        print $nosuch
        print "
    """,
    "families": """
        socket netlink raw NETLINK_ROUTE
        bind 0 0
        getsockname
        socket vsock stream
        socket packet raw ETH_P_ALL
        socket 99 stream
        socket inet raw tcp
    """,
}


@pytest.fixture
def validator(shell):
    schema = json.loads("\n".join(shell.ok("--json-schema")))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@pytest.mark.parametrize("family", FAMILIES)
def test_every_line_is_as_the_schema_says(shell, validator, family):
    lines = [line.strip() for line in FAMILIES[family].strip().splitlines()]
    script = "\n".join(lines).encode()
    done = shell.run("--json", "--keep-going", text=script)
    objects = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert len(objects) >= len(lines) - 1
    for one in objects:
        validator.validate(one)


@pytest.mark.parametrize(
    "change",
    [
        lambda line: line.pop("reply"),
        lambda line: line.update(reply={"base64": 5}),
        lambda line: line.update(ok="yes"),
        lambda line: line["calls"][0]["arguments"].update(addr={"host": 5, "port": "x"}),
        lambda line: line["calls"][0]["arguments"].update(buf={"text": "x"}),
        lambda line: line["calls"][0].update(result=None),
    ],
)
def test_another_line_is_not(shell, validator, change):
    line = json.loads(shell.ok("--json", "-c", "socket inet stream")[0])
    validator.validate(line)
    change(line)
    assert list(validator.iter_errors(line)) != []
