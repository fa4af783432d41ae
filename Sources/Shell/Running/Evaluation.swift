import Journal
import Language
import Sockets

/// Evaluates arguments.
extension Names {
    /// The words of arguments, with variables substituted; an address or a list becomes one word for each of its parts.
    /// Such a word is data like any variable, never a flag or a file name: a peer may have chosen it.
    func words(_ arguments: [ArgumentSyntax]) throws(Failure) -> [Word] {
        var words: [Word] = []
        words.reserveCapacity(arguments.count)
        for argument in arguments {
            let word = try word(argument)
            switch word.value {
            case .list(let values): words += values.map { Word($0, word.span, isQuoted: true) }
            case .record(let record) where record.kind != .card:
                words += record.fields.flatMap { spread($0.value) }.map { Word($0, word.span, isQuoted: true) }
            default: words.append(word)
            }
        }
        return words
    }

    private func spread(_ value: Value) -> [Value] {
        switch value {
        case .record(let record) where record.kind != .card: record.fields.flatMap { spread($0.value) }
        case .list(let values): values.flatMap(spread)
        case .none: []
        default: [value]
        }
    }

    /// The value of one argument; adjacent parts are joined as data. What begins with an unquoted `@` or `fill:` is
    /// still a file or a pattern: `@"my file"`, `fill:$n`.
    func word(_ argument: ArgumentSyntax) throws(Failure) -> Word {
        if argument.parts.count == 1 {
            switch argument.parts[0] {
            case .word(let text): return Word(.text(text), argument.span)
            case .quoted(let bytes): return Word(.bytes(bytes), argument.span, isQuoted: true)
            case .variable(let name, let fields):
                return Word(try value(of: name, fields, argument.span), argument.span, isQuoted: true)
            }
        }
        let (bytes, isFile) = try joined(argument)
        if isFile { return Word(.file(Array(bytes.dropFirst())), argument.span, isQuoted: true) }
        if case .word(let first) = argument.parts[0], first.hasPrefix("fill:"),
            let text = String(validating: bytes, as: UTF8.self)
        {
            return Word(.text(text), argument.span)
        }
        let isQuoted = argument.parts.contains { if case .word = $0 { false } else { true } }
        return Word(.bytes(bytes), argument.span, isQuoted: isQuoted)
    }

    /// The joined parts of an argument, and whether they begin with the `@` of a file.
    private func joined(_ argument: ArgumentSyntax) throws(Failure) -> (bytes: [UInt8], isFile: Bool) {
        var bytes: [UInt8] = []
        var isFile = false
        for (index, part) in argument.parts.enumerated() {
            switch part {
            case .word(let text):
                bytes += text.utf8
                if index == 0 { isFile = text.hasPrefix("@") }
            case .quoted(let quoted): bytes += quoted
            case .variable(let name, let fields):
                let value = try value(of: name, fields, argument.span)
                if case .file = value {
                    guard index == 0 else { throw .joinedFile("$" + name, at: argument.span) }
                    isFile = true
                }
                guard let data = value.data else {
                    throw Failure(
                        .unsuitable(word: "$" + name, wanted: "data that can be joined; it is \(value.kind)"),
                        at: argument.span
                    )
                }
                bytes += data
            }
            try Payload.checkFits(bytes.count, at: argument.span)
        }
        return (bytes, isFile)
    }

    /// The value of `$NAME.field…`: a variable, a socket, or one of `$reply`, `$error`, `$0`, `$1`, … .
    func value(of name: String, _ fields: [String], _ span: Span) throws(Failure) -> Value {
        var value = try root(name, span)
        var path = name
        for field in fields {
            value = try self.field(field, of: value, path, span)
            path += "." + field
        }
        return value
    }

    private func root(_ name: String, _ span: Span) throws(Failure) -> Value {
        if let value = variable(name) { return value }
        if let socket = socket(name) { return .socket(socket.name) }
        switch name {
        case "reply": return lastReply
        case "error": return lastFailure.map { .record($0.record) } ?? .none
        case "arguments": return .list(Array(session.scriptArguments.dropFirst()))
        default: break
        }
        if let index = Int(name) {
            guard index < session.scriptArguments.count else {
                throw Failure(
                    .other(
                        .unknownVariable,
                        message: "the script was given no argument \(index)",
                        advice: ["run it with \(index) arguments, or test $arguments first"]
                    ),
                    at: span
                )
            }
            return session.scriptArguments[index]
        }
        if wasClosed(name) { throw Failure(.closedSocket(name), at: span) }
        let known = Array(variables.keys) + Array(session.sockets.names) + ["reply", "error", "arguments"]
        throw Failure(.unknownVariable(name, near: Suggestion.nearest(to: name, among: known)), at: span)
    }

    private func field(_ field: String, of value: Value, _ path: String, _ span: Span) throws(Failure) -> Value {
        let names: [String]
        switch value {
        case .record(let record):
            if let found = record[field] { return found }
            names = record.fields.map(\.name)
        case .socket(let name):
            guard let socket = session.sockets[name] else { throw Failure(.closedSocket(name), at: span) }
            let record = socket.record
            if let found = record[field] { return found }
            names = record.fields.map(\.name)
        case .list(let values):
            if let index = Int(field), index >= 0, index < values.count { return values[index] }
            if field == "count" { return .integer(values.count) }
            if let found = values.first(where: { $0.typeName == field }) { return found }
            names = ["count", "0"] + values.compactMap(\.typeName)
        case .bytes(let bytes):
            if field == "count" { return .integer(bytes.count) }
            names = ["count"]
        case .picture(let picture): return try self.field(field, of: picture.value, path, span)
        default: names = []
        }
        let near = names.count <= 12 ? names : Suggestion.nearest(to: field, among: names)
        throw Failure(.unknownField(field, of: path, near: near), at: span)
    }
}

extension Socket {
    /// The fields of `$s.field`: the shell asks the kernel for its own purposes.
    var record: Record {
        let local = Observation.localAddress(of: descriptor)
        let peer = Observation.peerAddress(of: descriptor)
        return Record(
            .card,
            [
                Record.Field("name", .text(name)),
                Record.Field("fd", .integer(Int(descriptor))),
                Record.Field("family", .text(family.description)),
                Record.Field("type", .text(type.description)),
                Record.Field("state", state.map { .text($0.description) } ?? .none),
                Record.Field("host", local?.host.map { .text($0) } ?? .none),
                Record.Field("port", local?.port.map { .integer(Int($0)) } ?? .none),
                Record.Field("local", local.map { .address($0) } ?? .none),
                Record.Field("peer", peer.map { .address($0) } ?? .none),
                Record.Field("timeout", timeout.map { .real($0) } ?? .none),
            ]
        )
    }
}

extension Failure {
    /// The failure that `@FILE` would be joined with other data.
    static func joinedFile(_ word: String, at span: Span) -> Failure {
        let advice = "a file is read by the call that sends it: give it a call, or a piece of sendmsg, of its own"
        return Failure(
            .unsuitable(word: word, wanted: "data that can be joined; it is a file", advice: [advice]),
            at: span
        )
    }

    /// The value of `$error`.
    var record: Record {
        var fields = [
            Record.Field("class", .text(className)),
            Record.Field("message", .text(message)),
        ]
        if let call, let error = call.error {
            fields += [
                Record.Field("call", .text(call.name)),
                Record.Field("errno", .integer(error.number)),
                Record.Field("name", .text(error.name)),
            ]
        }
        if case .transport(_, let error) = reason { fields.append(Record.Field("name", .text(error.name))) }
        if !taken.isEmpty { fields.append(Record.Field("data", .bytes(taken))) }
        return Record(.card, fields)
    }
}

extension Value {
    /// A record's own type name, as in an ancillary message: a field of a list of such records is found by it.
    fileprivate var typeName: String? {
        guard case .record(let record) = self, case .text(let name)? = record["type"] else { return nil }
        return name
    }
}
