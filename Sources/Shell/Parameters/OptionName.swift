import Journal
import Language
import Sockets

/// The parameter for an option: `reuseaddr`, `SO_REUSEADDR`, optionally preceded by its level (`tcp nodelay`,
/// `SOL_SOCKET SO_REUSEADDR`), or both as numbers (`1 2`).
public struct OptionName: ParameterType {
    /// What was named.
    public enum Parsed: Sendable {
        /// One option.
        case option(SocketOption)
        /// Every option at a level.
        case level(OptionLevel)
    }

    public let about = "an option such as reuseaddr or SO_REUSEADDR, with its level before it if you like"

    /// Whether a level alone is allowed, for all its options.
    private let allowsLevel: Bool

    /// The parameter; with `allowsLevel`, a level without an option is accepted too.
    public init(allowsLevel: Bool = false) { self.allowsLevel = allowsLevel }

    public var takesMore: Bool { allowsLevel }

    public func hint(_ context: Context) -> String {
        let first = context.ownWords.first?.text
        if let first, Self.option(first, for: context.socket) != nil { return "" }
        return allowsLevel ? "LEVEL OPTION" : "[LEVEL] OPTION"
    }

    public func parse(_ words: inout Words, _ context: Context) throws(Failure) -> Parsed {
        let (first, span) = try words.takeText("OPTION", wanted: "an option")
        if let option = Self.option(first, for: context.socket) { return .option(option) }
        guard let level = OptionLevel(spelling: first) else { throw unknown(first, nil, context, span) }
        if allowsLevel, words.isEmpty { return .level(level) }
        let (second, place) = try words.takeText("OPTION", wanted: "an option")
        if let number = Int32(second) {
            return .option(SocketOption.find(second, level: level) ?? .unnamed(number, level: level))
        }
        guard let option = SocketOption.find(second, level: level), option.level == level else {
            throw unknown(second, level, context, place)
        }
        return .option(option)
    }

    /// The option with this name; if several levels have it, the one at the socket's own level.
    static func option(_ name: String, for socket: Socket?) -> SocketOption? {
        guard Int(name) == nil else { return nil }
        guard let socket else { return SocketOption.find(name, level: nil) }
        return SocketOption.find(
            name,
            family: socket.family,
            type: socket.type,
            protocol: socket.protocolNumber
        )
    }

    private func unknown(_ name: String, _ level: OptionLevel?, _ context: Context, _ span: Span) -> Failure {
        if let level, let elsewhere = SocketOption.find(name, level: nil) {
            return Failure(
                .unsuitable(
                    word: name,
                    wanted: "an option of level \(level.description)",
                    advice: ["\(elsewhere.name) belongs to \(elsewhere.level.description)"]
                ),
                at: span
            )
        }
        let options = Self.options(of: level, for: context.socket)
        let short = name.contains("_") ? options.map(\.name) : options.map(\.shortName)
        let levels = level == nil ? OptionLevel.shortNames : []
        return Failure(
            .unsuitable(
                word: name,
                wanted: level.map { "an option of level \($0.description)" } ?? "an option",
                near: Suggestion.nearest(to: name, among: short + levels),
                advice: ["getsockopt alone lists the options of the socket"]
            ),
            at: span
        )
    }

    /// The options that apply to the socket, at one level or all.
    static func options(of level: OptionLevel?, for socket: Socket?) -> [SocketOption] {
        SocketOption.all.filter { option in
            (level == nil || option.level == level) && (socket.map { $0.has(option) } ?? true)
        }
    }

    public func complete(_ prefix: String, _ context: Context) -> [Candidate] {
        let isLong = prefix.contains("_") || !prefix.isEmpty && prefix == prefix.uppercased()
        let level = context.ownWords.first?.text.flatMap(OptionLevel.init(spelling:))
        let options = Self.options(of: level, for: context.socket).map {
            Candidate(isLong ? $0.name : $0.shortName, $0.about)
        }
        guard context.position == 0 else { return options }
        let levels = isLong ? OptionLevel.known.map(\.name) : OptionLevel.shortNames
        return options + levels.map { Candidate($0, "the options of a level") }
    }
}

/// One word of an option's value, as ``SocketOption/encode(_:)`` takes it.
public struct OptionWord: ParameterType {
    /// A word and its place.
    public struct Parsed: Sendable {
        /// The word.
        public let text: String
        /// Where it is.
        public let span: Span

        /// A word and its place.
        public init(_ text: String, _ span: Span) {
            self.text = text
            self.span = span
        }
    }

    private let word: String
    public let about: String

    /// A word of any option's value.
    public init() {
        self.init("VALUE", about: "on or off, a number, seconds, a name, 0x…: what the option wants")
    }

    /// A word that a signature calls `word`.
    public init(_ word: String, about: String) {
        self.word = word
        self.about = about
    }

    public func hint(_ context: Context) -> String { option(context)?.valueHint ?? word }

    public func parse(_ words: inout Words, _ context: Context) throws(Failure) -> Parsed {
        let word = try words.take(self.word)
        if let text = word.text { return Parsed(text, word.span) }
        guard let bytes = word.value.data else {
            throw Failure(.unsuitable(word: word.shown, wanted: "a value; it is \(word.value.kind)"), at: word.span)
        }
        return Parsed(Self.hexadecimal(bytes), word.span)
    }

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        "0x" + bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    public func complete(_ prefix: String, _ context: Context) -> [Candidate] {
        if word == "INTERFACE" { return Interface.candidates }
        guard let option = option(context) else { return [] }
        if option.interfacePlace == context.position { return Interface.candidates }
        guard context.position == 0 else { return [] }
        let isLong = prefix.contains("_") || !prefix.isEmpty && prefix == prefix.uppercased()
        return option.valueWords(isLong: isLong).map { Candidate($0) }.joined(behind: prefix, "|")
    }

    /// The option named before the value, if this is an option's value.
    private func option(_ context: Context) -> SocketOption? {
        guard word == "VALUE" else { return nil }
        var words = Words(context.words, after: Span(0, 0))
        guard case .option(let option)? = try? OptionName().parse(&words, context) else { return nil }
        return option
    }
}

extension Socket {
    /// Whether an option applies to the socket; no promise that the kernel has it.
    public func has(_ option: SocketOption) -> Bool {
        option.applies(family: family, type: type, protocol: protocolNumber)
    }
}
