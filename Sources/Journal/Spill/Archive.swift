import SystemPackage

/// The calls for which memory has no room: blocks of them in files, and what memory keeps of each.
///
/// There are two files at the most. When one is full, the next begins and the one before it is given up with the calls in
/// it.
struct Archive: Sendable {
    /// Calls in a file that stand together.
    struct Block: Sendable {
        /// The number of the first.
        let first: Int
        /// The number of the last.
        let last: Int
        /// What they tell.
        let digest: Digest
        fileprivate let file: SpillFile
        fileprivate let place: Range<Int>
    }

    /// How many bytes a file has.
    static let fileCapacity = 512 << 20

    /// The blocks, oldest first; no call between them is missing.
    private(set) var blocks: [Block] = []
    private var file: SpillFile?
    private var trouble: Errno?
    private var wasInTrouble = false
    private let makeFile: @Sendable () throws(Errno) -> SpillFile

    /// An empty one. `makeFile` gives a file; by default it is in the temporary folder.
    init(
        makeFile: @escaping @Sendable () throws(Errno) -> SpillFile = { () throws(Errno) in
            try SpillFile.make(capacity: Archive.fileCapacity)
        }
    ) {
        self.makeFile = makeFile
    }

    /// The number of its oldest call; nil where it has none.
    var first: Int? { blocks.first?.first }

    /// Takes in calls that follow the ones before. Where they cannot be written, they are forgotten, and all that are
    /// older with them.
    mutating func append(_ calls: [Call]) {
        guard let first = calls.first?.number, let last = calls.last?.number else { return }
        do throws(Errno) {
            let (file, place) = try write(calls)
            blocks.append(Block(first: first, last: last, digest: Digest(calls), file: file, place: place))
        } catch {
            (blocks, file) = ([], nil)
            if !wasInTrouble { trouble = error }
            wasInTrouble = true
        }
    }

    private mutating func write(_ calls: [Call]) throws(Errno) -> (SpillFile, Range<Int>) {
        if let file {
            if let place = try file.append(calls) { return (file, place) }
            blocks.removeAll { $0.file !== file }
        }
        let next = try makeFile()
        file = next
        guard let place = try next.append(calls) else { throw .fileTooLarge }
        return (next, place)
    }

    /// Why calls could not be written, once.
    mutating func takeTrouble() -> Errno? {
        defer { trouble = nil }
        return trouble
    }

    /// The calls of a block; none where they cannot be read back.
    func calls(of index: Int) -> [Call] {
        let block = blocks[index]
        let calls = block.file.calls(at: block.place) ?? []
        return calls.count == block.last - block.first + 1 ? calls : []
    }

    /// The call of a number; nil where it is not here, or cannot be read back.
    subscript(_ number: Int) -> Call? {
        // The blocks are in order: halve the range until one is left.
        var (low, high) = (0, blocks.count)
        while low < high {
            let middle = (low + high) / 2
            if blocks[middle].last < number { low = middle + 1 } else { high = middle }
        }
        guard low < blocks.count, blocks[low].first <= number else { return nil }
        let calls = calls(of: low)
        return calls.isEmpty ? nil : calls[number - blocks[low].first]
    }
}
