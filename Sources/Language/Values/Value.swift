/// A reply, a variable or an argument.
public enum Value: Hashable, Sendable {
    /// No value.
    case none
    /// Yes or no.
    case boolean(Bool)
    /// A whole number.
    case integer(Int)
    /// A number with a fraction, such as seconds.
    case real(Double)
    /// A word: a name, a host, a state.
    case text(String)
    /// Data, as received or quoted.
    case bytes([UInt8])
    /// `@NAME`, as typed: as data, the content of the file with that name; as an address, a name in the abstract
    /// namespace (unix(7)). Never a reply, so that no peer can name a file.
    case file([UInt8])
    /// Several values.
    case list([Value])
    /// Named values.
    case record(Record)
    /// A socket in the session, by name.
    case socket(String)
    /// A text laid out by whatever shows it.
    case picture(Picture)

    /// The value as programs see it: a picture's value, else itself.
    public var settled: Value { if case .picture(let picture) = self { picture.value } else { self } }

    /// Whether the value is true in `if` and `while`: not nothing, not zero, not empty.
    public var isTrue: Bool {
        switch self {
        case .none: false
        case .boolean(let yes): yes
        case .integer(let number): number != 0
        case .real(let number): number != 0
        case .text(let text): !text.isEmpty
        case .bytes(let bytes): !bytes.isEmpty
        case .file: true
        case .list(let values): !values.isEmpty
        case .record, .socket: true
        case .picture(let picture): picture.value.isTrue
        }
    }

    /// The value as data; nil if it is not data. For `@NAME`, the bytes of the name, including the `@`: a sender of
    /// data must check for a file first.
    public var data: [UInt8]? {
        switch self {
        case .bytes(let bytes): bytes
        case .file(let name): [UInt8(ascii: "@")] + name
        case .text(let text): Array(text.utf8)
        case .integer(let number): Array(String(number).utf8)
        case .real(let number): Array(String(number).utf8)
        case .boolean(let yes): Array((yes ? "yes" : "no").utf8)
        case .socket(let name): Array(name.utf8)
        case .none: []
        case .picture(let picture): picture.value.data
        case .list, .record: nil
        }
    }

    /// Its kind, in a word for messages.
    public var kind: String {
        switch self {
        case .none: "nothing"
        case .boolean: "yes or no"
        case .integer, .real: "a number"
        case .text: "a word"
        case .bytes: "bytes"
        case .file: "a file"
        case .list: "a list"
        case .record(let record): record.kind == .address ? "an address" : "a record"
        case .socket: "a socket"
        case .picture(let picture): picture.value.kind
        }
    }
}

/// An ordered list of named values.
public struct Record: Hashable, Sendable {
    /// One named value.
    public struct Field: Hashable, Sendable {
        /// Its name, as `$x.name` finds it.
        public let name: String
        /// Its value.
        public let value: Value
        /// One line about it; empty if there is nothing to add.
        public let about: String

        /// A named value.
        public init(_ name: String, _ value: Value, about: String = "") {
            self.name = name
            self.value = value
            self.about = about
        }
    }

    /// How a record is laid out.
    public enum Kind: Hashable, Sendable {
        /// The words of an address in sequence: `127.0.0.1 8088`.
        case address
        /// Several things in sequence on one line: `c1 127.0.0.1 40730`.
        case row
        /// Names and values on one line: `job 1`.
        case labelled
        /// One field per line, name and value.
        case card
    }

    /// Its layout.
    public let kind: Kind
    /// The fields in order.
    public let fields: [Field]

    /// Fields in a given layout.
    public init(_ kind: Kind, _ fields: [Field]) {
        self.kind = kind
        self.fields = fields
    }

    /// The value of a field; nil if there is no such field.
    public subscript(_ name: String) -> Value? { fields.first { $0.name == name }?.value }
}

extension Value: CustomStringConvertible {
    /// The value as it can be typed back.
    public var description: String {
        switch self {
        case .none: ""
        case .boolean(let yes): yes ? "yes" : "no"
        case .integer(let number): String(number)
        case .real(let number): String(number)
        case .text(let text): Quoting.word(text)
        case .bytes(let bytes): Quoting.quote(bytes)
        case .file(let name): Quoting.file(name)
        case .list(let values):
            values.map(\.description).joined(separator: values.contains(where: \.isLong) ? "\n" : " ")
        case .record(let record): record.description
        case .socket(let name): name
        case .picture(let picture): picture.value.description
        }
    }

    /// Whether the value takes a line of its own in a list.
    private var isLong: Bool {
        switch self {
        case .record, .list: true
        default: false
        }
    }
}

extension Record: CustomStringConvertible {
    public var description: String { text(width: nil) }

    /// The fields as laid out by ``Kind``; remarks wider than a screen of `width` columns continue below.
    public func text(width screen: Int?) -> String {
        switch kind {
        case .address, .row:
            var text = ""
            for field in fields {
                let word = field.value.description
                if !text.isEmpty, !word.isEmpty { text += " " }
                text += word
            }
            return text
        case .labelled:
            return fields.map { "\($0.name) \($0.value)" }.joined(separator: " ")
        case .card:
            let width = fields.map(\.name.count).max() ?? 0
            let valueWidth = fields.map { $0.value.description.count }.filter { $0 <= Self.widestValue }.max() ?? 0
            return fields.map { $0.lines(width: width, valueWidth: valueWidth, screen: screen) }.joined(separator: "\n")
        }
    }

    /// Longer values do not push the remarks aside.
    private static let widestValue = 24
}

extension Record.Field {
    /// The name, the value in its column, even with several lines, and the line about it after the value's first line.
    fileprivate func lines(width: Int, valueWidth: Int, screen: Int?) -> String {
        let column = String(repeating: " ", count: width + 2)
        let lines = value.description.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        var first = name + column.dropFirst(name.count) + lines[0]
        var remark: [String] = []
        if !about.isEmpty {
            let padding = String(repeating: " ", count: max(valueWidth - lines[0].count, 0))
            let head = first + padding + "  # "
            let isBeside = screen.map { $0 - DisplayWidth.of(head) >= Self.leastRemark } ?? true
            remark = about.wrapped(width: screen ?? .max, behind: isBeside ? head : "    # ")
            if isBeside { first = remark.removeFirst() }
        }
        while first.last == " " { first.removeLast() }
        return ([first] + remark + lines.dropFirst().map { column + $0 }).joined(separator: "\n")
    }

    /// A remark with less room than this on a screen goes below its field.
    private static let leastRemark = 24
}
