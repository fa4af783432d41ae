import Journal
import Language
import Reading
import Sockets

/// Calls on descriptors of any kind, and calls by which a process's descriptors go.
extension CallReason {
    /// fcntl(2), ioctl(2), and sockatmark(3), which is an ioctl inside libc.
    var controlled: String? {
        switch call.kind {
        case .fcntl: flags
        case .sockatmark: mark(call.result != 0)
        default: requested
        }
    }

    /// What an ioctl asked for (tcp(7), unix(7), ioctl_tty(2)).
    private var requested: String? {
        switch call.constantName("request") {
        case "FIONBIO": number("argp").map { waiting($0 == 0) }
        case "FIONREAD", "SIOCINQ":
            number("argp").map { "\(Quantity.count($0, "byte")) can be received now without waiting; none was taken." }
        case "SIOCOUTQ", "TIOCOUTQ":
            number("argp").map { "\(Quantity.count($0, "byte")) of what was sent is not yet acknowledged by the peer." }
        case "SIOCATMARK": number("argp").map { mark($0 != 0) }
        default: "A request to the device or protocol behind the descriptor; the connection is as it was."
        }
    }

    private func mark(_ isAtMark: Bool) -> String {
        isAtMark
            ? "All that was sent before the urgent byte has been read; a read that goes on passes the mark."
            : "What is read next was sent before any urgent byte, or there is none."
    }

    private func waiting(_ isBlocking: Bool) -> String {
        isBlocking
            ? "Calls wait again until they can be done."
            : "Calls that would have to wait fail with EAGAIN from now on, and connect with EINPROGRESS."
    }

    /// What fcntl changed or told (fcntl(2)).
    private var flags: String? {
        let words = call.arguments.dropFirst().compactMap(\.value.word)
        switch words.first {
        case let command? where command.hasPrefix("F_DUPFD"): return duplicated
        case "F_SETFL"?: return waiting(!words.contains { $0.contains("O_NONBLOCK") })
        case "F_GETFL"?: return "The flags of the open socket were only read, such as whether calls on it wait."
        case "F_SETFD"?:
            return words.contains { $0.contains("FD_CLOEXEC") }
                ? "Another program that execve starts will not get this descriptor."
                : "Another program that execve starts will get this descriptor, too."
        case "F_GETFD"?: return "The flags of the descriptor were only read: whether execve closes it."
        default: return "The descriptor or the file it refers to was asked, or changed, in a way that moves no data."
        }
    }

    private func number(_ name: String) -> Int? {
        if case .integer(let number)? = call.output(name) ?? call.argument(name) { number } else { nil }
    }

    /// splice(2): data between a socket and a pipe, without a copy in the process.
    var spliced: String {
        if call.result == 0 { return call.isSend ? "The pipe was empty and has no writer any more." : received }
        return call.isSend
            ? "The kernel moved the bytes from the pipe into the socket; the process never had them."
            : "The kernel moved the received bytes into the pipe; the process never had them."
    }

    /// Another program, or the end, of a process.
    var processes: String {
        let names = call.mentions.prefix(4).map(\.name).joined(separator: ", ") + (call.mentions.count > 4 ? ", …" : "")
        if call.has(.replacesProgram) {
            return names.isEmpty
                ? "Another program runs in the process now, and has its descriptors; those with close-on-exec are gone."
                : "Another program runs in the process now. Close-on-exec ended \(names)."
        }
        return names.isEmpty
            ? "The thread or process is over; others hold the sockets that it had."
            : "The process is over, and the kernel closed what it left open: \(names)."
    }
}

extension Argument.Content {
    /// The name of a constant, or a text.
    var word: String? {
        switch self {
        case .constant(let name, _): name
        case .text(let text): text
        default: nil
        }
    }
}
