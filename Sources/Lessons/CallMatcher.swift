import Journal
import Language
import Shell
import Sockets

/// Looks for calls like a pattern, and tells what was called instead.
struct CallMatcher {
    let context: CheckContext

    init(_ context: CheckContext) { self.context = context }

    /// Nil where there are enough calls like the pattern; else what is wanted and what there is.
    func difference(_ pattern: CallPattern) -> String? {
        let named = context.calls.filter { $0.name == pattern.name }
        let fitting = named.filter { fits($0, pattern) }
        if fitting.count >= pattern.count { return nil }
        if !fitting.isEmpty {
            return "wanted \(pattern.name) \(pattern.count) times; it was called so \(fitting.count) times"
        }
        guard let last = named.last else { return "wanted a call of \(pattern.name); there was none yet" }
        return "wanted \(pattern.description); " + tell(last, pattern)
    }

    /// How a call differs: by its socket, by an argument, else by how it ended.
    private func tell(_ call: Call, _ pattern: CallPattern) -> String {
        if let socket = pattern.socket, socket != call.socketName {
            return "the last \(call.name) was on " + (call.socketName ?? "no socket")
        }
        for (name, wanted) in pattern.arguments.sorted(by: { $0.key < $1.key }) {
            guard let content = call.argument(name) ?? call.output(name), !matches(content, wanted) else { continue }
            switch content {
            case .integer(let number), .room(let number): return "the last \(call.name) had \(name) \(number)"
            case .constant(let word, _): return "the last \(call.name) had \(name) \(word)"
            case .address(let address): return "the last \(call.name) was with \(Quoting.oneLine(address.description))"
            default: continue
            }
        }
        let result = call.error.map { "failed with \($0.name)" } ?? "succeeded"
        return "the last \(call.name) \(result)"
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

extension CallPattern: CustomStringConvertible {
    /// What is wanted, in words.
    public var description: String {
        let words = arguments.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
        let rest =
            (words.isEmpty ? "" : " with " + words.joined(separator: " and ")) + (socket.map { " on \($0)" } ?? "")
        switch outcome {
        case .success: return "\(name)\(rest) to succeed"
        case .failure(""): return "\(name)\(rest) to fail"
        case .failure(let error): return "\(name)\(rest) to fail with \(error)"
        case nil: return "\(name)\(rest)"
        }
    }
}
