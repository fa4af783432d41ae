import Journal
import Shell
import Sockets

/// Calls on socket options.
extension Invocation {
    /// getsockopt(2): what the option's bytes mean.
    public func getsockopt(_ option: SocketOption, on socket: Socket) throws(Failure) -> OptionValue {
        let option =
            option.kind == .congestionInfo
            ? option.told(by: Observation.congestionControl(of: socket.descriptor)) : option
        let returned = try perform(
            .getsockopt,
            on: socket,
            naming(option, of: socket) + [
                Argument("optval", .room(option.capacity)), Argument("optlen", .integer(option.capacity)),
            ],
            outputs: {
                [Argument("optval", .option(option.decode($0), raw: $0)), Argument("optlen", .integer($0.count))]
            }
        ) {
            $0.getsockopt(
                socket.descriptor,
                level: option.level.rawValue,
                option: option.number,
                capacity: option.capacity
            )
        }
        let value = option.decode(returned.output)
        if option.name == "SO_PEERPIDFD", let descriptor = value.number.flatMap({ Int32(exactly: $0) }), descriptor >= 0
        {
            release(processDescriptor: descriptor)
        }
        return value
    }

    /// setsockopt(2): sets an option to the value with these bytes, as C lays them out.
    public func setsockopt(_ option: SocketOption, _ value: [UInt8], on socket: Socket) throws(Failure) {
        try perform(
            .setsockopt,
            on: socket,
            naming(option, of: socket) + [
                Argument("optval", .option(option.decode(value), raw: value)),
                Argument("optlen", .integer(value.count)),
            ]
        ) {
            $0.setsockopt(socket.descriptor, level: option.level.rawValue, option: option.number, value: value)
        }
    }

    private func naming(_ option: SocketOption, of socket: Socket) -> [Argument] {
        [
            Argument("sockfd", .descriptor(socket.descriptor)),
            Argument("level", .named(option.level)),
            Argument("optname", .constant(option.name, Int(option.number))),
        ]
    }
}
