import Explaining
import Journal
import Language
import Shell
import Sockets

/// What a session's foreground waits for, put into words.
struct WaitSituation {
    /// The number of the wait.
    let number: Int
    /// What is said of it.
    let report: WaitReport

    /// What the foreground of a session waits for; nil if it does not wait, or only for time to pass.
    ///
    /// - Parameter others: sessions that run beside it.
    init?(of session: Session, beside others: [SessionBeside]) {
        let beside = others.map(\.snapshot)
        let found = session.locked { () -> (Int, WaitReport)? in
            let all = session.waitingNow
            guard let own = all.last(where: { $0.job == nil }) else { return nil }
            return Self.report(of: own, among: all, on: session, beside).map { (own.number, $0) }
        }
        guard let found else { return nil }
        (number, report) = found
    }

    private static func report(
        of waiting: WaitingNow,
        among all: [WaitingNow],
        on session: Session,
        _ others: [OtherSession]
    ) -> WaitReport? {
        if case .file = waiting.matter {
            return WaitReport("the other end of the pipe has not come, or the device is not ready")
        }
        if case .job(let job) = waiting.matter {
            guard let inner = all.last(where: { $0.job == job.number }) else { return nil }
            let report = report(of: inner, among: all, on: session, others)
            return report.map { WaitReport("job \(job.number) goes on: \($0.sentence)", $0.advice) }
        }
        var arguments: [Argument] = []
        if case .call(_, let passed, _) = waiting.matter { arguments = passed }
        guard
            let call = waiting.call(
                numbered: session.journal.count + 1,
                mentioning: session.mentions(in: arguments)
            )
        else { return nil }
        return WaitReport(of: call, history: session.journal, facts(of: waiting, among: all, others))
    }

    private static func facts(of waiting: WaitingNow, among all: [WaitingNow], _ others: [OtherSession]) -> WaitFacts {
        var facts = WaitFacts()
        facts.aim = waiting.aim
        facts.waitsIn = all.filter { $0.number != waiting.number }.waitsIn
        facts.others = others
        if case .call(_, _, let socket?) = waiting.matter {
            facts.local = Observation.localAddress(of: socket.descriptor)
            facts.peer = Observation.peerAddress(of: socket.descriptor)
        }
        return facts
    }
}

/// A session that runs beside the one at the prompt, such as a lesson's other end.
public struct SessionBeside: Sendable {
    let name: String
    let session: Session
    let isOver: Bool

    /// A session with its name; `isOver` if it has done all that it was to do.
    public init(name: String, session: Session, isOver: Bool) {
        (self.name, self.session, self.isOver) = (name, session, isOver)
    }

    fileprivate var snapshot: OtherSession {
        session.locked {
            OtherSession(
                name: name,
                journal: session.journal,
                ends: session.sockets.all.map { socket in
                    OtherSession.End(
                        id: socket.id,
                        name: socket.name,
                        local: Observation.localAddress(of: socket.descriptor),
                        peer: Observation.peerAddress(of: socket.descriptor),
                        isListening: socket.state == .listen
                    )
                },
                waitsIn: session.waitingNow.waitsIn,
                isOver: isOver
            )
        }
    }
}

extension [WaitingNow] {
    /// The calls that are waited in, by their sockets' numbers.
    fileprivate var waitsIn: [Int: CallKind] {
        var kinds: [Int: CallKind] = [:]
        for case .call(let kind, _, let socket?) in map(\.matter) { kinds[socket.id] = kind }
        return kinds
    }
}
