import Journal
import Language

extension Word {
    /// The value of a word in a comparison: a number if it reads as one, data if it is quoted.
    var literal: Value {
        guard case .text(let text) = value.settled else { return value }
        if let number = Value.number(text) { return number }
        if text.hasPrefix("0x") || text.hasPrefix("0X"), case .bytes(let bytes)? = try? DataLiteral(text) {
            return .bytes(bytes)
        }
        return value
    }

    /// The value that a word assigns to a name: the literal one; for a pattern, its bytes. `@NAME` then means a file,
    /// unless a confinement forbids reading it: then only an address can be meant.
    func assigned(_ confinement: Confinement?) throws(Failure) -> Value {
        if case .file(let name) = value { return Self.file(name, confinement) }
        guard !isQuoted, case .text(let text) = value else { return literal }
        if text.hasPrefix("@"), text.utf8.count > 1 { return Self.file(Array(text.utf8.dropFirst()), confinement) }
        guard text.hasPrefix("fill:"), case .fill(let count, let pattern)? = try? DataLiteral(text), !pattern.isEmpty
        else { return literal }
        try Payload.checkFits(count, at: span)
        return .bytes((0..<max(count, 0)).map { pattern[$0 % pattern.count] })
    }

    private static func file(_ name: [UInt8], _ confinement: Confinement?) -> Value {
        let path = String(decoding: name, as: UTF8.self)
        return confinement?.allows(path: path, for: .reading) == false ? .text("@" + path) : .file(name)
    }
}

extension Operator {
    /// The result of applying the operator to two values.
    func apply(_ left: Value, _ right: Value, at span: Span) throws(Failure) -> Value {
        switch self {
        case .equal: return .boolean(Self.areEqual(left, right))
        case .unequal: return .boolean(!Self.areEqual(left, right))
        case .contains: return .boolean(try Self.contains(left, right, at: span))
        case .plus where left.isBytes && right.isBytes || left.number == nil || right.number == nil:
            return try Self.join(left, right, at: span)
        default: return try arithmetic(left, right, at: span)
        }
    }

    private static func areEqual(_ left: Value, _ right: Value) -> Bool {
        // Data is compared byte by byte, even if both read as numbers.
        if !(left.isBytes && right.isBytes) {
            if case .integer(let one) = left.asNumber, case .integer(let other) = right.asNumber { return one == other }
            if let one = left.number, let other = right.number { return one == other }
        }
        if let one = left.data, let other = right.data { return one == other }
        return left == right
    }

    private static func contains(_ left: Value, _ right: Value, at span: Span) throws(Failure) -> Bool {
        if case .list(let values) = left { return values.contains { areEqual($0, right) } }
        guard let data = left.data, let wanted = right.data else {
            throw Failure(.unsuitable(word: "contains", wanted: "possible between these values"), at: span)
        }
        return data.firstRange(ofSequence: wanted) != nil
    }

    private static func join(_ left: Value, _ right: Value, at span: Span) throws(Failure) -> Value {
        for value in [left, right] {
            if case .file = value { throw .joinedFile(value.description, at: span) }
        }
        guard let one = left.data, let other = right.data else {
            throw Failure(.unsuitable(word: "+", wanted: "possible between these values"), at: span)
        }
        try Payload.checkFits(one.count + other.count, at: span)
        return .bytes(one + other)
    }

    private func arithmetic(_ left: Value, _ right: Value, at span: Span) throws(Failure) -> Value {
        if case .integer(let one) = left.asNumber, case .integer(let other) = right.asNumber {
            return try integers(one, other, at: span)
        }
        guard let one = left.number, let other = right.number else {
            let wrong = left.number == nil ? left : right
            throw Failure(.unsuitable(word: wrong.plain, wanted: "a number"), at: span)
        }
        switch self {
        case .less: return .boolean(one < other)
        case .lessOrEqual: return .boolean(one <= other)
        case .greater: return .boolean(one > other)
        case .greaterOrEqual: return .boolean(one >= other)
        default: return try reals(one, other, at: span)
        }
    }

    private func reals(_ one: Double, _ other: Double, at span: Span) throws(Failure) -> Value {
        let result: Double
        switch self {
        case .plus: result = one + other
        case .minus: result = one - other
        case .times: result = one * other
        default:
            guard other != 0 else { throw Failure(.unsuitable(word: "0", wanted: "a number to divide by"), at: span) }
            result = one / other
        }
        guard result.isFinite else {
            throw Failure(.unsuitable(word: "\(one) \(rawValue) \(other)", wanted: "a finite number"), at: span)
        }
        return .real(result)
    }

    private func integers(_ one: Int, _ other: Int, at span: Span) throws(Failure) -> Value {
        let result: (partialValue: Int, overflow: Bool)
        switch self {
        case .less: return .boolean(one < other)
        case .lessOrEqual: return .boolean(one <= other)
        case .greater: return .boolean(one > other)
        case .greaterOrEqual: return .boolean(one >= other)
        case .plus: result = one.addingReportingOverflow(other)
        case .minus: result = one.subtractingReportingOverflow(other)
        case .times: result = one.multipliedReportingOverflow(by: other)
        default:
            guard other != 0 else {
                throw Failure(.unsuitable(word: "0", wanted: "a number to divide by"), at: span)
            }
            result = one.dividedReportingOverflow(by: other)
        }
        guard !result.overflow else {
            throw Failure(.unsuitable(word: "\(one) \(rawValue) \(other)", wanted: "a number of 64 bits"), at: span)
        }
        return .integer(result.partialValue)
    }
}

extension Value {
    /// The number that the value is, or reads as.
    var asNumber: Value {
        switch self {
        case .integer, .real: return self
        case .text, .bytes:
            guard let data, data.count <= 32, let text = String(validating: data, as: UTF8.self) else { return .none }
            return Self.number(text) ?? .none
        default: return .none
        }
    }

    /// The number that a text reads as, in decimal; `nan`, `inf` and hexadecimal are not numbers.
    static func number(_ text: String) -> Value? {
        if let number = Int(text) { return .integer(number) }
        guard text.utf8.allSatisfy({ ($0 | 0x20) == UInt8(ascii: "e") || "0123456789+-.".utf8.contains($0) }),
            let number = Double(text), number.isFinite
        else { return nil }
        return .real(number)
    }

    /// Whether it is data, received or quoted.
    fileprivate var isBytes: Bool { if case .bytes = self { true } else { false } }

    /// The number as a floating-point one.
    var number: Double? {
        switch asNumber {
        case .integer(let number): Double(number)
        case .real(let number): number
        default: nil
        }
    }
}
