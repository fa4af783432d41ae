import Commands
import Journal
import Language
import Shell
import Sockets
import TestSupport
import Testing

@testable import Lessons

@Suite struct ConsentsTests {
    private func lesson(_ head: String, id: String = "t") throws -> Lesson {
        let text = "title: T\nid: \(id)\n\(head)\n\n## A {#a}\n\nText.\n"
        let (lesson, problems) = LessonParser.parse(Array(text.utf8), file: "t.md")
        #expect(problems.isEmpty)
        return try #require(lesson)
    }

    @Test func aYesIsForOneContent() throws {
        try TemporaryFolder.with { folder in
            let consents = Consents(folder: folder)
            let first = try lesson("networks: 192.0.2.1")
            #expect(!consents.has(first))
            #expect(consents.remember(first) == nil)
            #expect(Consents(folder: folder).has(first))
            #expect(try !consents.has(lesson("networks: 192.0.2.1 192.0.2.2")))
            #expect(try !consents.has(lesson("networks: 192.0.2.1", id: "other")))
            // A new yes replaces the old one.
            let second = try lesson("networks: 192.0.2.2")
            #expect(consents.remember(second) == nil)
            #expect(consents.has(second) && !consents.has(first))
        }
    }

    @Test func anotherCourseDoesNotShareAYes() throws {
        try TemporaryFolder.with { folder in
            let consents = Consents(folder: folder)
            var (mine, theirs) = (try lesson("networks: 192.0.2.1"), try lesson("networks: 192.0.2.1"))
            (mine.origin, theirs.origin) = (.folder("/mine"), .folder("/theirs"))
            #expect(consents.remember(mine) == nil && consents.has(mine) && !consents.has(theirs))
            // Nor does one replace the other.
            #expect(consents.remember(theirs) == nil && consents.has(mine) && consents.has(theirs))
        }
    }

    @Test func whatWantsNothingIsNotRemembered() throws {
        try TemporaryFolder.with { folder in
            let modest = try lesson("level: 1")
            #expect(modest.digest == "" && modest.demands == [])
            #expect(Consents(folder: folder).remember(modest) == nil)
            #expect(!Consents(folder: folder).has(modest))
        }
    }

    @Test func aFolderThatCannotBeWrittenIsTold() throws {
        let consents = Consents(folder: "/nonexistent/folder")
        #expect(try consents.remember(lesson("files: /etc/services")) != nil)
        #expect(try Consents(folder: nil).remember(lesson("files: /etc/services")) == nil)
    }

    @Test func whatIsWantedIsSaid() throws {
        let networks = "192.0.2.1, 0.0.0.0, 127.0.0.1:6379, 198.51.100.0/24, [::1]:80"
        let lesson = try lesson(
            "requires: raw\nnetworks: \(networks)\nfiles: /etc/services /etc\nnames: www.Example.com"
        )
        // The gravest comes first: files, what sees other programs, what is larger.
        #expect(
            lesson.demands == [
                "The lesson T wants to read and write files outside its folder: /etc, /etc/services.",
                "The lesson T wants raw sockets: with them it sees and forges packets of other programs.",
                "The lesson T wants to talk to other programs on this machine: 127.0.0.1:6379, [::1]:80.",
                "The lesson T wants to let other machines reach it: its sockets are bound to 0.0.0.0.",
                "The lesson T wants to reach addresses outside this machine: 198.51.100.0/24, 192.0.2.1.",
                "The lesson T wants to look up names, which tells name servers of it: www.example.com.",
            ]
        )
    }

    /// What a head wants can neither be hidden among much else nor push the question off the screen.
    @Test func theQuestionFitsOnAScreen() throws {
        let many = (0..<100).map { "192.0.2.\($0)" }.joined(separator: " ")
        let text = "title: T\nid: t\nnetworks: \(many)\n\n## A {#a}\n"
        let problems = LessonParser.parse(Array(text.utf8), file: "t.md").problems.map(\.kind)
        #expect(problems == [.tooMuchWanted(limit: 400)])
        let title = String(repeating: "much ", count: 1000)
        let most =
            "requires: raw\nfiles: /\(String(repeating: "x", count: 280))\nnames: \(String(repeating: "n", count: 60))"
        let demands = try lesson("title: \(title)\n\(most)\nnetworks: 0.0.0.0 127.0.0.1 192.0.2.1").demands
        #expect(demands.flatMap { Passage.note($0).lines(width: 80) }.count <= 20)
    }

    @Test(arguments: [
        "networks: www.example.com", "networks: 10.0.0.0/40", "files: etc", "files: /tmp/../etc", "names: a..b",
        "names: a/b",
    ])
    func whatCannotBeWanted(head: String) {
        let text = "title: T\nid: t\n\(head)\n\n## A {#a}\n"
        let problems = LessonParser.parse(Array(text.utf8), file: "t.md").problems.map(\.kind)
        #expect(problems.contains { if case .malformedValue = $0 { true } else { false } })
    }

    @Test func onlyWhatWasGrantedIsAllowed() throws {
        var lesson = try lesson("files: /etc/services")
        #expect(!lesson.confinement.allows(path: "/etc/services", for: .writing))
        lesson.isGranted = true
        #expect(lesson.confinement.allows(path: "/etc/services", for: .writing))
        #expect(
            !lesson.confinement.allows(path: "/etc/passwd", for: .reading)
                && !lesson.confinement.allows(path: "/etc/services-2", for: .reading)
        )
    }

    @Test func aYesToBeReachedIsNoYesToOtherMachines() throws {
        let lessons = ["networks: 0.0.0.0", "networks: 192.0.2.1", "names: nowhere.invalid"]
        let problems = try lessons.map { head in
            var lesson = try lesson(head)
            lesson.isGranted = true
            return ["s.bind 0.0.0.0 0", "gethostbyname nowhere.invalid", "s.setsockopt add_membership 239.1.2.3"].map {
                line in
                let session = Session(registry: .all, output: SilentOutput())
                defer { session.locked { session.closeAll() } }
                let source = Source.of("s = socket inet dgram ; \(line)")
                let outcome = Interpreter.run(.entry(source), on: session, confinement: lesson.confinement)
                return outcome.failure?.className == "Confined"
            }
        }
        #expect(problems == [[false, true, true], [true, true, false], [true, false, true]])
    }

    @Test func theGrantReachesTheLessonsStatements() throws {
        let body = "## A {#a}\n\n```setup\nd = socketpair\nd.send @/etc/hostname\n```\n"
        let text = "title: T\nid: t\nfiles: /etc\n\n\(body)"
        var lesson = try #require(LessonParser.parse(Array(text.utf8), file: "t.md").lesson)
        for isGranted in [false, true] {
            lesson.isGranted = isGranted
            let session = Session(registry: .all, output: SilentOutput())
            let stage = Stage(lesson, session: session, registry: .all, confinement: lesson.confinement)
            let problem = stage.begin(0)
            #expect(problem?.contains("a lesson may not touch") ?? false == !isGranted)
            session.locked { session.closeAll() }
        }
    }

    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (String(repeating: "a", count: 1000), "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3"),
    ])
    func theDigestIsSHA256(text: String, digest: String) { #expect(SHA256.digest(of: Array(text.utf8)) == digest) }
}
