import Journal
import Language
import Shell
import Sockets
import Testing

/// Two connected sockets, `s1` and `s2`, in a shell whose statements a test types.
struct CarriedPair {
    let shell = ComposedSession()

    init(_ type: String = "stream") throws {
        try shell.reply("socketpair unix \(type)")
    }

    /// Installs a transport on a socket.
    func put(_ engine: some Transport, under name: String) throws {
        let socket = try #require(shell.session.sockets[name])
        shell.session.locked { socket.transport = BufferedTransport(engine) }
    }

    /// The transport of a socket.
    func transport(_ name: String) throws -> BufferedTransport {
        try #require(shell.session.sockets[name]?.transport)
    }

    /// A socket's row in the table.
    func row(_ name: String) throws -> Record {
        guard case .list(let rows) = try shell.reply("sockets") else { throw NoSuchRow() }
        for case .record(let row) in rows where row["name"] == .text(name) { return row }
        throw NoSuchRow()
    }

    private struct NoSuchRow: Error {}

    /// The calls of a statement that must succeed, as in the journal.
    func calls(of line: String) throws -> [Call] {
        let before = shell.session.journal.count
        let record = try shell.type(line)
        #expect(record.failure.map(\.message) == nil, "\(line)")
        return shell.session.locked { shell.session.journal.calls(of: record.number, from: before + 1) }
    }

    /// Waits until every job waits for somebody else.
    func rest() throws {
        let session = shell.session
        while !session.locked({ session.isAtRest }) { try shell.reply("sleep 0.001") }
    }
}

extension Value {
    /// Some text as bytes.
    static func bytes(of text: String) -> Value { .bytes(Array(text.utf8)) }
}
