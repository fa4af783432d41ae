import Testing

@testable import Lessons

@Suite struct PresenterNotesTests {
    @Test func notesAreBrokenBetweenWords() {
        var told = ""
        let notes = PresenterNotes(width: 30) { told += $0 }
        notes.say("Show `sockets` before and after: the descriptor is a small number.")
        #expect(told == "Show sockets before and after:\nthe descriptor is a small\nnumber.\n")
    }
}
