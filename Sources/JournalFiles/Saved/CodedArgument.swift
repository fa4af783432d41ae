import Journal
import Reading
import Sockets

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// An argument or an output under its name.
struct CodedArgument: Codable {
    let name: String
    let value: CodedContent

    init(_ argument: Argument) {
        name = argument.name
        value = CodedContent(argument.value)
    }

    /// The argument; nil if the value is none.
    var argument: Argument? { value.content.map { Argument(name, $0) } }
}

/// A value. The members that belong to its kind are there, and no others; data is base64.
struct CodedContent: Codable {
    var fd: Int32?
    var int: Int?
    var constant: String?
    var address: Data?
    var data: Data?
    var count: Int?
    var room: Int?
    var text: String?
    var option: CodedOption?
    var raw: Data?
    var control: Data?
    var poll: [[Int32]]?
    var list: [CodedContent]?
    var null: Bool?

    init(_ content: Argument.Content) {
        switch content {
        case .descriptor(let descriptor): fd = descriptor
        case .integer(let number): int = number
        case .constant(let name, let number): (constant, int) = (name, number)
        case .address(let address): self.address = Data(address.raw)
        case .data(let clip): (data, count) = (Data(clip.bytes), clip.count)
        case .room(let size): room = size
        case .text(let text): self.text = text
        case .option(let value, let raw): (option, self.raw) = (CodedOption(value), Data(raw))
        case .ancillary(let messages): control = Data(AncillaryMessage.control(of: messages))
        case .poll(let entries):
            poll = entries.map { [$0.descriptor, Int32($0.events.rawValue), Int32($0.returned.rawValue)] }
        case .list(let contents): list = contents.map(CodedContent.init)
        case .null: null = true
        }
    }

    /// The value; nil if there is none of any kind, or a size is beyond belief.
    var content: Argument.Content? {
        if let fd { return .descriptor(fd) }
        if let constant, let int { return .constant(constant, int) }
        if let int { return .integer(int) }
        if let address { return SocketAddress(raw: Array(address)).map { .address($0) } }
        if let data, let count {
            return count > Call.sizeLimit ? nil : Clip(restoring: Array(data), count: count).map { .data($0) }
        }
        if let room { return Call.results.contains(room) ? .room(room) : nil }
        if let text { return .text(text) }
        return compound
    }

    private var compound: Argument.Content? {
        if let option, let raw { return option.value.map { .option($0, raw: Array(raw)) } }
        if let control { return .ancillary(AncillaryMessage.messages(control: Array(control))) }
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

/// What an option's bytes mean. The members that belong to its kind are there, and no others.
struct CodedOption: Codable {
    var on: Bool?
    var int: Int?
    var unsigned: UInt64?
    var seconds: Double?
    var linger: Int?
    var text: String?
    var bytes: Data?
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
        case .bytes(let bytes): self.bytes = Data(bytes)
        case .address(let address): self.address = address
        case .choice(let name, let number): (self.name, choice) = (name, number)
        case .flags(let names, let number): (self.names, flags) = (names, number)
        case .list(let words): names = words
        case .structure(let fields): self.fields = fields.map(CodedField.init)
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
        if let bytes { return .bytes(Array(bytes)) }
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
struct CodedField: Codable {
    let name: String
    let about: String
    let value: CodedOption

    init(_ field: OptionValue.Field) {
        name = field.name
        about = field.about
        value = CodedOption(field.value)
    }

    /// The field; nil if its value is none.
    var field: OptionValue.Field? { value.value.map { OptionValue.Field(name: name, value: $0, about: about) } }
}
