import Journal
import Reading
import Sockets

/// An argument or an output under its name.
struct CodedArgument {
    var name = ""
    var value = CodedContent()

    init(_ argument: Argument) {
        name = argument.name
        value = CodedContent(argument.value)
    }

    /// Writes it.
    func write(to line: inout JSONLine) {
        line.object { line in
            line.member("name", name)
            line.object("value") { value.write(to: &$0) }
        }
    }

    /// Reads it.
    init(_ node: JSONNode) throws(JSONNode.Malformed) {
        var found = 0
        for member in try node.members {
            let (key, value) = (member.key, member.value)
            switch key {
            case "name": name = try value.text
            case "value": self.value = try CodedContent(value)
            default: continue
            }
            found += 1
        }
        guard found == 2 else { throw JSONNode.Malformed() }
    }

    /// The argument; nil if the value is none.
    var argument: Argument? { value.content.map { Argument(name, $0) } }
}

/// A value. The members that belong to its kind are there, and no others; data is base64.
struct CodedContent {
    var fd: Int32?
    var int: Int?
    var constant: String?
    var address: [UInt8]?
    var data: [UInt8]?
    var count: Int?
    var room: Int?
    var text: String?
    var option: CodedOption?
    var raw: [UInt8]?
    var control: [UInt8]?
    var poll: [[Int32]]?
    var list: [CodedContent]?
    var null: Bool?

    init() {}

    init(_ content: Argument.Content) {
        switch content {
        case .descriptor(let descriptor): fd = descriptor
        case .integer(let number): int = number
        case .constant(let name, let number): (constant, int) = (name, number)
        case .address(let address): self.address = Array(address.raw)
        case .data(let clip): (data, count) = (clip.bytes, clip.count)
        case .room(let size): room = size
        case .text(let text): self.text = text
        case .option(let value, let raw): (option, self.raw) = (CodedOption(value), raw)
        case .ancillary(let messages): control = AncillaryMessage.control(of: messages)
        case .poll(let entries):
            poll = entries.map { [$0.descriptor, Int32($0.events.rawValue), Int32($0.returned.rawValue)] }
        case .list(let contents): list = contents.map(CodedContent.init)
        case .null: null = true
        }
    }

    /// Writes its members.
    func write(to line: inout JSONLine) {
        if let address { line.member("address", data: address) }
        line.member("constant", constant)
        if let control { line.member("control", data: control) }
        line.member("count", count)
        if let data { line.member("data", data: data) }
        line.member("fd", fd)
        line.member("int", int)
        if let list { line.array("list", list) { (line, content) in line.object { content.write(to: &$0) } } }
        if null == true { line.member("null", true) }
        if let option { line.object("option") { option.write(to: &$0) } }
        if let poll { line.array("poll", poll) { $0.numbers($1) } }
        if let raw { line.member("raw", data: raw) }
        line.member("room", room)
        line.member("text", text)
    }

    /// Reads it.
    init(_ node: JSONNode) throws(JSONNode.Malformed) {
        for member in try node.members {
            let (key, value) = (member.key, member.value)
            if case .null = value { continue }
            switch key {
            case "fd": fd = try value.whole(Int32.self)
            case "int": int = try value.whole(Int.self)
            case "constant": constant = try value.text
            case "address": address = try value.data
            case "data": data = try value.data
            case "count": count = try value.whole(Int.self)
            case "room": room = try value.whole(Int.self)
            case "text": text = try value.text
            case "option": option = try CodedOption(value)
            case "raw": raw = try value.data
            case "control": control = try value.data
            case "poll":
                poll = try value.elements { (entry) throws(JSONNode.Malformed) in
                    try entry.elements { (word) throws(JSONNode.Malformed) in try word.whole() }
                }
            case "list": list = try value.elements(CodedContent.init)
            case "null": null = try value.boolean
            default: break
            }
        }
    }

    /// The value; nil if there is none of any kind, or a size is beyond belief.
    var content: Argument.Content? {
        if let fd { return .descriptor(fd) }
        if let constant, let int { return .constant(constant, int) }
        if let int { return .integer(int) }
        if let address { return SocketAddress(raw: address).map { .address($0) } }
        if let data, let count {
            return count > Call.sizeLimit ? nil : Clip(restoring: data, count: count).map { .data($0) }
        }
        if let room { return Call.results.contains(room) ? .room(room) : nil }
        if let text { return .text(text) }
        return compound
    }

    private var compound: Argument.Content? {
        if let option, let raw { return option.value.map { .option($0, raw: raw) } }
        if let control { return .ancillary(AncillaryMessage.messages(control: control)) }
        if let poll { return Self.entries(poll).map { .poll($0) } }
        if let list {
            let contents = list.compactMap(\.content)
            return contents.count == list.count ? .list(contents) : nil
        }
        return null == true ? .null : nil
    }

    private static func entries(_ poll: [[Int32]]) -> [PollEntry]? {
        let entries = poll.compactMap { words -> PollEntry? in
            guard words.count == 3 else { return nil }
            return PollEntry(
                descriptor: words[0],
                events: PollEvents(rawValue: Int16(truncatingIfNeeded: words[1])),
                returned: PollEvents(rawValue: Int16(truncatingIfNeeded: words[2]))
            )
        }
        return entries.count == poll.count ? entries : nil
    }
}
