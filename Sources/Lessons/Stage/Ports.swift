import Sockets

/// The ports of a lesson: its own if nobody has them, else free ones near them.
///
/// They are held for as long as the lesson is played, so that another NetShell that plays it at the same moment takes
/// other ones. Whether a port is free shows only when it is bound for a moment; and in that moment, without the hold,
/// the other's own bind would fail.
struct Ports {
    private let wanted: [(name: String, number: UInt16)]
    private let reused: Set<String>
    private var chosen: [String: PortHold] = [:]

    /// Free ports for these names, the numbers being the lesson's own.
    ///
    /// - Parameter reused: the names of those that are bound with SO_REUSEADDR only.
    init(_ wanted: [(name: String, number: UInt16)], reused: Set<String> = []) {
        self.wanted = wanted
        self.reused = reused
        chooseAgain()
    }

    /// The number of each name, as a word.
    var words: [String: String] { chosen.mapValues { String($0.number) } }

    /// Keeps the ports that are still free and takes others for the rest: a connection that this side closed may hold its
    /// port for a while.
    mutating func chooseAgain() {
        for (name, number) in wanted {
            let held = chosen[name]
            let isReused = reused.contains(name)
            if let held, Self.isFree(held.number, isReused) { continue }
            chosen[name] = Self.hold(from: held?.number ?? number, isReused)
        }
    }

    /// Holds a free port: this number, or else one of the next, or else any.
    private static func hold(from number: UInt16, _ isReused: Bool) -> PortHold? {
        let near = number...(number > .max - reach ? .max : number + reach)
        for candidate in near {
            if let hold = PortHold(candidate), isFree(candidate, isReused) { return hold }
        }
        return bound(to: 0, .stream, isReused).flatMap { PortHold($0) }
    }

    private static let reach: UInt16 = 200

    private static func isFree(_ port: UInt16, _ isReused: Bool) -> Bool {
        bound(to: port, .stream, isReused) != nil && bound(to: port, .datagram, false) != nil
    }

    /// Binds for a moment; gives the port, nil if it is taken.
    private static func bound(to port: UInt16, _ type: SocketType, _ isReused: Bool) -> UInt16? {
        let kernel = Kernel()
        let made = kernel.socket(.inet, type: type.rawValue, protocol: .automatic)
        guard made.errno == nil else { return nil }
        let descriptor = Int32(made.result)
        defer { _ = kernel.close(descriptor) }
        if isReused, let option = SocketOption.find("SO_REUSEADDR", level: .socket), let on = try? option.encode(["on"])
        {
            _ = kernel.setsockopt(descriptor, level: option.level.rawValue, option: option.number, value: on)
        }
        guard kernel.bind(descriptor, to: .inet(.any, port: port)).errno == nil else { return nil }
        return Observation.localAddress(of: descriptor)?.port.map { UInt16($0) }
    }
}

/// A port that this NetShell has for itself among all of its kind on the machine.
///
/// It is a name in the abstract namespace of unix sockets (unix(7)), which belongs to the network namespace as the port
/// does, and is gone with the process. Other systems have no such names; there every port can be held.
final class PortHold: Sendable {
    /// The port.
    let number: UInt16
    private let descriptor: Int32

    /// Holds a port; nil if another NetShell does, or another lesson of this one.
    init?(_ number: UInt16) {
        self.number = number
        #if os(Linux)
            let kernel = Kernel()
            let made = kernel.socket(.unix, type: SocketType.datagram.rawValue, protocol: .automatic)
            descriptor = made.errno == nil ? Observation.movedAside(Int32(made.result)) : -1
            // Where there is no descriptor to be had there is nothing to hold with.
            guard descriptor >= 0 else { return }
            let name = SocketAddress.unix(.abstract(Array("netshell port \(number)".utf8)))
            // The descriptor is closed with the object, which is whole already.
            if kernel.bind(descriptor, to: name).errno == .addressInUse { return nil }
        #else
            descriptor = -1
        #endif
    }

    deinit { if descriptor >= 0 { _ = Kernel().close(descriptor) } }
}
