import Journal
import Language
import Sockets

/// Values of other languages as words.
extension Translator {
    /// An expression as one word.
    mutating func word(_ expression: ForeignExpression, _ kind: ArgumentKind) throws(Untranslatable) -> String {
        let words = try words(expression, kind)
        guard words.count == 1 else { throw Untranslatable() }
        return words[0]
    }

    /// An expression as words: a tuple is several, nothing is none.
    mutating func words(_ expression: ForeignExpression, _ kind: ArgumentKind) throws(Untranslatable) -> [String] {
        if let (phrase, captures) = phrase(for: expression, among: Tongue.values) {
            return [try value(phrase, captures, kind)]
        }
        switch expression {
        case .name(let name): return word(name, kind).map { [$0] } ?? []
        case .number(let number): return [number]
        case .text(let parts): return try text(parts, kind)
        case .member: return [try member(expression, kind)]
        case .group(let values):
            var words: [String] = []
            for value in values { words += try self.words(value, kind == .address ? .host : kind) }
            return words
        case .binary(.call(.name("sizeof"), _), "-", .number): return ["1024"]
        case .unary("-", .number(let number)): return ["-" + number]
        case .binary: return [try compound(expression, kind)]
        case .call(.name("sizeof"), _): return ["1024"]
        case .call: return [try hoisted(expression, kind)]
        case .closure(let members): return try options(members)
        case .index, .unary, .assignment: throw Untranslatable()
        }
    }

    /// A name: a constant, a socket, a variable; nil for nothing.
    private mutating func word(_ name: String, _ kind: ArgumentKind) -> String? {
        if ForeignConstant.isNothing(name) { return kind == .seconds ? "none" : kind == .host ? "\"\"" : nil }
        if let word = ForeignConstant.word(name, as: kind) { return word }
        if kind == .socket, names.socket(name) != nil { return name }
        if !isKnown(name), ForeignConstant.isKept(name) || isConstant(name, kind) { return name }
        return variable(name, kind)
    }

    /// Whether a bare name is what the parameter takes: a family, a type, an option.
    private func isConstant(_ name: String, _ kind: ArgumentKind) -> Bool {
        switch kind {
        case .family: AddressFamily(spelling: name) != nil
        case .type: SocketType(spelling: name) != nil
        case .constant:
            OptionLevel(spelling: name) != nil || SocketOption.find(name, level: nil) != nil
                || ShutdownHow(spelling: name) != nil || ["on", "off"].contains(name)
        case .any: registry[name] != nil
        default: false
        }
    }

    private mutating func value(
        _ phrase: Phrase,
        _ captures: Phrase.Captures,
        _ kind: ArgumentKind
    ) throws(Untranslatable) -> String {
        if let inner = captures["_any"]?.first {
            let word = try word(inner, kind == .any || phrase.here == "_any" ? kind : .data)
            guard phrase.here.hasSuffix(".count") else { return word }
            if word.hasPrefix("$") { return word + ".count" }
            let name = free("n")
            give(name, "length \(word)")
            return "$" + name
        }
        guard let socket = captures["_socket"]?.first else { return phrase.here }
        return phrase.here.replacing("_socket", with: try self.socket(socket, for: nil))
    }

    /// Text for a place: a host or a port is a bare word, data is in quotes, an address is two words.
    private mutating func text(_ parts: [ForeignExpression.Part], _ kind: ArgumentKind) throws(Untranslatable)
        -> [String]
    {
        let bytes: [UInt8] =
            switch parts.count {
            case 0: []
            case 1: if case .bytes(let bytes) = parts[0] { bytes } else { [] }
            default: []
            }
        guard parts.isEmpty || parts.count == 1 && !bytes.isEmpty else { return [try joined(parts)] }
        let text = String(decoding: bytes, as: UTF8.self)
        switch kind {
        case .host, .port, .highPort, .family, .type, .constant, .onOff, .seconds: return [Quoting.word(text)]
        case .address: return HostText.words(text).map(Quoting.word)
        default: return [Quoting.quote(bytes)]
        }
    }

    /// Pieces of text and values, which follow one another without a space.
    private mutating func joined(_ parts: [ForeignExpression.Part]) throws(Untranslatable) -> String {
        var text = ""
        for part in parts {
            switch part {
            case .bytes(let bytes): text += Quoting.quote(bytes)
            case .value(let value): text += try word(value, .any)
            }
        }
        return text
    }

    /// `MODULE.CONSTANT`, `SOCKET.FIELD`.
    private mutating func member(_ expression: ForeignExpression, _ kind: ArgumentKind) throws(Untranslatable) -> String
    {
        guard let path = expression.path, let last = path.last else { throw Untranslatable() }
        if let word = ForeignConstant.word(last, as: kind) { return word }
        if ForeignConstant.isKept(last) { return last }
        guard path.allSatisfy(\.isName) else { throw Untranslatable() }
        if isKnown(path[0]) { return "$" + path.joined(separator: ".") }
        return variable(last, kind)
    }

    /// `"a" + x`, `MSG_PEEK | MSG_DONTWAIT`, `1024 * 4`, `b"x" * 1000`.
    private mutating func compound(_ expression: ForeignExpression, _ kind: ArgumentKind) throws(Untranslatable)
        -> String
    {
        guard case .binary(let left, let operation, let right) = expression else { throw Untranslatable() }
        switch operation {
        case "|": return try word(left, .constant) + "|" + word(right, .constant)
        case "%" where isText(left):
            guard case .text = left else { throw Untranslatable() }
            let values: [ForeignExpression] = if case .group(let values) = right { values } else { [right] }
            return try formatted(left, values).joined()
        case "+" where isText(left) || isText(right): return try word(left, .data) + word(right, .data)
        case "*":
            if case .text(let parts) = left, case .bytes(let bytes)? = parts.first, case .number(let count) = right {
                return "fill:\(count):\(Quoting.word(String(decoding: bytes, as: UTF8.self)))"
            }
        default: break
        }
        guard "+-*/".contains(operation) else { throw Untranslatable() }
        let (first, second) = (try word(left, kind), try word(right, kind))
        let name = free("n")
        give(name, "\(first) \(operation) \(second)")
        return "$" + name
    }

    /// A call inside a call comes first, and its reply gets a name.
    private mutating func hoisted(_ call: ForeignExpression, _ kind: ArgumentKind) throws(Untranslatable) -> String {
        let name = free(kind == .data || kind == .any ? "data" : "x")
        let count = lines.count
        try state(call, target: name)
        guard lines.count > count, lines.last?.hasPrefix(name + " = ") == true else { throw Untranslatable() }
        noteGiven(name)
        return "$" + name
    }

    /// The host and the port of an object's literal.
    private mutating func options(_ members: [ForeignExpression.Argument]) throws(Untranslatable) -> [String] {
        guard let port = members.first(where: { $0.label == "port" }) else { return [] }
        let host = members.first { $0.label == "host" || $0.label == "address" || $0.label == "hostname" }
        let words = try host.map { member throws(Untranslatable) in try self.words(member.value, .host) }
        return (words ?? ["127.0.0.1"]) + (try self.words(port.value, .port))
    }
}

extension Translator {
    /// What is printed: values as they are, a format with its values in it.
    mutating func printed(_ values: [ForeignExpression]) throws(Untranslatable) -> [String] {
        if case .text(let parts)? = values.first, values.count > 1, case .bytes(let bytes)? = parts.first,
            bytes.contains(UInt8(ascii: "%"))
        {
            return [try formatted(values[0], Array(values.dropFirst())).joined()]
        }
        var words: [String] = []
        for value in values {
            words += try self.words(value, .any).map { $0.hasSuffix("\\n\"") ? $0.dropLast(3) + "\"" : $0 }
        }
        return words
    }

    /// The pieces of a format, each conversion with its value in place.
    private mutating func formatted(
        _ format: ForeignExpression,
        _ values: [ForeignExpression]
    ) throws(Untranslatable) -> [String] {
        guard case .text(let parts) = format, parts.count == 1, case .bytes(let bytes) = parts[0] else { return [] }
        var pieces: [String] = []
        var (text, rest, left) = ([UInt8](), bytes[...], values[...])
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%"), let letter = rest.first, letter != UInt8(ascii: "%") else {
                if byte != UInt8(ascii: "\n") || !rest.isEmpty { text.append(byte) }
                continue
            }
            while let next = rest.popFirst(), "0123456789.-lzh".utf8.contains(next) {}
            if !text.isEmpty { pieces.append(Quoting.quote(text)) }
            text = []
            if let value = left.popFirst() { pieces.append(try word(value, .any)) } else { pieces.append("") }
        }
        if !text.isEmpty { pieces.append(Quoting.quote(text)) }
        return pieces
    }
}
