/// Writes JSON: RFC 8259. Members are written in the order in which they are given.
struct JSONLine {
    private(set) var bytes: [UInt8] = []
    /// Whether the next member or element is the first of its object or array.
    private var isFirst = true

    /// An object with the members that `body` writes.
    mutating func object(_ body: (inout JSONLine) -> Void) { nest("{", "}", body) }

    /// An object as a member.
    mutating func object(_ name: StaticString, _ body: (inout JSONLine) -> Void) {
        key(name)
        object(body)
    }

    /// An array as a member, of what `element` writes for each of these.
    mutating func array<Element>(
        _ name: StaticString,
        _ elements: [Element],
        _ element: (inout JSONLine, Element) -> Void
    ) {
        key(name)
        nest("[", "]") { line in
            for one in elements {
                line.separate()
                element(&line, one)
            }
        }
    }

    /// The same, if there are any.
    mutating func someArray<Element>(
        _ name: StaticString,
        _ elements: [Element],
        _ element: (inout JSONLine, Element) -> Void
    ) {
        if !elements.isEmpty { array(name, elements, element) }
    }

    private mutating func nest(_ open: Unicode.Scalar, _ close: Unicode.Scalar, _ body: (inout JSONLine) -> Void) {
        bytes.append(UInt8(ascii: open))
        isFirst = true
        body(&self)
        bytes.append(UInt8(ascii: close))
        isFirst = false
    }

    private mutating func separate() {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        isFirst = false
    }

    private mutating func key(_ name: StaticString) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
    }
}

extension JSONLine {
    /// A whole number as a member.
    mutating func member(_ name: StaticString, _ number: some FixedWidthInteger) {
        key(name)
        self.number(number)
    }

    /// A whole number, if there is one.
    mutating func member(_ name: StaticString, _ number: (some FixedWidthInteger)?) {
        if let number { member(name, number) }
    }

    /// A number, which must be finite.
    mutating func member(_ name: StaticString, real number: Double) {
        key(name)
        bytes.append(contentsOf: String(number).utf8)
    }

    /// `true` or `false`.
    mutating func member(_ name: StaticString, _ yes: Bool) {
        key(name)
        bytes.append(contentsOf: (yes ? "true" : "false").utf8)
    }

    /// A text.
    mutating func member(_ name: StaticString, _ text: String) {
        key(name)
        self.text(text)
    }

    /// A text, if there is one.
    mutating func member(_ name: StaticString, _ text: String?) {
        if let text { member(name, text) }
    }

    /// Data, in base64.
    mutating func member(_ name: StaticString, data: [UInt8]) {
        key(name)
        bytes.append(UInt8(ascii: "\""))
        Base64.append(data, to: &bytes)
        bytes.append(UInt8(ascii: "\""))
    }

    /// A whole number as an element.
    mutating func number(_ number: some FixedWidthInteger) {
        if number < 0 { bytes.append(UInt8(ascii: "-")) }
        var digits = number.magnitude
        let start = bytes.count
        repeat {
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digits % 10))
            digits /= 10
        } while digits != 0
        bytes[start...].reverse()
    }

    /// An array of whole numbers as an element.
    mutating func numbers(_ numbers: [some FixedWidthInteger]) {
        nest("[", "]") { line in
            for number in numbers {
                line.separate()
                line.number(number)
            }
        }
    }

    /// A text as an element.
    mutating func text(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case 0..<0x20: bytes.append(contentsOf: Self.escapes[Int(byte)])
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static let escapes: [[UInt8]] = (0..<0x20).map { code in
        switch code {
        case 0x08: Array("\\b".utf8)
        case 0x09: Array("\\t".utf8)
        case 0x0A: Array("\\n".utf8)
        case 0x0C: Array("\\f".utf8)
        case 0x0D: Array("\\r".utf8)
        default: Array(("\\u00" + (code < 16 ? "0" : "") + String(code, radix: 16)).utf8)
        }
    }
}
