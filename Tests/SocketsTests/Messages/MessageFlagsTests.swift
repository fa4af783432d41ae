import Testing

@testable import Sockets

@Suite struct MessageFlagsTests {
    @Test func everySpellingOfEveryFlag() {
        for known in MessageFlags.known {
            #expect(MessageFlags(spelling: known.name) == known.value)
            #expect(MessageFlags(spelling: known.name.dropFirst(4).lowercased()) == known.value)
            #expect(known.value.description == known.name)
        }
    }

    @Test func combinationsComeBack() {
        let flags: MessageFlags = [.peek, .dontWait]
        #expect(flags.description == "MSG_PEEK|MSG_DONTWAIT")
        #expect(MessageFlags(spelling: flags.description) == flags)
        #expect(MessageFlags(spelling: "peek|64") == MessageFlags(rawValue: 66))
        #expect(MessageFlags([]).description == "0")
        #expect(MessageFlags(spelling: "0") == [])
        #expect(MessageFlags(rawValue: .min).names == ["0x80000000"])
    }

    @Test(arguments: ["", "|", "peek|", "|peek", "nope", "-1", "2147483648", "peek\0", "peek peek", "MSG_"])
    func refusesWhatIsNoFlag(spelling: String) { #expect(MessageFlags(spelling: spelling) == nil) }
}
