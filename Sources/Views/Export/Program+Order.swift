import Journal

/// The calls in an order in which one thread can make them.
///
/// The journal has a call when it came back, so calls that jobs made beside each other stand in the order of their ends:
/// an accept that waited stands behind the connect that ended its waiting. Only where both came back at nearly the same
/// time can the waiting call have been faster; then it is moved behind the call that it had waited for.
func sequential(_ calls: [Call]) -> [Call] {
    var ordered = calls.enumerated().sorted { ($0.element.end, $0.offset) < ($1.element.end, $1.offset) }.map(\.element)
    var index = ordered.count - 1
    while index >= 0 {
        let call = ordered[index]
        if call.canWait {
            let rest = ordered[(index + 1)...]
            // Calls further behind cannot have begun before this one ended, once one of them began after it.
            if let last = rest.lastIndex(where: { !$0.canWait && $0.start > call.start && $0.start < call.end }) {
                ordered.remove(at: index)
                ordered.insert(call, at: last)
            }
        }
        index -= 1
    }
    return ordered
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

extension Call {
    /// Whether it waits for what another call does.
    var canWait: Bool { ["accept", "accept4", "recv", "recvfrom", "recvmsg", "poll"].contains(name) }

    /// Whether it sends more than fits into the smallest buffer.
    fileprivate var isSendingMuch: Bool {
        ["send", "sendto", "sendmsg", "sendfile"].contains(name) && result > 2048
    }
}
