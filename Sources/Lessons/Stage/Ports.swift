import Sockets

/// The ports of a lesson: its own where nobody has them, else free ones near them.
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

    /// The numbers.
    var numbers: Set<UInt16> { Set(chosen.values.map(\.number)) }

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
        return Observation.freePort(0, .stream, isReused: isReused).flatMap { PortHold($0) }
    }

    private static let reach: UInt16 = 200

    private static func isFree(_ port: UInt16, _ isReused: Bool) -> Bool {
        Observation.freePort(port, .stream, isReused: isReused) != nil && Observation.freePort(port, .datagram) != nil
    }
}
