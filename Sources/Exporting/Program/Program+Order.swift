import Journal
import Reading

/// The calls in an order in which one thread can make them.
///
/// The journal has a call when it came back, so calls that jobs made beside each other are in the order of their ends.
/// A call that waited may have come back before the one that ended its waiting: the kernel queues a connection before
/// connect returns, and an accept can begin and end meanwhile. Where the traffic tells which call that was, it is made
/// before the one that waited; if it does not, the one that waited is moved after those that began during its wait.
func sequential(_ calls: [Call], _ traffic: Traffic) -> [Call] {
    let ordered = calls.enumerated().sorted { ($0.element.end, $0.offset) < ($1.element.end, $1.offset) }.map(\.element)
    let places = Dictionary(ordered.enumerated().map { ($0.element.number, $0.offset) }) { first, _ in first }
    let effects = Effects(ordered)
    var turns = ordered.indices.map { Turn(place: $0, side: .itself, own: $0) }
    for (index, call) in ordered.enumerated() where call.canWait {
        if let causes = traffic.causes(of: call) {
            for cause in causes.compactMap({ places[$0] }) where cause > index && ordered[cause].canComeBefore(call) {
                turns[cause] = min(turns[cause], Turn(place: index, side: .before, own: cause))
            }
        } else if let last = effects.lastBegun(during: index) {
            turns[index] = Turn(place: last, side: .behind, own: index)
        }
    }
    return turns.sorted().map { ordered[$0.own] }
}

/// When a call is made: at its own place in the order of the ends, or beside another's.
private struct Turn: Comparable {
    enum Side: Int { case before, itself, behind }

    let place: Int
    let side: Side
    let own: Int

    static func < (one: Turn, other: Turn) -> Bool {
        (one.place, one.side.rawValue, one.own) < (other.place, other.side.rawValue, other.own)
    }
}

/// The calls that do not wait for others, in the order of the ends.
private struct Effects {
    private let calls: [Call]
    /// The earliest start among those from a place on.
    private var earliest: [UInt64]

    init(_ calls: [Call]) {
        self.calls = calls
        earliest = [UInt64](repeating: .max, count: calls.count + 1)
        for index in calls.indices.reversed() {
            earliest[index] = calls[index].canWait ? earliest[index + 1] : min(earliest[index + 1], calls[index].start)
        }
    }

    /// The last that began while a call was made and ended after it; nil if there is none.
    func lastBegun(during index: Int) -> Int? {
        let call = calls[index]
        var last: Int?
        var place = index + 1
        while earliest[place] < call.end {
            let other = calls[place]
            if !other.canWait, other.start > call.start, other.start < call.end { last = place }
            place += 1
        }
        return last
    }
}

/// The first call that came back only because another was made meanwhile, so that no order is one thread's: data too
/// long for the kernel's buffers, which was received while it was sent. The calls are in the order of their ends.
func interlocked(_ calls: [Call]) -> (sender: Call, receiver: Call)? {
    for (index, sender) in calls.enumerated() where sender.isSendingMuch {
        let during = calls[..<index].reversed().prefix { $0.end > sender.start }
        let receiver = during.first { call in
            call.canWait && call.descriptor != sender.descriptor && call.start > sender.start && call.result > 0
        }
        if let receiver { return (sender, receiver) }
    }
    return nil
}

extension Traffic {
    /// The calls without which a call would have waited on; nil if nothing is known of them.
    fileprivate func causes(of call: Call) -> [Int]? {
        guard let note = notes[call.number] else { return nil }
        let causes = note.taken.compactMap(\.send) + (note.cause.map { [$0] } ?? [])
        return causes.isEmpty ? nil : causes
    }
}

extension Call {
    /// Whether it waits for what another call does.
    var canWait: Bool {
        switch kind?.waitsFor {
        case .events?: true
        case .socket?: isAccept || isReceive
        default: false
        }
    }

    /// Whether one thread can make it before a call that took what it does: not if it came back only because that
    /// was taken.
    fileprivate func canComeBefore(_ call: Call) -> Bool { start > call.start || !isSendingMuch }

    /// Whether it sends more than fits into the smallest buffer.
    fileprivate var isSendingMuch: Bool {
        isSend && movedBytes > 2048
    }
}
