import Journal
import Language
import Sockets

/// What was entered at once while a draft is recorded: a statement, several, or a block; with its replies.
struct DraftEntry {
    private let source: Source
    private var replies: [String] = []
    /// Whether it belongs in a lesson.
    private(set) var isWanted = true
    /// The last call that it made.
    private(set) var call: Call?
    private var ports: Set<UInt32> = []

    init(_ record: StatementRecord) { source = record.source }

    /// Whether a statement is one of this entry.
    func holds(_ record: StatementRecord) -> Bool {
        source.firstLine == record.source.firstLine && source.text == record.source.text
    }

    /// Takes a statement of the entry, its calls and what it printed.
    mutating func take(_ record: StatementRecord, _ calls: [Call], _ lines: [String]) {
        call = calls.last ?? call
        for content in calls.flatMap(\.arguments).map(\.value) {
            if case .address(let address) = content, let port = address.port { ports.insert(port) }
        }
        replies += lines.map(Self.asReply)
        switch record.failure?.reason {
        case .syntax?, .unknownCommand?: isWanted = false
        default:
            let isLeaving = record.command == "exit" && record.span.start == 0
            if isLeaving || ["help", "apropos", "step"].contains(record.command) { isWanted = false }
        }
    }

    /// The ports of its calls that stand in it as they are; those that every system knows (RFC 6335 section 6) mean something.
    var typedPorts: [UInt32] {
        lines.filter { $0.hasPrefix("> ") || $0.hasPrefix(". ") }.flatMap { $0.split(separator: " ") }
            .compactMap { UInt32($0) }.filter { $0 >= 1024 && ports.contains($0) }
    }

    /// The entry as a transcript has it.
    var lines: [String] {
        let typed = String(decoding: source.text, as: UTF8.self).split(separator: "\n").map(String.init)
        return typed.enumerated().map { ($0.offset == 0 ? "> " : ". ") + $0.element } + replies
    }

    /// A line of a reply as a transcript has it: what would be read as typed, or as a comment, is anything, and so is a port
    /// that the kernel chose.
    private static func asReply(_ line: String) -> String {
        if ["> ", ". ", "# "].contains(where: line.hasPrefix) || line == ">" { return "[..]" }
        let words = line.split(separator: " ", omittingEmptySubsequences: false)
        return words.map { ephemeral.contains(Int($0) ?? 0) ? "[..]" : String($0) }.joined(separator: " ")
    }

    /// The ports that Linux (ip_local_port_range, ip(7)) and others (RFC 6335 section 6) choose from.
    private static let ephemeral = 32768...65535
}
