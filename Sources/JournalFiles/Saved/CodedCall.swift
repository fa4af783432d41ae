import Journal
import Reading
import Sockets
import SystemPackage

/// A call as a line of a saved journal has it.
struct CodedCall: Codable {
    let number: Int
    var statement = 0
    let call: String
    var socket: Int?
    var name: String?
    let arguments: [CodedArgument]
    let result: Int
    var error: CodedError?
    let outputs: [CodedArgument]
    let start: UInt64
    let duration: UInt64
    var before: UInt8?
    var after: UInt8?
    var injected: Bool?
    var local: CodedContent?
    var made: [CodedSocket]?
    var mentions: [CodedSocket]?

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
        made = call.made.isEmpty ? nil : call.made.map(CodedSocket.init)
        mentions = call.mentions.isEmpty ? nil : call.mentions.map(CodedSocket.init)
    }
}

extension CodedCall {
    /// Whether its numbers are ones that a call can have, so that no view has to fear their sums.
    private var isCredible: Bool {
        let sockets = (made ?? []) + (mentions ?? [])
        return (1...Call.sizeLimit).contains(number) && Call.results.contains(statement)
            && Call.results.contains(result)
            && (socket.map(Call.results.contains) ?? true) && sockets.allSatisfy { Call.results.contains($0.id) }
            && Call.times.contains(start) && Call.times.contains(duration)
    }

    private enum CodingKeys: String, CodingKey {
        case number, statement, call, socket, name, arguments, result, error, outputs, start, duration, before, after
        case injected, local, made, mentions
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
            made: (made ?? []).map(\.socket),
            mentions: (mentions ?? []).map(\.socket)
        )
    }
}

/// A socket that a call tells of beside its own.
struct CodedSocket: Codable {
    let id: Int
    let name: String
    let fd: Int32

    init(_ socket: MadeSocket) { (id, name, fd) = (socket.id, socket.name, socket.descriptor) }

    /// The socket.
    var socket: MadeSocket { MadeSocket(id: id, name: name, descriptor: fd) }
}

extension Argument.Content {
    /// The address that it is.
    fileprivate var address: SocketAddress? { if case .address(let address) = self { address } else { nil } }
}

/// Why a call failed. One of the members is there.
struct CodedError: Codable {
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
