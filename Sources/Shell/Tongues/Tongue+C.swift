extension Tongue {
    /// What C programs write besides the socket calls, which are mapped by their parameters (``CParameter``).
    static let c = Tongue(
        name: "C",
        without: "types, parentheses, commas and pointers",
        marks: [.typed],
        statements: [
            Phrase("read(_socket, _any, _size)", "_socket.recv _size"),
            Phrase("write(_socket, _data, _rest)", "_socket.send _data"),
            Phrase("closesocket(_socket)", "_socket.close"),
            Phrase("fcntl(_socket, F_SETFL, _rest)", "_socket.setblocking off"),
            Phrase("ioctl(_socket, FIONBIO, _rest)", "_socket.setblocking off"),
            Phrase("ioctlsocket(_socket, FIONBIO, _rest)", "_socket.setblocking off"),
            Phrase("poll(_rest)", "poll"), Phrase("select(_rest)", "poll"), Phrase("epoll_wait(_rest)", "poll"),
            Phrase("epoll_create1(_rest)", "poll", "poll takes all sockets without a list"),
            Phrase("printf(_values)", "print _values"), Phrase("puts(_values)", "print _values"),
            Phrase("fprintf(stderr, _values)", "print _values"), Phrase("fprintf(stdout, _values)", "print _values"),
            Phrase("perror(_rest)", "print $error.message", "a call that fails says why by itself"),
            Phrase("strerror(_rest)", "print $error.message"), Phrase("gai_strerror(_rest)", "print $error.message"),
            Phrase("strlen(_data)", "length _data"), Phrase("usleep(_rest)", "sleep 0.1"),
            Phrase("memset(_rest)", "", nothing), Phrase("bzero(_rest)", "", nothing),
            Phrase("memcpy(_rest)", "", nothing), Phrase("malloc(_rest)", "", nothing),
            Phrase("free(_rest)", "", nothing),
            Phrase("freeaddrinfo(_rest)", "", nothing), Phrase("WSAStartup(_rest)", "", nothing),
            Phrase("WSACleanup()", "", nothing), Phrase("signal(_rest)", "", nothing),
            Phrase("fflush(_rest)", "", nothing), Phrase("FD_ZERO(_rest)", "poll", "poll needs no set of descriptors"),
            Phrase("FD_SET(_socket, _rest)", "poll _socket", "poll needs no set of descriptors"),
            Phrase("fork()", "", "an & at the end of a line runs it in the background: sleep 1 &"),
            Phrase("pthread_create(_rest)", "", "an & at the end of a line runs it in the background: sleep 1 &"),
        ],
        values: [
            Phrase("htons(_any)", "_any"), Phrase("htonl(_any)", "_any"), Phrase("ntohs(_any)", "_any"),
            Phrase("ntohl(_any)", "_any"), Phrase("inet_addr(_any)", "_any"), Phrase("inet_ntoa(_any)", "_any"),
            Phrase("atoi(_any)", "_any"), Phrase("strlen(_any)", "_any.count"),
            Phrase("strerror(_rest)", "$error.message"),
        ]
    )

    /// What is said of what C needs and this shell does not.
    private static let nothing = "nothing of the kind is needed here: memory and descriptors are the shell's care"
}
