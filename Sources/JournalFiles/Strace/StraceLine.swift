/// One line of a log, taken apart as far as all lines are alike.
struct StraceLine: Hashable, Sendable {
    /// What a line tells.
    enum Kind: Hashable, Sendable {
        /// A call from its name on.
        case call
        /// A call that was not over when another process had something to tell; without the mark.
        case unfinished
        /// The rest of a call.
        case resumed
        /// A process ended.
        case exit
        /// A signal, or a word of strace itself.
        case other
        /// Nothing of strace's.
        case unknown
    }

    /// The process, 0 if the log does not say.
    var process = 0
    /// When it was.
    var time: StraceTime?
    /// What it tells.
    var kind = Kind.unknown
    /// The text after process and time.
    var text: [UInt8] = []

    private static let unfinishedMark = Array("<unfinished ...>".utf8)

    /// Takes a line apart.
    init(_ line: some Collection<UInt8>) {
        let bytes = Array(line)
        var scanner = StraceScanner(bytes)
        takeProcess(bytes, &scanner)
        scanner.skipBlanks()
        takeTime(bytes, &scanner)
        takeProcess(bytes, &scanner)
        classify(bytes, scanner)
    }

    /// `[pid  123] ` or `123 `
    private mutating func takeProcess(_ bytes: [UInt8], _ scanner: inout StraceScanner) {
        var ahead = scanner
        let isBracketed = ahead.stands("[pid ")
        if isBracketed {
            ahead.skip(5)
            ahead.skipBlanks()
        }
        let start = ahead.place
        while (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(ahead.next) { ahead.skip(1) }
        guard ahead.place > start, let number = Int(String(decoding: bytes[start..<ahead.place], as: UTF8.self)),
            number > 0, ahead.next == (isBracketed ? UInt8(ascii: "]") : UInt8(ascii: " "))
        else { return }
        process = number
        ahead.skip(1)
        scanner = ahead
        scanner.skipBlanks()
    }

    private mutating func takeTime(_ bytes: [UInt8], _ scanner: inout StraceScanner) {
        var ahead = scanner
        if let time = StraceTime(word: ahead.word()), ahead.next == UInt8(ascii: " ") {
            self.time = time
            scanner = ahead
            scanner.skipBlanks()
        }
        // -r beside another clock.
        guard scanner.stands("(+") else { return }
        while !scanner.isAtEnd, scanner.next != UInt8(ascii: ")") { scanner.skip(1) }
        scanner.skip(1)
        scanner.skipBlanks()
    }

    private mutating func classify(_ bytes: [UInt8], _ scanner: StraceScanner) {
        var scanner = scanner
        if scanner.stands("+++ ") { return kind = .exit }
        if scanner.stands("--- ") || scanner.stands("strace: ") { return kind = .other }
        if scanner.stands("<... ") {
            scanner.skip(5)
            while !scanner.isAtEnd, !scanner.stands(" resumed>") { scanner.skip(1) }
            guard !scanner.isAtEnd else { return }
            scanner.skip(9)
            kind = .resumed
            text = Array(bytes[scanner.place...])
            return
        }
        let start = scanner.place
        let name = scanner.word()
        guard scanner.next == UInt8(ascii: "("), !name.isEmpty,
            name.utf8.allSatisfy({ Self.isNameByte($0) })
        else { return }
        text = Array(bytes[start...])
        kind = .call
        if text.suffix(Self.unfinishedMark.count).elementsEqual(Self.unfinishedMark) {
            text.removeLast(Self.unfinishedMark.count)
            kind = .unfinished
        }
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "?"):
            true
        default: false
        }
    }
}
