import Journal
import Shell
import Sockets

/// Byte-order functions (byteorder(3)). They cannot fail in C; only an injected fault makes one fail.
extension Invocation {
    /// htons(3): 16 bits from this machine's order to the network's.
    public func htons(_ number: UInt16) throws(Failure) -> UInt16 {
        try turned(.htons, "hostshort", number, ByteOrder.htons)
    }

    /// ntohs(3): 16 bits from the network's order to this machine's.
    public func ntohs(_ number: UInt16) throws(Failure) -> UInt16 {
        try turned(.ntohs, "netshort", number, ByteOrder.ntohs)
    }

    /// htonl(3): 32 bits from this machine's order to the network's.
    public func htonl(_ number: UInt32) throws(Failure) -> UInt32 {
        try turned(.htonl, "hostlong", number, ByteOrder.htonl)
    }

    /// ntohl(3): 32 bits from the network's order to this machine's.
    public func ntohl(_ number: UInt32) throws(Failure) -> UInt32 {
        try turned(.ntohl, "netlong", number, ByteOrder.ntohl)
    }

    private func turned<Number: FixedWidthInteger>(
        _ kind: CallKind,
        _ parameter: String,
        _ number: Number,
        _ turn: (Number) -> Number
    ) throws(Failure) -> Number {
        let returned = try perform(kind, [Argument(parameter, .integer(Int(number)))]) { kernel in
            kernel.invoke(kind) { Int(turn(number)) }
        }
        return Number(truncatingIfNeeded: returned.result)
    }
}
