import Commands
import Journal
import JournalFiles
import Language
import Lessons
import Shell
import Sockets

/// The name that libFuzzer's own main asks for; here it is not used.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt { read(start, count) }

/// What libFuzzer calls with each input: every reader of what comes from outside gets it. Nothing is run, and nothing but
/// ending is asked of them; the address sanitizer and Swift's own traps find the rest.
func read(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard let start, count > 0 else { return 0 }
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    // The first byte chooses the reader, so that each gets inputs of its own kind.
    let rest = Array(bytes.dropFirst())
    readers[Int(bytes[0]) % readers.count](rest)
    return 0
}

private let readers: [@Sendable ([UInt8]) -> Void] = [
    readStatements, readLesson, readJournal, readStrace, readTranscript, readValues, readOptions,
]

@Sendable private func readStatements(_ bytes: [UInt8]) {
    let source = Source(file: "", text: bytes)
    _ = try? Parser.parse(source)
    _ = Parser.tree(of: source)
    _ = Lexer.tokens(of: bytes)
    var reader = EntryReader(file: "")
    if reader.take(bytes, { _ in true }) { _ = reader.end { _ in true } }
}

@Sendable private func readLesson(_ bytes: [UInt8]) {
    let (lesson, problems) = LessonParser.parse(bytes, file: "a.md")
    for problem in problems { _ = problem.description }
    for demand in lesson?.demands ?? [] { _ = Passage.note(demand).lines(width: 40) }
}

@Sendable private func readJournal(_ bytes: [UInt8]) {
    var reader = JournalReader()
    try? reader.take(bytes[...])
    _ = try? reader.finish()
}

@Sendable private func readStrace(_ bytes: [UInt8]) {
    _ = StraceLogReader.recognises(bytes, path: "a")
    var reader = StraceLogReader()
    reader.take(bytes[...])
    _ = try? reader.finish()
}

@Sendable private func readTranscript(_ bytes: [UInt8]) {
    _ = Transcript(String(decoding: bytes, as: UTF8.self))
}

@Sendable private func readValues(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    _ = try? DataLiteral(text)
    _ = Network(text)
    _ = (IPv4Address(text), IPv6Address(text), SocketAddress(raw: bytes)?.description)
    _ = Quoting.printable(bytes)
    _ = Quoting.quote(bytes)
}

/// Words as an option's value, and bytes as what the kernel returned.
@Sendable private func readOptions(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    let option = SocketOption.all[(Int(first) << 1 | Int(bytes.count & 1)) % SocketOption.all.count]
    let words = String(decoding: bytes.dropFirst(), as: UTF8.self).split(separator: " ").map(String.init)
    _ = try? option.encode(words)
    let value = option.decode(Array(bytes.dropFirst()))
    _ = try? option.encode(value.words)
}
