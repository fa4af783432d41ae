import Journal
import Sockets
import SystemPackage

/// getsockopt and setsockopt.
extension StraceMapping {
    static func option(_ draft: inout StraceDraft) {
        let call = draft.call
        let level = call[1].name.flatMap { OptionLevel(spelling: $0) }
        let known = call[2].name.flatMap { SocketOption.find(Self.plain($0), level: level) }
        let option = known.flatMap { level == nil || $0.level == level ? $0 : nil }
        draft.arguments = [
            first(draft),
            Argument("level", level.map { .constant($0.description, Int($0.rawValue)) } ?? call[1].content),
            Argument(
                "optname",
                option.map { .constant($0.name, Int($0.number)) } ?? .constant(call[2].text, call[2].number ?? 0)
            ),
        ]
        let length = call[4].size
        guard draft.kind == .getsockopt else {
            draft.arguments += [
                Argument("optval", value(call[3], option, length)), Argument("optlen", .integer(length)),
            ]
            return
        }
        draft.arguments += [Argument("optval", .room(length)), Argument("optlen", .integer(length))]
        guard call.succeeded else { return }
        let written = call[4].after.size
        draft.outputs = [Argument("optval", value(call[3], option, written)), Argument("optlen", .integer(written))]
    }

    /// An option's name without the mark of the size of its times.
    private static func plain(_ name: String) -> String {
        name.hasSuffix("TIMEO_OLD") || name.hasSuffix("TIMEO_NEW") ? String(name.dropLast(4)) : name
    }

    /// The value, decoded as the option's if its bytes are known; as strace wrote it otherwise.
    private static func value(_ value: StraceValue, _ option: SocketOption?, _ length: Int) -> Argument.Content {
        if value == .word("NULL") { return .null }
        guard let option, let raw = bytes(value, option, length) else { return .constant(value.text, 0) }
        return .option(option.decode(raw), raw: raw)
    }

    /// The bytes of a value; nil if the notation does not tell all of them.
    private static func bytes(_ value: StraceValue, _ option: SocketOption, _ length: Int) -> [UInt8]? {
        switch value {
        case .string(let bytes, false): return bytes
        case .array(let values) where values.count == 1:
            guard let number = values[0].number ?? named(values[0], option) else { return nil }
            guard [1, 2, 4, 8].contains(length) else { return nil }
            return native(number, length)
        case .structure:
            if let on = value["l_onoff"]?.number, let seconds = value["l_linger"]?.number {
                return native(on, 4) + native(seconds, 4)
            }
            if let seconds = value["tv_sec"]?.number, let micro = value["tv_usec"]?.number {
                return native(seconds, 8) + native(micro, 8)
            }
            return membership(value)
        default: return nil
        }
    }

    /// The number that strace shows by name: an errno, a socket's type.
    private static func named(_ value: StraceValue, _ option: SocketOption) -> Int? {
        guard let name = value.name else { return nil }
        switch option.name {
        case "SO_ERROR": return Errno(name: name).map { Int($0.rawValue) }
        case "SO_TYPE": return SocketType(spelling: name).map { Int($0.rawValue) }
        case "SO_DOMAIN": return AddressFamily(spelling: name).map { Int($0.rawValue) }
        case "SO_PROTOCOL": return ProtocolNumber(spelling: name).map { Int($0.rawValue) }
        default: return nil
        }
    }

    /// A group and an interface (ip(7)).
    private static func membership(_ value: StraceValue) -> [UInt8]? {
        guard let group = octets(value["imr_multiaddr"]), let interface = octets(value["imr_interface"]) else {
            return nil
        }
        return group + interface
    }

    private static func octets(_ value: StraceValue?) -> [UInt8]? {
        guard case .call("inet_addr", let parts)? = value, let text = parts.first?.bytes else { return nil }
        return IPv4Address(String(decoding: text, as: UTF8.self))?.octets
    }

    /// A number as so many bytes of this machine.
    private static func native(_ number: Int, _ count: Int) -> [UInt8] {
        Array(withUnsafeBytes(of: UInt64(bitPattern: Int64(number)).littleEndian) { Array($0) }.prefix(count))
    }
}
