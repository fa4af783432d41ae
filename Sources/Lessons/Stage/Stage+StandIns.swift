import Sockets

extension Stage {
    /// Says which ports others stand in for, if that has changed.
    ///
    /// - Parameter before: the number of each port as it was said before; empty at the beginning, when the lesson's own are
    ///   what is expected.
    func standIns(unless before: [String: String]) -> [Passage] {
        lesson.head.ports.compactMap { port in
            guard let other = wildcards.words[port.name], other != before[port.name] else { return nil }
            if before.isEmpty, other == "\(port.number)" { return nil }
            let number = before[port.name].flatMap { UInt16($0) } ?? port.number
            let message = Observation.isHeldByClosed(port: number) ? Message.standInForClosed : .standIn
            return .note(messages(message, ["port": number, "other": other]))
        }
    }
}
