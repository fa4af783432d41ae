import Language
import Sockets

/// How the parameters of C's functions become arguments here: the catalogue of calls has their names, and equal names
/// mean the same in every function.
enum CParameter {
    /// What becomes of an argument.
    enum Role {
        /// It is the socket that the command acts on.
        case receiver
        /// It is typed here too, as this.
        case kept(ArgumentKind)
        /// It is the structure of an address: a host and a port here.
        case address
        /// The kernel writes there, or reads from there what is typed elsewhere: it is left out.
        case dropped
    }

    /// The role of a parameter in a function.
    static func role(of parameter: String, in row: CallRow) -> Role {
        switch parameter {
        case "sockfd", "fd", "oldfd": .receiver
        case "addr", "dest_addr", "src_addr":
            ["bind", "connect", "sendto", "gethostbyaddr", "getnameinfo"].contains(row.name) ? .address : .dropped
        case "buf": row.traits.contains(.receives) ? .dropped : .kept(.data)
        case "len", "size", "count": row.traits.contains(.receives) ? .kept(.size) : .dropped
        case "optval": row.name == "setsockopt" ? .kept(.constant) : .dropped
        case "domain", "family", "af": .kept(.family)
        case "type": .kept(.type)
        case "level", "optname", "how", "flags", "protocol": .kept(.constant)
        case "node", "name", "src", "cp": .kept(.host)
        case "service", "port": .kept(.port)
        case "backlog", "hostshort", "hostlong", "netshort", "netlong", "proto", "ifname", "ifindex", "in", "pathname",
            "status":
            .kept(.any)
        default: .dropped
        }
    }

    /// Whether an argument only says what a command here takes for granted: no flags, the default protocol.
    static func isDefault(_ argument: ForeignExpression, for parameter: String) -> Bool {
        argument == .number("0") && ["flags", "protocol"].contains(parameter)
    }
}
