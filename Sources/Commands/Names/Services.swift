import Journal
import Language
import Operations
import Shell
import Sockets

private let serviceName = Parameter(
    "name",
    Text("NAME", wanted: "a service", about: "a service such as http") { _ in PortParameter.services(nil) }
)
private let protocolName = Parameter(
    "name",
    Text("NAME", wanted: "a protocol", about: "a protocol such as tcp") { ProtocolWord().complete("", $0) }
)
private let transport = Parameter(
    "protocol",
    Optionally(
        Text("PROTOCOL", wanted: "a protocol", about: "tcp or udp; any if none is given") { _ in Candidate.transports
        }
    )
)
private let port = Parameter("port", Number("PORT", in: 0...65535, about: "a port"))
private let number = Parameter(
    "number",
    Number("NUMBER", in: 0...Int(Int32.max), about: "the number of a protocol, such as 6")
)

extension Command {
    static let getservbyname = Command(
        "getservbyname",
        "the port of a service",
        function: "getservbyname(3)",
        about: """
            Looks the name up in the system's list of services, /etc/services. If the system has none, NetShell's \
            own table of the well-known ones answers, and a note after the reply says so.
            """,
        parameters: [serviceName, transport],
        replies: "the port",
        examples: [Example("the web's", "> getservbyname http tcp\n80")],
        seeAlso: ["getservbyport", "connect"]
    ) { invocation throws(Failure) in
        let entry = try invocation.serviceEntry(named: invocation[serviceName], invocation[transport])
        guard let entry else { return .none }
        invocation.note(source: entry.source, file: "/etc/services")
        return .integer(Int(entry.port))
    }

    static let getservbyport = Command(
        "getservbyport",
        "the service of a port",
        function: "getservbyport(3)",
        about: """
            The opposite of getservbyname. The port is typed as a plain number; C wants it in network order, which \
            is what the call gets.
            """,
        parameters: [port, transport],
        replies: "the name",
        examples: [Example("the web's", "> getservbyport 80 tcp\nhttp")],
        seeAlso: ["getservbyname", "getnameinfo"]
    ) { invocation throws(Failure) in
        let wanted = UInt16(truncatingIfNeeded: invocation[port])
        let entry = try invocation.serviceEntry(port: wanted, invocation[transport])
        guard let entry else { return .none }
        invocation.note(source: entry.source, file: "/etc/services")
        return .text(entry.name)
    }

    static let getprotobyname = Command(
        "getprotobyname",
        "the number of a protocol",
        function: "getprotobyname(3)",
        about: """
            Looks the name up in the system's list of protocols, /etc/protocols. The number is what the IP header \
            holds, and what the third argument of socket takes. If the system has no list, NetShell's own answers \
            and a note says so.
            """,
        parameters: [protocolName],
        replies: "the number",
        examples: [Example("TCP", "> getprotobyname tcp\n6")],
        seeAlso: ["getprotobynumber", "socket"]
    ) { invocation throws(Failure) in
        let entry = try invocation.protocolEntry(named: invocation[protocolName])
        guard let entry else { return .none }
        invocation.note(source: entry.source, file: "/etc/protocols")
        return .integer(Int(entry.number.rawValue))
    }

    static let getprotobynumber = Command(
        "getprotobynumber",
        "the name of a protocol",
        function: "getprotobynumber(3)",
        about: "The opposite of getprotobyname.",
        parameters: [number],
        replies: "the name",
        examples: [Example("UDP", "> getprotobynumber 17\nudp")],
        seeAlso: ["getprotobyname"]
    ) { invocation throws(Failure) in
        let wanted = ProtocolNumber(rawValue: Int32(truncatingIfNeeded: invocation[number]))
        let entry = try invocation.protocolEntry(number: wanted)
        guard let entry else { return .none }
        invocation.note(source: entry.source, file: "/etc/protocols")
        return .text(entry.name)
    }
}

extension Invocation {
    /// Notes if it was not the system that answered.
    fileprivate func note(source: DatabaseSource, file: String) {
        if source == .embedded { note("from NetShell's own table: this system has no \(file)") }
    }
}
