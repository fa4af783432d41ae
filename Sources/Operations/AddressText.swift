import Journal
import Shell
import Sockets

/// Functions that turn addresses into bytes, and bytes into text (inet(3)).
extension Invocation {
    /// inet_pton(3): the 4 or 16 bytes of an address; nil if the text is not one of that family.
    public func inet_pton(_ family: AddressFamily, _ text: String) throws(Failure) -> [UInt8]? {
        let returned = try perform(
            .inet_pton,
            [
                Argument("af", .named(family)), Argument("src", .text(text)),
                Argument("dst", .room(family == .inet6 ? 16 : 4)),
            ],
            outputs: { [Argument("dst", .data($0))] }
        ) { $0.inet_pton(family, text) }
        return returned.result == 1 ? returned.output : nil
    }

    /// inet_ntop(3): the text of an address of 4 or 16 bytes.
    public func inet_ntop(_ family: AddressFamily, _ octets: [UInt8]) throws(Failure) -> String {
        try perform(
            .inet_ntop,
            [
                Argument("af", .named(family)), Argument("src", .data(octets)), Argument("dst", .room(46)),
                Argument("size", .integer(46)),
            ],
            outputs: { [Argument("dst", .text($0))] }
        ) { $0.inet_ntop(family, octets) }.output
    }

    /// inet_aton(3): the 4 bytes of an IPv4 address in any of its old spellings; nil if the text is not one.
    public func inet_aton(_ text: String) throws(Failure) -> [UInt8]? {
        let returned = try perform(
            .inet_aton,
            [Argument("cp", .text(text)), Argument("inp", .room(4))],
            outputs: { [Argument("inp", .data($0))] }
        ) { $0.inet_aton(text) }
        return returned.result == 1 ? returned.output : nil
    }

    /// inet_ntoa(3): the text of an IPv4 address.
    public func inet_ntoa(_ address: IPv4Address) throws(Failure) -> String {
        try perform(
            .inet_ntoa,
            [Argument("in", .data(address.octets))],
            outputs: { [Argument("return", .text($0))] }
        ) { $0.inet_ntoa(address) }.output
    }
}
