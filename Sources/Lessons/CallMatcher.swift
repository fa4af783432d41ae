import Journal
import Language
import Shell
import Sockets

/// Looks for calls like a pattern, and tells what was called instead.
struct CallMatcher {
    let context: CheckContext

    init(_ context: CheckContext) { self.context = context }

    private var messages: Messages { context.messages }

    /// Nil where there are enough calls like the pattern; else what is wanted and what there is.
    func difference(_ pattern: CallPattern) -> String? {
        let named = context.calls.filter { $0.name == pattern.name }
        let fitting = named.filter { fits($0, pattern) }.count
        if fitting >= pattern.count { return nil }
        if fitting > 0 {
            return messages(.tooFewCalls, ["call": pattern.name, "count": pattern.count, "seen": fitting])
        }
        guard let last = named.last else {
            let wanted = messages(.callOf, ["call": pattern.name])
            return messages(.difference, ["wanted": wanted, "seen": messages(.noCall)])
        }
        return messages(.difference, ["wanted": pattern.text(in: messages), "seen": tell(last, pattern)])
    }

    /// How a call differs: by its socket, by an argument, else by how it ended.
    private func tell(_ call: Call, _ pattern: CallPattern) -> String {
        if let socket = pattern.socket, socket != call.socketName {
            return call.socketName.map { messages(.calledOn, ["call": call.name, "socket": $0]) }
                ?? messages(.calledOnNone, ["call": call.name])
        }
        for (name, wanted) in pattern.arguments.sorted(by: { $0.key < $1.key }) {
            guard let content = call.argument(name) ?? call.output(name), !matches(content, wanted) else { continue }
            func with(_ value: any CustomStringConvertible) -> String {
                messages(.calledWith, ["call": call.name, "argument": name, "value": value])
            }
            switch content {
            case .integer(let number), .room(let number): return with(number)
            case .constant(let word, _): return with(word)
            case .text(let text): return with(Quoting.word(text))
            case .address(let address):
                return messages(.calledTo, ["call": call.name, "address": Quoting.oneLine(address.description)])
            default: continue
            }
        }
        return call.error.map { messages(.failedWith, ["call": call.name, "error": $0.name]) }
            ?? messages(.succeeded, ["call": call.name])
    }

    private func fits(_ call: Call, _ pattern: CallPattern) -> Bool {
        switch pattern.outcome {
        case .success where call.error != nil: return false
        case .failure(let name):
            guard let error = call.error else { return false }
            if !name.isEmpty, error.name.lowercased() != name.lowercased() { return false }
        default: break
        }
        if let socket = pattern.socket, socket != call.socketName { return false }
        return pattern.arguments.allSatisfy { name, wanted in
            (call.argument(name) ?? call.output(name)).map { matches($0, wanted) } ?? false
        }
    }

    private func matches(_ content: Argument.Content, _ wanted: String) -> Bool {
        let wanted = wanted.lowercased()
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
        case .data(let clip): return clip.bytes == Array(wanted.utf8)
        case .ancillary, .poll, .list, .null: return false
        }
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
