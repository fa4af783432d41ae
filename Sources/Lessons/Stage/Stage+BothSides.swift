import Drawing
import Journal
import Language
import Reading
import Shell

extension Stage {
    /// The learner's calls and those of the scripted other ends on one time line; nil if no other end has made one.
    ///
    /// Sessions number calls and sockets each by itself, and give the same names. So the peers' sockets get numbers of
    /// their own here, and the peer's name before them: `client.c`.
    func bothSides() -> Picture? {
        for peer in cast { peer.pause() }
        var calls = session.locked { session.journal.excerpt() }
        for (place, peer) in cast.enumerated() {
            let offset = (place + 1) * Self.roomForSockets
            calls += peer.session.locked { peer.session.journal.excerpt() }.map {
                $0.moved(by: offset, behind: peer.name + ".")
            }
        }
        guard calls.contains(where: { $0.socket ?? $0.made.first?.id ?? 0 >= Self.roomForSockets }) else { return nil }
        // As in a journal, a call has its place when it returned.
        calls.sort { $0.start + $0.duration < $1.start + $1.duration }
        for index in calls.indices { calls[index].number = index + 1 }
        let diagram = SequenceDiagram(calls)
        return Picture { DiagramText.text(diagram, width: $0.width ?? 80, isASCII: $0.alphabet == .ascii) }
    }

    private static let roomForSockets = 1 << 32
}

extension Call {
    /// The same call of another session, its sockets renumbered and renamed.
    fileprivate func moved(by offset: Int, behind prefix: String) -> Call {
        func moved(_ socket: MadeSocket) -> MadeSocket {
            MadeSocket(id: socket.id + offset, name: prefix + socket.name, descriptor: socket.descriptor)
        }
        return Call(
            title,
            statement: statement,
            socket: socket.map { $0 + offset },
            socketName: socketName.map { prefix + $0 },
            arguments: arguments,
            result: result,
            error: error,
            outputs: outputs,
            start: start,
            duration: duration,
            before: before,
            after: after,
            isInjected: isInjected,
            local: local,
            made: made.map(moved),
            mentions: mentions.map(moved)
        )
    }
}
