extension Tongue {
    /// Python's socket module, and what is typed around it.
    static let python = Tongue(
        name: "Python",
        without: "parentheses, commas and colons",
        marks: [.indented, .unpacked],
        statements: [
            Phrase(
                "socket.create_connection((_host, _port), _rest)",
                "_it = socket inet stream; _it.connect _host _port"
            ),
            Phrase(
                "socket.create_server((_host, _port), _rest)",
                "_it = socket inet stream; _it.setsockopt reuseaddr 1; _it.bind _host _port; _it.listen"
            ),
            Phrase("socket.socketpair(_rest)", "socketpair"),
            Phrase("_socket.connect_ex(_address)", "_socket.connect _address", "a call that fails says why by itself"),
            Phrase("_socket.makefile(_rest)", "_socket.recvline", "a stream is read line by line with recvline"),
            Phrase("_socket.recv_into(_rest)", "_socket.recv 1024"),
            Phrase("_socket.recvfrom_into(_rest)", "_socket.recvfrom 1024"),
            Phrase("_socket.fileno()", "print $_socket.fd"),
            Phrase("_socket.listen()", "_socket.listen"),
            Phrase("time.sleep(_seconds)", "sleep _seconds"),
            Phrase("sleep(_seconds)", "sleep _seconds"),
            Phrase("sys.exit(_number)", "exit _number"),
            Phrase("exit(_number)", "exit _number"),
            Phrase("sys.exit(_rest)", "exit"),
            Phrase("exit(_rest)", "exit"),
            Phrase("quit(_rest)", "exit"),
            Phrase("print(_values)", "print _values"),
            Phrase("pprint(_values)", "print _values"),
            Phrase("help(_any)", "help _any"),
            Phrase("help()", "help"),
            Phrase("dir(_rest)", "variables"),
            Phrase("vars(_rest)", "variables"),
            Phrase("locals()", "variables"),
            Phrase("globals()", "variables"),
            Phrase("type(_any)", "print _any"),
            Phrase("len(_data)", "length _data"),
            Phrase("select.select(_rest)", "poll"),
            Phrase("select.poll()", "poll"),
            Phrase("threading.Thread(_rest)", "", "an & at the end of a line runs it in the background: sleep 1 &"),
            Phrase("input(_rest)", "", "what is typed is a statement; a script reads its arguments as $1 and $2"),
            Phrase("logging.info(_values)", "print _values"),
        ],
        values: [
            Phrase("_any.encode(_rest)", "_any"), Phrase("_any.decode(_rest)", "_any"),
            Phrase("_any.strip(_rest)", "_any"),
            Phrase("bytes(_any, _rest)", "_any"), Phrase("bytearray(_any, _rest)", "_any"),
            Phrase("str(_any, _rest)", "_any"), Phrase("int(_any, _rest)", "_any"), Phrase("float(_any)", "_any"),
            Phrase("repr(_any)", "_any"), Phrase("list(_any)", "_any"), Phrase("tuple(_any)", "_any"),
            Phrase("memoryview(_any)", "_any"), Phrase("len(_any)", "_any.count"),
            Phrase("_socket.getsockname()[0]", "$_socket.host"), Phrase("_socket.getsockname()[1]", "$_socket.port"),
            Phrase("_socket.getpeername()[0]", "$_socket.peer.host"),
            Phrase("_socket.getpeername()[1]", "$_socket.peer.port"), Phrase("_socket.fileno()", "$_socket.fd"),
            Phrase("_any.count", "_any.count"),
        ]
    )
}
