import Journal
import Sockets

/// What a program's steps tell about addresses: which were typed, which the kernel chose, and where to ask for them.
struct AddressOrigins {
    /// What is known of one socket's own address.
    fileprivate struct Own {
        let handle: Int
        let family: AddressFamily
        let type: SocketType
        /// What it was bound to; nil if it was not, so that all of its address is the kernel's choice.
        var bound: SocketAddress?
        /// The port that the kernel gave it, once a call told.
        var port: UInt32?
        /// The whole of its address, once the journal noted it.
        var local: SocketAddress?
        var isListening = false
    }

    private var own: [Int: Own] = [:]
    /// The sockets that have or had a port; those of which none is known.
    private var holders: [UInt32: Set<Int>] = [:]
    private var portless: Set<Int> = []
    private var literals: Set<SocketAddress> = []
    private var steps: [SocketAddress: Int] = [:]
    fileprivate(set) var lookups: [SocketAddress: (step: Int, statement: Int)] = [:]
    private var services: [UInt32: (step: Int, statement: Int)] = [:]

    /// A socket was made.
    mutating func made(_ handle: Int, family: AddressFamily, type: SocketType) {
        own[handle] = Own(handle: handle, family: family, type: type)
        portless.insert(handle)
    }

    /// A socket was bound.
    mutating func bound(_ handle: Int, to address: SocketAddress) {
        own[handle]?.bound = address
        if !address.isKernelsChoice { literals.insert(address) }
    }

    /// A socket became a listener.
    mutating func listens(_ handle: Int) { own[handle]?.isListening = true }

    /// A step gave an address.
    mutating func gave(_ address: SocketAddress, step: Int) { steps[address] = step }

    /// The address that a socket had after a call, as the journal noted it.
    mutating func has(_ local: SocketAddress, _ handle: Int) {
        note(local.port, of: handle)
        own[handle]?.local = local
    }

    private mutating func note(_ port: UInt32?, of handle: Int) {
        guard own[handle] != nil else { return }
        own[handle]?.port = port
        if let port {
            holders[port, default: []].insert(handle)
            portless.remove(handle)
        } else {
            portless.insert(handle)
        }
    }

    /// getsockname told a socket's own address.
    mutating func told(_ address: SocketAddress, of handle: Int, step: Int) {
        note(address.port, of: handle)
        steps[address] = step
    }

    /// getaddrinfo found an address.
    mutating func found(_ address: SocketAddress, step: Int, statement: Int) { lookups[address] = (step, statement) }

    /// getservbyname found a port.
    mutating func foundService(_ port: UInt32, step: Int, statement: Int) { services[port] = (step, statement) }

    /// The address of a call as the program is to say it.
    mutating func place(_ address: SocketAddress, statement: Int) -> Program.Place {
        let source = source(of: address, statement: statement)
        if source == .literal { literals.insert(address) }
        let host = lookups[address].flatMap { $0.statement == statement ? $0.step : nil }
        if case .portOf = source { return Program.Place(address: address, source: source, hostStep: host) }
        return Program.Place(address: address, source: source)
    }

    private mutating func source(of address: SocketAddress, statement: Int) -> Program.Place.Source {
        let service = address.port.flatMap { services[$0]?.step }
        if let lookup = lookups[address], lookup.statement == statement {
            let isChosen = address.port != 0 && !literals.contains(address)
            if service == nil, isChosen, let port = address.port, let handle = holder(of: port, like: address) {
                return .portOf(handle)
            }
            return .lookup(lookup.step, service: service)
        }
        if let service { return .service(service) }
        if literals.contains(address) { return .literal }
        if let step = steps[address] { return .step(step) }
        if let lookup = lookups[address] { return .lookup(lookup.step, service: nil) }
        if let port = address.port, port != 0, let handle = holder(of: port, like: address) { return .portOf(handle) }
        if case .unix(.abstract(let name)) = address, name.count == 5, let handle = unnamedUnix(address) {
            return .nameOf(handle)
        }
        return .literal
    }

    /// The socket that the kernel gave this port; if no call told, the newest that can have it.
    private mutating func holder(of port: UInt32, like address: SocketAddress) -> Int? {
        func suitable(_ handles: Set<Int>) -> [Own] { handles.compactMap { own[$0] }.filter { $0.suits(address) } }
        if let known = suitable(holders[port] ?? []).filter({ $0.port == port }).map(\.handle).max() { return known }
        let open = suitable(portless)
        let bound = open.filter { $0.bound != nil || $0.isListening }
        let listening = bound.filter(\.isListening)
        guard let choice = (listening.isEmpty ? bound : listening).map(\.handle).max() else { return nil }
        note(port, of: choice)
        return choice
    }

    private func unnamedUnix(_ address: SocketAddress) -> Int? {
        let unnamed = own.values.filter { $0.bound == .unix(.unnamed) }
        return
            (unnamed.first { $0.local == address } ?? unnamed.filter { $0.local == nil }.max { $0.handle < $1.handle })?
            .handle
    }
}

extension AddressOrigins.Own {
    /// Whether its port can be meant by an address: the port was not typed, and the address is one that reaches it.
    fileprivate func suits(_ address: SocketAddress) -> Bool {
        guard bound.map(\.isKernelsChoice) ?? true, address.port != nil else { return false }
        guard family == address.family || family == .inet6 && address.family == .inet else { return false }
        guard let bound, let host = bound.host, family == address.family else { return true }
        return host == address.host || host == "0.0.0.0" || host == "::" || address.host == "0.0.0.0"
            || address.host == "::"
    }
}

extension SocketAddress {
    /// Whether binding to it lets the kernel choose.
    var isKernelsChoice: Bool { port == 0 || self == .unix(.unnamed) }
}
