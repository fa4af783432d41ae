import Foundation
import Testing

@testable import Lessons

@Suite struct FenceKindTests {
    @Test(arguments: FenceKind.all.flatMap(\.names)) func eachNameLeadsToItsKind(name: String) throws {
        let samples = ["hint": "hint 1", "peer": "peer other"]
        let found = try #require(FenceKind.find(samples[name] ?? name))
        #expect(found.name == name && found.kind.names.contains(name))
    }

    @Test(arguments: [
        "hint", "hint 0", "hint 10", "hint x", "hint 1 2", "peer", "peer 1", "peer a goes", "peer a stays b", "chek",
        "Do",
    ])
    func whatIsNoInfoStringIsNone(_ info: String) { #expect(FenceKind.find(info)?.name == nil) }

    @Test func theWordsAreKept() throws {
        #expect(FenceKind.find("peer a stays")?.arguments == ["a", "stays"])
        // A peer may have the word as its name.
        let text = "title: T\nid: t\n\n## A {#a}\n\n```peer stays\nprint 1\n```\n"
        let step = try #require(LessonParser.parse(Array(text.utf8), file: "x").lesson?.steps.first)
        #expect(step.peers.map(\.name) == ["stays"] && step.peers.map(\.stays) == [false])
        #expect(step.fences.map(\.info) == ["peer stays"])
    }

    @Test func theReferenceHasEveryName() throws {
        let root = #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined()
        let reference = try String(contentsOfFile: root + "/Lessons/README.md", encoding: .utf8)
        for name in FenceKind.all.flatMap(\.names) where !name.isEmpty {
            #expect(reference.contains("`\(name)`") || reference.contains("`\(name) "), "\(name)")
        }
    }
}
