/// One member of a JSON object: its name, what it can be, and how it is got. Both the objects and their schema are made
/// from the same members.
struct JSONMember<Root>: Sendable {
    let name: String
    let about: String
    let shape: JSONShape
    let value: @Sendable (Root) -> JSON

    init(_ name: String, _ shape: JSONShape, _ about: String, _ value: @escaping @Sendable (Root) -> JSON) {
        self.name = name
        self.shape = shape
        self.about = about
        self.value = value
    }
}

/// What a JSON value can be, as JSON Schema (draft 2020-12) says it.
indirect enum JSONShape: Sendable {
    case string
    case integer
    case number
    case boolean
    case anything
    case array(JSONShape)
    case nullable(JSONShape)
    case object([(name: String, about: String, shape: JSONShape)])
    case map(JSONShape)

    /// An object with these members, all of them always there.
    static func object<Root>(_ members: [JSONMember<Root>]) -> JSONShape {
        .object(members.map { ($0.name, $0.about, $0.shape) })
    }

    /// The schema.
    var schema: JSON { .object(keywords) }

    private var keywords: [(key: String, value: JSON)] {
        switch self {
        case .string: [("type", .string("string"))]
        case .integer: [("type", .string("integer"))]
        case .number: [("type", .string("number"))]
        case .boolean: [("type", .string("boolean"))]
        case .anything: []
        case .array(let element): [("type", .string("array")), ("items", element.schema)]
        case .map(let element): [("type", .string("object")), ("additionalProperties", element.schema)]
        case .nullable(let shape): [("anyOf", .array([shape.schema, .object([("type", .string("null"))])]))]
        case .object(let members):
            [
                ("type", .string("object")),
                ("properties", .object(members.map { ($0.name, $0.shape.described($0.about)) })),
                ("required", .array(members.map { .string($0.name) })),
                ("additionalProperties", .boolean(false)),
            ]
        }
    }

    private func described(_ about: String) -> JSON { .object([("description", .string(about))] + keywords) }
}

extension JSON {
    /// The object that some members make of a value.
    static func object<Root>(_ members: [JSONMember<Root>], of root: Root) -> JSON {
        .object(members.map { ($0.name, $0.value(root)) })
    }
}
