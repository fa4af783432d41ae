import Journal
import Language
import Operations
import Shell
import Sockets
import SystemPackage

extension Invocation {
    /// What recvmsg returned, as a reply; received sockets are taken into the session.
    func record(of message: Message, length: Int) -> Record {
        Record(
            .card,
            [
                Record.Field("data", .bytes(message.bytes)),
                Record.Field("address", message.from.map { .address($0) } ?? .none),
                Record.Field("ancillary", .list(message.ancillary.map { .record(Record(.row, fields(of: $0))) })),
                Record.Field("flags", .text(message.flags.description)),
            ] + truncation(length, message.bytes.count)
        )
    }

    private func fields(of message: AncillaryMessage) -> [Record.Field] {
        let type = [Record.Field("type", .text(message.name))]
        switch message {
        case .rights(let descriptors): return type + take(descriptors)
        case .credentials(let pid, let uid, let gid):
            return type + [number("pid", Int(pid)), number("uid", Int(uid)), number("gid", Int(gid))]
        case .processDescriptor(let descriptor): return type + release(descriptor)
        case .packetInfo, .packetInfo6: return type + place(message)
        case .timeToLive(let hops): return type + [number("ttl", Int(hops))]
        case .hopLimit(let hops): return type + [number("hoplimit", Int(hops))]
        case .typeOfService(let octet): return type + [number("tos", Int(octet))]
        case .trafficClass(let octet): return type + [number("tclass", Int(octet))]
        case .timestamp(let seconds, let fraction):
            return type + [number("seconds", seconds), number("microseconds", fraction)]
        case .timestampNanoseconds(let seconds, let fraction):
            return type + [number("seconds", seconds), number("nanoseconds", fraction)]
        case .timestamping(let software, let hardware):
            return type + moment("software", software) + moment("hardware", hardware)
        case .originalDestination(let address):
            guard case .record(let record) = Value.address(address) else { return type }
            return type + record.fields
        case .receiveError(let error): return type + described(error)
        case .segmentSize(let size): return type + [number("size", Int(size))]
        case .joinedSize(let size): return type + [number("size", Int(size))]
        case .other(_, _, let bytes): return type + [Record.Field("bytes", .bytes(bytes))]
        }
    }

    /// Takes in received descriptors: a socket under a name; any other is closed, so that none leaks.
    private func take(_ descriptors: [Int32]) -> [Record.Field] {
        let (sockets, closed) = adopt(received: descriptors)
        return [Record.Field("sockets", .list(sockets.map { .socket($0.name) }))]
            + (closed.isEmpty ? [] : [Record.Field("closed", .list(closed.map { .integer(Int($0)) }))])
    }

    /// A descriptor of a process, which no command uses and which is closed so that it does not leak; or why there is none.
    private func release(_ descriptor: Int32) -> [Record.Field] {
        let number = [number("pidfd", Int(descriptor))]
        guard descriptor < 0 else {
            release(processDescriptor: descriptor)
            return number
        }
        return number + [Record.Field("errno", .text(Errno(rawValue: -descriptor).name))]
    }

    private func place(_ message: AncillaryMessage) -> [Record.Field] {
        switch message {
        case .packetInfo(let interface, let local, let destination):
            [
                Record.Field("interface", .text(Interface.name(ofIndex: interface) ?? String(interface))),
                Record.Field("local", .text(local.description)),
                Record.Field("destination", .text(destination.description)),
            ]
        case .packetInfo6(let address, let interface):
            [
                Record.Field("interface", .text(Interface.name(ofIndex: interface) ?? String(interface))),
                Record.Field("destination", .text(address.description)),
            ]
        default: []
        }
    }

    private func described(_ error: ExtendedError) -> [Record.Field] {
        [
            Record.Field("errno", .text(error.errno.name)),
            Record.Field("origin", .text(error.origin.description)),
            number("icmp_type", Int(error.type)), number("icmp_code", Int(error.code)),
            number("info", Int(error.info)),
            Record.Field("offender", error.offender?.host.map { .text($0) } ?? .none),
        ]
    }

    private func moment(_ name: String, _ moment: Moment) -> [Record.Field] {
        [number(name + "_seconds", moment.seconds), number(name + "_nanoseconds", moment.nanoseconds)]
    }

    private func number(_ name: String, _ number: Int) -> Record.Field { Record.Field(name, .integer(number)) }
}
