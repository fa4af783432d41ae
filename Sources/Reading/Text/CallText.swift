import Journal
import Language
import Sockets

/// A call as C would write it, with its result: what strace shows, and in the same notation.
public struct CallText: Sendable {
    private let call: Call

    /// The text of a call.
    public init(_ call: Call) { self.call = call }

    /// `connect(3, {sa_family=AF_INET, …}, 16) = -1 ECONNREFUSED (connection refused)`
    public var text: String { "\(invocation) = \(result)" }

    /// The call alone, without what it returned.
    public var invocation: String { "\(CText.word(call.name))(\(arguments))" }

    // MARK: Arguments

    /// The arguments in C's order. Those that C passes together in one structure are in braces.
    private var arguments: String {
        var parts: [String] = []
        var gathered: (prefix: String, fields: [String])?
        func finish() {
            if let group = gathered {
                let fields = group.fields + unplaced.filter { $0.hasPrefix(group.prefix) }
                parts.append("{" + fields.joined(separator: ", ") + "}")
            }
            gathered = nil
        }
        for argument in call.arguments where argument.name != Self.fileName {
            guard let prefix = Self.structurePrefixes.first(where: { argument.name.hasPrefix($0) }) else {
                finish()
                parts.append(self.text(of: argument))
                continue
            }
            if gathered?.prefix != prefix { finish() }
            let field = "\(argument.name)=\(self.text(of: argument))"
            gathered = (prefix, (gathered?.fields ?? []) + [field])
        }
        finish()
        if let name = Self.lastArguments[call.name] { parts.append(last(name)) }
        return parts.joined(separator: ", ")
    }

    /// What the names of a structure's fields begin with that C passes as one argument.
    private static let structurePrefixes = ["msg_", "ai_"]

    /// Arguments that point at a number: what goes in, and what comes out.
    private static let pointers: Set<String> = ["addrlen", "optlen", "argp", "offset"]

    /// Under this name the journal has the file that sendfile's `in_fd` stands for, which C is not passed.
    private static let fileName = "in_file"

    private func text(of argument: Argument) -> String {
        if argument.name == "in_fd", case .text(let path)? = call.argument(Self.fileName) {
            return "\(text(of: argument.value))<\(CText.word(path))>"
        }
        let output = call.output(argument.name)
        if argument.name == "msg_iov" || argument.name == "iov" { return parts(argument.value, written: output) }
        if argument.name == "msgvec" { return messages(argument.value, written: output) }
        switch argument.value {
        case .integer(let number) where isPointer(argument.name):
            guard case .integer(let written)? = output, written != number else { return "[\(number)]" }
            return argument.name == "offset" ? "[\(number)] => [\(written)]" : "[\(number) => \(written)]"
        case .room:
            return output.map { text(of: $0) } ?? (argument.name == "buf" ? "buf" : "&" + CText.word(argument.name))
        case .null:
            return output.map { text(of: $0) } ?? "NULL"
        default:
            return text(of: argument.value)
        }
    }

    /// The `mmsghdr`s of several messages (sendmmsg(2)): of each its `msghdr`, and how many of its bytes were moved.
    private func messages(_ content: Argument.Content, written: Argument.Content?) -> String {
        guard case .list(let given) = content else { return text(of: content) }
        var moved: [Argument.Content] = []
        if case .list(let list)? = written { moved = list }
        let shown = given.enumerated().map { place, message -> String in
            let came = moved.indices.contains(place) ? moved[place] : nil
            let header = "msg_hdr={\(header(message, written: came))}"
            guard let came else { return "{\(header)}" }
            return "{\(header), msg_len=\(length(came))}"
        }
        return "[" + shown.joined(separator: ", ") + "]"
    }

    /// The address and the parts of one of several messages.
    private func header(_ message: Argument.Content, written: Argument.Content?) -> String {
        guard case .list(let given) = message, given.count == 2 else { return text(of: message) }
        guard case .list(let came)? = written, came.count == 2 else {
            return "msg_name=\(text(of: given[0])), msg_iov=\(parts(given[1], written: nil))"
        }
        return "msg_name=\(text(of: came[0])), msg_iov=\(parts(given[1], written: came[1]))"
    }

    /// How many bytes of one of several messages were moved.
    private func length(_ moved: Argument.Content) -> Int {
        switch moved {
        case .integer(let number): return number
        case .list(let members):
            guard case .list(let parts)? = members.last else { return 0 }
            return parts.reduce(0) { if case .data(let clip) = $1 { $0 + clip.count } else { $0 } }
        default: return 0
        }
    }

    /// The `iovec`s of a message: the room of each, and what was written into it.
    private func parts(_ content: Argument.Content, written: Argument.Content?) -> String {
        guard case .list(let contents) = content else { return text(of: written ?? content) }
        var pieces: [Argument.Content] = []
        if case .list(let list)? = written { pieces = list }
        let parts = contents.enumerated().map { place, part in
            switch part {
            case .data(let clip): "{iov_base=\(text(of: part)), iov_len=\(clip.count)}"
            case .room(let size) where place < pieces.count: "{iov_base=\(text(of: pieces[place])), iov_len=\(size)}"
            case .room(let size): "{iov_base=buf, iov_len=\(size)}"
            default: text(of: part)
            }
        }
        return "[" + parts.joined(separator: ", ") + "]"
    }

    /// Whether C passes the address of a number under that name: of a length only if an address is asked for.
    private func isPointer(_ name: String) -> Bool {
        guard Self.pointers.contains(name) else { return false }
        guard name == "addrlen" || name == "optlen" else { return true }
        return call.arguments.contains { if case .room = $0.value { $0.name != "buf" } else { false } }
    }

    private func text(of content: Argument.Content) -> String {
        switch content {
        case .descriptor(let descriptor): String(descriptor)
        case .integer(let number): String(number)
        case .constant(let name, _): name.hasPrefix(EtherType.prefix) ? "htons(\(name))" : CText.word(name)
        case .address(let address): CText.address(address)
        case .data(let clip): CText.literal(clip.bytes, count: clip.count)
        case .room(let size): "[\(size)]"
        case .text(let text): CText.literal(text)
        case .option(let value, let raw): CText.option(value, raw: raw, name: call.constantName("optname"))
        case .ancillary(let messages): CText.ancillary(messages)
        case .poll(let entries): CText.poll(entries)
        case .list(let contents): "[" + contents.map { text(of: $0) }.joined(separator: ", ") + "]"
        case .null: "NULL"
        }
    }

    /// Last arguments that are only written, so that they are among the outputs alone.
    private static let lastArguments = ["getaddrinfo": "res", "socketpair": "sv"]

    private func last(_ name: String) -> String {
        guard case .list(let answers)? = call.output(name) else { return name == "sv" ? name : "&" + name }
        let shown = answers.prefix(4).map { text(of: $0) } + (answers.count > 4 ? ["..."] : [])
        return "[" + shown.joined(separator: ", ") + "]"
    }

    // MARK: Result

    private var result: String {
        guard let error = call.error else { return success }
        let words = "\(error.name) (\(CText.word(error.sentence)))" + (call.isInjected ? " [injected]" : "")
        if case .name(.notFound) = error { return "NULL (\(CText.word(error.sentence)))" }
        if call.kind?.row.returns == .pointer { return "NULL \(words)" }
        return "\(call.result) \(words)"
    }

    private var success: String {
        let extra = unplaced.filter { word in !Self.structurePrefixes.contains { word.hasPrefix($0) } }
        switch call.kind?.row.returns {
        case .pointer?:
            if call.result == -1 { return "NULL" }
            if let output = call.output("return") ?? call.output("dst") ?? call.output("ifname") {
                return text(of: output)
            }
            return extra.isEmpty ? "a pointer" : "{" + extra.joined(separator: ", ") + "}"
        case .descriptor? where call.result >= 0: return "\(call.result) (a new descriptor)"
        case .number? where !call.made.isEmpty: return "\(call.result) (a new descriptor)"
        case .events?: return waited
        case .never?: return "?"
        default: return String(call.result) + (extra.isEmpty ? "" : " ({" + extra.joined(separator: ", ") + "})")
        }
    }

    /// How many descriptors a wait told of, and what.
    private var waited: String {
        guard call.result != 0 else { return "0 (Timeout)" }
        guard case .poll(let entries)? = call.output("fds") else { return String(call.result) }
        switch call.kind {
        case .poll?, .ppoll?: return "\(call.result) (\(CText.told(entries)))"
        case .select?, .pselect6?: return "\(call.result) (\(CText.sets(entries)))"
        // epoll_wait's are in its array of events.
        default: return String(call.result)
        }
    }

    /// What the call wrote that is in none of its arguments.
    private var unplaced: [String] {
        let placed = Set(call.arguments.map(\.name) + [Self.lastArguments[call.name] ?? ""])
        return call.outputs.filter { !placed.contains($0.name) }.map { output in
            let value = text(of: output.value)
            let isPort = output.name.hasSuffix("port")
            return "\(CText.word(output.name))=\(isPort ? "htons(\(value))" : value)"
        }
    }
}
