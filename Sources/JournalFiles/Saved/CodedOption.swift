import Journal
import Reading
import Sockets

/// What an option's bytes mean. The members that belong to its kind are there, and no others.
struct CodedOption {
    var on: Bool?
    var int: Int?
    var unsigned: UInt64?
    var seconds: Double?
    var linger: Int?
    var text: String?
    var bytes: [UInt8]?
    var address: String?
    var choice: Int?
    var name: String?
    var flags: Int?
    var names: [String]?
    var fields: [CodedField]?

    init(_ value: OptionValue) {
        switch value {
        case .boolean(let on): self.on = on
        case .integer(let number): int = number
        case .unsigned(let number): unsigned = number
        case .seconds(let seconds): self.seconds = seconds.isFinite ? seconds : 0
        case .linger(let on, let seconds): (self.on, linger) = (on, seconds)
        case .text(let text): self.text = text
        case .bytes(let bytes): self.bytes = bytes
        case .address(let address): self.address = address
        case .choice(let name, let number): (self.name, choice) = (name, number)
        case .flags(let names, let number): (self.names, flags) = (names, number)
        case .list(let words): names = words
        case .structure(let fields): self.fields = fields.map(CodedField.init)
        }
    }

    /// Writes its members.
    func write(to line: inout JSONLine) {
        line.member("address", address)
        if let bytes { line.member("bytes", data: bytes) }
        line.member("choice", choice)
        if let fields { line.array("fields", fields) { $1.write(to: &$0) } }
        line.member("flags", flags)
        line.member("int", int)
        line.member("linger", linger)
        line.member("name", name)
        if let names { line.array("names", names) { $0.text($1) } }
        if let on { line.member("on", on) }
        if let seconds { line.member("seconds", real: seconds) }
        line.member("text", text)
        line.member("unsigned", unsigned)
    }

    /// Reads it.
    init(_ node: JSONNode) throws(JSONNode.Malformed) {
        for member in try node.members {
            let (key, value) = (member.key, member.value)
            if case .null = value { continue }
            switch key {
            case "on": on = try value.boolean
            case "int": int = try value.whole(Int.self)
            case "unsigned": unsigned = try value.whole(UInt64.self)
            case "seconds": seconds = try value.real
            case "linger": linger = try value.whole(Int.self)
            case "text": text = try value.text
            case "bytes": bytes = try value.data
            case "address": address = try value.text
            case "choice": choice = try value.whole(Int.self)
            case "name": name = try value.text
            case "flags": flags = try value.whole(Int.self)
            case "names": names = try value.elements { (name) throws(JSONNode.Malformed) in try name.text }
            case "fields": fields = try value.elements(CodedField.init)
            default: break
            }
        }
    }

    /// The value; nil if there is none of any kind.
    var value: OptionValue? {
        if let on, let linger { return .linger(on: on, seconds: linger) }
        if let on { return .boolean(on) }
        if let int { return .integer(int) }
        if let unsigned { return .unsigned(unsigned) }
        if let seconds { return .seconds(seconds) }
        if let text { return .text(text) }
        if let bytes { return .bytes(bytes) }
        if let address { return .address(address) }
        if let choice { return .choice(name, choice) }
        if let flags, let names { return .flags(names, flags) }
        if let names { return .list(names) }
        guard let fields else { return nil }
        let values = fields.compactMap(\.field)
        return values.count == fields.count ? .structure(values) : nil
    }
}

/// A field of a structure.
struct CodedField {
    var name = ""
    var about = ""
    var value: CodedOption

    init(_ field: OptionValue.Field) {
        name = field.name
        about = field.about
        value = CodedOption(field.value)
    }

    /// Writes it.
    func write(to line: inout JSONLine) {
        line.object { line in
            line.member("about", about)
            line.member("name", name)
            line.object("value") { value.write(to: &$0) }
        }
    }

    /// Reads it.
    init(_ node: JSONNode) throws(JSONNode.Malformed) {
        var option: CodedOption?
        for member in try node.members {
            let (key, value) = (member.key, member.value)
            switch key {
            case "name": name = try value.text
            case "about": about = try value.text
            case "value": option = try CodedOption(value)
            default: break
            }
        }
        guard let option else { throw JSONNode.Malformed() }
        value = option
    }

    /// The field; nil if its value is none.
    var field: OptionValue.Field? { value.value.map { OptionValue.Field(name: name, value: $0, about: about) } }
}
