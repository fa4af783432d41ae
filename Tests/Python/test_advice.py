"""What beginners type, and the advice they get: every line of it can be typed in the same session, and helps."""

import re

import pytest

SETUP = """s = socket inet stream
s.bind 127.0.0.1 0
s.listen
k = socket inet stream
k.connect 127.0.0.1 $s.port
c = s.accept
d = socket inet dgram
n = 5
data = "x"
host = 127.0.0.1
"""
# Errors that say that a line could not be understood: an advice that leads to one of them does not help.
USELESS = re.compile(r"\b(SyntaxError|UnknownCommand|UnknownVariable|NoSuchSocket|WrongArguments|UnsuitableValue|NameInUse)\b")
# What an advised line may not do here: it would wait, end the shell, or need a network.
SKIPPED = re.compile(r"\b(recv\w*|accept|poll|exit|learn|netshell|read|quit)\b|example|https?|\bh\b")

LINES = r"""
t = socket(inet, stream)
t = socket.socket()
t=socket(AF_INET,SOCK_STREAM)
int t = socket(AF_INET, SOCK_STREAM, 0);
k2.connect(("127.0.0.1", 80))
d.sendto(b"hi", ("127.0.0.1", 9))
c.send("hello".encode())
c.send(f"n is {n}")
c.sendall(b"x" * 10)
print(n)
print("a", n)
printf("%d\n", n);
n += 1
n++;
x = None
x = b"hi"
x = f"a{n}"
s.setblocking(False)
s.settimeout(None)
s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
setsockopt(s, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
bind(t, (struct sockaddr *)&addr, sizeof(addr));
addr.sin_port = htons(8080);
shutdown(c, SHUT_WR);
close(c)
del c
while True:
for i in range(3): print(i)
if n == 3: print(n)
try:
except OSError as e:
else:
import socket
from socket import *
def f(x):
if (listen(s, 5) < 0) { perror("x"); }
for (int i = 0; i < 3; i++) {
let x = 5;
c.write('hi');
c.end();
const v = net.createServer((c) => {
x := 5
fmt.Println(n)
c.Write([]byte("hi"))
ls
ps aux
ifconfig
man connect
echo $n
history
kill 1
clear
hello
nc -l 0
curl http://127.0.0.1:1/
close s c
close $s
k.close c s
close all
k.connect 127.0.0.1:8088
s.connect [::1]:80
d.sendto hi 127.0.0.1:9
s.bind 127.0.0.0/8 8088
k.connect http://127.0.0.1:8088/x
getaddrinfo 127.0.0.1:80
gethostbyname localhost:80
d.sendto 127.0.0.1 9 hi
socket stream inet
c.setsockopt 1 keepalive
inet_pton 127.0.0.1 inet
c.send "a", 3
s.setsockopt SOL_SOCKET, SO_KEEPALIVE, 1
c.send b"hi"
c.send a b
c.send hello $n
k.connect host 80
c.settimeout n
d.connect 127.0.0.1 n
d.connect 127.0.0.1 htons(9)
socket inet tcp
socket ipv4 stream
c.sned hello
SEND hi
n + 1
if n == 5 { }
x = n + 1
s accept2
print $nn
s9.send hi
z.close
d9.sendto hi 127.0.0.1 9
socket
d.connect
send
s.port
s.state
$ print a
me@host:~$ print a
s LISTEN 127.0.0.1:1> print a
c.send “hi”
print a
c.send "hello $n"
c.send data
s.bind 127.0.0.1 0
s.connect 127.0.0.1 1
d.send hi
k.connect 127.0.0.1 1
s.send hi
c.setsockopt nosuch 1
setsockopt ip SO_REUSEADDR 1
c.shutdown both
use z
unalias x
help prompt2
""".strip().split("\n")


def answer(shell, *typed):
    """What is said to the last of some lines."""
    done = shell.run("--keep-going", text=SETUP + "\n".join([*typed[:-1], 'print ":::"', typed[-1]]) + "\n")
    # The mark is on standard output, errors are on the other: only the last line's are kept there.
    before = shell.run("--keep-going", text=SETUP + "\n".join(typed[:-1]) + "\n").stderr.decode()
    return done.stdout.decode().split(":::\n")[-1] + done.stderr.decode()[len(before):]


def advised(text):
    """The lines to type in an answer: what follows the first colon or question mark of each advice, or all of it."""
    for advice in re.findall(r"^ *(?:try|#)(?::| ) *(.*)$", text, re.MULTILINE):
        prose, mark, line = re.match(r"(.*?)(?:(: |\? )(.*))?$", advice).groups()
        if line and not prose.startswith("usage"):
            yield line
        elif re.match(r"(\w+ = )?(\w+\.)?\w+( |$)", advice) and ";" in advice:
            yield advice


def ending(line):
    """What closes the block that a line begins."""
    if not line.endswith("{"):
        return ""
    if line.endswith("try {"):
        return "\n} catch { }"
    return "\n}" if line.startswith("if") else "\nbreak\n}"


@pytest.mark.parametrize("line", LINES)
def test_an_advised_line_can_be_typed_and_helps(shell, line):
    first = answer(shell, line)
    assert first, "nothing was said"
    for advice in advised(first):
        assert advice != line
        if SKIPPED.search(advice):
            continue
        then = answer(shell, line, advice + ending(advice))
        assert not USELESS.search(then), f"{advice}\n{then}"
