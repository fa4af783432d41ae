import Journal
import Language
import Shell

extension Registry.Family {
    /// Text and values.
    static let text = Self("Text and values", [.print, .write, .length])
}

private let values = Parameter("values", Repeated(AnyValue("VALUE", about: "what to show")))
private let data = Parameter("data", DataWord())

extension Command {
    static let print = Command(
        "print",
        "show values on a line",
        about: """
            Shows text for reading, with a line end after it. Received bytes that could act on a terminal are shown \
            escaped; line ends and tabs are kept.
            """,
        parameters: [values],
        replies: "the text",
        style: .line,
        examples: [
            Example("a sentence", "> port = getservbyname http tcp\n> print \"the port is\" $port\nthe port is 80")
        ],
        seeAlso: ["write"]
    ) { invocation throws(Failure) in
        let values = invocation[values]
        if values.count == 1, case .picture(let picture) = values[0] { return .picture(picture.printed) }
        return .bytes(Array(values.map(\.plain).joined(separator: [0x20])))
    }

    static let write = Command(
        "write",
        "show data as it is, without a line end",
        about: "Shows data piece after piece, as a client that copies what it receives does. Unsafe bytes are escaped.",
        parameters: [values],
        replies: "the data",
        style: .raw,
        examples: [Example("two pieces", "> write one ; write two\nonetwo")],
        seeAlso: ["print", "recvall"]
    ) { invocation throws(Failure) in
        .bytes(Array(invocation[values].map(\.plain).joined()))
    }

    static let length = Command(
        "length",
        "how many bytes some data has",
        about:
            "The number of bytes that send would be given: of a text, a variable, @file, fill:1000. A list has $NAME.count.",
        parameters: [data],
        replies: "the number",
        examples: [
            Example("bytes, not letters", "> length \"é\"\n2"), Example("of a pattern", "> length fill:1000\n1000"),
        ]
    ) { invocation throws(Failure) in
        let data = invocation[data]
        if let count = data.count { return .integer(count) }
        var count = 0
        try data.pieces(of: 1 << 18, for: invocation.waiter) { (piece) throws(Failure) -> Bool in
            count += piece.count
            return true
        }
        return .integer(count)
    }
}

extension Picture {
    /// The picture with print's line end; to a program it is data, like everything printed.
    fileprivate var printed: Picture {
        Picture(value: { [self] in .bytes(value.plain) }) { [self] in text(on: $0) + "\n" }
    }
}

extension Value {
    /// The value for reading: text without quotes.
    fileprivate var plain: [UInt8] {
        if let data { return data }
        return Array(description.utf8)
    }
}
