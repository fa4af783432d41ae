import Journal
import TestSupport
import Testing

@testable import Front

@Suite struct RecordingFileTests {
    @Test func aFileThatExistsIsLeftAlone() throws {
        let folder = try TemporaryFolder()
        try folder.write("x", "mine")
        #expect(throws: Failure.self) { try RecordingFile(folder.path + "/x", isForced: false) }
        #expect(try folder.text("x") == "mine")
        let file = try RecordingFile(folder.path + "/x", isForced: true)
        try file.write("new")
        #expect(try folder.text("x") == "new")
    }

    @Test func itBeginsWithItsFirstPiece() throws {
        let folder = try TemporaryFolder()
        let request = RecordingRequest(path: folder.path + "/x", format: .page, isForced: false)
        let file = try RecordingFile(request, beginning: "head\n")
        try file.write("one\n")
        #expect(try folder.text("x") == "head\none\n" && folder.names == ["x"])
    }

    @Test func aFullDiskIsTold() throws {
        let file = try RecordingFile("/dev/full", isForced: false)
        #expect(throws: Failure.self) { try file.write("x") }
    }

    @Test func aFolderThatIsNotThere() {
        #expect(throws: Failure.self) { try RecordingFile("/nowhere/x", isForced: false) }
    }
}
