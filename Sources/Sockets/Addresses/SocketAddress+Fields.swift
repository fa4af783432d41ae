extension SocketAddress {
    /// The value of an address field.
    public enum Field: Hashable, Sendable {
        case number(Int)
        case text(String)
        /// The name of a unix socket, which may contain any byte, after `@` if it is an abstract one.
        case name([UInt8], prefix: String)

        /// The word as a learner types it.
        public var word: String {
            switch self {
            case .number(let number): String(number)
            case .text(let text): text
            case .name(let bytes, let prefix): prefix + String(decoding: bytes, as: UTF8.self)
            }
        }
    }

    /// The fields by name, in the order in which they are typed. An address of AF_UNSPEC, or of a family that NetShell
    /// does not decode, has unnamed words.
    public var fields: [(name: String, value: Field)] {
        switch self {
        case .inet(_, let port), .inet6(_, let port, _, _):
            [("host", .text(host ?? "")), ("port", .number(Int(port)))]
        case .unix(.unnamed): [("path", .text(""))]
        case .unix(.path(let bytes)): [("path", .name(bytes, prefix: ""))]
        case .unix(.abstract(let bytes)): [("path", .name(bytes, prefix: "@"))]
        case .packet(let link):
            [
                ("interface", .text(Interface.name(ofIndex: link.interface) ?? String(link.interface))),
                ("protocol", .number(Int(link.etherType))),
            ]
        case .netlink(let port, let groups): [("pid", .number(Int(port))), ("groups", .number(Int(groups)))]
        case .vsock(let context, let port): [("cid", .number(Int(context))), ("port", .number(Int(port)))]
        case .unspecified: [("word", .text("unspec"))]
        case .other(let family, let bytes):
            [
                ("word", .text(family.description)),
                ("word", .text("0x" + bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())),
            ]
        }
    }
}
