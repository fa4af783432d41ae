import Journal
import Language
import Sockets

/// Writes lines of other languages as they are typed here.
///
/// What comes out can be typed in the session as it is: a variable that nobody has set gets a value first, a socket
/// that does not exist is made where that is all it takes. What remains unknown is in ``missing``.
struct Translator {
    let names: Names
    /// The statements, complete and in order.
    var lines: [String] = []
    /// What has to be known besides, each on a line of its own.
    var notes: [String] = []
    /// The variables that the statements read and nobody has set.
    var missing: [String] = []
    /// The sockets that the statements act on and that do not exist.
    var missingSockets: [String] = []
    /// The names that the statements give a value.
    private var given: Set<String> = []

    var registry: Registry { names.session.registry }

    init(_ names: Names) { self.names = names }

    /// Why a line has no equivalent.
    struct Untranslatable: Error {}

    /// Writes all statements of a line.
    mutating func write(_ line: [ForeignLine]) throws(Untranslatable) {
        for statement in line { try write(statement) }
    }

    /// Writes one statement.
    mutating func write(_ line: ForeignLine) throws(Untranslatable) {
        switch line.kind {
        case .value(let targets, let operation, let value): try assign(targets, operation, value)
        case .declaration(let type, let name): declare(type, name)
        case .keyword(let word, let values, let body): try write(word, values, body)
        }
    }

    /// Notes what has to be known besides, once.
    mutating func note(_ text: String?) { if let text, !notes.contains(text) { notes.append(text) } }

    /// Adds a statement that gives a name a value.
    mutating func give(_ name: String, _ value: String) {
        lines.append("\(name) = \(value)")
        given.insert(name)
    }

    /// Notes that the statements so far make something of a name.
    mutating func noteGiven(_ name: String) { given.insert(name) }

    /// Whether a name has a value, or is a socket.
    func isKnown(_ name: String) -> Bool {
        given.contains(name) || names.variable(name) != nil || names.socket(name) != nil
            || ["reply", "error", "arguments"].contains(name)
    }

    /// A name that is free, the wanted one if it is.
    func free(_ wanted: String) -> String {
        guard isKnown(wanted) else { return wanted }
        return (2...).lazy.map { wanted + String($0) }.first { !isKnown($0) } ?? wanted
    }

    /// `$NAME`; an unknown name gets a value that makes sense, or is missing.
    mutating func variable(_ name: String, _ kind: ArgumentKind) -> String {
        guard !isKnown(name) else { return "$" + name }
        if let sample = kind.sample, !sample.contains(" ") {
            give(name, sample)
        } else if !missing.contains(name) {
            missing.append(name)
        }
        return "$" + name
    }

    /// The name of the socket that an expression names. One that does not exist is made if a new one serves.
    mutating func socket(_ expression: ForeignExpression, for command: Command?) throws(Untranslatable) -> String {
        guard let name = expression.path?.last, name.isName else { throw Untranslatable() }
        guard !isKnown(name) else { return name }
        switch command?.name {
        case "bind", "connect", "listen", "setsockopt", "getsockopt", "setblocking", "settimeout":
            lines.append("\(name) = socket inet stream")
            given.insert(name)
        case "sendto", "recvfrom":
            lines.append("\(name) = socket inet dgram")
            given.insert(name)
        default: if !missingSockets.contains(name) { missingSockets.append(name) }
        }
        return name
    }

    /// What a declaration without a value is here: nothing has to be declared.
    private mutating func declare(_ type: String, _ name: String) {
        if type.contains("sockaddr") || type.contains("addrinfo") {
            note("C's address structures are words here, typed where they are needed: a host and a port")
        } else {
            note("nothing has to be declared: a name has a value as soon as it is given one")
        }
    }
}

extension Translator {
    /// `TARGET = VALUE`, `x += 1`, or a value alone.
    private mutating func assign(
        _ targets: [ForeignExpression],
        _ operation: String?,
        _ value: ForeignExpression
    ) throws(Untranslatable) {
        let target = try target(targets)
        if targets.count > 1 { note("one name takes the whole reply") }
        if let operation {
            guard let target else { throw Untranslatable() }
            return try assign(target, .binary(.name(target), operation, value))
        }
        if case .member(let object, let field)? = targets.first, let name = Self.field(field, of: object) {
            return try assignField(name, value)
        }
        if let target { return try assign(target, value) }
        try state(value, target: nil)
    }

    private mutating func assign(_ target: String, _ value: ForeignExpression) throws(Untranslatable) {
        switch value {
        case .name(let name) where ForeignConstant.isNothing(name): give(target, "\"\"")
        case .group where target.contains("addr"): declare("sockaddr", target)
        case .call where isStatement(value): try state(value, target: target)
        case .binary(let left, "+", let right) where isText(left) || isText(right):
            give(target, try word(value, .any))
        case .binary(.text, "*", _): give(target, try word(value, .data))
        case .binary(let left, let operation, let right) where "+-*/".contains(operation):
            let (first, second) = (try word(left, .any), try word(right, .any))
            give(target, "\(first) \(operation) \(second)")
        default: give(target, try word(value, .data))
        }
    }

    /// Whether an expression is a call that is made, perhaps with another around it that changes nothing here.
    private func isStatement(_ expression: ForeignExpression) -> Bool {
        guard case .call = expression else { return false }
        guard let (phrase, captures) = phrase(for: expression, among: Tongue.values) else { return true }
        return phrase.here == "_any" && captures["_any"]?.first.map(isStatement) ?? false
    }

    /// The name that takes the value: the first of several that is one.
    private func target(_ targets: [ForeignExpression]) throws(Untranslatable) -> String? {
        let names = targets.compactMap(\.path?.last).filter { !["_", "err", "error"].contains($0) }
        guard let name = names.first else { return nil }
        guard name.isName else { throw Untranslatable() }
        return name
    }

    /// What a field of C's address structures is: the variable that takes its value, "" for a field that is not needed.
    private static func field(_ field: String, of object: ForeignExpression) -> String? {
        switch field {
        case "sin_port", "sin6_port": "port"
        case "s_addr", "sin_addr", "sin6_addr": "host"
        case "sin_family", "sin6_family", "ai_family", "ai_socktype", "ai_flags", "ai_protocol", "sun_family": ""
        case "sun_path": "path"
        default: nil
        }
    }

    private mutating func assignField(_ name: String, _ value: ForeignExpression) throws(Untranslatable) {
        note("C's address structures are words here, typed where they are needed: s.bind HOST PORT")
        notes = notes.map { $0.hasSuffix("HOST PORT") ? String($0.prefix { $0 != ":" }) : $0 }
        if !name.isEmpty { give(name, try word(value, name == "port" ? .port : .host)) }
    }

    /// Whether an expression is text, so that `+` joins.
    func isText(_ expression: ForeignExpression) -> Bool {
        switch expression {
        case .text: true
        case .binary(let left, "+", let right): isText(left) || isText(right)
        case .name(let name): if case .bytes? = names.variable(name) { true } else { false }
        case .call(.member(_, let method), _): ["encode", "decode", "toString"].contains(method)
        default: false
        }
    }
}
