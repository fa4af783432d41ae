import CSockets
import SystemPackage

// The bytes of ancillary messages, in the layouts of Linux's and Darwin's headers.

extension AncillaryMessage {
    /// The bytes of `msg_control` for some messages, including headers and padding (cmsg(3)).
    public static func control(of messages: [AncillaryMessage]) -> [UInt8] {
        messages.flatMap(\.raw)
    }

    /// The messages in the bytes that recvmsg left in `msg_control`. Nothing is read beyond them: what follows a header
    /// that does not fit is skipped.
    public static func messages(control: [UInt8]) -> [AncillaryMessage] {
        var messages: [AncillaryMessage] = []
        var offset = 0
        while control.count - offset >= headerSize {
            let header = control.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: cmsghdr.self) }
            guard let length = Int(exactly: header.cmsg_len), length >= headerSize, length <= control.count - offset
            else { break }
            let payload = Array(control[offset + headerSize..<offset + length])
            messages.append(Self(kind: AncillaryKind(header.cmsg_level, header.cmsg_type), payload: payload))
            offset += csockets_cmsg_space(payload.count)
        }
        return messages
    }

    /// How many bytes of control data `count` bytes of one message take, including header and padding (`CMSG_SPACE`,
    /// cmsg(3)).
    public static func space(_ count: Int) -> Int { csockets_cmsg_space(count) }

    private static let headerSize = csockets_cmsg_length(0)

    /// The message with its header and padding.
    private var raw: [UInt8] {
        let payload = payload
        var header = cmsghdr()
        header.cmsg_len = numericCast(csockets_cmsg_length(payload.count))
        header.cmsg_level = level
        header.cmsg_type = type
        var bytes = withUnsafeBytes(of: header) { Array($0) }
        bytes += [UInt8](repeating: 0, count: Self.headerSize - bytes.count) + payload
        return bytes + [UInt8](repeating: 0, count: csockets_cmsg_space(payload.count) - bytes.count)
    }

    /// The bytes after the header.
    public var payload: [UInt8] {
        switch self {
        case .rights(let descriptors): descriptors.flatMap { native($0) }
        case .credentials(let pid, let uid, let gid): native(pid) + native(uid) + native(gid)
        case .packetInfo(let interface, let local, let destination):
            native(interface) + local.octets + destination.octets
        case .packetInfo6(let address, let interface): address.octets + native(interface)
        case .timeToLive(let number), .hopLimit(let number), .typeOfService(let number), .trafficClass(let number),
            .joinedSize(let number), .processDescriptor(let number):
            native(number)
        case .timestamp(let seconds, let fraction), .timestampNanoseconds(let seconds, let fraction):
            native(seconds) + native(fraction)
        case .timestamping(let software, let hardware): software.raw + Moment.zero.raw + hardware.raw
        case .originalDestination(let address): address.raw
        case .receiveError(let error): error.raw
        case .segmentSize(let size): native(size)
        case .other(_, _, let bytes): bytes
        }
    }

    /// The message with a kind and the bytes after its header; other if they are not the kind's size.
    init(kind: AncillaryKind, payload: [UInt8]) {
        let message =
            Self.socketMessage(kind, payload) ?? Self.packetMessage(kind, payload) ?? Self.number(kind, payload)
        self = message ?? .other(level: kind.level, type: kind.type, payload)
    }

    private static func socketMessage(_ kind: AncillaryKind, _ payload: [UInt8]) -> Self? {
        switch (kind, payload.count) {
        case (.rights, let count) where count.isMultiple(of: 4):
            .rights(stride(from: 0, to: count, by: 4).map { payload.native(at: $0) })
        case (.credentials, 12):
            .credentials(pid: payload.native(at: 0), uid: payload.native(at: 4), gid: payload.native(at: 8))
        case (.processDescriptor, 4): .processDescriptor(payload.native(at: 0))
        case (.timestamp, 2 * MemoryLayout<Int>.size):
            .timestamp(seconds: payload.native(at: 0), microseconds: payload.native(at: MemoryLayout<Int>.size))
        case (.timestampNanoseconds, 2 * MemoryLayout<Int>.size):
            .timestampNanoseconds(
                seconds: payload.native(at: 0),
                nanoseconds: payload.native(at: MemoryLayout<Int>.size)
            )
        case (.timestamping, 3 * Moment.size):
            Moment(raw: payload, at: Moment.size) == .zero
                ? .timestamping(
                    software: Moment(raw: payload, at: 0),
                    hardware: Moment(raw: payload, at: 2 * Moment.size)
                )
                : nil
        default: nil
        }
    }

    private static func packetMessage(_ kind: AncillaryKind, _ payload: [UInt8]) -> Self? {
        switch (kind, payload.count) {
        case (.packetInfo, 12):
            guard let local = IPv4Address(octets: Array(payload[4..<8])),
                let destination = IPv4Address(octets: Array(payload[8..<12]))
            else { return nil }
            return .packetInfo(
                interface: payload.native32(at: 0),
                specificDestination: local,
                destination: destination
            )
        case (.packetInfo6, 20):
            return IPv6Address(octets: Array(payload[0..<16])).map {
                .packetInfo6(address: $0, interface: payload.native32(at: 16))
            }
        case (.originalDestination, 16), (.originalDestination6, 28):
            guard let address = SocketAddress(raw: payload), address.raw == payload else { return nil }
            return .originalDestination(address)
        case (.receiveError, 16...), (.receiveError6, 16...):
            return .receiveError(ExtendedError(raw: payload, isVersion6: kind == .receiveError6))
        default: return nil
        }
    }

    /// A message that is a single number, which the kernel writes in one, two or four bytes.
    private static func number(_ kind: AncillaryKind, _ payload: [UInt8]) -> Self? {
        let number: Int32
        switch payload.count {
        case 1: number = Int32(payload[0])
        case 2: number = Int32(payload.native(at: 0, as: UInt16.self))
        case 4: number = payload.native(at: 0)
        default: return nil
        }
        return switch kind {
        case .timeToLive: .timeToLive(number)
        case .hopLimit: .hopLimit(number)
        case .typeOfService: .typeOfService(number)
        case .trafficClass: .trafficClass(number)
        case .segmentSize: UInt16(exactly: number).map { .segmentSize($0) }
        case .joinedSize: .joinedSize(number)
        default: nil
        }
    }
}

extension Moment {
    static let zero = Self(seconds: 0, nanoseconds: 0)
    static let size = 2 * MemoryLayout<Int>.size

    /// The bytes of a `struct timespec`.
    var raw: [UInt8] { native(seconds) + native(nanoseconds) }

    init(raw: [UInt8], at offset: Int) {
        self.init(
            seconds: raw.native(at: offset),
            nanoseconds: raw.native(at: offset + MemoryLayout<Int>.size)
        )
    }
}

extension ExtendedError {
    /// The bytes of a `sock_extended_err` and of the address after it.
    var raw: [UInt8] {
        native(errno.rawValue) + [UInt8(truncatingIfNeeded: origin.rawValue), type, code, 0] + native(info)
            + native(data) + (offender?.raw ?? [UInt8](repeating: 0, count: 16))
    }

    /// The error in at least sixteen bytes.
    init(raw: [UInt8], isVersion6: Bool) {
        let offender = SocketAddress(raw: Array(raw.dropFirst(16)))
        self.init(
            errno: Errno(rawValue: raw.native(at: 0)),
            origin: ErrorOrigin(rawValue: Int32(raw.native(at: 4, as: UInt8.self))),
            type: raw.native(at: 5),
            code: raw.native(at: 6),
            info: raw.native32(at: 8),
            data: raw.native32(at: 12),
            offender: offender == .unspecified ? nil : offender,
            isVersion6: isVersion6
        )
    }
}
