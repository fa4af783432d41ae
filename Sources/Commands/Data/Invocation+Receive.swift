import Journal
import Language
import Shell
import Sockets

extension Argument {
    /// The same content under another name.
    func renamed(_ name: String) -> Argument { Argument(self.name == "addr" ? name : self.name, value) }
}

extension Invocation {
    /// The arguments that all calls of the recv family begin with.
    func receiving(_ socket: Socket, _ size: Int, _ flags: MessageFlags) -> [Argument] {
        [
            Argument("sockfd", .descriptor(socket.descriptor)),
            Argument("buf", .room(size)),
            Argument("len", .integer(size)),
            Argument("flags", .constant(flags.description, Int(flags.rawValue))),
        ]
    }

    /// One recv(2).
    func recv(_ size: Int, on socket: Socket, flags: MessageFlags) throws(Failure) -> [UInt8] {
        try received(size, on: socket, flags: flags).output
    }

    /// One recv(2), with what it returned.
    func received(_ size: Int, on socket: Socket, flags: MessageFlags) throws(Failure) -> Returned<[UInt8]> {
        let discards = socket.discards(flags)
        return try perform(
            "recv",
            on: socket,
            receiving(socket, size, flags),
            mayWait: true,
            outputs: { discards ? [] : [Argument("buf", .data(Clip($0)))] }
        ) { $0.recv(socket.descriptor, size: size, flags: flags, discards: discards) }
    }

    /// A field for the real length of a datagram, where `MSG_TRUNC` told that it was longer than what fitted.
    func truncation(_ result: Int, _ received: Int) -> [Record.Field] {
        result > received ? [Record.Field("length", .integer(result))] : []
    }

    /// Receives up to and including `delimiter`, by peeking first, so that nothing behind it is taken. A failure keeps what
    /// was taken.
    func receive(until delimiter: [UInt8], limit: Int) throws(Failure) -> [UInt8] {
        let socket = try socket()
        var received: [UInt8] = []
        do throws(Failure) {
            while received.count < limit {
                let window = min(4096, limit - received.count)
                let ahead = try recv(window, on: socket, flags: .peek)
                guard !ahead.isEmpty else { return received }
                // It may have begun in what was taken before.
                let seam = received.suffix(delimiter.count - 1)
                let found = (seam + ahead).firstRange(ofSequence: delimiter)
                let wanted = found.map { $0 + delimiter.count - seam.count } ?? ahead.count
                received += try recv(wanted, on: socket, flags: [])
                if found != nil { return received }
            }
            throw failure(
                "MessageTooLong",
                "no \(Quoting.quote(delimiter)) within \(limit) bytes",
                "-limit BYTES allows more"
            )
        } catch {
            throw error.keeping(received)
        }
    }

    /// Receives to the end of the stream, into memory. A failure keeps what was taken.
    func receiveAll(limit: Int) throws(Failure) -> [UInt8] {
        let socket = try socket()
        var received: [UInt8] = []
        do throws(Failure) {
            while true {
                let bytes = try recv(min(65536, limit - received.count + 1), on: socket, flags: [])
                if bytes.isEmpty { return received }
                received += bytes
                if received.count > limit {
                    throw failure(
                        "MessageTooLong",
                        "more than \(limit) bytes came",
                        "recvall -to FILE takes any length"
                    )
                }
            }
        } catch {
            throw error.keeping(received)
        }
    }

    /// Receives to the end of the stream, into a file; gives the number of bytes.
    func receiveAll(into path: String) throws(Failure) -> Int {
        let socket = try socket()
        return try File.write(path, at: span, for: waiter) { (file) throws(Failure) in
            var count = 0
            while true {
                let bytes = try recv(1 << 18, on: socket, flags: [])
                if bytes.isEmpty { return count }
                try file.write(bytes)
                count += bytes.count
            }
        }
    }
}

extension Socket {
    /// Whether the kernel throws away what it takes: `MSG_TRUNC` on a TCP socket (tcp(7)).
    func discards(_ flags: MessageFlags) -> Bool {
        isTCP && flags.rawValue & MessageFlags.truncated.rawValue != 0
    }
}
