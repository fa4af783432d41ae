extension Tongue {
    /// Node's net and dgram, and what a browser has.
    static let javaScript = Tongue(
        name: "JavaScript",
        without: "const, new, parentheses, commas and functions",
        marks: [.script],
        statements: [
            Phrase(
                "net.createConnection(_highport, _host, _rest)",
                "_it = socket inet stream; _it.connect _host _highport"
            ),
            Phrase("net.createConnection(_port, _host, _rest)", "_it = socket inet stream; _it.connect _host _port"),
            Phrase("net.createConnection(_highport)", "_it = socket inet stream; _it.connect 127.0.0.1 _highport"),
            Phrase("net.connect(_highport)", "_it = socket inet stream; _it.connect 127.0.0.1 _highport"),
            Phrase("net.createConnection(_object)", "_it = socket inet stream; _it.connect _object"),
            Phrase("net.createConnection(_object, _rest)", "_it = socket inet stream; _it.connect _object"),
            Phrase("net.connect(_port, _host, _rest)", "_it = socket inet stream; _it.connect _host _port"),
            Phrase("net.connect(_object)", "_it = socket inet stream; _it.connect _object"),
            Phrase("net.connect(_object, _rest)", "_it = socket inet stream; _it.connect _object"),
            Phrase("net.Socket(_rest)", "socket inet stream"),
            Phrase("net.createServer(_rest)", "_it = socket inet stream; _it.bind 127.0.0.1 8080; _it.listen"),
            Phrase("dgram.createSocket(_rest)", "socket inet dgram"),
            Phrase("_socket.listen(_highport, _rest)", "_socket.bind 127.0.0.1 _highport; _socket.listen"),
            Phrase("_socket.connect(_highport, _host, _rest)", "_socket.connect _host _highport"),
            Phrase("_socket.connect(_highport)", "_socket.connect 127.0.0.1 _highport"),
            Phrase("_socket.bind(_highport)", "_socket.bind 127.0.0.1 _highport"),
            Phrase("_socket.send(_data, _highport, _host, _rest)", "_socket.sendto _data _host _highport"),
            Phrase("_socket.write(_data, _rest)", "_socket.send _data"),
            Phrase("_socket.end()", "_socket.shutdown wr"),
            Phrase("_socket.end(_data)", "_socket.send _data; _socket.shutdown wr"),
            Phrase("_socket.destroy()", "_socket.close"),
            Phrase("_socket.on('data', _rest)", "_socket.recv 1024", "nothing is called back, so ask for the data"),
            Phrase(
                "_socket.on('message', _rest)",
                "_socket.recvfrom 1024",
                "nothing is called back, so ask for the data"
            ),
            Phrase(
                "_socket.on('connection', _rest)",
                "_socket.accept",
                "nothing is called back, so take the connection"
            ),
            Phrase("_socket.on('end', _rest)", "_socket.recv 1024", "the end of the stream is an empty reply"),
            Phrase(
                "_socket.on(_rest)",
                "poll _socket",
                "nothing is called back, and poll waits until something has come"
            ),
            Phrase(
                "_socket.once(_rest)",
                "poll _socket",
                "nothing is called back, and poll waits until something has come"
            ),
            Phrase("_socket.address()", "_socket.getsockname"),
            Phrase("_socket.setTimeout(_number, _rest)", "_socket.settimeout _numberms"),
            Phrase("_socket.setNoDelay(_rest)", "_socket.setsockopt nodelay 1"),
            Phrase("_socket.setKeepAlive(_rest)", "_socket.setsockopt keepalive 1"),
            Phrase("_socket.setEncoding(_rest)", "", "data is bytes, and is shown as text where it is text"),
            Phrase("console.log(_values)", "print _values"), Phrase("console.error(_values)", "print _values"),
            Phrase("process.exit(_rest)", "exit"), Phrase("setTimeout(_rest)", "sleep 1"),
            Phrase("require(_rest)", "", "nothing has to be imported, every call is a command already"),
            Phrase("dns.lookup(_host, _rest)", "getaddrinfo _host"),
        ],
        values: [
            Phrase("Buffer.from(_any, _rest)", "_any"), Phrase("_any.toString(_rest)", "_any"),
            Phrase("String(_any)", "_any"), Phrase("parseInt(_any, _rest)", "_any"), Phrase("Number(_any)", "_any"),
            Phrase("_any.length", "_any.count"), Phrase("_socket.address().port", "$_socket.port"),
            Phrase("_socket.remotePort", "$_socket.peer.port"), Phrase("_socket.remoteAddress", "$_socket.peer.host"),
            Phrase("_socket.localPort", "$_socket.port"),
        ]
    )
}
