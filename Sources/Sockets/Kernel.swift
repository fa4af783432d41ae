import Synchronization
import SystemPackage

/// How a call came back: what the C function returned, its errno where it failed, and when.
public struct Returned<Output: Sendable>: Sendable {
    /// What C returned, -1 for a failure.
    public let result: Int
    /// Why it failed, nil where it did not.
    public let errno: Errno?
    /// When the call was made, in nanoseconds of the monotonic clock.
    public let start: UInt64
    /// How long it took, in nanoseconds.
    public let duration: UInt64
    /// Whether a fault made up the failure, so that the kernel never saw the call.
    public let injected: Bool
    /// What the call wrote besides its result; meaningful only where it did not fail.
    public let output: Output

    /// The same return with its output made into another.
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
/// Nothing is retried and nothing is hidden: EINTR comes back as EINTR. A test, or the `inject` command, can arm a
/// ``Fault``, and the next call of that name fails with its errno without reaching the kernel.
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

    /// Makes one call: runs `body`, which returns what C returned, and keeps errno and the time.
    ///
    /// - Parameters:
    ///   - name: the C function's name, by which faults are found.
    ///   - body: the call itself and nothing else, so that errno is its own.
    public func invoke(_ name: String, _ body: () -> Int) -> Returned<Void> {
        if hasFaults.load(ordering: .acquiring), let errno = takeFault(name) {
            return Returned(result: -1, errno: errno, start: now(), duration: 0, injected: true, output: ())
        }
        let start = now()
        let result = body()
        let errno = result == -1 ? Errno.current : nil
        return Returned(
            result: result,
            errno: errno,
            start: start,
            duration: now() - start,
            injected: false,
            output: ()
        )
    }

    private func takeFault(_ name: String) -> Errno? {
        armed.withLock { armed in
            guard let index = armed.faults.firstIndex(where: { $0.call == name }) else { return nil }
            let errno = armed.faults[index].errno
            armed.faults[index].times -= 1
            if armed.faults[index].times <= 0 { armed.faults.remove(at: index) }
            if armed.faults.isEmpty { hasFaults.store(false, ordering: .releasing) }
            return errno
        }
    }
}

/// An order to fail a call at the boundary.
public struct Fault: Sendable {
    /// The C function's name.
    public let call: String
    /// What it fails with.
    public let errno: Errno
    /// How many calls are to fail.
    public var times: Int

    /// The next `times` calls of that name fail.
    public init(call: String, errno: Errno, times: Int = 1) {
        self.call = call
        self.errno = errno
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
