import Journal

/// Reads the log of `strace -f -e trace=network,desc -yy` piece by piece, so that one of any size needs no more memory
/// than the journal may have.
public struct StraceLogReader: Sendable {
    /// The longest line that is read; a longer one is skipped and counted.
    public static let lineLimit = 4 << 20
    /// How many bytes of calls may be open at once, and of how many processes.
    private static let pendingLimit = (bytes: 64 << 20, count: 65536)

    private struct Pending: Sendable {
        let text: [UInt8]
        let start: UInt64
    }

    private static let resultMark = Array(" = ".utf8)

    private var recorder = StraceRecorder()
    private var clock = StraceClock()
    private var line: [UInt8] = []
    private var isSkipping = false
    private var pending: [Int: Pending] = [:]
    private var pendingBytes = 0
    private var summary = StraceSummary()
    /// Whether lines begin with a time.
    private var isTimed = false
    /// Whether lines begin with a process, as those of `strace -f` do.
    private var namesProcesses = false

    /// A reader that has read nothing.
    public init() {}

    /// Whether a file is such a log: by its name, or because one of its first lines is strace's.
    public static func recognises(_ head: some Collection<UInt8>, path: String) -> Bool {
        if path.hasSuffix(".strace") { return true }
        if head.first == UInt8(ascii: "{") { return false }
        return head.prefix(1 << 16).split(separator: 0x0a).prefix(32).contains { line in
            let line = StraceLine(line.prefix(4096))
            switch line.kind {
            case .call: return StraceCall(line.text) != nil
            case .unfinished, .exit: return true
            case .other, .resumed, .unknown: return false
            }
        }
    }

    /// Takes the next bytes of the file in.
    public mutating func take(_ bytes: ArraySlice<UInt8>) {
        var rest = bytes
        while let end = rest.firstIndex(of: 0x0a) {
            hold(rest[..<end])
            finishLine()
            rest = rest[(end + 1)...]
        }
        hold(rest)
    }

    /// The journal and what was not understood, once all of the file was taken in.
    public mutating func finish() throws(StraceLogProblem) -> (journal: Journal, summary: StraceSummary) {
        if !line.isEmpty || isSkipping {
            let unknown = summary.unknown
            finishLine()
            if summary.unknown > unknown {
                summary.unknown = unknown
                summary.isCutOff = true
            }
        }
        for process in pending.sorted(by: { $0.value.start < $1.value.start }).map(\.key) { abandon(process) }
        guard summary.lines > 0 || summary.isCutOff else { throw .empty }
        guard summary.understood > 0 else { throw .notALog }
        var journal = recorder.finish()
        journal.isTimed = isTimed
        summary.calls = journal.count
        summary.lacksCalls = recorder.lacksCalls && !namesProcesses
        return (journal, summary)
    }

    private mutating func hold(_ bytes: ArraySlice<UInt8>) {
        guard !isSkipping else { return }
        guard line.count + bytes.count <= Self.lineLimit else {
            isSkipping = true
            line = []
            return
        }
        line += bytes
    }

    private mutating func finishLine() {
        defer {
            line.removeAll(keepingCapacity: line.count < 1 << 16)
            isSkipping = false
        }
        if line.last == 0x0d { line.removeLast() }
        guard isSkipping || !line.isEmpty else { return }
        summary.lines += 1
        if isSkipping || !read(StraceLine(line)) { summary.unknown += 1 } else { summary.understood += 1 }
    }

    /// Takes a line in; tells whether it was understood.
    private mutating func read(_ line: StraceLine) -> Bool {
        guard line.kind != .unknown else { return false }
        let now = clock.tick(line.time)
        if line.time != nil { isTimed = true }
        if line.process != 0 { namesProcesses = true }
        switch line.kind {
        case .call: return record(line.text, process: line.process, start: now, end: now)
        case .unfinished: return hold(line, at: now)
        case .resumed:
            guard let start = take(line.process) else { return false }
            return record(start.text + line.text, process: line.process, start: start.start, end: now)
        case .exit:
            abandon(line.process)
            recorder.ended(line.process)
            return true
        case .other: return true
        case .unknown: return false
        }
    }

    private mutating func hold(_ line: StraceLine, at now: UInt64) -> Bool {
        _ = take(line.process)
        guard pending.count < Self.pendingLimit.count, pendingBytes + line.text.count <= Self.pendingLimit.bytes else {
            return false
        }
        pending[line.process] = Pending(text: line.text, start: now)
        pendingBytes += line.text.count
        return true
    }

    private mutating func take(_ process: Int) -> Pending? {
        guard let one = pending.removeValue(forKey: process) else { return nil }
        pendingBytes -= one.text.count
        return one
    }

    /// The call of a process that never returned.
    private mutating func abandon(_ process: Int) {
        guard let one = take(process), Self.isWanted(one.text), let call = StraceCall(unfinished: one.text) else {
            return
        }
        summary.endless += 1
        recorder.record(call, process: process, start: one.start, end: one.start)
    }

    private static func isWanted(_ text: [UInt8]) -> Bool {
        StraceRecorder.wants(String(decoding: text.prefix { $0 != UInt8(ascii: "(") }, as: UTF8.self))
    }

    private mutating func record(_ text: [UInt8], process: Int, start: UInt64, end: UInt64) -> Bool {
        guard Self.isWanted(text) else { return text.firstRange(of: Self.resultMark) != nil }
        guard let call = StraceCall(text) else { return false }
        recorder.record(call, process: process, start: start, end: end)
        return true
    }
}

/// What there is to say about a log that was read.
public struct StraceSummary: Hashable, Sendable {
    /// How many lines it has.
    public var lines = 0
    /// How many of them are strace's.
    public var understood = 0
    /// How many are not.
    public var unknown = 0
    /// How many calls of sockets there are.
    public var calls = 0
    /// How many of those never returned.
    public var endless = 0
    /// Whether it ends in the middle of a line.
    public var isCutOff = false
    /// Whether sockets are used that no call in it made, and it is of one process only.
    public var lacksCalls = false

    /// Sentences that the reader of a view should know; empty if all was understood.
    public var notes: [String] {
        var notes: [String] = []
        if unknown > 0 { notes.append("\(unknown) of \(lines) lines are not strace's and were skipped") }
        if isCutOff { notes.append("the log ends in the middle of a line, which was skipped") }
        if endless > 0 {
            notes.append("calls that had not returned when the process or the log ended: \(endless), shown as EINTR")
        }
        if lacksCalls {
            notes.append(
                "missing: calls from before the log, or of other threads and processes, which strace -f follows"
            )
        }
        if calls == 0 { notes.append("no call on a socket is in it; strace -f -e trace=network,desc -yy writes them") }
        return notes
    }
}

/// Why a file is not a log that can be used.
public enum StraceLogProblem: Error, Hashable, Sendable {
    /// There is nothing in it.
    case empty
    /// No line is strace's.
    case notALog
    /// Reading it was interrupted.
    case interrupted

    /// What is wrong, without a full stop.
    public var message: String {
        switch self {
        case .empty: "the log is empty: strace wrote nothing"
        case .notALog: "no line of this file is strace's"
        case .interrupted: "reading was interrupted"
        }
    }
}
