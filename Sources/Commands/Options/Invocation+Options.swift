import Journal
import Language
import Operations
import Shell
import Sockets

extension Invocation {
    /// One setsockopt(2) with the value that was typed.
    ///
    /// - Parameter usage: how the command that does it is typed, if it is not setsockopt.
    func set(
        _ option: SocketOption,
        to words: [OptionWord.Parsed],
        on socket: Socket,
        usage: String? = nil
    ) throws(Failure) {
        let usage = usage ?? "setsockopt \(option.name) \(option.valueHint)"
        let bytes = try encode(words, for: option, usage)
        try setsockopt(option, bytes, on: socket)
        noteByteOrder(of: words, as: bytes, for: option)
    }

    /// Notes if the bytes of a number, typed as `0x…`, are not the number that they look like: in memory the least
    /// significant byte of most machines comes first.
    private func noteByteOrder(of words: [OptionWord.Parsed], as bytes: [UInt8], for option: SocketOption) {
        guard words.count == 1, option.isNumber(ofSize: bytes.count), words[0].text.lowercased().hasPrefix("0x"),
            let looks = UInt64(words[0].text.dropFirst(2), radix: 16)
        else { return }
        let isNumber = bytes.reversed().reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
        guard isNumber != looks else { return }
        note(
            "these are the bytes as they lie in memory, the number \(isNumber); for 0x\(String(looks, radix: 16)) type \(looks)"
        )
    }

    /// The option's bytes for the words; a failure points at the offending word.
    private func encode(
        _ words: [OptionWord.Parsed],
        for option: SocketOption,
        _ usage: String
    ) throws(Failure) -> [UInt8] {
        do throws(OptionError) {
            return try option.encode(words.map(\.text))
        } catch {
            throw failure(error, words, option, usage)
        }
    }

    private func failure(
        _ error: OptionError,
        _ words: [OptionWord.Parsed],
        _ option: SocketOption,
        _ usage: String
    ) -> Failure {
        if case .wrongWordCount(let expected, 0) = error {
            return Failure(.missingArgument(expected, usage: usage), at: Span(span.end, span.end))
        }
        let blamed = words.first { $0.text == error.word } ?? words.first
        var advice = ["usage: " + usage]
        if case .lingerWithoutSeconds = error { advice.insert("setsockopt \(option.name) \(words[0].text) 5", at: 0) }
        if case .readOnly = error { advice = ["getsockopt \(option.name) reads it"] }
        if let near = error.nearest, !near.isEmpty {
            advice.insert("did you mean \(near.joined(separator: ", ")) ?", at: 0)
        }
        return Failure(
            .other(.unsuitableValue, message: error.description, advice: advice),
            at: blamed?.span ?? span
        )
    }
}

extension OptionError {
    /// The offending word, if there is one.
    fileprivate var word: String? {
        switch self {
        case .notANumber(let word), .outOfRange(let word, _), .notOnOff(let word), .notATime(let word),
            .unknownInterface(let word), .notAnAddress(let word), .unknownChoice(let word, _),
            .notHexadecimal(let word), .tooLong(let word, _), .holdsNul(let word):
            word
        case .wrongWordCount, .lingerWithoutSeconds, .unknownField, .holdsPointer, .readOnly: nil
        }
    }

    /// The names closest to a mistyped one.
    fileprivate var nearest: [String]? {
        switch self {
        case .unknownChoice(let word, let names), .unknownField(let word, let names):
            Suggestion.nearest(to: word, among: names)
        case .unknownInterface(let word):
            Suggestion.nearest(to: word, among: (Interface.all() ?? []).map(\.name))
        default: nil
        }
    }
}

extension Value {
    /// What an option's bytes mean, as a reply that setsockopt accepts again.
    static func option(_ value: OptionValue) -> Value {
        switch value {
        case .boolean(let yes): .boolean(yes)
        case .integer(let number): .integer(number)
        case .unsigned, .address: words(value.words)
        case .seconds(let seconds): .real(seconds)
        case .linger(let on, let seconds):
            .record(Record(.row, [Record.Field("on", .boolean(on)), Record.Field("seconds", .integer(seconds))]))
        case .text(let text): .text(text)
        case .bytes(let bytes): .bytes(bytes)
        case .choice(let name, let number): name.map { .text($0) } ?? .integer(number)
        case .flags(let names, let number): names.isEmpty ? .integer(number) : .text(names.joined(separator: "|"))
        case .list(let words): .list(words.map { .text($0) })
        case .structure(let fields):
            .record(Record(.card, fields.map { Record.Field($0.name, .option($0.value), about: $0.about) }))
        }
    }

    private static func words(_ words: [String]) -> Value {
        words.count == 1 ? .text(words[0]) : .list(words.map { .text($0) })
    }
}
