import Journal
import Reading
import Sockets
import SystemPackage

/// A call of a log, taken apart: name, arguments and result in strace's notation.
struct StraceCall: Hashable, Sendable {
    let name: String
    let arguments: [StraceValue]
    /// What it returned; nil for `?`, when it did not.
    var result: StraceValue?
    /// Why it failed.
    var errno: Errno?
    /// What is in parentheses after the result.
    var remarks: [StraceValue] = []
    /// Whether strace made the failure up.
    var isInjected = false
    /// How long it took, if `-T` says so, in nanoseconds.
    var duration: UInt64?

    /// A call from its name on; nil if this is not how strace writes one.
    init?(_ text: [UInt8]) {
        var scanner = StraceScanner(text)
        name = scanner.word()
        guard !name.isEmpty, scanner.next == UInt8(ascii: "(") else { return nil }
        scanner.skip(1)
        guard let arguments = scanner.list(until: UInt8(ascii: ")")) else { return nil }
        self.arguments = arguments
        scanner.skipBlanks()
        guard scanner.next == UInt8(ascii: "=") else { return nil }
        scanner.skip(1)
        scanner.skipBlanks()
        guard !scanner.isAtEnd, let result = scanner.value() else { return nil }
        if result != .word("?") {
            guard let number = result.number, Call.results.contains(number) else { return nil }
            self.result = result
        }
        guard takeTail(&scanner) else { return nil }
    }

    /// A call that never returned.
    init?(unfinished text: [UInt8]) {
        self.init(text + Array(") = ?".utf8))
    }

    /// The errno, remarks and the duration.
    private mutating func takeTail(_ scanner: inout StraceScanner) -> Bool {
        while true {
            scanner.skipBlanks()
            if scanner.isAtEnd { return true }
            guard let value = scanner.value() else { return false }
            switch value {
            case .word(let word) where word.hasPrefix("<"):
                duration = StraceTime.nanoseconds(word.dropFirst().dropLast())
            case .word(let word) where word.hasPrefix("ERESTART"): errno = .interrupted
            case .word(let word) where word.hasPrefix("E"): errno = errno ?? Errno(name: word)
            case .call("", let values):
                if values == [.word("INJECTED")] { isInjected = true } else { remarks = values }
            default: continue
            }
        }
    }

    /// The argument at a place; `NULL` if there is none.
    subscript(place: Int) -> StraceValue { arguments.indices.contains(place) ? arguments[place] : .word("NULL") }

    /// What C returned: -1 if it failed or did not return.
    var number: Int { result?.number ?? -1 }

    /// Whether it did what it was to do.
    var succeeded: Bool { errno == nil && number >= 0 }

    /// Why C says that it failed; a call that never returned was cut short.
    var failure: Errno? {
        if let errno { return errno }
        return result == nil ? .interrupted : nil
    }
}
