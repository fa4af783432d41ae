import Commands
import Journal
import Language
import Sockets
import TestSupport
import Testing

@testable import Shell

@Suite struct SessionLayersTests {
    /// A session with a command that makes a call on its socket and has two layers report on it.
    private func session(_ output: Recorder) -> Session {
        let talk = Command("talk", "let layers speak", actsOnSocket: true) { invocation throws(Failure) in
            let socket = try invocation.socket()
            let early = invocation.newestCall
            try invocation.perform(.getsockname, on: socket, []) { $0.getsockname(socket.descriptor) }
            let record = invocation.record(.tls, on: socket, .sent, Clip([1, 2, 3]), meaning: "Application Data")
            invocation.record(.conversation, on: socket, .sent, meaning: "C: EHLO", of: record, time: 7)
            return .boolean(early == nil)
        }
        return Session(registry: Registry.all.adding(Registry.Family("Talking", [talk])), output: output)
    }

    @Test func aCommandRecordsWhatLayersSayAboutItsCall() throws {
        let session = session(Recorder())
        defer { session.locked { session.closeAll() } }
        for line in ["s = socket inet stream", "s.talk"] { _ = Interpreter.run(Source.of(line), on: session) }
        #expect(session.lastReply == .boolean(true))
        let (journal, socket) = (session.journal, try #require(session.sockets["s"]))
        #expect(journal.count == 2)
        let events = journal.events(of: 2)
        #expect(events.map(\.layer) == [.tls, .conversation] && events.map(\.direction) == [.sent, .sent])
        #expect(events.map(\.of) == [.call(2), .event(1)] && events.map(\.statement) == [2, 2])
        #expect(events.map(\.socket) == [socket.id, socket.id] && events.map(\.socketName) == ["s", "s"])
        #expect(events[0].bytes == Clip([1, 2, 3]) && events[0].time >= journal[2]?.end ?? .max && events[1].time == 7)
    }

    @Test func anEventCanBeRecordedWithoutACommand() {
        let session = session(Recorder())
        let origin = session.locked { session.record(LayerEvent(.packet, meaning: "ARP, who has 192.0.2.1", time: 5)) }
        #expect(
            origin == .event(1) && session.journal.event(1)?.call == nil && session.journal.event(1)?.statement == 0
        )
    }
}
