import Drawing
import Journal
import Language
import Shell
import Sockets

private let values = Parameter(
    "data",
    Optionally(DataWord()),
    about: "any data; what was last received if none is given"
)
private let all = Flag("all", Present(), about: "show all of it, however long")

/// The most bytes in one dump: they and their text must fit in memory.
private let dumpLimit = 4 << 20

extension Command {
    static let hexdump = Command(
        "hexdump",
        "show data byte by byte",
        about: """
            Sixteen bytes to a line: their offset, their values in hexadecimal, and the characters of those that are \
            printable ASCII. Without data it shows what was received last. Of long data the beginning is shown.
            """,
        parameters: [values],
        flags: [all],
        replies: "the lines",
        style: .line,
        examples: [
            Example(
                "a line as it travels",
                "> hexdump \"GET /\\r\\n\"\n00000000  47 45 54 20 2f 0d 0a                              |GET /..|"
            )
        ],
        seeAlso: ["recv", "length"]
    ) { invocation throws(Failure) in
        let limit = invocation[all] == true ? dumpLimit : Drawing.Hexdump.usualLimit
        var (bytes, total) = ([UInt8](), 0)
        if let data = invocation[values] {
            try data.pieces(of: 1 << 16, for: invocation.waiter) { (piece) throws(Failure) -> Bool in
                bytes += piece.prefix(limit - bytes.count)
                total += piece.count
                // The rest of a file is read to know its size.
                return data.count == nil || bytes.count < limit
            }
            total = data.count ?? total
        } else {
            guard let clip = invocation.session.journal.lastReceived else {
                throw invocation.failure(.noData, "nothing was received yet", "hexdump DATA shows any data")
            }
            (bytes, total) = (clip.bytes, clip.count)
        }
        guard total > 0 else { return .text("no bytes") }
        return .text(Drawing.Hexdump.lines(bytes, limit: limit, total: total).joined(separator: "\n"))
    }
}

extension Journal {
    /// What the newest call of the recv family received.
    fileprivate var lastReceived: Clip? {
        var found: Clip?
        backwards(over: { $0.mayTell(.received) }) { call in
            guard call.takesIn else { return true }
            for output in call.outputs {
                switch output.value {
                case .data(let clip): found = clip
                case .list(let contents):
                    for case .data(let clip) in contents where found == nil { found = clip }
                default: break
                }
            }
            return found == nil
        }
        return found
    }
}
