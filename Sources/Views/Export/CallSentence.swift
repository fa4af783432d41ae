extension Program.Action {
    /// What the call does, in one sentence without a full stop. It says nothing that came from the session.
    var sentence: String {
        switch self {
        case .socket: "Make an endpoint for communication"
        case .socketpair: "Make two sockets that are connected to each other"
        case .dup: "Make another descriptor of the same socket"
        case .close: "Give the descriptor back; the last one ends the connection"
        case .shutdown: "End one direction of the connection, or both"
        case .setNonBlocking(_, true): "From now on a call that would have to wait fails instead"
        case .setNonBlocking(_, false): "From now on calls wait again"
        case .bind: "Give the socket the address under which peers reach it"
        case .connect: "Connect the socket to its peer"
        case .listen: "Let peers connect; the kernel keeps them until accept takes them"
        case .accept: "Take a connection out of the queue; it gets a socket of its own"
        case .unlink: "Take a name out of the file system"
        case .getsockname: "Ask for the socket's own address"
        case .getpeername: "Ask for the address of the other end"
        case .send(_, _, _, to: nil): "Hand data to the kernel for the connected peer"
        case .send: "Send one datagram to an address"
        case .receive(_, _, _, wantsAddress: false): "Take what has come, up to a size"
        case .receive: "Take what has come, and learn from whom"
        case .sendMessage: "Send buffers and ancillary data as one message"
        case .receiveMessage: "Receive a message with its ancillary data"
        case .poll: "Wait until one of the sockets has something to tell"
        case .getOption: "Ask for an option of the socket"
        case .setOption: "Set an option of the socket"
        case .lookUp: "Look a name up"
        case .injected: "A fault that the session made up"
        }
    }
}
