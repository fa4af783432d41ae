import SystemPackage

/// What the kernel holds of a TCP connection, whether or not a descriptor still refers to it.
public enum HeldConnection: Hashable, Sendable {
    /// The kernel's table cannot be read.
    case unknown
    /// There is no such connection.
    case nothing
    /// It exists.
    ///
    /// - Parameters:
    ///   - state: its state.
    ///   - seconds: the time until its timer expires, which ends TIME_WAIT and FIN_WAIT2; nil if none is running.
    ///   - isOpen: whether a descriptor of some process refers to it.
    case held(state: ConnectionState, seconds: Double?, isOpen: Bool)
}

extension HeldConnection {
    /// Finds a connection in the text of /proc/net/tcp or /proc/net/tcp6 (proc_pid_net(5)); nil if it is not there.
    init?(table: some Sequence<UInt8>, local: SocketAddress, peer: SocketAddress) {
        guard let wanted = Self.word(local), let other = Self.word(peer) else { return nil }
        for line in Array(table).split(separator: UInt8(ascii: "\n")).dropFirst() {
            let fields = line.split(separator: UInt8(ascii: " "))
            guard fields.count > 9, fields[1].elementsEqual(wanted.utf8), fields[2].elementsEqual(other.utf8),
                let state = Self.number(fields[3]).flatMap({ ConnectionState(rawValue: UInt8(truncatingIfNeeded: $0)) })
            else { continue }
            // The timer is KIND:TIME, in hundredths of a second.
            let timer = fields[5].split(separator: UInt8(ascii: ":"))
            let isRunning = timer.first.flatMap(Self.number) ?? 0 != 0
            let time = timer.last.flatMap(Self.number).map { Double($0) / 100 }
            self = .held(state: state, seconds: isRunning ? time : nil, isOpen: !fields[9].elementsEqual("0".utf8))
            return
        }
        return nil
    }

    /// An address in the table's form: the octets as 32-bit numbers in host byte order, and the port, in hexadecimal.
    static func word(_ address: SocketAddress) -> String? {
        let octets: [UInt8]
        switch address {
        case .inet(let host, _): octets = host.octets
        case .inet6(let host, _, _, _): octets = host.octets
        default: return nil
        }
        let words = stride(from: 0, to: octets.count, by: 4).map { start in
            hexadecimal(octets[start..<start + 4].withUnsafeBytes { $0.loadUnaligned(as: UInt32.self) }, digits: 8)
        }
        return words.joined() + ":" + hexadecimal(address.port ?? 0, digits: 4)
    }

    private static func hexadecimal(_ number: UInt32, digits: Int) -> String {
        let text = String(number, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(digits - text.count, 0)) + text
    }

    private static func number(_ field: some Sequence<UInt8>) -> Int? {
        Int(String(decoding: Array(field), as: UTF8.self), radix: 16)
    }
}

extension HeldConnection {
    /// Whether a local port is held only by connections in TIME_WAIT, in texts of /proc/net/tcp and tcp6.
    static func areClosed(tables: [[UInt8]], port: UInt16) -> Bool {
        let suffix = ":" + hexadecimal(UInt32(port), digits: 4)
        let states = tables.flatMap { $0.split(separator: UInt8(ascii: "\n")).dropFirst() }.compactMap { line -> Int? in
            let fields = line.split(separator: UInt8(ascii: " "), maxSplits: 4)
            guard fields.count > 3, String(decoding: fields[1], as: UTF8.self).hasSuffix(suffix) else { return nil }
            return number(fields[3])
        }
        return !states.isEmpty && states.allSatisfy { $0 == Int(ConnectionState.timeWait.rawValue) }
    }
}

extension Observation {
    /// Whether a TCP port is held only by connections already closed, in TIME_WAIT; false if the kernel's table cannot
    /// be read.
    public static func isHeldByClosed(port: UInt16) -> Bool {
        let tables = ["/proc/net/tcp", "/proc/net/tcp6"].compactMap { try? contents(of: FilePath($0)) }
        return HeldConnection.areClosed(tables: tables, port: port)
    }

    /// What the kernel holds of the TCP connection between two addresses, as seen from this end.
    public static func heldConnection(local: SocketAddress, peer: SocketAddress) -> HeldConnection {
        let path: FilePath = local.family == .inet6 ? "/proc/net/tcp6" : "/proc/net/tcp"
        guard let table = try? contents(of: path) else { return .unknown }
        return HeldConnection(table: table, local: local, peer: peer) ?? .nothing
    }

    static func contents(of path: FilePath) throws -> [UInt8] {
        let file = try FileDescriptor.open(path, .readOnly, options: .closeOnExec)
        return try file.closeAfter {
            var bytes: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: 65536)
            while true {
                let count = try buffer.withUnsafeMutableBytes { try file.read(into: $0) }
                guard count > 0 else { return bytes }
                bytes += buffer[..<count]
            }
        }
    }
}
