import SystemPackage
import Testing

@testable import Sockets

@Suite struct KernelPollTests {
    let sockets = Descriptors()
    var kernel: Kernel { sockets.kernel }

    @Test func everySpellingOfEveryEvent() {
        for known in PollEvents.known {
            #expect(PollEvents(spelling: known.name) == known.value)
            #expect(PollEvents(spelling: known.name.dropFirst(4).lowercased()) == known.value)
            #expect(known.value.description == known.name)
        }
        #expect(PollEvents(spelling: "in|POLLOUT")?.description == "POLLIN|POLLOUT")
        #expect(PollEvents([]).description == "0")
        for bad in ["", "|", "in|", "nope", "-1", "in\0", "POLL"] {
            #expect(PollEvents(spelling: bad) == nil, "\(bad)")
        }
    }

    @Test func tellsOfEachDescriptor() throws {
        let (a, b) = try sockets.pair(.stream)
        _ = kernel.sendmsg(a, [[1]])
        let entries = [
            PollEntry(descriptor: a, events: [.readable, .writable]), PollEntry(descriptor: b, events: .readable),
            PollEntry(descriptor: 1 << 20, events: .readable), PollEntry(descriptor: -1, events: .readable),
        ]
        let returned = kernel.poll(entries, timeout: 0)
        #expect(returned.result == 3 && returned.errno == nil)
        #expect(returned.output.map(\.returned) == [.writable, .readable, .invalid, []])
        #expect(returned.output.map(\.descriptor) == entries.map(\.descriptor))
    }

    @Test func nothingAndFaults() throws {
        #expect(kernel.poll([], timeout: 0).result == 0)
        let (a, _) = try sockets.pair(.stream)
        let entry = PollEntry(descriptor: a, events: .readable)
        #expect(kernel.poll([entry], timeout: 0).output == [entry])
        kernel.inject(Fault(call: .poll, errno: .interrupted))
        #expect(kernel.poll([entry], timeout: -1).errno == .interrupted)
    }
}
