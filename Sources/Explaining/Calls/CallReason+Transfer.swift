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
        if call.after == .synSent {
            return "The data waits with the SYN, or goes out in it (TCP Fast Open): the connection is not made yet."
        }
        if call.messageFlags.contains(.outOfBand) {
            return "The last byte goes out marked urgent; the peer's read stops just before it."
        }
        if kind?.isDatagram == true { return sentDatagram }
        if kind?.isRecord == true {
            return "One record is in the peer's queue, and its border is kept: one receive gets it, and no other."
        }
        if call.result == 0 { return "No data, so on a stream nothing was sent at all." }
        return "The kernel has the bytes and answers for their delivery; the peer need not have read them."
    }

    private var sentDatagram: String {
        if kind?.family == .unix { return "The message is in the peer's queue; a unix socket loses none." }
        if let size = segmentSize, size > 0, call.result > size {
            let count = (call.result + size - 1) / size
            let last = call.result % size == 0 ? "" : ", the last of \(Quantity.count(call.result % size, "byte"))"
            return
                "\(count) datagrams of \(Quantity.count(size, "byte")) went out with one call (UDP_SEGMENT)\(last); nobody promises that they arrive."
        }
        return call.result == 0
            ? "An empty datagram is a datagram: the peer's recv returns 0 for it."
            : "One datagram went out; nobody promises that it arrives."
    }

    /// The size of the datagrams that the kernel cuts the data into: the call's own, else the socket's (udp(7)).
    private var segmentSize: Int? {
        for case .ancillary(let messages) in call.arguments.map(\.value) {
            for case .segmentSize(let size) in messages { return Int(size) }
        }
        return settings["UDP_SEGMENT"]
    }

    /// What it means that data came, or the end.
    var received: String {
        if call.has(.movesMessages) { return receivedTogether }
        if let error = queuedError { return queued(error) }
        return lostAncillary.map { "\(receivedData) \($0)" } ?? receivedData
    }

    private var receivedData: String {
        if call.messageFlags.contains(.peek) { return "The data stays in the queue: the next read gets it again." }
        if kind?.isDatagram == true { return message("datagram") }
        if kind?.isRecord == true {
            return call.result == 0 && call.wantedBytes != 0
                ? "0 is the end of the connection, or an empty record: such a socket does not tell one from the other (recv(2))."
                : message("record")
        }
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
        guard let count = call.wantedBytes, call.result < count else {
            return "The kernel moved the file's bytes into the socket; the process never had them."
        }
        let moved = Quantity.count(call.result, "byte")
        guard case .integer(let end)? = call.output("offset"), case .integer(let size)? = call.output("in_size") else {
            return "The kernel moved only \(moved) of \(count): the file has no more, or the buffer had no more room."
        }
        return end >= size
            ? "The kernel moved \(moved), and not \(count): the file ends there, and nothing is left to be sent."
            : "The buffer had room for only \(moved) of \(count): the rest is still to be sent."
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

    /// A datagram, or a record of a connection that keeps borders.
    private func message(_ noun: String) -> String {
        if call.wantedBytes == 0, !isLengthTold {
            return "A \(noun) was taken and thrown away: with room for 0 bytes, 0 says nothing about its length."
        }
        if let length = call.wantedBytes, call.result > length {
            return "The \(noun) had \(call.result) bytes; what did not fit is lost."
        }
        if isCut {
            return "The \(noun) was longer than the \(call.result) bytes that there was room for: its end is lost."
        }
        if call.result == 0 { return "An empty \(noun) came; on this socket 0 is not an end." }
        if let size = joinedSize, size > 0, call.result > size {
            return "The kernel joined several datagrams of \(Quantity.count(size, "byte")) into one read (UDP_GRO)."
        }
        if settings["UDP_GRO", default: 0] != 0, call.output("msg_control") == nil {
            return "One datagram, or several that the kernel has joined (UDP_GRO): recvmsg tells their size."
        }
        if let length = call.wantedBytes, call.result == length, call.output("msg_flags") == nil {
            return "One \(noun), which filled the buffer: if it was longer, its end is lost."
        }
        return "One whole \(noun), as one send of the peer made it."
    }

    /// Whether the result is the message's real length (`MSG_TRUNC` as an argument).
    private var isLengthTold: Bool { call.messageFlags.rawValue & MessageFlags.truncated.rawValue != 0 }

    /// Whether recvmsg said that the message was longer.
    private var isCut: Bool { writtenFlags.rawValue & MessageFlags.truncated.rawValue != 0 }

    /// What recvmsg wrote to msg_flags.
    private var writtenFlags: MessageFlags {
        guard case .constant(_, let number)? = call.output("msg_flags") else { return [] }
        return MessageFlags(rawValue: Int32(truncatingIfNeeded: number))
    }

    /// The ancillary data that came.
    private var writtenAncillary: [AncillaryMessage] {
        if case .ancillary(let messages)? = call.output("msg_control") { messages } else { [] }
    }

    /// The size of the datagrams that were joined, as UDP_GRO's ancillary message tells it.
    private var joinedSize: Int? {
        for case .joinedSize(let size) in writtenAncillary { return Int(size) }
        return nil
    }
}

/// What recvmsg says beside its data.
extension CallReason {
    /// The entry of the error queue that was read; nil if it was not the error queue.
    private var queuedError: ExtendedError? {
        guard call.messageFlags.readsErrorQueue else { return nil }
        for case .receiveError(let error) in writtenAncillary { return error }
        return nil
    }

    private func queued(_ error: ExtendedError) -> String {
        switch error.origin {
        case .icmp, .icmp6:
            "Not a peer's datagram: this socket's own came back with the ICMP error that it met, \(error.errno.name)."
        case .timestamping: "Not a peer's data: the time at which something of this socket's was sent."
        case .zeroCopy: "Not a peer's data: a send without a copy is complete, and its memory may be used again."
        default: "Not a peer's data: an error that this host found with a send of this socket's, \(error.errno.name)."
        }
    }

    /// What was lost of the ancillary data (`MSG_CTRUNC`, recvmsg(2)); nil if nothing was.
    private var lostAncillary: String? {
        guard writtenFlags.rawValue & MessageFlags.controlTruncated.rawValue != 0 else { return nil }
        guard case .room(let room)? = call.argument("msg_control"), kind?.family == .unix else {
            return "Ancillary data that came along did not fit and is lost."
        }
        var (used, descriptors) = (0, 0)
        for message in writtenAncillary {
            if case .rights(let passed) = message {
                descriptors += passed.count
            } else {
                used += AncillaryMessage.space(message.payload.count)
            }
        }
        // As many numbers as fit behind a header, of the room that the other messages left (cmsg(3)).
        let fitting = max(room - used - AncillaryMessage.space(0), 0) / MemoryLayout<Int32>.size
        return descriptors < fitting
            ? "Descriptors were sent along and are lost, since no number was free for them (EMFILE)."
            : "Ancillary data that came along, such as descriptors, did not fit into \(room) bytes and is lost."
    }
}
