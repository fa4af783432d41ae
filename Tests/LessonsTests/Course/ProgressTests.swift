import Sockets
import TestSupport
import Testing

@testable import Lessons

@Suite struct ProgressTests {
    private func lesson(_ id: String, _ origin: Lesson.Origin) throws -> Lesson {
        let text = "title: T\nid: \(id)\n\n## A {#a}\n\nText.\n"
        var lesson = try #require(LessonParser.parse(Array(text.utf8), file: "t.md").lesson)
        lesson.origin = origin
        return lesson
    }

    @Test func whatWasSkippedIsKept() throws {
        try TemporaryFolder.with { folder in
            let progress = Progress(folder: folder)
            progress.skip("a", in: "t")
            progress.finish("b", in: "t")
            progress.stand(at: "c", in: "t")
            let again = Progress(folder: folder)
            #expect(again.skipped(in: "t") == ["a"] && again.done(in: "t") == ["b"] && again.place(in: "t") == "c")
            again.finish("a", in: "t")
            #expect(Progress(folder: folder).skipped(in: "t") == [])
        }
    }

    @Test func aKeySaysOfWhichCourseALessonIs() throws {
        let keys = try [.builtIn, .folder("/a"), .folder("/b")].map { try lesson("server", $0).key }
        #expect(keys[0] == "server" && Set(keys).count == 3)
        #expect(keys.allSatisfy { $0 == "server" || $0.hasPrefix("server.") && $0.utf8.count == 23 })
        #expect(Course.builtIn.entries.allSatisfy { $0.read.lesson?.key == $0.id })
    }

    @Test func aFileSaysInWhichFolderItIs() throws {
        let folder = Lesson.Origin(file: "/tmp/x.md")
        #expect(Lesson.Origin(file: "/tmp/./y.md") == folder && Lesson.Origin(file: "/tmp//../tmp/z.md") == folder)
        #expect(Lesson.Origin(file: "/x.md") == .folder("/"))
    }

    @Test func lessonsOfOneIdAreKeptApart() throws {
        try TemporaryFolder.with { folder in
            Progress(folder: folder).finish("a", in: "server")
            let progress = Progress(folder: folder)
            #expect(progress.done(in: "server") == ["a"] && progress.done(in: "server.1234").isEmpty)
            progress.finish("b", in: "server.1234")
            let again = Progress(folder: folder)
            #expect(again.done(in: "server") == ["a"] && again.done(in: "server.1234") == ["b"])
        }
    }

    @Test func whatWasKeptUnderTheIdAloneCounts() throws {
        try TemporaryFolder.with { folder in
            Progress(folder: folder).finish("a", in: "mine")
            let progress = Progress(folder: folder)
            progress.finish("b", in: "mine.1234")
            #expect(Progress(folder: folder).done(in: "mine.1234") == ["a", "b"])
            // What was forgotten does not come back.
            progress.forget("mine.1234")
            #expect(Progress(folder: folder).done(in: "mine.1234").isEmpty)
        }
    }
}
