extension Asked {
    /// Errors, in the words in which they are met.
    static let errors: KeyValuePairs<String, String> = [
        "ECONNREFUSED": """
        i get connection refused;connection refused;ConnectionRefusedError;server says no;nobody listens;connect refused;port closed;\
        why is my connection refused;cannot connect to my own computer;cannot connect to localhost;actively refused
        """,
        "ECONNRESET":
            "connection reset by peer;ConnectionResetError;connection reset;the peer hung up;why was my connection reset;peer broke the connection",
        "ECONNABORTED": "connection aborted;ConnectionAbortedError;software caused connection abort",
        "ETIMEDOUT":
            "connection timed out;connect takes forever;why does connect take so long;connect is slow;connect hangs;no answer to connect;TimeoutError;connect timeout;connect never returns;host does not answer",
        "EHOSTUNREACH": "no route to host;host unreachable;cannot reach host",
        "ENETUNREACH": "network is unreachable;network unreachable;no network;no internet connection",
        "EADDRINUSE": """
        address already in use;port already in use;port is busy;bind fails in use;port is taken;who uses the port;someone else has my port;\
        cannot restart the server;bind error after restart;port is occupied;which program uses port;what is using my port;kill what uses the port;\
        free a port
        """,
        "EADDRNOTAVAIL":
            "cannot assign requested address;bind to another machine;bind to an ip of another computer;bind to a foreign ip;address not available;bind to an address that is not mine",
        "EACCES": "permission denied;PermissionError;bind permission denied;not allowed to bind",
        "EPERM": "operation not permitted;not allowed raw socket;need root",
        "EPIPE": """
        broken pipe;BrokenPipeError;what happens if i send after the other side has closed;send to a closed socket;write to closed connection;\
        send after close;peer closed and i send;first send works second fails;sending to a dead peer
        """,
        "ENOTCONN":
            "not connected;transport endpoint is not connected;recv on a listener;socket is not connected;send before connect",
        "EISCONN":
            "already connected;transport endpoint is already connected;connect twice;can i connect again;reconnect the same socket;connect a second time;reuse a socket for another connection",
        "EAGAIN":
            "i get resource temporarily unavailable;would block;BlockingIOError;EWOULDBLOCK;try again error;operation would block;nothing there yet",
        "EINPROGRESS": "operation now in progress;connect in progress;non-blocking connect;is the connect finished",
        "EINTR": "interrupted system call;InterruptedError;interrupted;ctrl-c during recv",
        "EMFILE":
            "too many open files;out of descriptors;cannot open more sockets;ulimit;limit of open sockets;max number of sockets",
        "EINVAL": "invalid argument;bind twice;accept without listen;listen forgotten",
        "EBADF":
            "bad file descriptor;use after close;socket is closed;socket already closed;send on a closed socket descriptor",
        "ENOTSOCK": "socket operation on non-socket;not a socket",
        "EMSGSIZE": "message too long;message too large;udp too big",
        "EDESTADDRREQ": "destination address required;send without connect udp;udp send without address",
        "EAFNOSUPPORT": "address family not supported;ipv6 address with inet socket;wrong family",
        "EPROTONOSUPPORT": "protocol not supported;stream udp",
        "EOPNOTSUPP":
            "operation not supported;listen on udp;accept on udp;can udp listen;does udp accept;listen with dgram;udp server listen",
        "ENOPROTOOPT": "protocol not available;option not supported",
        "ENOENT": "no such file or directory;unix socket file missing;socket file does not exist",
        "EAI_NONAME": """
        i get name or service not known;name not known;host not found;unknown host;gaierror;name does not resolve;nodename nor servname provided;\
        name or service;getaddrinfo failed;typo in host name;name not found
        """,
        "EAI_AGAIN":
            "temporary failure in name resolution;dns does not answer;name server down;no dns;gaierror temporary;names do not work",
        "EFAULT": "bad address",
        "ENOBUFS": "no buffer space available",
    ]
}
