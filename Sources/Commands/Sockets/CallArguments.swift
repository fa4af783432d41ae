import Journal
import Shell
import Sockets

/// The room that is offered to the kernel for an address: `sizeof(struct sockaddr_storage)`.
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

/// What a call that asks for an address wrote.
func written(_ address: SocketAddress?) -> [Argument] {
    address.map { [Argument("addr", .address($0)), Argument("addrlen", .integer($0.rawCount))] } ?? []
}
