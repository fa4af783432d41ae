import Language
import Sockets

extension Value {
    /// An address as a value: its fields by name, its words as they are typed.
    public static func address(_ address: SocketAddress) -> Value {
        switch address {
        case .inet(_, let port), .inet6(_, let port, _, _):
            .record(
                Record(
                    .address,
                    [Record.Field("host", .text(address.host ?? "")), Record.Field("port", .integer(Int(port)))]
                )
            )
        case .unix(.unnamed):
            .record(Record(.address, [Record.Field("path", .text(""))]))
        case .unix(.path(let path)):
            .record(Record(.address, [Record.Field("path", Self.textOrBytes(path, prefix: ""))]))
        case .unix(.abstract(let name)):
            .record(Record(.address, [Record.Field("path", Self.textOrBytes(name, prefix: "@"))]))
        case .packet(let link):
            .record(
                Record(
                    .address,
                    [
                        Record.Field("interface", .text(address.words[0])),
                        Record.Field("protocol", .integer(Int(link.etherType))),
                    ]
                )
            )
        case .netlink(let port, let groups):
            .record(
                Record(
                    .address,
                    [Record.Field("pid", .integer(Int(port))), Record.Field("groups", .integer(Int(groups)))]
                )
            )
        case .vsock(let context, let port):
            .record(
                Record(
                    .address,
                    [Record.Field("cid", .integer(Int(context))), Record.Field("port", .integer(Int(port)))]
                )
            )
        case .unspecified, .other:
            .record(Record(.address, address.words.map { Record.Field("word", .text($0)) }))
        }
    }

    /// A name of bytes: a word where it is UTF-8 without surprises, else data.
    private static func textOrBytes(_ bytes: [UInt8], prefix: String) -> Value {
        if let text = String(validating: bytes, as: UTF8.self), text.unicodeScalars.allSatisfy(Quoting.isVisible) {
            return .text(prefix + text)
        }
        return .bytes(Array(prefix.utf8) + bytes)
    }
}
