import Journal
import Reading
import Sockets
import SystemPackage

/// A call as a line of a saved journal has it.
struct CodedCall {
    var number = 0
    var statement = 0
    var call = ""
    var socket: Int?
    var name: String?
    var arguments: [CodedArgument] = []
    var result = 0
    var error: CodedError?
    var outputs: [CodedArgument] = []
    var start: UInt64 = 0
    var duration: UInt64 = 0
    var before: UInt8?
    var after: UInt8?
    var injected: Bool?
    var local: CodedContent?
    var made: [CodedSocket] = []
    var mentions: [CodedSocket] = []

    init(_ call: Call) {
        number = call.number
        statement = call.statement
        self.call = call.name
        socket = call.socket
        name = call.socketName
        arguments = call.arguments.map(CodedArgument.init)
        result = call.result
        error = call.error.map(CodedError.init)
        outputs = call.outputs.map(CodedArgument.init)
        start = call.start
        duration = call.duration
        before = call.before?.rawValue
        after = call.after?.rawValue
        injected = call.isInjected ? true : nil
        local = call.local.map { CodedContent(.address($0)) }
        made = call.made.map(CodedSocket.init)
        mentions = call.mentions.map(CodedSocket.init)
    }
}

extension CodedCall {
    /// Writes it, its members in alphabetical order.
    func write(to line: inout JSONLine) {
        line.object { line in
            line.member("after", after)
            line.array("arguments", arguments) { $1.write(to: &$0) }
            line.member("before", before)
            line.member("call", call)
            line.member("duration", duration)
            if let error { line.object("error") { error.write(to: &$0) } }
            if injected == true { line.member("injected", true) }
            if let local { line.object("local") { local.write(to: &$0) } }
            line.someArray("made", made) { $1.write(to: &$0) }
            line.someArray("mentions", mentions) { $1.write(to: &$0) }
            line.member("name", name)
            line.member("number", number)
            line.array("outputs", outputs) { $1.write(to: &$0) }
            line.member("result", result)
            line.member("socket", socket)
            line.member("start", start)
            line.member("statement", statement)
        }
    }

    /// The members that every call has.
    private static let needed: Set = [
        "number", "call", "arguments", "result", "outputs", "start", "duration", "statement",
    ]

    /// Reads it.
    init(_ members: [JSONMember]) throws(JSONNode.Malformed) {
        try members.forEach(needing: Self.needed) { (key, value) throws(JSONNode.Malformed) in try take(key, value) }
    }

    private mutating func take(_ key: String, _ value: JSONNode) throws(JSONNode.Malformed) {
        switch key {
        case "number": number = try value.whole()
        case "statement": statement = try value.whole()
        case "call": call = try value.text
        case "socket": socket = try value.whole(Int.self)
        case "name": name = try value.text
        case "arguments": arguments = try value.elements(CodedArgument.init)
        case "result": result = try value.whole()
        case "error": error = try CodedError(value)
        case "outputs": outputs = try value.elements(CodedArgument.init)
        case "start": start = try value.whole()
        case "duration": duration = try value.whole()
        case "before": before = try value.whole(UInt8.self)
        case "after": after = try value.whole(UInt8.self)
        case "injected": injected = try value.boolean
        case "local": local = try CodedContent(value)
        case "made": made = try value.elements(CodedSocket.init)
        case "mentions": mentions = try value.elements(CodedSocket.init)
        default: break
        }
    }
}

extension CodedCall {
    /// Whether its numbers are ones that a call can have, so that no view has to fear their sums.
    private var isCredible: Bool {
        let sockets = made + mentions
        return (1...Call.sizeLimit).contains(number) && Call.results.contains(statement)
            && Call.results.contains(result)
            && (socket.map(Call.results.contains) ?? true) && sockets.allSatisfy { Call.results.contains($0.id) }
            && Call.times.contains(start) && Call.times.contains(duration)
    }

    /// The call; nil if something in the line is nothing that a call can have.
    var restored: Call? {
        let arguments = arguments.compactMap(\.argument)
        let outputs = outputs.compactMap(\.argument)
        guard isCredible, arguments.count == self.arguments.count, outputs.count == self.outputs.count else {
            return nil
        }
        let failure = error?.error
        if error != nil, failure == nil { return nil }
        return Call(
            CallTitle(call),
            statement: statement,
            socket: socket,
            socketName: name,
            arguments: arguments,
            result: result,
            error: failure,
            outputs: outputs,
            start: start,
            duration: duration,
            before: before.flatMap(ConnectionState.init),
            after: after.flatMap(ConnectionState.init),
            isInjected: injected ?? false,
            local: local?.content?.address,
            made: made.map(\.socket),
            mentions: mentions.map(\.socket)
        )
    }
}

/// A socket that a call tells of beside its own.
struct CodedSocket {
    var id = 0
    var name = ""
    var fd: Int32 = 0

    init(_ socket: MadeSocket) { (id, name, fd) = (socket.id, socket.name, socket.descriptor) }

    /// Writes it.
    func write(to line: inout JSONLine) {
        line.object { line in
            line.member("fd", fd)
            line.member("id", id)
            line.member("name", name)
        }
    }

    /// Reads it.
    init(_ node: JSONNode) throws(JSONNode.Malformed) {
        var found = 0
        for member in try node.members {
            let (key, value) = (member.key, member.value)
            found += 1
            switch key {
            case "id": id = try value.whole()
            case "name": name = try value.text
            case "fd": fd = try value.whole()
            default: found -= 1
            }
        }
        guard found == 3 else { throw JSONNode.Malformed() }
    }

    /// The socket.
    var socket: MadeSocket { MadeSocket(id: id, name: name, descriptor: fd) }
}

extension Argument.Content {
    /// The address that it is.
    fileprivate var address: SocketAddress? { if case .address(let address) = self { address } else { nil } }
}

/// Why a call failed. One of the members is there.
struct CodedError {
    var errno: Int32?
    var resolver: Int32?
    var host: Int32?
    var system: Int32?
    var notFound: String?
    var refused: String?

    init(_ error: CallError) {
        switch error {
        case .errno(let errno): self.errno = errno.rawValue
        case .name(.resolver(let error)): resolver = error.rawValue
        case .name(.host(let error)): host = error.rawValue
        case .name(.system(let errno)): system = errno.rawValue
        case .name(.notFound(let source)): notFound = source.rawValue
        case .name(.refused(.containsNUL)): refused = "containsNUL"
        case .name(.refused(.tooLong)): refused = "tooLong"
        }
    }

    /// Writes its members.
    func write(to line: inout JSONLine) {
        line.member("errno", errno)
        line.member("host", host)
        line.member("notFound", notFound)
        line.member("refused", refused)
        line.member("resolver", resolver)
        line.member("system", system)
    }

    /// Reads it.
    init(_ node: JSONNode) throws(JSONNode.Malformed) {
        for member in try node.members {
            let (key, value) = (member.key, member.value)
            if case .null = value { continue }
            switch key {
            case "errno": errno = try value.whole(Int32.self)
            case "resolver": resolver = try value.whole(Int32.self)
            case "host": host = try value.whole(Int32.self)
            case "system": system = try value.whole(Int32.self)
            case "notFound": notFound = try value.text
            case "refused": refused = try value.text
            default: break
            }
        }
    }

    /// The error; nil if none is said.
    var error: CallError? {
        if let errno { return .errno(Errno(rawValue: errno)) }
        if let resolver { return .name(.resolver(ResolverError(rawValue: resolver))) }
        if let host { return .name(.host(HostError(rawValue: host))) }
        if let system { return .name(.system(Errno(rawValue: system))) }
        if let notFound { return DatabaseSource(rawValue: notFound).map { .name(.notFound($0)) } }
        switch refused {
        case "containsNUL": return .name(.refused(.containsNUL))
        case "tooLong": return .name(.refused(.tooLong))
        default: return nil
        }
    }
}
