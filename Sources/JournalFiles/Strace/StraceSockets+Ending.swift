import Journal

/// Calls by which many descriptors are gone at once.
extension StraceSockets {
    /// Whether a process has a socket among some descriptors.
    mutating func hasSockets(_ process: Int, in descriptors: ClosedRange<Int32>) -> Bool {
        self.descriptors(of: process).contains(where: descriptors.contains)
    }

    /// Closes those of a process's descriptors that are in a range; gives the sockets that nobody holds any more.
    mutating func closeAll(of process: Int, in range: ClosedRange<Int32>) -> [MadeSocket] {
        drop(descriptors(of: process).filter(range.contains), of: process)
    }

    /// Another program has a process: gives the sockets that ended with it.
    mutating func replacedProgram(_ process: Int) -> [MadeSocket] {
        let closed = closedOnExec(by: process)
        return drop(descriptors(of: process).filter(closed.contains), of: process)
    }

    /// A process is about to end: gives the sockets that end with it. A thread that others outlive takes none along.
    mutating func endsOfProcess(_ process: Int) -> [MadeSocket] {
        isAlone(process) ? drop(descriptors(of: process), of: process) : []
    }

    private mutating func drop(_ descriptors: [Int32], of process: Int) -> [MadeSocket] {
        descriptors.sorted().compactMap { descriptor in
            let value = StraceValue.word(String(descriptor))
            guard let id = find(value, process: process, mustBeSocket: false), let name = self[id]?.name,
                close(value, process: process)
            else { return nil }
            return MadeSocket(id: id, name: name, descriptor: descriptor)
        }
    }
}
