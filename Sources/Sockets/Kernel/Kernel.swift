import Synchronization
import SystemPackage

/// The outcome of a call: what the C function returned, its errno if it failed, and when.
public struct Returned<Output: Sendable>: Sendable {
    /// What C returned, -1 on failure.
    public let result: Int
    /// Why it failed; nil if it succeeded.
    public let errno: Errno?
    /// When the call was made, in nanoseconds on the monotonic clock.
    public let start: UInt64
    /// How long it took, in nanoseconds.
    public let duration: UInt64
    /// Whether the failure is an injected fault, so that the kernel never saw the call.
    public let injected: Bool
    /// What the call wrote besides its result; meaningful only if it succeeded.
    public let output: Output

    /// The same return with its output transformed.
    public func map<Other>(_ transform: (Output) -> Other) -> Returned<Other> {
        Returned<Other>(
            result: result,
            errno: errno,
            start: start,
            duration: duration,
            injected: injected,
            output: transform(output)
        )
    }
}

/// The boundary to the kernel: every socket call of the process is made through one of these, by ``invoke(_:_:)``.
///
/// Nothing is retried and nothing is hidden: EINTR is returned as EINTR. A test, or the `inject` command, can arm a
/// ``Fault``, and the next such call fails with its errno without reaching the kernel.
public final class Kernel: Sendable {
    private struct Armed {
        var faults: [Fault] = []
    }

    private let armed = Mutex(Armed())
    private let hasFaults = Atomic(false)

    /// A boundary without faults.
    public init() {}

    /// Arms a fault.
    public func inject(_ fault: Fault) {
        armed.withLock { $0.faults.append(fault) }
        hasFaults.store(true, ordering: .releasing)
    }

    /// Disarms every fault.
    public func clearFaults() {
        armed.withLock { $0.faults = [] }
        hasFaults.store(false, ordering: .releasing)
    }

    /// Makes one call: runs `body`, which returns what C returned, and records errno and the time.
    ///
    /// - Parameters:
    ///   - kind: the C function, by which faults are found.
    ///   - failure: what C returns on failure, usually -1.
    ///   - body: the call itself and nothing else, so that errno is its own.
    public func invoke(_ kind: CallKind, failure: Int = -1, _ body: () -> Int) -> Returned<Void> {
        if let fault = takeFault(kind) {
            let errno = fault.errno ?? .ioError
            return Returned(result: failure, errno: errno, start: now(), duration: 0, injected: true, output: ())
        }
        let start = now()
        let result = body()
        let errno = result == failure ? Errno.current : nil
        return Returned(
            result: result,
            errno: errno,
            start: start,
            duration: now() - start,
            injected: false,
            output: ()
        )
    }

    /// Consumes the fault armed for a call; nil if there is none.
    func takeFault(_ kind: CallKind) -> NameFailure? {
        guard hasFaults.load(ordering: .acquiring) else { return nil }
        return armed.withLock { armed in
            guard let index = armed.faults.firstIndex(where: { $0.call == kind }) else { return nil }
            let failure = armed.faults[index].failure
            armed.faults[index].times -= 1
            if armed.faults[index].times <= 0 { armed.faults.remove(at: index) }
            if armed.faults.isEmpty { hasFaults.store(false, ordering: .releasing) }
            return failure
        }
    }
}

/// A fault to inject: it makes calls fail at the boundary.
public struct Fault: Sendable {
    /// The C function.
    public let call: CallKind
    /// The failure. A call that can fail only with an errno turns any other failure into EIO.
    public let failure: NameFailure
    /// How many calls should fail.
    public var times: Int

    /// The next `times` such calls fail with an errno; getaddrinfo and getnameinfo with `EAI_SYSTEM` and that errno.
    public init(call: CallKind, errno: Errno, times: Int = 1) {
        self.init(call: call, failure: .system(errno), times: times)
    }

    /// The next `times` calls of getaddrinfo or getnameinfo fail with this code.
    public init(call: CallKind, resolver: ResolverError, times: Int = 1) {
        self.init(call: call, failure: .resolver(resolver), times: times)
    }

    /// The next `times` calls of gethostbyname or gethostbyaddr fail with this h_errno.
    public init(call: CallKind, host: HostError, times: Int = 1) {
        self.init(call: call, failure: .host(host), times: times)
    }

    /// The next `times` such calls fail this way.
    public init(call: CallKind, failure: NameFailure, times: Int = 1) {
        self.call = call
        self.failure = failure
        self.times = times
    }
}

extension Errno {
    /// The errno of the calling thread.
    static var current: Errno {
        #if canImport(Darwin)
            Errno(rawValue: Darwin.errno)
        #elseif canImport(Musl)
            Errno(rawValue: Musl.errno)
        #else
            Errno(rawValue: Glibc.errno)
        #endif
    }
}

/// The monotonic clock in nanoseconds.
public func now() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
}
