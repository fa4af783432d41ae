import Journal

/// A journal in which layers report.
public enum LayerEvents {
    /// What a hostile peer's line could contain.
    public static let hostile = "S: 250 \u{1b}[31mred\u{7}\r\n\u{202e}<b>&\u{0}"

    /// A connection that sends once; under the send a TLS record, the line in it, and packets; one more packet that
    /// belongs to nothing.
    public static func journal() -> Journal {
        var journal = Journal()
        for call in Sessions.run("p = socketpair\np.send hello\np2.recv 100") { journal.append(call) }
        guard let send = journal.newest(1, where: { $0.name == "send" }).first else { return journal }
        func event(
            _ layer: Layer,
            _ direction: Direction?,
            _ bytes: Int,
            _ meaning: String,
            _ origin: LayerEvent.Origin?
        ) -> LayerEvent {
            LayerEvent(
                layer,
                statement: 2,
                socket: send.socket,
                socketName: send.socketName,
                direction: direction,
                bytes: Clip([UInt8](repeating: 0x61, count: bytes)),
                meaning: meaning,
                of: origin,
                time: send.end
            )
        }
        let record = journal.append(event(.tls, .sent, 27, "Application Data", .call(send.number)))
        journal.append(event(.conversation, .sent, 5, hostile, .event(record)))
        journal.append(event(.packet, .sent, 99, "PSH ACK", .call(send.number)))
        journal.append(event(.packet, nil, 0, "a keep-alive", nil))
        return journal
    }
}
