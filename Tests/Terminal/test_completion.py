"""What Tab offers: by the type of the parameter at the cursor."""

import pytest

TAB, PAGE_DOWN = "\t", "\x1b[6~"


def completed(shell, typed, wanted):
    """Types a line and Tab; then this must be shown as the line and as its list, on one of its pages."""
    shell.clear(typed)
    shell.type(TAB)
    for word in [wanted] if isinstance(wanted, str) else wanted:
        shell.until(lambda: word in shell.flat + " " or " of " in shell.text)
        first = shell.text
        while word not in shell.flat + " ":
            before = shell.text
            shell.type(PAGE_DOWN).until(lambda: shell.text != before)
            assert shell.text != first, f"{word} is on no page"


@pytest.fixture
def wide(shells, size):
    shell = shells(**size)
    shell.enter("s = socket inet stream")
    return shell


def test_only_what_acts_on_sockets_behind_a_name(wide):
    completed(wide, "s.", ["accept", "connect", "getsockopt"])
    assert "getservbyname" not in wide.text
    completed(wide, "s.con", "> s.connect ")


def test_a_socket_gets_its_dot(wide):
    wide.enter("server = socket inet dgram")
    completed(wide, "serv", "> server.")
    assert wide.cursor[1] == len(wide.line)


def test_keywords_and_aliases(wide):
    wide.enter('alias tcp "socket inet stream"')
    completed(wide, "tc", "> tcp ")
    completed(wide, "repe", "> repeat ")


@pytest.mark.parametrize(
    "typed, wanted",
    [
        ("socket ine", ["inet ", "inet6", "Internet Protocol version 6"]),
        ("socket AF_INE", ["AF_INET6"]),
        ("socket inet str", "> socket inet stream "),
        ("socket inet stream|non", "stream|nonblock "),
        ("socket inet SOCK_RA", "SOCK_RAW "),
        ("x = socket inet6 stream tc", "stream tcp "),
        ("setsockopt tcp nod", "tcp nodelay "),
        ("setsockopt tcp ", ["congestion", "cork", "1–"]),
        ("getsockopt SOL_SOCKET SO_REUSEA", "SO_REUSEADDR "),
        ("setsockopt reuseaddr ", ["off", "on"]),
        ("setsockopt ip mtu_discover ", ["do", "want", "probe"]),
        ("setsockopt ip add_membership 224.0.0.1 l", "224.0.0.1 lo "),
        ("recv 10 pee", "recv 10 peek "),
        ("recv 10 MSG_PEE", "MSG_PEEK "),
        ("recv 10 peek|wait", "peek|waitall "),
        ("recv 10 -t", "-to "),
        ("getaddrinfo localhost -fa", "-family "),
        ("getaddrinfo localhost -flags passive|numericho", "passive|numerichost "),
        ("shutdown ", ["rd", "wr", "rdwr"]),
        ("poll s:ou", "poll s:out "),
        ("getservbyname sm", "smtp "),
        ("getservbyname http t", "tcp "),
        ("getprotobyname icm", "icmp"),
        ("if_nametoindex l", "lo "),
        ("inject connect ECONNREF", "ECONNREFUSED "),
        ("help getsockn", "getsockname "),
        ("help backg", "background "),
        ("help contin", "continue "),
        ("set -o v", "vi "),
        ("use ", "use s "),
        ("try { connect x 1 } catch ConnectionRef", "ConnectionRefused "),
        ("repeat 3 { s.conn", "{ s.connect "),
        ("length a ; s.getp", "; s.getpeername "),
        ("s.socka", "s.sockatmark"),
        ("x = getsockna", "x = getsockname "),
        ("print $s.fam", "$s.family "),
    ],
)
def test_by_parameter(wide, typed, wanted):
    completed(wide, typed, wanted)


def test_variables(wide):
    wide.enter("portnumber = 8088")
    completed(wide, "print $por", "$portnumber ")
    completed(wide, "print $", ["$error", "$reply", "$s"])


def test_jobs(wide):
    wide.enter("bind 127.0.0.1 0").enter("listen").enter("accept &")
    completed(wide, "wait ", "wait 1 ")
    wide.clear()
    wide.enter("cancel")


def test_hosts_of_the_system(wide):
    completed(wide, "connect ", ["127.0.0.1", "::1", "localhost"])
    name = next(line.split()[1] for line in open("/etc/hosts") if line.split("#")[0].split()[1:])
    completed(wide, f"gethostbyname {name[:-1]}", name)


def test_hosts_of_the_session_and_of_the_history(shells):
    first = shells()
    first.enter("inject gethostbyname HOST_NOT_FOUND")
    first.enter("try { gethostbyname asked.invalid } catch error { }").enter("u = socket inet dgram")
    completed(first, "connect ask", "connect asked.invalid ")
    first.clear("connect 127.0.0.7 9").type("\r").until(lambda: first.is_prompting)
    first.type("\x04\x04")
    first.end()
    second = shells()
    completed(second, "connect 127.0.0.7", "connect 127.0.0.7 ")


def test_services_go_by_the_socket(wide):
    completed(wide, "connect localhost smt", "localhost smtp ")
    wide.clear()
    wide.enter("u = socket inet dgram")
    completed(wide, "connect localhost tft", "localhost tftp ")
    completed(wide, "s.connect localhost htt", ["http", "80", "https", "443"])


def test_files(wide):
    (wide.home / "alpha.txt").write_text("")
    (wide.home / "my file.txt").write_text("")
    (wide.home / "beta").mkdir()
    (wide.home / "beta" / "gamma.bin").write_text("")
    completed(wide, "sendfile alp", "sendfile alpha.txt ")
    completed(wide, "sendfile bet", "sendfile beta/")
    wide.type("g" + TAB).until("beta/gamma.bin ")
    completed(wide, "sendfile my", 'sendfile "my file.txt" ')
    completed(wide, 'sendfile "my', 'sendfile "my file.txt" ')
    completed(wide, "send @beta/", "send @beta/gamma.bin ")
    for typed in ["send @my", 'send @"my', "send @'my", 'send @"my f']:
        completed(wide, typed, 'send @"my file.txt" ')
    wide.clear('send "@my').type(TAB + "!").until('send "@my!')
    completed(wide, "recv 10 -to alp", "-to alpha.txt ")
    wide.clear()
    wide.enter("u = socket unix stream")
    completed(wide, "bind bet", "bind beta/")


def test_names_of_files_cannot_act_on_the_terminal(wide):
    (wide.home / "evil\x1b[2Jname").write_text("")
    completed(wide, "sendfile evil", '"evil\\x1b[2Jname" ')


def test_what_is_wanted_where_nothing_can_be_offered(wide):
    completed(wide, "s.recv ", ["[SIZE]", "-to FILE", "write what comes"])
    assert wide.line.endswith("> s.recv")
    wide.type("5").until(lambda: "write what comes" not in wide.text)


def test_one_odd_name_among_files(wide):
    (wide.home / "box").mkdir()
    for name in ("odd name", "plain"):
        (wide.home / "box" / name).write_text("")
    completed(wide, "sendfile box/", ["odd name", "plain"])
    wide.until(lambda: any(row.split() == ["odd", "name", "plain"] for row in wide.rows))
    wide.type(TAB).until('sendfile "box/odd name"')


def test_descriptions_end_with_an_ellipsis(shells):
    for language, sign in (("C.UTF-8", "…"), ("C", "...")):
        shell = shells(columns=60, rows=40, LANG=language)
        shell.type("getsockopt so_r" + TAB).until(sign)
        shell.until(lambda: any(row.endswith(sign) and len(row) > 50 for row in shell.rows))


def test_a_long_list_has_pages(shell):
    shell.type("inject " + TAB).until(" of ")
    first = shell.text
    shell.type(PAGE_DOWN).until(lambda: shell.text != first and " of " in shell.text)
    shell.type(TAB).until(lambda: len(shell.line.split("inject ")[-1]) > 1)


def test_nothing_to_offer_changes_nothing(shell):
    shell.type("print zzz" + TAB + "!").until("> print zzz!")


LONG = "print " + "word é日 " * 20


@pytest.mark.parametrize("typed, wanted", [("getsockna", "; getsockname "), ("s.connect localhost smt", "localhost smtp ")])
def test_in_a_line_longer_than_the_screen(wide, typed, wanted):
    wide.type(LONG + "; " + typed).until(lambda: wide.flat.endswith(typed) or typed in wide.flat)
    wide.type(TAB).until(lambda: wanted in wide.flat + " ")
    wide.type("!").until(lambda: (wanted + "!") in wide.flat)


def test_a_list_below_a_line_longer_than_the_screen(wide):
    wide.type(LONG + "; getsock" + TAB).until("getsockopt")
    wide.type(TAB).until(lambda: "; getsockname" in wide.flat)
    wide.type("\x1b").until(lambda: "getsockopt" not in wide.text)
    wide.type("!").until(lambda: "; getsock!" in wide.flat)
