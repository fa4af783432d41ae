import Sockets

extension Call {
    /// How many bytes of data it holds.
    var weight: Int {
        var weight = mentions.count * MemoryLayout<MadeSocket>.stride
        for argument in arguments { weight += argument.weight }
        for output in outputs { weight += output.weight }
        return weight
    }
}

extension Argument {
    fileprivate var weight: Int {
        switch value {
        // The most common first; they need not be unpacked.
        case .descriptor, .integer, .constant, .address, .room, .null: 0
        case .data(let clip): clip.bytes.count
        case .text(let text): text.utf8.count
        case .option(_, let raw): raw.count
        case .poll(let entries): entries.count * MemoryLayout<PollEntry>.stride
        case .ancillary(let messages): messages.count * MemoryLayout<AncillaryMessage>.stride
        case .list(let contents):
            contents.reduce(0) { $0 + MemoryLayout<Argument.Content>.stride + Argument("", $1).weight }
        }
    }
}

extension LayerEvent {
    /// How many bytes of data it holds.
    var weight: Int { bytes.bytes.count + meaning.utf8.count }
}
