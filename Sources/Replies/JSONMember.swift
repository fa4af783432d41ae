/// One member of a JSON object: its name, what it can be, and how it is got. Both the objects and their schema are made
/// from the same members.
struct JSONMember<Root>: Sendable {
    let name: String
    let about: String
    let shape: JSONShape
    /// Whether every object has it.
    let isRequired: Bool
    /// What it is in an object; nil where the object has none.
    let value: @Sendable (Root) -> JSON?

    /// A member that every object has.
    init(_ name: String, _ shape: JSONShape, _ about: String, _ value: @escaping @Sendable (Root) -> JSON) {
        self.name = name
        self.shape = shape
        self.about = about
        self.value = value
        isRequired = true
    }

    /// A member that is only there where the closure gives something.
    init(optional name: String, _ shape: JSONShape, _ about: String, _ value: @escaping @Sendable (Root) -> JSON?) {
        self.name = name
        self.shape = shape
        self.about = about
        self.value = value
        isRequired = false
    }
}

/// What a JSON value can be, as JSON Schema (draft 2020-12) says it.
indirect enum JSONShape: Sendable {
    case string
    case integer
    case number
    case boolean
    case null
    /// Any of these.
    case oneOf([JSONShape])
    /// One that ``JSON/definitions`` describes.
    case defined(String)
    /// An object of any members of a shape, none of which has one of these names.
    case record(JSONShape, without: [String])
    case array(JSONShape)
    case nullable(JSONShape)
    case object([(name: String, about: String, shape: JSONShape)])
    /// An object with members of which some may be missing.
    case partial([(name: String, about: String, shape: JSONShape)], required: [String])
    case map(JSONShape)

    /// An object with these members.
    static func object<Root>(_ members: [JSONMember<Root>]) -> JSONShape {
        .partial(
            members.map { ($0.name, $0.about, $0.shape) },
            required: members.filter(\.isRequired).map(\.name)
        )
    }

    /// The schema.
    var schema: JSON { .object(keywords) }

    private var keywords: [(key: String, value: JSON)] {
        switch self {
        case .string: [("type", .string("string"))]
        case .integer: [("type", .string("integer"))]
        case .number: [("type", .string("number"))]
        case .boolean: [("type", .string("boolean"))]
        case .null: [("type", .string("null"))]
        case .oneOf(let shapes): [("anyOf", .array(shapes.map(\.schema)))]
        case .record(let element, let names):
            [
                ("type", .string("object")), ("additionalProperties", element.schema),
                ("not", .object([("required", .array(names.map { .string($0) }))])),
            ]
        case .defined(let name): [("$ref", .string("#/$defs/" + name))]
        case .array(let element): [("type", .string("array")), ("items", element.schema)]
        case .map(let element): [("type", .string("object")), ("additionalProperties", element.schema)]
        case .nullable(let shape): [("anyOf", .array([shape.schema, .object([("type", .string("null"))])]))]
        case .object(let members): Self.keywords(members, required: members.map(\.name))
        case .partial(let members, let required): Self.keywords(members, required: required)
        }
    }

    private static func keywords(
        _ members: [(name: String, about: String, shape: JSONShape)],
        required: [String]
    ) -> [(key: String, value: JSON)] {
        [
            ("type", .string("object")),
            ("properties", .object(members.map { ($0.name, $0.shape.described($0.about)) })),
            ("required", .array(required.map { .string($0) })),
            ("additionalProperties", .boolean(false)),
        ]
    }

    func described(_ about: String) -> JSON { .object([("description", .string(about))] + keywords) }
}

extension JSON {
    /// The object that some members make of a value.
    static func object<Root>(_ members: [JSONMember<Root>], of root: Root) -> JSON {
        var object: [(key: String, value: JSON)] = []
        object.reserveCapacity(members.count)
        for member in members {
            if let value = member.value(root) { object.append((member.name, value)) }
        }
        return .object(object)
    }
}
