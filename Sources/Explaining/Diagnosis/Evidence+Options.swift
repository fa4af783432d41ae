import Journal
import Reading
import Sockets

/// What options and modes were set before the call, as far as the journal tells.
extension Evidence {
    /// The option that was asked for or set, if it has a name.
    var option: SocketOption? {
        guard let level = number("level"), let number = number("optname") else { return nil }
        let (short, place) = (
            Int32(truncatingIfNeeded: number), OptionLevel(rawValue: Int32(truncatingIfNeeded: level))
        )
        return SocketOption.find(String(short), level: place)
    }

    /// Whether the socket has said that it shares its port (SO_REUSEADDR).
    var reusesAddress: Bool { socket.isOn("SO_REUSEADDR") }

    /// Whether the socket has said that it shares its port with others that say so (SO_REUSEPORT).
    var reusesPort: Bool { socket.isOn("SO_REUSEPORT") }

    /// Why a call did not go on waiting: the socket is non-blocking, or its own time limit is over.
    ///
    /// - Parameter option: the limit, `rcvtimeo` or `sndtimeo`.
    func noWaiting(_ option: String) -> String {
        isNonBlocking ? nonBlocking : "the time that \(option) allows is over"
    }

    /// Whether it takes IPv6 alone, and the address is an IPv4 one in IPv6's clothes (RFC 4291 section 2.5.5.2).
    var isMappedForVersion6Only: Bool {
        guard case .inet6(let host, _, _, _) = address, socket.isOn("IPV6_V6ONLY") else { return false }
        return host.octets.prefix(12).elementsEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff])
    }

    /// The IPv4 address that a mapped one stands for, as it is typed.
    var mapped: String {
        guard case .inet6(let host, let port, _, _) = address,
            let plain = IPv4Address(octets: Array(host.octets.suffix(4)))
        else { return place }
        return "\(plain) \(port)"
    }

    /// Whether calls on the socket never wait: the mode is the open socket's, so any of its descriptors sets it.
    var isNonBlocking: Bool {
        guard let mode = sharedMode else { return socket.isNonBlocking }
        return mode.isNonBlocking
    }

    /// `s is non-blocking`, and by whom if that was through another descriptor.
    var nonBlocking: String {
        guard let mode = sharedMode, let name = mode.name, name != me else { return "\(me) is non-blocking" }
        return "\(me) is non-blocking: \(name), another descriptor of the same socket, made it so"
    }
}

extension SocketHistory {
    /// Whether an option was set last to something other than 0.
    func isOn(_ name: String) -> Bool { number(of: name).map { $0 != 0 } ?? false }

    /// What an option was set to last; nil if it was not set, or not to a number.
    func number(of name: String) -> Int? {
        let call = calls.first { call in
            guard call.kind == .setsockopt, call.error == nil, case .constant(name, _)? = call.argument("optname")
            else { return false }
            return true
        }
        guard case .option(let value, _)? = call?.argument("optval") else { return nil }
        return value.number
    }
}

/// The mode that a duplicated socket's descriptors share.
struct SharedMode {
    /// Whether calls never wait.
    let isNonBlocking: Bool
    /// By which name it was set.
    let name: String?

    /// The mode of a call's socket; nil if the socket has one descriptor only, or nobody set the mode.
    init?(of call: Call, in journal: Journal) {
        guard let id = call.socket else { return nil }
        var (duplicates, settings): ([(Int, Int)], [Call]) = ([], [])
        var left = SocketHistory.reach
        journal.backwards { past in
            left -= 1
            guard past.number < call.number, past.error == nil else { return left > 0 }
            if past.kind == .dup, let original = past.socket {
                duplicates += past.made.map { (original, $0.id) }
            }
            if past.kind == .ioctl, past.constantName("request") == "FIONBIO" { settings.append(past) }
            return left > 0
        }
        var same: Set = [id]
        var size = 0
        while size < same.count {
            size = same.count
            for (one, other) in duplicates where same.contains(one) || same.contains(other) {
                same.formUnion([one, other])
            }
        }
        let newest = settings.first { $0.socket.map(same.contains) == true }
        guard same.count > 1, let newest, case .integer(let on)? = newest.argument("argp") else { return nil }
        (isNonBlocking, name) = (on != 0, newest.socketName)
    }
}
