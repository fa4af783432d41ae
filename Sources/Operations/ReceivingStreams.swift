import Journal
import Language
import Shell
import Sockets

/// Receiving repeatedly: up to a text, or to the end of the stream. Each recv(2) is a call of its own in the journal.
extension Invocation {
    /// Receives up to and including `delimiter`, by peeking first, so that nothing after it is taken. A reply without the
    /// delimiter is the end of the stream. A failure keeps what was taken.
    ///
    /// - Parameters:
    ///   - delimiter: what ends the read; not empty.
    ///   - limit: the most bytes to take; `MessageTooLong` is thrown if it has not come by then.
    public func receive(
        until delimiter: [UInt8],
        limit: Int,
        on socket: Socket
    ) throws(Failure) -> [UInt8] {
        let reader = reading(to: .delimiter(delimiter))
        var received: [UInt8] = []
        do throws(Failure) {
            while received.count < limit {
                let ahead = try reader.recv(min(4096, limit - received.count), on: socket, flags: .peek)
                guard !ahead.isEmpty else { return received }
                // It may have begun in what was taken before.
                let seam = received.suffix(delimiter.count - 1)
                let found = (seam + ahead).firstRange(ofSequence: delimiter)
                let wanted = found.map { $0 + delimiter.count - seam.count } ?? ahead.count
                received += try reader.recv(wanted, on: socket)
                if found != nil { return received }
            }
            throw failure(
                .messageTooLong,
                "no \(Quoting.quote(delimiter)) within \(limit) bytes",
                "-limit BYTES allows more"
            )
        } catch {
            throw error.keeping(received, aim: .delimiter(delimiter))
        }
    }

    /// Receives to the end of the stream, into memory. A failure keeps what was taken.
    ///
    /// - Parameter limit: the most bytes to take; `MessageTooLong` is thrown if more come.
    public func receiveAll(limit: Int, on socket: Socket) throws(Failure) -> [UInt8] {
        let reader = reading(to: .end)
        var received: [UInt8] = []
        do throws(Failure) {
            while true {
                let bytes = try reader.recv(min(65536, limit - received.count + 1), on: socket)
                if bytes.isEmpty { return received }
                received += bytes
                if received.count > limit {
                    throw failure(
                        .messageTooLong,
                        "more than \(limit) bytes came",
                        "recvall -to FILE takes any length"
                    )
                }
            }
        } catch {
            throw error.keeping(received, aim: .end)
        }
    }

    /// Receives to the end of the stream, into a file that appears under its name when it is complete.
    ///
    /// - Returns: how many bytes came.
    public func receiveAll(into path: String, on socket: Socket) throws(Failure) -> Int {
        try File.write(path, at: span, for: waiter) { (file) throws(Failure) in
            let reader = reading(to: .end)
            let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
            defer { buffer.deallocate() }
            var count = 0
            while true {
                // The file has the data: the journal need not copy it for a long transfer.
                let kept = count < Clip.limit ? Clip.limit : Clip.beginningLimit
                let received = try reader.recv(into: buffer, on: socket, keeping: kept)
                if received == 0 { return count }
                try file.write(UnsafeRawBufferPointer(rebasing: buffer[..<received]))
                count += received
            }
        }
    }
}
