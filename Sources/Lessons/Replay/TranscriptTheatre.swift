import Synchronization

/// A replay as text, without a clock: the same lesson gives the same transcript, whatever ports the kernel chooses.
///
/// `@unchecked Sendable`: what jobs write, too, is behind a lock; the notes are the replay's own.
public final class TranscriptTheatre: ReplayTheatre, @unchecked Sendable {
    /// Jobs write to it beside the replay.
    private let text = Mutex("")
    private let width: Int
    private let notes: PresenterNotes
    /// Which ports others stood in for. They are not in the transcript, which has the lesson's own numbers.
    public private(set) var standInNotes: [Passage] = []

    /// An empty transcript of so many columns.
    public init(width: Int = 80, notes: PresenterNotes = PresenterNotes()) {
        self.width = width
        self.notes = notes
    }

    public func chapter(_ step: Lesson.Step) { notes.chapter(step) }
    public func showStandIns(_ notes: [Passage]) { standInNotes += notes }
    public func say(_ note: String) { notes.say(note) }
    public func cue() -> ReplayCue { .go }
    public func flush() {}
    public func type(_ line: String, atOnce: Bool) { write("> \(line)\n") }
    public func write(_ text: String) { self.text.withLock { $0 += text } }
    public func writeError(_ text: String) { write(text) }

    public func show(_ passages: [Passage]) {
        for passage in passages { write(passage.lines(width: width).map { $0 + "\n" }.joined()) }
    }

    /// The transcript; ports that the kernel chose are called `[port]`, those that stood in for the lesson's own by the
    /// lesson's number.
    public func transcript(hiding ports: Set<UInt32>, standIns: [UInt32: UInt16]) -> String {
        var result = ""
        var digits = ""
        func finish() {
            let number = UInt32(digits)
            if let own = number.flatMap({ standIns[$0] }) {
                result += String(own)
            } else {
                result += number.map { ports.contains($0) } == true ? "[port]" : digits
            }
            digits = ""
        }
        for character in text.withLock({ $0 }) {
            if character.isASCII, character.isNumber {
                digits.append(character)
            } else {
                finish()
                result.append(character)
            }
        }
        finish()
        return result
    }
}
