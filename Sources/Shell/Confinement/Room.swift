import Journal
import Language
import Sockets
import Synchronization

/// What the statements of one lesson made and used up while it is played, in all its sessions: the learner's and those
/// of the scripted other ends.
public final class Room: Sendable {
    /// Which file a path led to when it was made: another one may have its name by now.
    private struct Identity: Hashable {
        let device: UInt64
        let number: UInt64

        /// The file at a path, not followed if it is a link; nil if there is none.
        init?(_ path: String) {
            var status = stat()
            guard lstat(path, &status) == 0 else { return nil }
            (device, number) = (UInt64(status.st_dev), UInt64(status.st_ino))
        }
    }

    private struct Contents {
        var ports: Set<UInt16> = []
        var made: [String: Identity] = [:]
        var used = [Int](repeating: 0, count: Allowance.allCases.count)
        var values: [String: Int] = [:]
    }

    private let contents = Mutex(Contents())
    /// The sockets that the process had before, such as one that it inherited.
    private let foreign = Observation.openSockets()

    /// An empty room; the sockets that the process has already are nobody's in it.
    public init() {}

    /// Whether the process has a socket, made since the lesson began, whose address fits.
    func hasSocket(_ type: SocketType, where fits: (SocketAddress, Int32) -> Bool) -> Bool {
        Observation.hasSocket(type) { address, descriptor in
            guard fits(address, descriptor), let number = Observation.socketNumber(descriptor) else { return false }
            return !foreign.contains(number)
        }
    }

    /// The ports that the lesson's head names, as they were chosen: free ones, so nobody else's.
    public var ports: Set<UInt16> {
        get { contents.withLock { $0.ports } }
        set { contents.withLock { $0.ports = newValue } }
    }

    /// Uses up some of an allowance; throws if that is more than there is.
    func take(_ allowance: Allowance, _ amount: Int = 1, at span: Span) throws(Failure) {
        let used = contents.withLock {
            $0.used[allowance.rawValue] += amount
            return $0.used[allowance.rawValue]
        }
        try check(allowance, used, at: span)
    }

    /// Throws if there is more of something than the allowance.
    func check(_ allowance: Allowance, _ amount: Int, at span: Span) throws(Failure) {
        guard amount > allowance.limit else { return }
        throw Confinement.refusal(
            allowance.deed,
            "netshell learn --outside allows all, if you trust the lesson",
            at: span
        )
    }

    /// Keeps account of the bytes that a variable of a session holds; throws if all variables together hold too many.
    func hold(_ count: Int, in name: String, of session: Session, at span: Span) throws(Failure) {
        let key = "\(ObjectIdentifier(session).hashValue) \(name)"
        let all = contents.withLock {
            $0.used[Allowance.values.rawValue] += count - ($0.values[key] ?? 0)
            $0.values[key] = count
            return $0.used[Allowance.values.rawValue]
        }
        try check(.values, all, at: span)
    }

    /// Notes that the lesson made what is at a path now: a file, or a unix socket's name.
    func note(made path: String) {
        guard let identity = Identity(path) else { return }
        contents.withLock { $0.made[path] = identity }
    }

    /// Whether the lesson made what is at a path now.
    func holds(_ path: String) -> Bool {
        guard let identity = Identity(path) else { return false }
        return contents.withLock { $0.made[path] == identity }
    }

    /// Removes the files and names that the lesson made, unless something else is in their place by now, and starts
    /// its account anew.
    public func clear() {
        let made = contents.withLock { contents in
            defer { contents = Contents() }
            return contents.made
        }
        for (path, identity) in made where Identity(path) == identity { _ = Kernel().unlink(path) }
    }
}
