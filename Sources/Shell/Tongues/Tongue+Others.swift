extension Tongue {
    /// Java and C#, and of Rust, Ruby and PHP how they make a connection and a listener.
    static let others = Tongue(
        name: "Java",
        without: "types, parentheses and commas",
        marks: [.classed],
        statements: [
            Phrase("Socket(_host, _port)", "_it = socket inet stream; _it.connect _host _port"),
            Phrase("ServerSocket(_port)", "_it = socket inet stream; _it.bind 127.0.0.1 _port; _it.listen"),
            Phrase("DatagramSocket(_port)", "_it = socket inet dgram; _it.bind 127.0.0.1 _port"),
            Phrase("DatagramSocket()", "socket inet dgram"),
            Phrase("TcpClient(_host, _port)", "_it = socket inet stream; _it.connect _host _port"),
            Phrase("TcpStream.connect(_address)", "_it = socket inet stream; _it.connect _address"),
            Phrase("TcpListener.bind(_address)", "_it = socket inet stream; _it.bind _address; _it.listen"),
            Phrase("UdpSocket.bind(_address)", "_it = socket inet dgram; _it.bind _address"),
            Phrase("TCPSocket(_host, _port)", "_it = socket inet stream; _it.connect _host _port"),
            Phrase("TCPSocket.new(_host, _port)", "_it = socket inet stream; _it.connect _host _port"),
            Phrase("TCPSocket.open(_host, _port)", "_it = socket inet stream; _it.connect _host _port"),
            Phrase("TCPServer.new(_port)", "_it = socket inet stream; _it.bind 127.0.0.1 _port; _it.listen"),
            Phrase("fsockopen(_host, _port, _rest)", "_it = socket inet stream; _it.connect _host _port"),
            Phrase("socket_create(_any, _type, _rest)", "socket _any _type"),
            Phrase("System.out.println(_values)", "print _values"), Phrase("println(_values)", "print _values"),
            Phrase("System.exit(_rest)", "exit"),
            Phrase("_socket.write_all(_data)", "_socket.sendall _data"),
            Phrase("_socket.read_to_string(_rest)", "_socket.recvall"),
            Phrase("_socket.unwrap()", "_socket"),
        ],
        values: [
            Phrase("_any.unwrap()", "_any"), Phrase("_any.getBytes(_rest)", "_any"), Phrase("_any.as_bytes()", "_any"),
        ]
    )
}
