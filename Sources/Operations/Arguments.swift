import Journal
import Shell
import Sockets

/// The room offered to the kernel for an address: `sizeof(struct sockaddr_storage)`.
let addressRoom = 128

/// The arguments of a call that takes an address.
func addressed(_ socket: Socket, _ address: SocketAddress) -> [Argument] {
    [
        Argument("sockfd", .descriptor(socket.descriptor)),
        Argument("addr", .address(address)),
        Argument("addrlen", .integer(address.rawCount)),
    ]
}

/// The arguments of a call that asks for an address.
func asking(_ socket: Socket) -> [Argument] {
    [
        Argument("sockfd", .descriptor(socket.descriptor)),
        Argument("addr", .room(addressRoom)),
        Argument("addrlen", .integer(addressRoom)),
    ]
}

/// What a call that asks for an address wrote, under the names in the call's man page.
func written(_ address: SocketAddress?, as name: String = "addr") -> [Argument] {
    address.map { [Argument(name, .address($0)), Argument("addrlen", .integer($0.rawCount))] } ?? []
}

extension Argument.Content {
    /// A number that a macro names.
    static func named<Constant: RawRepresentable<Int32> & CustomStringConvertible>(_ constant: Constant) -> Self {
        .constant(constant.description, Int(constant.rawValue))
    }

    /// Some bytes, or the first of them.
    static func data(_ bytes: [UInt8]) -> Self { .data(Clip(bytes)) }
}
