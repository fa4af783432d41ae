import Journal
import Language
import Shell
import Sockets

/// Looks for calls like a pattern, and tells what was called instead.
struct CallMatcher {
    let context: CheckContext

    init(_ context: CheckContext) { self.context = context }

    private var messages: Messages { context.messages }

    /// Nil if there are enough calls like the pattern; else what is wanted, and how the call that is nearest to it
    /// differs.
    ///
    /// - Parameter others: the calls that are wanted too; what was made as one of them is not held against this one.
    func difference(_ pattern: CallPattern, besides others: [CallPattern]) -> String? {
        let named = context.calls.filter { $0.title == pattern.call }
        let fitting = named.filter { faults($0, pattern).isEmpty }.count
        if fitting >= pattern.count { return nil }
        if fitting > 0 {
            return messages(.tooFewCalls, ["call": pattern.name, "count": pattern.count, "seen": fitting])
        }
        if named.isEmpty {
            let wanted = messages(.callOf, ["call": pattern.name])
            return messages(.difference, ["wanted": wanted, "seen": messages(.noCall)])
        }
        let astray = named.filter { call in !others.contains { $0 != pattern && faults(call, $0).isEmpty } }
        // Of several that are as near, the learner means the last.
        // What is told is about the statement that was typed, if it made such a call.
        let recent = astray.filter { $0.number >= context.firstCall + context.judged }
        let scored = (recent.isEmpty ? astray : recent).reversed().map { (call: $0, faults: faults($0, pattern)) }
        let nearest = scored.min { $0.faults.count < $1.faults.count }
        let seen = nearest.map { tell($0.call, $0.faults[0]) } ?? messages(.noCall)
        return messages(.difference, ["wanted": pattern.text(in: messages), "seen": seen])
    }

    private enum Fault {
        case socket, outcome
        case argument(String)
    }

    /// In what a call differs from a pattern: its socket, its arguments, how it ended.
    private func faults(_ call: Call, _ pattern: CallPattern) -> [Fault] {
        var faults: [Fault] = []
        if let socket = pattern.socket, socket != call.socketName { faults.append(.socket) }
        for (name, wanted) in pattern.arguments.sorted(by: { $0.key < $1.key }) {
            if !contents(call, name).contains(where: { matches($0, wanted) }) { faults.append(.argument(name)) }
        }
        switch (pattern.outcome, call.error) {
        case (.success, .some), (.failure, nil): faults.append(.outcome)
        case (.failure(let name), let error?) where !name.isEmpty && error.name.lowercased() != name.lowercased():
            faults.append(.outcome)
        default: break
        }
        return faults
    }

    /// What was written under a name, and what was passed.
    private func contents(_ call: Call, _ name: String) -> [Argument.Content] {
        [call.output(name), call.argument(name)].compactMap(\.self)
    }

    private func tell(_ call: Call, _ fault: Fault) -> String {
        let name = call.name
        switch fault {
        case .socket:
            return call.socketName.map { messages(.calledOn, ["call": name, "socket": $0]) }
                ?? messages(.calledOnNone, ["call": name])
        case .argument(let argument):
            switch contents(call, argument).first {
            case .address(let address):
                return messages(.calledTo, ["call": name, "address": Quoting.oneLine(address.description)])
            case let content?:
                if let value = Self.word(content) {
                    return messages(.calledWith, ["call": name, "argument": argument, "value": value])
                }
            case nil: break
            }
        case .outcome: break
        }
        return call.error.map { messages(.failedWith, ["call": name, "error": $0.name]) }
            ?? messages(.succeeded, ["call": name])
    }

    /// A value as it is told; nil if there is no short word for it.
    private static func word(_ content: Argument.Content) -> String? {
        switch content {
        case .integer(let number), .room(let number): String(number)
        case .descriptor(let descriptor): String(descriptor)
        case .constant(let word, _): word
        case .text(let text): Quoting.word(text)
        case .option(let value, _): value.description
        case .data(let clip): Quoting.quote(clip.bytes.prefix(60))
        case .address, .ancillary, .poll, .list, .null: nil
        }
    }

    private func matches(_ content: Argument.Content, _ wanted: String) -> Bool {
        let exact = expanded(wanted)
        let wanted = exact.lowercased()
        switch content {
        case .integer(let number), .room(let number): return Int(wanted) == number
        case .descriptor(let descriptor): return Int32(wanted) == descriptor
        case .constant(let name, let number):
            let names = name.lowercased().split(separator: "|").flatMap { [String($0), $0.shortConstant] }
            return Int(wanted) == number || names.contains(wanted)
        case .address(let address):
            return address.description.lowercased() == wanted || address.words.contains { $0.lowercased() == wanted }
        case .text(let text): return text.lowercased() == wanted
        case .option(let value, _): return value.description.lowercased() == wanted
        case .data(let clip): return clip.bytes == Array(exact.utf8)
        case .ancillary, .poll, .list, .null: return false
        }
    }

    /// The value of the variable that is wanted, if it is one.
    private func expanded(_ wanted: String) -> String {
        guard wanted.hasPrefix("$") else { return wanted }
        if wanted.hasSuffix(".port") {
            let name = String(wanted.dropFirst().dropLast(5))
            let socket = context.session.locked { context.session.sockets[name] }
            return socket.flatMap { Observation.localAddress(of: $0.descriptor)?.port }.map(String.init) ?? wanted
        }
        guard let value = context.session.locked({ context.session.variables[String(wanted.dropFirst())] })
        else { return wanted }
        return value.data.map { String(decoding: $0, as: UTF8.self) } ?? value.description
    }
}

extension Substring {
    /// A constant's name without its prefix: `stream` for `sock_stream`.
    fileprivate var shortConstant: String {
        split(separator: "_", maxSplits: 1).last.map(String.init) ?? String(self)
    }
}

extension CallPattern {
    /// What is wanted, in words.
    func text(in messages: Messages) -> String {
        let words = arguments.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
        var call = name
        if let first = words.first {
            let all = words.dropFirst().reduce(first) { messages(.and, ["one": $0, "other": $1]) }
            call = messages(.callWith, ["call": name, "arguments": all])
        }
        if let socket { call = messages(.onSocket, ["what": call, "socket": socket]) }
        switch outcome {
        case .success: return messages(.toSucceed, ["call": call])
        case .failure(""): return messages(.toFail, ["call": call])
        case .failure(let error): return messages(.toFailWith, ["call": call, "error": error])
        case nil: return call
        }
    }
}
