import Glibc
import Language
import Synchronization
import Testing

@testable import LineEditing

@Suite struct ScreenTests {
    /// A screen that writes into a pipe.
    private final class Piped {
        let screen: Screen
        let failures = Failures()
        private var readEnd: Int32

        final class Failures: Sendable { let list = Mutex<[Int32]>([]) }

        init() throws {
            var ends: [Int32] = [-1, -1]
            try #require(pipe(&ends) == 0)
            readEnd = ends[0]
            screen = Screen(output: ends[1], errors: ends[1]) { [failures] errno in
                failures.list.withLock { $0.append(errno) }
            }
            _ = fcntl(readEnd, F_SETFL, O_NONBLOCK)
        }

        deinit {
            closeReader()
            close(screen.output)
        }

        /// What was written since the last time.
        func take() -> String {
            var buffer = [UInt8](repeating: 0, count: 1 << 16)
            let count = read(readEnd, &buffer, buffer.count)
            return String(decoding: buffer[..<max(count, 0)], as: UTF8.self)
        }

        func closeReader() {
            if readEnd >= 0 { close(readEnd) }
            readEnd = -1
        }
    }

    private final class Hearing: ScreenListener {
        private let events = Mutex<[String]>([])
        var heard: [String] { events.withLock { $0 } }
        func shown(_ text: String) { events.withLock { $0.append("shown " + text) } }
        func painted(_ text: String) { events.withLock { $0.append("painted " + text) } }
        func noticed(_ text: String) { events.withLock { $0.append("noticed " + text) } }
    }

    @Test func textIsGatheredUntilItIsFlushed() throws {
        let piped = try Piped()
        piped.screen.write("one ")
        piped.screen.write("two\n")
        #expect(piped.take() == "")
        piped.screen.flush()
        #expect(piped.take() == "one two\n")
        piped.screen.write("three\n")
        piped.screen.writeError("wrong\n")
        #expect(piped.take() == "three\nwrong\n")
        piped.screen.write(String(repeating: "x", count: 1 << 16))
        #expect(piped.take().count == 1 << 16)
    }

    @Test func theBackgroundBeginsALine() throws {
        let piped = try Piped()
        piped.screen.interject("one")
        #expect(piped.take() == "one\n")
        piped.screen.write("half")
        piped.screen.interject("a\nb\n")
        #expect(piped.take() == "half\na\nb\n")
        piped.screen.interject("c\n")
        #expect(piped.take() == "c\n")
    }

    @Test func whatIsHeldIsLeftAlone() throws {
        let piped = try Piped()
        let wake = WakeSignal()
        piped.screen.hold(waking: wake.writeEnd)
        piped.screen.interject("job\n")
        piped.screen.post("notice")
        var entry = pollfd(fd: wake.readEnd, events: Int16(POLLIN), revents: 0)
        #expect(piped.take() == "" && piped.screen.hasTexts && poll(&entry, 1, 0) == 1)
        #expect(piped.screen.takeTexts() == ["job\n", "notice\n"] && !piped.screen.hasTexts)
        piped.screen.interject("late\n")
        piped.screen.post("later")
        piped.screen.release()
        #expect(piped.take() == "late\n")
        #expect(piped.screen.takeTexts() == ["later\n"])
    }

    @Test func whoeverHoldsItLaterIsWokenForWhatWaits() throws {
        let piped = try Piped()
        let wake = WakeSignal()
        piped.screen.post("early")
        piped.screen.hold(waking: wake.writeEnd)
        var entry = pollfd(fd: wake.readEnd, events: Int16(POLLIN), revents: 0)
        #expect(poll(&entry, 1, 0) == 1)
        wake.acknowledge()
        #expect(poll(&entry, 1, 0) == 0)
    }

    @Test func aPictureStaysAtTheBottom() throws {
        let piped = try Piped()
        piped.screen.show(picture: "a\nb", isFirst: true)
        #expect(piped.take() == "a\nb\n")
        piped.screen.show(picture: "c", isFirst: false)
        #expect(piped.take() == "\u{1b}[2A\u{1b}[Jc\n")
        piped.screen.interject("job\n")
        #expect(piped.take() == "\u{1b}[1A\u{1b}[Jjob\nc\n")
        piped.screen.leavePicture()
        piped.screen.interject("job\n")
        #expect(piped.take() == "job\n")
    }

    @Test func whoListensHearsEverythingInOrder() throws {
        let piped = try Piped()
        let hearing = Hearing()
        piped.screen.listen(hearing)
        piped.screen.write("text\n")
        piped.screen.paint("\u{1b}[K")
        piped.screen.interject("job")
        piped.screen.hold()
        piped.screen.interject("above\n")
        piped.screen.post("notice")
        piped.screen.write("said\n") { $0.noticed("a passage") }
        piped.screen.release()
        #expect(
            hearing.heard == [
                "shown text\n", "painted \u{1b}[K", "shown job\n", "noticed above\n", "noticed notice\n",
                "noticed a passage", "painted above\r\n",
            ]
        )
        piped.screen.listen(nil)
        piped.screen.interject("job")
        #expect(hearing.heard.count == 7)
    }

    @Test func whatCannotBeWrittenIsTold() throws {
        signal(SIGPIPE, SIG_IGN)
        let piped = try Piped()
        piped.closeReader()
        piped.screen.paint("x")
        #expect(piped.screen.isGone)
        piped.screen.paint("y")
        piped.screen.write("z")
        piped.screen.flush()
        #expect(piped.failures.list.withLock { $0 } == [EPIPE])
    }

    @Test func textsAreCountedBeyondTheLimit() {
        var texts = BackgroundTexts()
        for number in 0..<(BackgroundTexts.limit + 5) { _ = texts.append("\(number)\n", waitsForLine: true) }
        let taken = texts.take()
        #expect(taken.count == BackgroundTexts.limit + 1)
        #expect(taken.last == "… and 5 more notices\n" && texts.isEmpty)
    }

    private static let style = Style(.plain)

    @Test func whatIsSaidOfAWaitStaysBelow() throws {
        let piped = try Piped()
        piped.screen.showWait("s waits", typed: "", in: Self.style)
        #expect(piped.take() == "s waits\n")
        piped.screen.showWait("s waits", typed: "hi", in: Self.style)
        #expect(piped.take() == "\r\u{1b}[1A\u{1b}[Js waits\nhi")
        piped.screen.showWait("s waits", typed: "hi", in: Self.style)
        #expect(piped.take() == "")
        piped.screen.interject("news")
        #expect(piped.take() == "\r\u{1b}[1A\u{1b}[Jnews\ns waits\nhi")
        piped.screen.write("reply\n")
        piped.screen.flush()
        #expect(piped.take() == "\r\u{1b}[1A\u{1b}[Jreply\n")
        piped.screen.endWait()
        #expect(piped.take() == "")
    }

    @Test func whatIsTypedAloneIsErasedToo() throws {
        let piped = try Piped()
        let hearing = Hearing()
        piped.screen.listen(hearing)
        piped.screen.showWait(nil, typed: "abc", in: Self.style)
        piped.screen.endWait()
        #expect(piped.take() == "abc\r\u{1b}[J")
        #expect(hearing.heard == ["painted abc", "painted \r\u{1b}[J"])
        piped.screen.write("half")
        piped.screen.showWait("w", typed: "", in: Self.style)
        #expect(piped.take() == "half\nw\n")
    }

    @Test func aWaitFitsIntoARow() throws {
        let piped = try Piped()
        piped.screen.showWait(
            StyledText(String(repeating: "x", count: 100)),
            typed: String(repeating: "y", count: 90) + "z",
            in: Self.style
        )
        let rows = piped.take().split(separator: "\n")
        #expect(rows[0] == String(repeating: "x", count: 78) + "…")
        #expect(rows[1].count == 79 && rows[1].hasSuffix("yz"))
    }

    @Test func whoeverHoldsTheScreenHasNoWaitBelow() throws {
        let piped = try Piped()
        piped.screen.showWait("w", typed: "", in: Self.style)
        _ = piped.take()
        piped.screen.hold()
        #expect(piped.take() == "\r\u{1b}[1A\u{1b}[J")
        piped.screen.showWait("w", typed: "", in: Self.style)
        #expect(piped.take() == "")
        piped.screen.release()
    }
}
