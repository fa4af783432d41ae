import Sockets
import SystemPackage

extension Call: Logged {
    static func digest(of calls: [Call]) -> Digest { Digest(calls) }

    /// Which optional parts a call has.
    private struct Parts: OptionSet {
        let rawValue: UInt8
        static let socket = Self(rawValue: 1)
        static let name = Self(rawValue: 2)
        static let error = Self(rawValue: 4)
        static let before = Self(rawValue: 8)
        static let after = Self(rawValue: 16)
        static let injected = Self(rawValue: 32)
        static let local = Self(rawValue: 64)
        static let others = Self(rawValue: 128)
    }

    private var parts: Parts {
        var parts: Parts = isInjected ? .injected : []
        if socket != nil { parts.insert(.socket) }
        if socketName != nil { parts.insert(.name) }
        if error != nil { parts.insert(.error) }
        if before != nil { parts.insert(.before) }
        if after != nil { parts.insert(.after) }
        if local != nil { parts.insert(.local) }
        if !made.isEmpty || !mentions.isEmpty { parts.insert(.others) }
        return parts
    }

    func write(to writer: inout ByteWriter) {
        let parts = parts
        writer.byte(parts.rawValue)
        writer.number(number)
        writer.value(title)
        writer.number(statement)
        if let socket { writer.number(socket) }
        if let socketName { writer.text(socketName) }
        writer.values(arguments)
        writer.number(result)
        if let error { writer.value(error) }
        writer.values(outputs)
        writer.number(start)
        writer.number(duration)
        if let before { writer.byte(before.rawValue) }
        if let after { writer.byte(after.rawValue) }
        if let local { writer.value(local) }
        if parts.contains(.others) {
            writer.values(made)
            writer.values(mentions)
        }
    }

    init(from reader: inout ByteReader) throws(Malformed) {
        let parts = Parts(rawValue: try reader.byte())
        let number = try reader.integer()
        self.init(
            try reader.value(),
            statement: try reader.integer(),
            socket: parts.contains(.socket) ? try reader.integer() : nil,
            socketName: parts.contains(.name) ? try reader.text() : nil,
            arguments: try reader.values(),
            result: try reader.integer(),
            error: parts.contains(.error) ? try reader.value() : nil,
            outputs: try reader.values(),
            start: try reader.unsigned(),
            duration: try reader.unsigned(),
            before: parts.contains(.before) ? try reader.value() : nil,
            after: parts.contains(.after) ? try reader.value() : nil,
            isInjected: parts.contains(.injected),
            local: parts.contains(.local) ? try reader.value() : nil,
            made: parts.contains(.others) ? try reader.values() : [],
            mentions: parts.contains(.others) ? try reader.values() : []
        )
        self.number = number
    }
}

extension CallTitle: ByteCodable {
    /// Written in place of a kind's number if the name follows.
    private static let isNamed = UInt8.max

    func write(to writer: inout ByteWriter) {
        switch self {
        case .known(let kind): writer.byte(kind.rawValue)
        case .other(let name):
            writer.byte(Self.isNamed)
            writer.text(name)
        }
    }

    init(from reader: inout ByteReader) throws(Malformed) {
        let number = try reader.byte()
        guard number != Self.isNamed else {
            self = .other(try reader.text())
            return
        }
        guard let kind = CallKind(rawValue: number) else { throw Malformed() }
        self = .known(kind)
    }
}

extension MadeSocket: ByteCodable {
    func write(to writer: inout ByteWriter) {
        writer.number(id)
        writer.text(name)
        writer.number(descriptor)
    }

    init(from reader: inout ByteReader) throws(Malformed) {
        self.init(id: try reader.integer(), name: try reader.text(), descriptor: try reader.integer32())
    }
}

extension ConnectionState: ByteCodable {
    func write(to writer: inout ByteWriter) { writer.byte(rawValue) }

    init(from reader: inout ByteReader) throws(Malformed) {
        guard let state = Self(rawValue: try reader.byte()) else { throw Malformed() }
        self = state
    }
}

extension CallError: ByteCodable {
    func write(to writer: inout ByteWriter) {
        let (kind, number): (UInt8, Int32) =
            switch self {
            case .errno(let errno): (0, errno.rawValue)
            case .name(.resolver(let error)): (1, error.rawValue)
            case .name(.host(let error)): (2, error.rawValue)
            case .name(.system(let errno)): (3, errno.rawValue)
            case .name(.notFound(let source)): (4, source == .system ? 0 : 1)
            case .name(.refused(let problem)): (5, problem == .containsNUL ? 0 : 1)
            }
        writer.byte(kind)
        writer.number(number)
    }

    init(from reader: inout ByteReader) throws(Malformed) {
        let (kind, number) = (try reader.byte(), try reader.integer32())
        switch kind {
        case 0: self = .errno(Errno(rawValue: number))
        case 1: self = .name(.resolver(ResolverError(rawValue: number)))
        case 2: self = .name(.host(HostError(rawValue: number)))
        case 3: self = .name(.system(Errno(rawValue: number)))
        case 4: self = .name(.notFound(number == 0 ? .system : .embedded))
        case 5: self = .name(.refused(number == 0 ? .containsNUL : .tooLong))
        default: throw Malformed()
        }
    }
}
