import Journal
import Sockets

extension StraceValue {
    /// The value as an argument of a call.
    var content: Argument.Content {
        switch self {
        case .word("NULL"): return .null
        case .word(let word): return number.map { .integer($0) } ?? .constant(word, 0)
        case .string: return clip().map { .data($0) } ?? .null
        case .descriptor: return descriptor.map { .descriptor($0) } ?? .constant(text, 0)
        case .structure: return address.map { .address($0) } ?? .constant(text, 0)
        case .array(let values) where values.count == 1:
            return values[0].number.map { .integer($0) } ?? .constant(text, 0)
        default: return .constant(text, 0)
        }
    }

    /// Bytes that may be cut, and how many there were; nil if it is no string.
    func clip(count: Int? = nil) -> Clip? {
        guard case .string(let bytes, let isCut) = self else { return nil }
        let kept = Array(bytes.prefix(Clip.limit))
        let whole = isCut || bytes.count > kept.count ? max(count ?? bytes.count, bytes.count) : bytes.count
        return Clip(restoring: kept, count: whole)
    }

    /// A constant of some kind by its name or number.
    func constant<Constant: SymbolicConstant>(_ kind: Constant.Type) -> Argument.Content {
        guard case .word(let word) = self else { return content }
        if let number { return .constant(Constant(rawValue: Int32(truncatingIfNeeded: number)).name ?? word, number) }
        return .constant(word, Constant(spelling: word).map { Int($0.rawValue) } ?? 0)
    }

    /// The type of a socket with its flags.
    var socketType: Argument.Content {
        guard case .word(let word) = self, number == nil else { return constant(SocketType.self) }
        let bits = word.split(separator: "|").reduce(Int32(0)) { bits, part in
            bits | (SocketType(spelling: String(part))?.rawValue ?? SocketFlag(spelling: String(part))?.rawValue ?? 0)
        }
        return .constant(word, Int(bits))
    }

    /// `MSG_…` flags.
    var messageFlags: Argument.Content {
        guard case .word(let word) = self else { return content }
        if let number {
            return .constant(MessageFlags(rawValue: Int32(truncatingIfNeeded: number)).description, number)
        }
        let bits = word.split(separator: "|").reduce(Int32(0)) { bits, part in
            let known = MessageFlags(spelling: String(part))?.rawValue
            return bits | (known ?? Int32(truncatingIfNeeded: Self.number(String(part)) ?? 0))
        }
        return .constant(word, Int(bits))
    }

    /// Poll's events; those that have no name here are left out.
    var pollEvents: PollEvents {
        guard case .word(let word) = self else { return [] }
        return word.split(separator: "|").reduce(into: []) { events, part in
            events.formUnion(PollEvents(spelling: String(part)) ?? [])
        }
    }

    /// An `iovec` array: data if strings are in it, and how long each is.
    func vectors(limit: Int? = nil) -> [Argument.Content] {
        var rest = limit ?? Int.max
        return members.compactMap { vector in
            guard let length = vector["iov_len"]?.size else { return nil }
            let count = min(length, rest)
            rest -= count
            if limit != nil, count == 0 { return nil }
            guard case .string(let bytes, let isCut)? = vector["iov_base"] else {
                return .room(limit == nil ? length : count)
            }
            return StraceValue.string(Array(bytes.prefix(count)), isCut: isCut || bytes.count < count).clip(
                count: count
            )
            .map { .data($0) }
        }
    }
}
