/// A name and its value in an object.
struct JSONMember {
    let key: String
    let value: JSONNode
}

/// A JSON text as a tree: RFC 8259. What a reader takes apart.
enum JSONNode {
    case null
    case boolean(Bool)
    case integer(Int)
    /// More than an `Int` holds.
    case unsigned(UInt64)
    case real(Double)
    case text(String)
    case array([JSONNode])
    case object([JSONMember])

    /// Something in a line that is not what it should be.
    struct Malformed: Error {}

    /// The tree of a whole text.
    init(_ text: [UInt8]) throws(Malformed) {
        var result: Result<JSONNode, Malformed> = .failure(Malformed())
        text.withUnsafeBufferPointer { bytes in
            var parser = JSONParser(bytes)
            do throws(Malformed) {
                let node = try parser.value(depth: 0)
                result = parser.isAtEnd ? .success(node) : .failure(Malformed())
            } catch {
                result = .failure(error)
            }
        }
        self = try result.get()
    }

    /// Its members, if it is an object.
    var members: [JSONMember] {
        get throws(Malformed) {
            guard case .object(let members) = self else { throw Malformed() }
            return members
        }
    }

    /// A whole number that fits the type.
    func whole<Number: FixedWidthInteger>(_ type: Number.Type = Number.self) throws(Malformed) -> Number {
        let number: Number? =
            switch self {
            case .integer(let number): Number(exactly: number)
            case .unsigned(let number): Number(exactly: number)
            case .real(let number): Number(exactly: number)
            default: nil
            }
        guard let number else { throw Malformed() }
        return number
    }

    /// A number.
    var real: Double {
        get throws(Malformed) {
            switch self {
            case .integer(let number): Double(number)
            case .unsigned(let number): Double(number)
            case .real(let number): number
            default: throw Malformed()
            }
        }
    }

    /// A text.
    var text: String {
        get throws(Malformed) {
            guard case .text(let text) = self else { throw Malformed() }
            return text
        }
    }

    /// Data, in base64.
    var data: [UInt8] {
        get throws(Malformed) {
            guard case .text(let text) = self, let data = Base64.data(text.utf8) else { throw Malformed() }
            return data
        }
    }

    /// `true` or `false`.
    var boolean: Bool {
        get throws(Malformed) {
            guard case .boolean(let yes) = self else { throw Malformed() }
            return yes
        }
    }

    /// The elements, each read by a closure.
    func elements<Element>(
        _ read: (JSONNode) throws(Malformed) -> Element
    ) throws(Malformed) -> [Element] {
        guard case .array(let nodes) = self else { throw Malformed() }
        var elements: [Element] = []
        elements.reserveCapacity(nodes.count)
        for node in nodes { elements.append(try read(node)) }
        return elements
    }
}

extension [JSONMember] {
    /// Gives each member but nulls to a closure; throws if one that is needed is not among them.
    func forEach(
        needing needed: Set<String>,
        _ take: (_ key: String, _ value: JSONNode) throws(JSONNode.Malformed) -> Void
    ) throws(JSONNode.Malformed) {
        var missing = needed.count
        for member in self {
            if case .null = member.value { continue }
            if needed.contains(member.key) { missing -= 1 }
            try take(member.key, member.value)
        }
        guard missing == 0 else { throw JSONNode.Malformed() }
    }
}
