import Journal

/// Reads a saved journal piece by piece, so that a file of any size needs no more memory than the journal may have.
public struct JournalReader {
    /// The newest version that is read. It has events of layers; a journal without them is written in version 1, which
    /// older programs read, too.
    public static let version = 2
    /// The name of the format, in the first line.
    static let format = "netshell-journal"
    /// The longest line.
    public static let lineLimit = 16 << 20
    /// The largest file.
    public static let limit = 4 << 30

    private var journal: Journal?
    private var line: [UInt8] = []
    private var number = 1
    private var total = 0

    /// A reader that has read nothing.
    public init() {}

    /// Takes the next bytes of the file in.
    public mutating func take(_ bytes: ArraySlice<UInt8>) throws(JournalProblem) {
        total += bytes.count
        guard total <= Self.limit else { throw .tooLarge }
        var rest = bytes
        while let end = rest.firstIndex(of: 0x0a) {
            line += rest[..<end]
            rest = rest[(end + 1)...]
            try read()
        }
        line += rest
        // Anything at all may be in a file: tell of a wrong one before all of it is read.
        guard line.count <= (number == 1 ? 4096 : Self.lineLimit) else {
            throw number == 1 ? .notAJournal : .longLine(number)
        }
    }

    /// The journal, once all of the file was taken in.
    public func finish() throws(JournalProblem) -> Journal {
        guard let journal else { throw .notAJournal }
        guard line.isEmpty else { throw .cutOff(line: number) }
        return journal
    }

    private mutating func read() throws(JournalProblem) {
        defer {
            line.removeAll(keepingCapacity: line.count < 1 << 16)
            number += 1
        }
        guard line.count <= Self.lineLimit else { throw .longLine(number) }
        guard journal != nil else { return try readHeader() }
        switch try? CodedEntry(line) {
        case .call(let coded): try take(coded)
        case .event(let coded): try take(coded)
        case nil: throw .malformed(line: number)
        }
    }

    private mutating func take(_ coded: CodedCall) throws(JournalProblem) {
        guard let call = coded.restored else { throw .malformed(line: number) }
        if number == 2 { journal = Journal(startingAt: coded.number) }
        guard journal?.append(call) == coded.number else { throw .malformed(line: number) }
    }

    private mutating func take(_ coded: CodedEvent) throws(JournalProblem) {
        guard let event = coded.restored else { throw .malformed(line: number) }
        journal?.beginEvents(at: coded.event)
        if let origin = event.of, journal?.has(origin) != true { throw .stray(line: number) }
        guard journal?.append(event) == coded.event else { throw .malformed(line: number) }
    }

    private mutating func readHeader() throws(JournalProblem) {
        guard let header = try? CodedHeader(JSONNode(line)), header.format == Self.format else {
            throw .notAJournal
        }
        guard (1...Self.version).contains(header.version) else { throw .version(header.version) }
        journal = Journal()
    }
}

/// Writes a journal in the form that ``JournalReader`` reads: a header, then a line of JSON for each call and each event.
public struct JournalWriter {
    private let version: Int

    /// A writer of a journal with events of layers, or without any.
    public init(hasEvents: Bool = false) { version = hasEvents ? 2 : 1 }

    /// The first line.
    public var header: [UInt8] {
        Self.line { line in
            line.object { line in
                line.member("format", JournalReader.format)
                line.member("version", version)
            }
        }
    }

    /// The line of a call.
    public func line(_ call: Call) -> [UInt8] { Self.line { CodedCall(call).write(to: &$0) } }

    /// The line of a call or an event.
    public func line(_ entry: JournalEntry) -> [UInt8] {
        switch entry {
        case .call(let call): line(call)
        case .event(let event): Self.line { CodedEvent(event).write(to: &$0) }
        }
    }

    private static func line(_ write: (inout JSONLine) -> Void) -> [UInt8] {
        var line = JSONLine()
        write(&line)
        return line.bytes + [0x0a]
    }
}

/// The first line of a saved journal.
struct CodedHeader {
    var format = ""
    var version = 0

    /// Reads it.
    init(_ node: JSONNode) throws(JSONNode.Malformed) {
        for member in try node.members {
            let (key, value) = (member.key, member.value)
            switch key {
            case "format": format = try value.text
            case "version": version = try value.whole()
            default: break
            }
        }
    }
}
