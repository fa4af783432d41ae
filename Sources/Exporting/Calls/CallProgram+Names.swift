/// A question to getaddrinfo.
struct AddressQuestion {
    /// The host and the service: literals, or null pointers.
    let host: String
    let service: String
    /// The hints that are not 0, by the fields of `struct addrinfo`.
    let hints: [(field: String, value: String)]
}

extension CallProgram {
    mutating func lookUp(_ lookup: Program.Lookup, _ step: Program.Step, _ index: Int) -> [String] {
        if let question = DatabaseQuestion(lookup) { return ask(question, step, index) }
        switch lookup {
        case .addressInfo(let host, let service, let kind, let flags):
            let hints = [
                ("ai_family", kind.family), ("ai_socktype", kind.type), ("ai_protocol", kind.protocolNumber),
                ("ai_flags", flags),
            ]
            let question = AddressQuestion(
                host: Self.text(host),
                service: program.hasStalePort(index) ? Self.null : Self.text(service),
                hints: hints.filter { $0.1.number != 0 }.map { ($0.0, constant($0.1)) }
            )
            return addressInfo(question, step, index)
        case .nameInfo(let place, let flags): return nameInfo(place, flags, step)
        case .ownName: return ownName()
        default: return []
        }
    }

    private static func text(_ text: String?) -> String { text.map(literal) ?? null }

    /// An argument of a question; what has to come before the call is added to the lines.
    mutating func word(_ argument: DatabaseQuestion.Argument, _ lines: inout [String]) -> String {
        switch argument {
        case .text(let text): return Self.text(text)
        case .number(let number): return String(number)
        case .port(let port): return networkOrder(port)
        case .address(let host):
            let isSix = host.utf8.contains(UInt8(ascii: ":"))
            let (family, type) = isSix ? ("AF_INET6", "in6_addr") : ("AF_INET", "in_addr")
            let bytes = addressBytes(Self.literal(host), names.unique("address"), type, family)
            lines += bytes.lines
            return bytes.words
        }
    }
}
