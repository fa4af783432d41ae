/// A question to one of C's databases of names, getservbyname(3) and its kin, which answer with a pointer to a structure
/// or NULL. C and Swift write it alike.
struct DatabaseQuestion {
    /// What the function is given.
    enum Argument {
        /// A text, or a null pointer.
        case text(String?)
        /// A number.
        case number(Int)
        /// A port, which goes in network order.
        case port(Int)
        /// An address as bytes, with their length and the family.
        case address(String)
    }

    /// What of the answer is shown.
    enum Shown {
        /// A field that is a text.
        case text(String)
        /// A field that is a number.
        case number(String)
        /// A service's port.
        case port
        /// The first of a host's addresses.
        case address
    }

    /// The C function.
    let function: String
    let arguments: [Argument]
    /// The structure that it answers with.
    let structure: String
    /// What the answer is called.
    let variable: String
    let shown: Shown

    /// The question of a lookup; nil if it is none to a database.
    init?(_ lookup: Program.Lookup) {
        function = lookup.function
        switch lookup {
        case .service(let name, let transport):
            (structure, variable, arguments, shown) = ("servent", "service", [.text(name), .text(transport)], .port)
        case .serviceName(let port, let transport):
            (structure, variable, arguments) = ("servent", "service", [.port(port), .text(transport)])
            shown = .text("s_name")
        case .protocolNumber(let name):
            (structure, variable, arguments, shown) = ("protoent", "proto", [.text(name)], .number("p_proto"))
        case .protocolName(let number):
            (structure, variable, arguments, shown) = ("protoent", "proto", [.number(number)], .text("p_name"))
        case .host(let name):
            (structure, variable, arguments, shown) = ("hostent", "host", [.text(name)], .address)
        case .hostOfAddress(let host):
            (structure, variable, arguments, shown) = ("hostent", "host", [.address(host)], .text("h_name"))
        case .addressInfo, .nameInfo, .ownName: return nil
        }
    }
}
