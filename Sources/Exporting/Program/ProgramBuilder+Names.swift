import Journal
import Sockets

extension ProgramBuilder {
    mutating func addLookup(_ call: Call) throws(ExportProblem) {
        let lookup = try lookup(call)
        append(call, .lookUp(lookup))
        guard call.error == nil else { return }
        let step = program.steps.count - 1
        switch lookup {
        case .addressInfo:
            guard case .list(let found)? = call.output("res"), case .address(let first)? = found.first else { return }
            origins.found(first, step: step, statement: call.statement)
        case .service:
            guard case .integer(let port)? = call.output("s_port") else { return }
            origins.foundService(UInt32(truncatingIfNeeded: port), step: step, statement: call.statement)
        default: break
        }
    }

    private mutating func lookup(_ call: Call) throws(ExportProblem) -> Program.Lookup {
        switch call.kind {
        case .getaddrinfo:
            guard let family = call.programConstant("ai_family"), let type = call.programConstant("ai_socktype"),
                let number = call.programConstant("ai_protocol"), let flags = call.programConstant("ai_flags")
            else { throw Self.malformed(call) }
            let kind = Program.Kind(family: family, type: type, protocolNumber: number)
            return .addressInfo(host: call.text("node"), service: call.text("service"), kind, flags: flags)
        case .getnameinfo:
            guard let address = call.address else { throw Self.malformed(call) }
            return .nameInfo(place(address, call), flags: call.programConstant("flags") ?? Program.Constant("0", 0))
        case .getservbyport:
            guard case .integer(let port)? = call.argument("port") else { throw Self.malformed(call) }
            return .serviceName(port: Int(UInt16(truncatingIfNeeded: port).byteSwapped), transport: call.text("proto"))
        case .getprotobynumber:
            guard let number = call.programConstant("proto") else { throw Self.malformed(call) }
            return .protocolName(number: number.number)
        case .gethostname: return .ownName
        default: return try lookupOfName(call)
        }
    }

    private func lookupOfName(_ call: Call) throws(ExportProblem) -> Program.Lookup {
        if call.kind == .gethostbyaddr {
            guard let host = call.text("addr") ?? call.address?.host else { throw Self.malformed(call) }
            return .hostOfAddress(host)
        }
        guard let name = call.text("name") else { throw Self.malformed(call) }
        switch call.kind {
        case .getservbyname: return .service(name: name, transport: call.text("proto"))
        case .getprotobyname: return .protocolNumber(name: name)
        default: return .host(name: name)
        }
    }
}

extension Call {
    /// An argument that is a text.
    func text(_ name: String) -> String? {
        if case .text(let text)? = argument(name) { text } else { nil }
    }
}
