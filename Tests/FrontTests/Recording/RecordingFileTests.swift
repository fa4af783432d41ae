import Journal
import Testing

@testable import Front

@Suite struct RecordingFileTests {
    @Test func aFileThatExistsIsLeftAlone() throws {
        let folder = try TestFolder()
        folder.write("mine", to: "x")
        #expect(throws: Failure.self) { try RecordingFile(folder.path + "/x", isForced: false) }
        #expect(folder.text("x") == "mine")
        let file = try RecordingFile(folder.path + "/x", isForced: true)
        try file.write("new")
        #expect(folder.text("x") == "new")
    }

    @Test func itBeginsWithItsFirstPiece() throws {
        let folder = try TestFolder()
        let request = RecordingRequest(path: folder.path + "/x", format: .page, isForced: false)
        let file = try RecordingFile(request, beginning: "head\n")
        try file.write("one\n")
        #expect(folder.text("x") == "head\none\n" && folder.names == ["x"])
    }

    @Test func aFullDiskIsTold() throws {
        let file = try RecordingFile("/dev/full", isForced: false)
        #expect(throws: Failure.self) { try file.write("x") }
    }

    @Test func aFolderThatIsNotThere() {
        #expect(throws: Failure.self) { try RecordingFile("/nowhere/x", isForced: false) }
    }
}
