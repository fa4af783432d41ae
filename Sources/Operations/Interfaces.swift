import Journal
import Shell
import Sockets

/// Functions on network interfaces.
extension Invocation {
    /// if_nameindex(3): every interface of this machine with its number.
    public func if_nameindex() throws(Failure) -> [Interface] {
        try perform(
            .if_nameindex,
            [],
            outputs: { [Argument("return", .list($0.map { .list([.integer(Int($0.index)), .text($0.name)]) }))] }
        ) { $0.if_nameindex() }.output
    }

    /// if_nametoindex(3): the number of an interface.
    public func if_nametoindex(_ name: String) throws(Failure) -> Int {
        try perform(.if_nametoindex, [Argument("ifname", .text(name))]) { $0.if_nametoindex(name) }.result
    }

    /// if_indextoname(3): the name of an interface.
    public func if_indextoname(_ index: UInt32) throws(Failure) -> String {
        try perform(
            .if_indextoname,
            [Argument("ifindex", .integer(Int(index))), Argument("ifname", .room(16))],
            outputs: { [Argument("ifname", .text($0))] }
        ) { $0.if_indextoname(index) }.output
    }
}
