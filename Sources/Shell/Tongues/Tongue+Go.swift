extension Tongue {
    /// Go's net package, and what is written around it.
    static let go = Tongue(
        name: "Go",
        without: "the package, err, parentheses and commas",
        marks: [.short],
        statements: ["", "4", "6"].flatMap { version in
            let family = version == "6" ? "inet6" : "inet"
            return [
                Phrase("net.Dial(\"tcp\(version)\", _address)", "_it = socket \(family) stream; _it.connect _address"),
                Phrase("net.Dial(\"udp\(version)\", _address)", "_it = socket \(family) dgram; _it.connect _address"),
                Phrase(
                    "net.DialTimeout(\"tcp\(version)\", _address, _rest)",
                    "_it = socket \(family) stream; _it.settimeout 5; _it.connect _address"
                ),
                Phrase(
                    "net.Listen(\"tcp\(version)\", _address)",
                    "_it = socket \(family) stream; _it.bind _address; _it.listen"
                ),
                Phrase(
                    "net.ListenPacket(\"udp\(version)\", _address)",
                    "_it = socket \(family) dgram; _it.bind _address"
                ),
            ]
        } + [
            Phrase("net.Dial(\"unix\", _any)", "_it = socket unix stream; _it.connect _any"),
            Phrase("net.Listen(\"unix\", _any)", "_it = socket unix stream; _it.bind _any; _it.listen"),
            Phrase("_socket.Read(_rest)", "_socket.recv 1024"), Phrase("_socket.Write(_data)", "_socket.send _data"),
            Phrase("_socket.ReadFrom(_rest)", "_socket.recvfrom 1024"),
            Phrase("_socket.CloseWrite()", "_socket.shutdown wr"), Phrase("_socket.CloseRead()", "_socket.shutdown rd"),
            Phrase("_socket.LocalAddr()", "_socket.getsockname"), Phrase("_socket.RemoteAddr()", "_socket.getpeername"),
            Phrase("_socket.Addr()", "_socket.getsockname"),
            Phrase("_socket.SetDeadline(_rest)", "_socket.settimeout 5"),
            Phrase("_socket.SetReadDeadline(_rest)", "_socket.settimeout 5"),
            Phrase("_socket.SetWriteDeadline(_rest)", "_socket.settimeout 5"),
            Phrase("_socket.SetNoDelay(_rest)", "_socket.setsockopt nodelay 1"),
            Phrase("bufio.NewReader(_socket).ReadString(_rest)", "_socket.recvline"),
            Phrase("bufio.NewReader(_socket)", "_socket.recvline", "a stream is read line by line with recvline"),
            Phrase("io.ReadAll(_socket)", "_socket.recvall"),
            Phrase("io.WriteString(_socket, _data)", "_socket.send _data"),
            Phrase("fmt.Fprintf(_socket, _data)", "_socket.send _data"),
            Phrase("fmt.Fprint(_socket, _data)", "_socket.send _data"),
            Phrase("fmt.Fprintln(_socket, _data)", "_socket.send _data\"\\n\""),
            Phrase("fmt.Println(_values)", "print _values"), Phrase("fmt.Printf(_values)", "print _values"),
            Phrase("fmt.Print(_values)", "print _values"), Phrase("log.Println(_values)", "print _values"),
            Phrase("log.Printf(_values)", "print _values"), Phrase("log.Fatal(_rest)", "exit 1"),
            Phrase("panic(_rest)", "exit 1"), Phrase("os.Exit(_rest)", "exit"), Phrase("time.Sleep(_rest)", "sleep 1"),
            Phrase("net.LookupHost(_host)", "getaddrinfo _host"), Phrase("net.LookupIP(_host)", "getaddrinfo _host"),
            Phrase("make(_rest)", "", "a buffer is not needed: recv replies what has come"),
        ],
        values: [
            Phrase("byte(_any)", "_any"), Phrase("string(_any)", "_any"), Phrase("strconv.Itoa(_any)", "_any"),
        ]
    )
}
