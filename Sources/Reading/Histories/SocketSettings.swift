import Journal
import Language
import Sockets

/// Options of sockets that change what a sentence about their sends and receives has to say, as they were set last.
struct SocketSettings: Sendable {
    /// The options that are looked at.
    private static let names: Set<String> = ["UDP_SEGMENT", "UDP_GRO"]
    /// How far back the journal is read.
    private static let reach = 4096

    private var values: [Int: [String: Int]] = [:]
    private var hasBegun = false

    /// Reads what was set before a call, once.
    mutating func begin(before call: Call, in journal: Journal) {
        guard !hasBegun else { return }
        hasBegun = true
        var (left, found): (Int, [Call]) = (Self.reach, [])
        journal.backwards { past in
            left -= 1
            if past.number < call.number, past.kind == .setsockopt { found.append(past) }
            return left > 0
        }
        for past in found.reversed() { note(past) }
    }

    /// Notes what a call set.
    mutating func note(_ call: Call) {
        guard call.kind == .setsockopt, call.error == nil, let socket = call.socket,
            let name = call.constantName("optname"), Self.names.contains(name),
            case .option(let value, _)? = call.argument("optval"), let number = value.number
        else { return }
        values[socket, default: [:]][name] = number
    }

    /// What was set on a socket, by the options' names.
    subscript(_ socket: Int) -> [String: Int] { values[socket] ?? [:] }
}
