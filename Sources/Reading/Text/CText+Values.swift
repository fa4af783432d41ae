import Journal
import Language
import Sockets

extension CText {
    /// How many fields of a structure are shown.
    static let shownFields = 12

    /// What an option's bytes hold: an `int` in brackets, as strace shows what a pointer points at, a structure by its
    /// fields.
    static func option(_ value: OptionValue, raw: [UInt8], name: String? = nil) -> String {
        switch value {
        case .boolean(let on): return "[\(number(raw) ?? (on ? 1 : 0))]"
        case .integer(let number): return "[\(number)]"
        case .unsigned(let number): return "[\(number)]"
        case .choice(let name, let number): return "[\(name.map(word) ?? String(number))]"
        case .flags(let names, let number): return "[\(flags(names, number))]"
        case .seconds(let seconds): return time(seconds)
        case .linger(let on, let seconds): return "{l_onoff=\(on ? 1 : 0), l_linger=\(seconds)}"
        case .text(let text): return literal(text)
        case .bytes(let bytes): return literal(bytes)
        case .address(let host): return "[inet_addr(\(literal(host)))]"
        case .list(let words): return membership(raw, name) ?? "[" + words.map(word).joined(separator: ", ") + "]"
        case .structure(let fields): return structure(fields)
        }
    }

    /// Group and interface by the fields of their structure (ip(7), ipv6(7)); nil for another kind of list.
    private static func membership(_ raw: [UInt8], _ name: String?) -> String? {
        guard let kind = name.flatMap({ SocketOption.find($0, level: nil)?.kind }) else { return nil }
        func address(_ field: String, _ offset: Int) -> String {
            "\(field)=inet_addr(\"\(HostAddress(octets: Array(raw[offset..<offset + 4]))?.description ?? "")\")"
        }
        func interface(_ field: String, _ offset: Int) -> String {
            let index = raw[offset..<offset + 4].withUnsafeBytes { $0.loadUnaligned(as: UInt32.self) }
            return "\(field)=\(scope(index))"
        }
        switch (kind, raw.count) {
        case (.membership, 8): return "{\(address("imr_multiaddr", 0)), \(address("imr_interface", 4))}"
        case (.membership, 12), (.multicastInterface, 12):
            let addresses = "\(address("imr_multiaddr", 0)), \(address("imr_address", 4))"
            return "{\(addresses), \(interface("imr_ifindex", 8))}"
        case (.sourceMembership, 12):
            let addresses = "\(address("imr_multiaddr", 0)), \(address("imr_interface", 4))"
            return "{\(addresses), \(address("imr_sourceaddr", 8))}"
        case (.membership6, 20):
            let group = HostAddress(octets: Array(raw[..<16]))?.description ?? ""
            return "{inet_pton(AF_INET6, \"\(group)\", &ipv6mr_multiaddr), \(interface("ipv6mr_interface", 16))}"
        default: return nil
        }
    }

    private static func number(_ raw: [UInt8]) -> Int? {
        guard raw.count == 4 else { return raw.count == 1 ? Int(raw[0]) : nil }
        return Int(raw.withUnsafeBytes { $0.loadUnaligned(as: Int32.self) })
    }

    private static func flags(_ names: [String], _ number: Int) -> String {
        names.isEmpty ? (number == 0 ? "0" : "0x" + String(number, radix: 16)) : names.joined(separator: "|")
    }

    private static func time(_ seconds: Double) -> String {
        guard seconds.isFinite, abs(seconds) < 1e15 else { return "{tv_sec=\(seconds)}" }
        let micro = Int((seconds * 1_000_000).rounded())
        return "{tv_sec=\(micro / 1_000_000), tv_usec=\(micro % 1_000_000)}"
    }

    /// The fields in C's order; if they are many, those that are not zero and not too many of them.
    private static func structure(_ fields: [OptionValue.Field]) -> String {
        let telling = fields.count <= shownFields ? fields : fields.filter { $0.value.number != 0 }
        var parts = telling.prefix(shownFields).map { "\($0.name)=\(field($0.value))" }
        if parts.count < fields.count { parts.append("... /* \(fields.count) fields */") }
        return "{" + parts.joined(separator: ", ") + "}"
    }

    private static func field(_ value: OptionValue) -> String {
        switch value {
        case .boolean(let on): on ? "1" : "0"
        case .integer(let number): String(number)
        case .unsigned(let number): String(number)
        case .choice(let name, let number): name.map(word) ?? String(number)
        case .flags(let names, let number): flags(names, number)
        case .bytes(let bytes): literal(bytes)
        case .text(let text): literal(text)
        case .address(let host): literal(host)
        case .list(let words): "[" + words.map(word).joined(separator: ", ") + "]"
        case .seconds(let seconds): time(seconds)
        case .linger, .structure: word(value.description)
        }
    }

    /// Poll's array, as it was passed.
    static func poll(_ entries: [PollEntry]) -> String {
        "[" + entries.map { "{fd=\($0.descriptor), events=\($0.events)}" }.joined(separator: ", ") + "]"
    }

    /// What poll told: the entries about which it told something.
    static func told(_ entries: [PollEntry]) -> String {
        let told = entries.filter { !$0.returned.isEmpty }
        return "[" + told.map { "{fd=\($0.descriptor), revents=\($0.returned)}" }.joined(separator: ", ") + "]"
    }

    /// What select told: the descriptors that are left in each of its sets.
    static func sets(_ entries: [PollEntry]) -> String {
        let sets: [(String, PollEvents)] = [("in", .readable), ("out", .writable), ("except", .urgent)]
        return sets.compactMap { word, events in
            let told = entries.filter { $0.returned.contains(events) }.map { String($0.descriptor) }
            return told.isEmpty ? nil : "\(word) [\(told.joined(separator: " "))]"
        }.joined(separator: ", ")
    }

    /// Ancillary messages as cmsg(3) has them.
    static func ancillary(_ messages: [AncillaryMessage]) -> String {
        "["
            + messages.map { message in
                let level = OptionLevel(rawValue: message.level)
                let levelName = OptionLevel.known.first { $0.value == level }?.name ?? String(message.level)
                return "{cmsg_level=\(levelName), cmsg_type=\(message.name), cmsg_data=\(content(message))}"
            }.joined(separator: ", ") + "]"
    }

    private static func content(_ message: AncillaryMessage) -> String {
        switch message {
        case .rights(let descriptors): return "[" + descriptors.map(String.init).joined(separator: ", ") + "]"
        case .credentials(let pid, let uid, let gid): return "{pid=\(pid), uid=\(uid), gid=\(gid)}"
        case .packetInfo(let interface, let local, let destination):
            let fields = "ipi_spec_dst=inet_addr(\"\(local)\"), ipi_addr=inet_addr(\"\(destination)\")"
            return "{ipi_ifindex=\(interface), \(fields)}"
        case .packetInfo6(let address, let interface):
            return "{inet_pton(AF_INET6, \"\(address)\", &ipi6_addr), ipi6_ifindex=\(interface)}"
        case .timeToLive(let number), .hopLimit(let number), .typeOfService(let number), .trafficClass(let number),
            .joinedSize(let number), .processDescriptor(let number):
            return "[\(number)]"
        case .segmentSize(let size): return "[\(size)]"
        case .timestamp(let seconds, let fraction): return "{tv_sec=\(seconds), tv_usec=\(fraction)}"
        case .timestampNanoseconds(let seconds, let fraction): return "{tv_sec=\(seconds), tv_nsec=\(fraction)}"
        case .timestamping(let software, let hardware):
            let moments = [software, Moment(seconds: 0, nanoseconds: 0), hardware]
            return "{ts=[" + moments.map { "{\($0.seconds), \($0.nanoseconds)}" }.joined(separator: ", ") + "]}"
        case .originalDestination(let address): return Self.address(address)
        case .receiveError(let error):
            let fields =
                "ee_origin=\(error.origin), ee_type=\(error.type), ee_code=\(error.code), ee_info=\(error.info)"
            return "{ee_errno=\(error.errno.name), \(fields)}"
        case .other(_, _, let bytes): return literal(bytes)
        }
    }
}
