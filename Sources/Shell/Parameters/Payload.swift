import Journal
import Language
import Sockets
import SystemPackage

/// Data to send: bytes, a file's contents, or a pattern, read or made piece by piece.
public enum Payload: Sendable {
    /// Bytes in memory.
    case bytes([UInt8])
    /// A whole file.
    case file(path: String, Span)
    /// A repeated pattern, this many bytes in all.
    case fill(count: Int, pattern: [UInt8])

    /// The maximum number of bytes for one call: they must all be in memory at once.
    public static let singleCallLimit = 64 << 20

    /// Rejects a value of more bytes than one call accepts: otherwise a loop that appends a variable to itself would
    /// fill memory after thirty rounds.
    static func checkFits(_ count: Int, at span: Span) throws(Failure) {
        guard count > singleCallLimit else { return }
        throw Failure(
            .other(.unsuitableValue, message: "more than \(singleCallLimit >> 20) MiB in one value"),
            at: span
        )
    }

    /// Its length in bytes; nil for a file, which has to be read to know.
    public var count: Int? {
        switch self {
        case .bytes(let bytes): bytes.count
        case .fill(let count, let pattern): pattern.isEmpty ? 0 : max(count, 0)
        case .file: nil
        }
    }

    /// All of it, for one call.
    public func whole(for waiter: Waiter) throws(Failure) -> [UInt8] {
        var bytes: [UInt8] = []
        var tooLong = false
        try pieces(of: 1 << 20, for: waiter) { (piece) throws(Failure) -> Bool in
            tooLong = bytes.count + piece.count > Self.singleCallLimit
            if !tooLong { bytes += piece }
            return !tooLong
        }
        if tooLong {
            throw Failure(
                .other(
                    .unsuitableValue,
                    message: "more than \(Self.singleCallLimit >> 20) MiB for one call",
                    advice: ["sendall sends any length, piece by piece"]
                ),
                at: waiter.span
            )
        }
        return bytes
    }

    /// Yields the data in pieces of at most `size` bytes, until `body` wants no more. It may be endless: it can be
    /// interrupted between two pieces.
    public func pieces(
        of size: Int,
        for waiter: Waiter,
        _ body: (ArraySlice<UInt8>) throws(Failure) -> Bool
    ) throws(Failure) {
        func give(_ piece: ArraySlice<UInt8>) throws(Failure) -> Bool {
            try waiter.betweenPieces()
            return try body(piece)
        }
        switch self {
        case .bytes(let bytes):
            var place = 0
            while place < bytes.count {
                let end = min(place + size, bytes.count)
                guard try give(bytes[place..<end]) else { return }
                place = end
            }
        case .fill(let count, let pattern):
            try fill(count, pattern, size, give)
        case .file(let path, let span):
            try file(path, span, size, waiter, give)
        }
    }

    private func fill(
        _ count: Int,
        _ pattern: [UInt8],
        _ size: Int,
        _ body: (ArraySlice<UInt8>) throws(Failure) -> Bool
    ) throws(Failure) {
        guard !pattern.isEmpty, count > 0 else { return }
        // A whole number of patterns, so that each piece starts at the beginning of the pattern.
        let length = min(max(size / pattern.count, 1) * pattern.count, max(count, pattern.count))
        var cycle: [UInt8] = []
        cycle.reserveCapacity(length + pattern.count)
        while cycle.count < min(length, count) { cycle += pattern }
        var left = count
        var place = 0
        while left > 0 {
            let end = min(place + min(left, size), cycle.count)
            guard try body(cycle[place..<end]) else { return }
            left -= end - place
            place = end == cycle.count ? 0 : end
        }
    }

    private func file(
        _ path: String,
        _ span: Span,
        _ size: Int,
        _ waiter: Waiter,
        _ body: (ArraySlice<UInt8>) throws(Failure) -> Bool
    ) throws(Failure) {
        let file = try File.open(path, at: span, for: waiter)
        defer { file.close() }
        while true {
            let bytes = try file.read(size)
            guard !bytes.isEmpty, try body(bytes[...]) else { return }
        }
    }
}

/// The parameter for data: quoted text, a word, `0x…`, `@file`, `fill:COUNT:PATTERN`, a variable.
public struct DataWord: ParameterType {
    public let about = #""text with \r\n", a word, 0x48656c, @file, fill:1000:x"#

    /// The parameter.
    public init() {}

    public func hint(_ context: Context) -> String { "DATA" }

    public func parse(_ words: inout Words, _ context: Context) throws(Failure) -> Payload {
        let word = try words.take("DATA")
        if case .file(let name) = word.value {
            guard let path = String(validating: name, as: UTF8.self), !path.isEmpty, !path.utf8.contains(0) else {
                throw Failure(.unsuitable(word: word.value.description, wanted: "data: that is no path"), at: word.span)
            }
            return try file(path, word.span, context)
        }
        guard !word.isQuoted, case .text(let text) = word.value else {
            guard let data = word.value.data else {
                throw Failure(.unsuitable(word: word.shown, wanted: "data; it is \(word.value.kind)"), at: word.span)
            }
            return .bytes(data)
        }
        let literal: DataLiteral
        do {
            literal = try DataLiteral(text)
        } catch {
            throw Failure(.unsuitable(word: text, wanted: "data", advice: [error.advice]), at: word.span)
        }
        switch literal {
        case .bytes(let bytes): return .bytes(bytes)
        case .file(let path): return try file(path, word.span, context)
        case .fill(let count, let pattern): return .fill(count: count, pattern: pattern)
        }
    }

    private func file(_ path: String, _ span: Span, _ context: Context) throws(Failure) -> Payload {
        try context.confinement?.check(path: path, for: .reading, of: context.session, at: span)
        return .file(path: path, span)
    }
}

extension DataWord {
    public func complete(_ prefix: String, _ context: Context) -> [Candidate] {
        guard prefix.hasPrefix("@") else { return [] }
        return FilePath.candidates(String(prefix.dropFirst())).map {
            Candidate("@" + $0.text, $0.about, goesOn: $0.goesOn)
        }
    }
}

extension DataLiteral.Problem {
    /// How to write such data.
    fileprivate var advice: String {
        switch self {
        case .hexadecimal: "0x is followed by pairs of hexadecimal digits; quote it to send it as text"
        case .fillCount: "fill:COUNT or fill:COUNT:PATTERN, such as fill:1000:x"
        case .path: "@ is followed by a path; quote it to send it as text"
        }
    }
}
