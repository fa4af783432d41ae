import Foundation
import Sockets
import SystemPackage
import Testing

@testable import Journal

@Suite struct FailureClassTests {
    @Test(arguments: FailureClass.allCases) func isCaughtByItsNameInAnyCase(_ own: FailureClass) {
        let failure = Failure(.other(own, message: "m"))
        #expect(failure.className == own.rawValue)
        #expect(failure.matches(own.rawValue) && failure.matches(own.rawValue.uppercased()))
        #expect(!own.about.isEmpty && own.about.first?.isUppercase == (own == .interrupted))
    }

    @Test func exitIsCaughtByNothing() {
        let exit = Failure.exit(7)
        #expect(exit.exitCode == 7 && exit.call == nil && exit.message.contains("7") && exit.advice.isEmpty)
        for own in FailureClass.allCases { #expect(!exit.matches(own.rawValue), "\(own)") }
        #expect(Failure(.other(.error, message: "7")).exitCode == nil)
    }

    /// What the shell detects itself has the same class as what the kernel reports.
    @Test func thoseThatErrnosHaveTooAreSpelledAlike() {
        let shared = FailureClass.allCases.filter { Errno(className: $0.rawValue) != nil }
        #expect(
            Set(shared).isSuperset(of: [
                .interrupted, .notASocket, .noData, .messageTooLong, .wouldBlock, .fileExists, .outOfMemory,
            ])
        )
        for own in shared { #expect(Errno(className: own.rawValue)?.className == own.rawValue) }
    }

    /// A name that is spelled again elsewhere drifts apart from this one. `error` and `timeout` are words of
    /// other things, too.
    @Test func noOtherSourceSpellsAName() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources")
        let names = FailureClass.allCases.filter { $0 != .error && $0 != .timeout }.map { "\"\($0.rawValue)\"" }
        let files = try #require(FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil))
        var count = 0
        for case let file as URL in files where file.pathExtension == "swift" {
            let name = file.lastPathComponent
            if name == "FailureClass.swift" || name.hasPrefix("ErrnoTable") { continue }
            let text = try String(contentsOf: file, encoding: .utf8)
            count += 1
            for literal in names where text.contains(literal) { Issue.record("\(name) has \(literal)") }
        }
        #expect(count > 100)
    }
}
