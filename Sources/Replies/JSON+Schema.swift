extension JSON {
    /// The JSON Schema of one line of `--json`, made from the members that make the line.
    public static var schema: JSON {
        guard case .object(let keywords) = JSONShape.object(StatementLine.members).schema else { return .null }
        return .object(
            [
                ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
                ("title", .string("One line of netshell --json")),
                ("description", .string("What one statement replied, how it failed, and the calls it made.")),
            ] + keywords + [("$defs", .object(definitions.map { ($0.name, $0.shape.described($0.about)) }))]
        )
    }

    /// The shapes that others name, each of what one function of ``JSON`` makes.
    private static let definitions: [(name: String, about: String, shape: JSONShape)] = [
        (
            "value", "A value, as a reply is one.",
            .oneOf(
                [.null, .boolean, .number, .string, .defined("bytes"), .defined("address")]
                    + [.array(.defined("value")), .record(.defined("value"), without: ["base64"])]
            )
        ),
        (
            "argument", "What C was passed, or wrote.",
            .oneOf(
                [.null, .integer, .string, .defined("bytes"), .defined("address"), .defined("poll")]
                    + [.array(.defined("argument"))]
            )
        ),
        ("bytes", "Bytes.", .partial(bytes, required: ["base64"])),
        ("address", "A socket address by its parts.", .oneOf(addresses.map { JSONShape.object($0) })),
        ("poll", "An entry of poll's array.", .object(pollEntry)),
    ]

    private typealias Part = (name: String, about: String, shape: JSONShape)

    private static let bytes: [Part] = [
        ("text", "The same as text, if they are UTF-8.", .string),
        ("base64", "The bytes (RFC 4648 section 4).", .string),
        ("length", "How many there were, if only the first were kept.", .integer),
    ]

    /// The parts of each kind of address, as ``SocketAddress/fields`` names them.
    private static let addresses: [[Part]] = [
        [("host", "An IPv4 or IPv6 address.", .string), ("port", "A port.", .integer)],
        [("path", "A path, or a name after @.", .oneOf([.string, .defined("bytes")]))],
        [("interface", "A device's name or number.", .string), ("protocol", "What its frames carry.", .integer)],
        [("pid", "A netlink address.", .integer), ("groups", "Its multicast groups, a mask.", .integer)],
        [("cid", "A machine, for vsock.", .integer), ("port", "A port.", .integer)],
    ]

    private static let pollEntry: [Part] = [
        ("fd", "A descriptor.", .integer), ("events", "What was asked for.", .string),
        ("revents", "What the kernel told.", .string),
    ]
}
