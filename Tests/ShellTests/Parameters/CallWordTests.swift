import Journal
import Testing

@testable import Shell

@Suite(.timeLimit(.minutes(5))) struct CallWordTests {
    private let shell = TestShell()

    @Test func aCallOfTheCatalogueIsArmed() throws {
        try shell.reply("inject accept4 ENOMEM", "inject getsockname ENOBUFS", "s = socket inet stream")
        #expect(try shell.failure("s.getsockname").call?.isInjected == true)
    }

    @Test func anUnknownCallIsRefusedWithTheNearest() throws {
        let failure = try shell.failure("inject conect ENOMEM")
        guard case .unsuitable("conect", _, let near, _) = failure.reason else { throw failure }
        #expect(near.first == "connect")
        #expect(failure.className == "UnsuitableValue")
    }
}
