import Commands
import Lessons
import Shell
import Testing

@Suite struct ExplainingTests {
    @Test(arguments: ["explain", "state", "watch", "hexdump"])
    func examplesAreTrue(name: String) throws {
        let command = try #require(Registry.all[name])
        for example in command.examples {
            let differences = TranscriptRunner(registry: .all).run(Transcript(example.transcript))
            #expect(differences.isEmpty, "\(differences)")
        }
    }

    private func check(_ transcript: String, place: SourceLocation = #_sourceLocation) {
        let differences = TranscriptRunner(registry: .all).run(Transcript(transcript))
        #expect(differences.isEmpty, "\(differences)", sourceLocation: place)
    }

    @Test func onStandsBehindEveryReplyUntilOff() {
        check(
            """
            > explain on
            > s = socket unix dgram
              #1 socket(AF_UNIX, SOCK_DGRAM, 0) = [FD] (a new descriptor)
                 An endpoint for processes of this machine; it has no name until bind.
            > explain off
            > s.close
            """
        )
    }

    @Test func aFailureIsExplainedInFrontOfItsMessage() {
        check(
            """
            > explain on
            > s = socket inet stream
            ...
            > try { s.connect 127.0.0.1 1 } catch ECONNREFUSED { }
              #2 connect([..]) = -1 ECONNREFUSED (connection refused)
                 The machine is there and answered the SYN with a reset: nobody listens on that port.
            """
        )
    }

    @Test func withoutACallThereIsNothingToExplain() {
        check("> try { explain } catch NoCalls { print none }\nnone")
        check("> try { explain all } catch NoCalls { print none }\nnone")
        check("> try { explain 7 } catch UnsuitableValue { print none }\nnone")
        check("> try { explain -7 } catch error { print none }\nnone")
    }

    @Test func hostileNamesAreRefusedSafely() {
        check(
            #"> try { explain "\x1b[2J\u{202e}" } catch UnsuitableValue { print $error.class }"# + "\nUnsuitableValue"
        )
    }

    @Test func hostileDataIsDumpedSafely() {
        check(
            #"> hexdump "\x1b[2J\xff\u{202e}""#
                + "\n00000000  1b 5b 32 4a ff e2 80 ae                           |.[2J....|"
        )
    }

    @Test func stateAndWatchNeedASocket() {
        check("> try { state } catch NoSuchSocket { print none }\nnone")
        check("> try { watch -for 0 } catch NoSuchSocket { print none }\nnone")
    }
}
