import Language
import Sockets

extension ShellProgram {
    func transfer(_ step: Program.Step) throws(ExportProblem) -> [String] {
        switch step.action {
        case .send(let socket, let data, let flags, to: let place):
            let rest = flags.number == 0 ? "" : " " + word(flags)
            guard let place else { return ["\(name(socket)).send \(self.data(data))\(rest)"] }
            return ["\(name(socket)).sendto \(self.data(data)) \(words(place))\(rest)"]
        case .receive(let socket, let size, let flags, let wantsAddress):
            let rest = flags.number == 0 ? "" : " " + word(flags)
            return received("\(name(socket)).\(wantsAddress ? "recvfrom" : "recv") \(size)\(rest)", wantsAddress, step)
        case .sendMessage(let socket, let parts, let ancillary, let flags, to: let place):
            return ["\(name(socket)).sendmsg " + (try message(parts, ancillary, flags, place, step))]
        case .sendFile(let socket, let path, let offset, let count):
            return ["\(name(socket)).sendfile \(Quoting.word(path)) \(offset) \(count)"]
        case .receiveMessage(let socket, let sizes, let control, let flags, _):
            let rest = flags.number == 0 ? "" : " " + word(flags)
            return received("\(name(socket)).recvmsg \(sizes.first ?? 0) \(control)\(rest)", true, step)
        default: return []
        }
    }

    private func received(_ call: String, _ isRecord: Bool, _ step: Program.Step) -> [String] {
        guard step.dataName != nil || step.addressName != nil else { return [call] }
        guard isRecord else { return kept(call, step.dataName) }
        return [call] + (step.dataName.map { ["\($0) = $reply.data"] } ?? []).map { $0 }
            + (step.addressName.map { step.dataName == nil ? ["\($0) = $reply.address"] : ["\($0) = $reply.address"] }
                ?? [])
    }

    /// Data as it is typed.
    private func data(_ payload: Program.Payload) -> String {
        switch payload {
        case .bytes(let bytes): Quoting.quote(bytes)
        case .fill(let count, let pattern): "fill:\(count):0x" + pattern.map(twoDigits).joined()
        case .received(let step): "$" + program.dataName(step)
        }
    }

    private func message(
        _ parts: [Program.Payload],
        _ ancillary: [Program.Ancillary],
        _ flags: Program.Constant,
        _ place: Program.Place?,
        _ step: Program.Step
    ) throws(ExportProblem) -> String {
        var words = parts.map(data)
        for item in ancillary { words += try flag(item, step) }
        if let place { words += ["-to", self.words(place)] }
        if flags.number != 0 { words += ["-flags", word(flags)] }
        return words.joined(separator: " ")
    }

    /// Ancillary data as sendmsg takes it.
    private func flag(_ item: Program.Ancillary, _ step: Program.Step) throws(ExportProblem) -> [String] {
        switch item {
        case .rights(let handles): return ["-rights", handles.map { name($0) }.joined(separator: ",")]
        case .message(.timeToLive(let hops), _, _): return ["-ttl", String(hops)]
        case .message(.hopLimit(let hops), _, _): return ["-hoplimit", String(hops)]
        case .message(.typeOfService(let octet), _, _), .message(.trafficClass(let octet), _, _):
            return ["-tos", String(octet)]
        case .message(.segmentSize(let size), _, _): return ["-segment", String(size)]
        case .message(.packetInfo(let interface, let source, _), _, _): return pktinfo(source.description, interface)
        case .message(.packetInfo6(let source, let interface), _, _): return pktinfo(source.description, interface)
        default:
            throw ExportProblem("its ancillary data has no spelling here", call: step.call, advice: "export it to C")
        }
    }

    private func pktinfo(_ address: String, _ interface: UInt32) -> [String] {
        ["-pktinfo", interface == 0 ? address : "\(address)%\(interface)"]
    }

    /// A flag with a constant; none for 0, which is what is meant without it.
    private func flag(_ name: String, _ constant: Program.Constant) -> String {
        constant.number == 0 ? "" : " -\(name) \(word(constant))"
    }

    func lookUp(_ lookup: Program.Lookup, _ step: Program.Step) -> [String] {
        func word(_ text: String?) -> String { text.map { Quoting.word($0) } ?? "\"\"" }
        switch lookup {
        case .addressInfo(let host, let service, let kind, let flags):
            let names = word(host) + (service.map { " " + Quoting.word($0) } ?? "")
            let hints = flag("family", kind.family) + flag("type", kind.type) + flag("protocol", kind.protocolNumber)
            return ["getaddrinfo \(names)" + hints + flag("flags", flags)]
        case .nameInfo(let place, let flags): return ["getnameinfo \(words(place))" + flag("flags", flags)]
        case .service(let name, let transport):
            return kept(
                "getservbyname \(word(name))" + (transport.map { " " + Quoting.word($0) } ?? ""),
                step.addressName
            )
        case .serviceName(let port, let transport):
            return ["getservbyport \(port)" + (transport.map { " " + Quoting.word($0) } ?? "")]
        case .protocolNumber(let name): return ["getprotobyname \(word(name))"]
        case .protocolName(let number): return ["getprotobynumber \(number)"]
        case .host(let name): return ["gethostbyname \(word(name))"]
        case .hostOfAddress(let host): return ["gethostbyaddr \(word(host))"]
        case .ownName: return ["gethostname"]
        }
    }
}
