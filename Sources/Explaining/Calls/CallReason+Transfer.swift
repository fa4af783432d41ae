import Journal
import Language
import Reading
import Sockets

extension CallReason {
    /// What it means that data was taken.
    var sent: String {
        if call.has(.movesMessages) { return sentTogether }
        if call.kind == .sendfile { return sentFile }
        if let length = call.wantedBytes, call.result < length {
            return
                "The buffer took only \(Quantity.count(call.result, "byte")) of \(length): the rest is still to be sent."
        }
        if call.messageFlags.contains(.outOfBand) {
            return "The last byte goes out marked urgent; the peer's read stops just before it."
        }
        if kind?.isDatagram == true {
            if kind?.family == .unix { return "The message is in the peer's queue; a unix socket loses none." }
            return call.result == 0
                ? "An empty datagram is a datagram: the peer's recv returns 0 for it."
                : "One datagram went out; nobody promises that it arrives."
        }
        if call.result == 0 { return "No data, so on a stream nothing was sent at all." }
        return "The kernel has the bytes and answers for their delivery; the peer need not have read them."
    }

    /// What it means that data came, or the end.
    var received: String {
        if call.has(.movesMessages) { return receivedTogether }
        if call.messageFlags.contains(.peek) { return "The data stays in the queue: the next read gets it again." }
        if kind?.isDatagram == true { return datagram }
        if call.result == 0 {
            return call.wantedBytes == 0
                ? "Nothing was asked for, so 0 does not mean the end here."
                : "0 is the end of the stream: the peer sends no more, now or ever."
        }
        if let length = call.wantedBytes, call.result == length {
            return "The buffer is full; more may be waiting for the next read."
        }
        return "These bytes had arrived; where the peer's sends began and ended is not kept on a stream."
    }

    /// Bytes of a file (sendfile(2)): fewer than wanted also where it ends before.
    private var sentFile: String {
        if let count = call.wantedBytes, call.result < count {
            return
                "The kernel moved only \(Quantity.count(call.result, "byte")) of \(count): the file has no more, or the buffer had no more room."
        }
        return "The kernel moved the file's bytes into the socket; the process never had them."
    }

    /// Several messages with one call (sendmmsg(2)).
    private var sentTogether: String {
        let count = Quantity.count(call.messages.count, "message")
        guard case .list(let given)? = call.argument("msgvec"), call.result >= given.count else {
            return "The kernel took only \(count); the rest is still to be sent."
        }
        return kind?.isDatagram == false
            ? "One call handed over \(count); on a stream their boundaries are not kept."
            : "\(count) went out with one call, each as a datagram of its own; nobody promises that they arrive."
    }

    /// Several messages with one call (recvmmsg(2)).
    private var receivedTogether: String {
        let messages = call.messages
        if messages.isEmpty { return "No message came within the time." }
        if let cut = messages.first(where: { $0.count > $0.clip?.count ?? $0.count }) {
            return "One of the messages had \(cut.count) bytes; what did not fit is lost."
        }
        return
            "\(Quantity.count(messages.count, "message")) that had come already, each whole and by itself, in one call."
    }

    private var datagram: String {
        if let length = call.wantedBytes, call.result > length {
            return "The datagram had \(call.result) bytes; what did not fit is lost."
        }
        if call.result == 0 { return "An empty datagram came; on this socket 0 is not an end." }
        if let length = call.wantedBytes, call.result == length {
            return "One datagram, which filled the buffer: if it was longer, its end is lost."
        }
        return "One whole datagram, as one send of the peer made it."
    }
}
