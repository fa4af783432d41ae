import Testing

@testable import Language

/// A generator with the same numbers in every run (SplitMix64).
struct Seeded: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    /// Up to `limit` random bytes, often the interesting ones.
    mutating func bytes(upTo limit: Int) -> [UInt8] {
        let special: [UInt8] = [0, 7, 9, 10, 13, 27, 32, 34, 39, 92, 127, 0x80, 0x9b, 0xc2, 0xe2, 0xed, 0xf0, 0xff]
        return (0..<Int.random(in: 0...limit, using: &self)).map { _ in
            Bool.random(using: &self)
                ? UInt8.random(in: 0...255, using: &self) : special.randomElement(using: &self) ?? 0
        }
    }

    /// Up to `limit` random scalars from all of Unicode.
    mutating func text(upTo limit: Int) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 0...limit, using: &self) {
            let range: ClosedRange<UInt32> = Bool.random(using: &self) ? 0...0x7f : 0...0x10ffff
            if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &self)) {
                text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}

/// What is wrong with a text; nil if nothing is.
func problem(_ text: String) -> SyntaxError? { problem(Array(text.utf8)) }

/// What is wrong with some bytes; nil if nothing is.
func problem(_ bytes: [UInt8]) -> SyntaxError? {
    do throws(SyntaxError) {
        _ = try Parser.parse(Source(file: "test", text: bytes))
        return nil
    } catch {
        return error
    }
}

/// Where entries end in some bytes, taken line by line.
func entryEnds(_ text: [UInt8]) -> [Int] {
    var progress = EntryProgress()
    var (ends, start): ([Int], Int) = ([], 0)
    for (index, byte) in text.enumerated() where byte == UInt8(ascii: "\n") {
        let line = Array(text[start...index])
        start = index + 1
        guard line.withUnsafeBufferPointer({ progress.take($0) }) else { continue }
        ends.append(start)
        progress = EntryProgress()
    }
    return ends
}

/// Whether a text leaves something open.
func needsMore(_ text: [UInt8]) -> Bool {
    var progress = EntryProgress()
    return !(text + [UInt8(ascii: "\n")]).withUnsafeBufferPointer { progress.take($0) }
}

/// The tree of a text, complete or not.
func tree(_ text: String) -> SyntaxTree { tree(Array(text.utf8)) }

/// The tree of some bytes, complete or not.
func tree(_ text: [UInt8]) -> SyntaxTree { Parser.tree(of: Source(file: "test", text: text)) }

/// The statements of a text.
func parse(_ text: String) throws -> [Statement] {
    try Parser.parse(Source(file: "test", text: Array(text.utf8)))
}

/// The only statement of a text.
func single(_ text: String) throws -> Statement {
    let statements = try parse(text)
    try #require(statements.count == 1, "\(text)")
    return statements[0]
}

/// The only statement of a text, as a call.
func call(_ text: String) throws -> CallSyntax {
    guard case .call(let call) = try single(text).kind else { throw Unexpected(text) }
    return call
}

/// The only statement of a text, as a value.
func value(_ text: String) throws -> ValueSyntax {
    guard case .value(let value) = try single(text).kind else { throw Unexpected(text) }
    return value
}

/// A text with another form than the test assumed.
struct Unexpected: Error {
    let text: String
    init(_ text: String) { self.text = text }
}

extension Source {
    /// A text without a file.
    static func of(_ text: String) -> Source { Source(file: "test", text: Array(text.utf8)) }
}
