import Lessons
import LineEditing
import TestSupport
import Testing

@testable import Front

@Suite struct LiveRecordingTests {
    private func recording(_ format: RecordingRequest.Format, in folder: TemporaryFolder) throws -> LiveRecording {
        let request = RecordingRequest(path: folder.path + "/x", format: format, isForced: false)
        return try LiveRecording(request, title: "A title")
    }

    @Test func aCastHasWhatTheScreenShows() throws {
        let (folder, piped) = (try TemporaryFolder(), try PipedScreen())
        let recording = try recording(.cast(.three), in: folder)
        piped.screen.listen(recording)
        piped.screen.write("one\n")
        piped.screen.interject("job")
        recording.entered("print 1")
        recording.finish(7)
        let lines = try folder.text("x").split(separator: "\n").map(String.init)
        #expect(lines[0].contains("\"A title\"") && lines.count == 4)
        #expect(lines[1].contains("\"o\",\"one\\r\\n\"") && lines[2].contains("\"o\",\"job\\r\\n\""))
        #expect(lines[3].contains("\"x\",\"7\""))
    }

    @Test func aPageHasWhatWasEnteredAndSaid() throws {
        let (folder, piped) = (try TemporaryFolder(), try PipedScreen())
        let recording = try recording(.page, in: folder)
        piped.screen.listen(recording)
        recording.entered("print <1>")
        piped.screen.write("one\n")
        piped.screen.hold()
        piped.screen.interject("from a job\n")
        piped.screen.release()
        [Passage.praise("Well done.")].show(with: Style(.plain), on: piped.screen, recording)
        recording.types("print 2", lasting: 0.5)
        recording.failed("Nope: no\n", as: "Nope: no\n")
        recording.finish(0)
        let page = try folder.text("x")
        #expect(page.contains("print &lt;1&gt;") && page.contains("Well done."))
        #expect(page.contains(#/<pre class="reply" data-t="[0-9.]+">\none/#))
        #expect(page.contains(#/<pre class="notice" data-t="[0-9.]+">\nfrom a job/#))
        #expect(page.contains(#/<pre class="input" data-t="[0-9.]+" data-d="0.50">\n&gt; print 2/#))
        #expect(page.contains(#/<pre class="failure" data-t="[0-9.]+">\nNope: no/#))
        #expect(page.split(separator: "from a job").count == 2)
    }

    @Test func whatCannotBeWrittenIsToldOnce() throws {
        let request = RecordingRequest(path: "/dev/full", format: .page, isForced: false)
        #expect(throws: (any Error).self) { try LiveRecording(request, title: "x") }
    }
}
