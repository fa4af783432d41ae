"""Lessons as a beginner goes through them: with slips, in the wrong order, asking, giving up, coming back."""

import pytest

from beginner import Beginner


@pytest.fixture
def beginner(shells):
    return Beginner(shells)


def test_the_server(beginner):
    beginner.play(
        """
$ learn server
    A server is a program that waits
    1/13 Make the socket
# Slips of the fingers, and an answer that is wrong but listed.
> sokcet inet stream
    there is no command sokcet
    did you mean socket
    there is no socket yet
~ s = socket ine
> socket inet stream
    A good socket, but the steps that follow need one named s
> s = socket inet dgram
    A datagram socket has no connections to accept
> s.close
> s = socket inet stream
    The kernel made an endpoint
    2/13 Where is it?
# A question comes first: next does not pass it by.
> next
    There is a question first
> answer nothing
    0.0.0.0 0
    The family's zero
    3/13 Bind it
[PORT]=and port (\\d+)\\.
# The wrong order, hints, and where.
> s.accept
    accept: EINVAL
    is not bound yet
> hint
    hint 1: bind takes a host and a port
> hint
    hint 2: Type: s.bind 127.0.0.1 [PORT]
> hint
    hint 2: Type: s.bind 127.0.0.1 [PORT]
> where
    Step 3 of 13: Bind it
> s.bind [PORT]
    An address has two parts here
> s.connect 127.0.0.1 [PORT]
    connect is what a client does
> s.bind 127.0.0.1 0
    Port 0 lets the kernel choose a free port
> reset
    3/13 Bind it
> s.bind 127.0.0.1 [PORT]
    Port [PORT] is yours now
    4/13 One port, one owner
# Skip shows the answer and does it.
> skip
    This is one way to do it
    t.bind 127.0.0.1 [PORT]
    EADDRINUSE
    5/13 Too early
# A wrong prediction is answered, too.
> answer it waits
    It was EINVAL
    6/13 Listen
> s.listen
    call it again with the article's 5
> s.listen 5
    goes on listening
    7/13 At least 1?
# Nobody has connected: accept waits, and Ctrl-C ends the waiting and nothing else.
>> s.accept
^C
    interrupted
> back
    6/13 Listen
> quit
$$
$ learn
    2 server The server's six steps 6 of 13 steps done
> q
$$
# Another process: the sockets of the steps before are alive again.
$ learn 2
    You stopped at step 6 of 13; the steps before are done again
    6/13 Listen
[PORT]=CLOSE 127.0.0.1 (\\d+)>
> s.listen 5
    7/13 At least 1?
> $s.state
    LISTEN
> answer EINVAL
    It was ok
    8/13 Accept
> s.send "Thank you for connection"
    s is the listener and has no peer
> c = s.accept
    Now there are two
    9/13 The port of c
> answer [PORT]
    The same
    10/13 Greet
> c.sned "Thank you for connection"
    did you mean send
> c.send "Thank you for the connection"
    Nearly
> reset
    10/13 Greet
> c.send "Thank you for connection"
    The client has it
    11/13 Listen to the client
> s.recv 5
    s is the listener
> c.recv 5
    "hello"
> c.recv 1024
    " server, I am the first"
    a stream loses nothing
    12/13 Close
> c.close
> s.close
> reset
> c.recv 1024
    ""
> c.close
> s.close
    Six steps: socket, bind, listen, accept, send and recv, close
    13/13 On your own
[OTHER]=at port (\\d+) as soon
# The guest waits for a listener, and the quotes are not needed.
> s = socket inet stream
> s.bind 127.0.0.1 [OTHER]
> s.listen
> c = s.accept
> c.recv 1024
    "six times seven?"
> c.send 42
> c.recv 1024
    "goodbye"
> c.close
> s.close
    Every server that you will ever read
    What you have learnt
    the same port
    That was the lesson The server's six steps
    Next comes the lesson client
$$
$ learn
    2 server The server's six steps ✓ done
> q
$$
"""
    )


def test_the_client(beginner):
    beginner.play(
        """
$ learn client
    1/11 Make the socket
# The last step first.
> s.connect 127.0.0.1 8088
    there is no socket s
> hint
    hint 1: It is the first line of the server's lesson too
~ s = socket inet6 stre
> s = socket AF_INET SOCK_STREAM
    A new socket is neither
    2/11 Nobody there
> ok
    there is no command ok
> answer ok
    ECONNREFUSED
    connection refused. In Python
    3/11 Connect
[PORT]=listens on port (\\d+)\\.
> s.conect 127.0.0.1 [PORT]
    did you mean connect
> s.connect [PORT]
    The host is missing
> s.listen 5
    reset begins the step again
> reset
    3/11 Connect
> s.connect 127.0.0.1 [PORT]
    ESTABLISHED: the two kernels have agreed
    4/11 Your own port
> s.getsockname
    127.0.0.1
> s.getpeername
    127.0.0.1 [PORT]
    connect chose a free port for you
    5/11 The greeting, in part
> s.recv 9
    "Thank you"
    6/11 And the rest?
> quit
$$
# The connection is there again, and so is what was left to read.
$ learn client
    You stopped at step 6 of 11
    6/11 And the rest?
> answer the rest
    " for connection"
    7/11 Nothing to receive
> answer ""
    It was timeout
    8/11 Say goodbye
> hint
    First send on s with the word
> s.send Bye
    B is a different byte from b
# The quote is left open: the shell asks for the rest, and Ctrl-C drops it.
>+ s.send "bye
^C
> s.send bye
> s.recv 1024
    "bye, client"
    You know that they arrived only because the server answered
    9/11 The end of the stream
> back
    8/11 Say goodbye
> skip
    9/11 The end of the stream
[PORT]=to 127.0.0.1 (\\d+)>
> answer ""
    An empty reply is the end of the stream
    10/11 Close
> close s
    The socket comes first, with a dot
> s.close
    Now both sides have closed
    11/11 On your own
[OTHER]=listens on port (\\d+) and
> s = socket inet stream
> s.connect 127.0.0.1 [PORT]
    On [PORT] nobody listens any more
> s.connect 127.0.0.1 [OTHER]
> s.recv 1024
    "Thank you for connection"
> s.close
    That was the lesson The client's four steps
$$
"""
    )


def test_errors(beginner):
    beginner.play(
        """
$ learn 10
    1/12 A refusal
[PORT]=listens on port (\\d+) of
> s.connect 127.0.0.1 [PORT]
    there is no socket s
> s = socket inet stream
> s.connect 127.0.0.1
    A port belongs to it
> s.connect 127.0.0.1 [PORT]
    ECONNREFUSED (111)
    That is a good error
    2/12 The error as a value
> kind = error.class
    Without $ these are only letters
# That slip was an error itself, so $error is another one now.
> print $error.class
    To keep it, put the name of a variable before it
> kind = $error.class
    wanted ConnectionRefused in kind; it is UnknownCommand
> reset
    2/12 The error as a value
> kind = $error.class
    There are two names for one thing
    3/12 Catch it
> s.connect 127.0.0.1 [PORT]
    nobody caught it
# A block that is left open asks for more, and Ctrl-C drops it.
>+ try { s.connect 127.0.0.1 [PORT]
^C
> try { s.connect 127.0.0.1 [PORT] } catch ConnectionRefused { outcome = "refused" }
    The call failed as before
    4/12 The wrong class
> answer timeout
    It was ECONNREFUSED
    5/12 A name that is none
> quit
$$
$ learn errors
    You stopped at step 5 of 12
[PORT]=and port (\\d+), and catch
> s.connect local..host [PORT]
    now catch it
> try { s.connect local..host [PORT] } catch gaierror { outcome = "name" }
    Only getaddrinfo was called
    6/12 Which one first?
> answer general
    error takes everything
> answer 3
    Those are NetShell's
> answer three
    An answer is a number from 1 to 3
> answer 2
    Right. Python 3 writes
    7/12 It went on
> answer ok
    It was EPIPE
    8/12 Ask the gopher
> g = socket inet stream
> g.connect 127.0.0.1 [PORT]
> g.sendall about.txt
    The end of the line is missing
# Nothing comes: the server waits for the rest of the line.
>> g.recvall
^C
    interrupted
> reset
    8/12 Ask the gopher
# The old port is not free yet, so the lesson says another one.
[PORT]=listens on port (\\d+)\\.
> g = socket inet stream
> g.connect 127.0.0.1 [PORT]
> g.sendall "about.txt\\r\\n"
> g.recvall
    "Gopher digs tunnels.\\r\\n.\\r\\n"
    That was a whole gopher session
    9/12 No such file
> skip
    This is one way to do it
    There was no error
    10/12 Cut in two
> answer yes
    It was no
    11/12 The line goes dead
> play
    resume goes on
> r = socket inet stream
> r.connect 127.0.0.1 [PORT]
> r.close
> resume
    11/12 The line goes dead
[PORT]=and port (\\d+)\\.
> r = socket inet stream
> r.connect 127.0.0.1 [PORT]
> r.sendall "hello\\r\\n"
> try { r.recv 100 } catch ConnectionReset { outcome = "reset" }
    The server closed while bytes of yours lay unread
    12/12 On your own
> skip
    A client that knows two servers, in one line
    That was the lesson When it goes wrong
$$
"""
    )
