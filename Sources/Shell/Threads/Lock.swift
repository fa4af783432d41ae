import Sockets

/// A lock that one thread holds across calls, as the session needs; `Mutex` only holds for a closure.
///
/// `@unchecked Sendable`: the only state is the system's mutex, which is thread-safe.
final class Lock: @unchecked Sendable {
    fileprivate let mutex: UnsafeMutablePointer<pthread_mutex_t>

    init() {
        mutex = .allocate(capacity: 1)
        pthread_mutex_init(mutex, nil)
    }

    deinit {
        pthread_mutex_destroy(mutex)
        mutex.deallocate()
    }

    func lock() { pthread_mutex_lock(mutex) }

    /// Acquires the lock if possible within the time; returns whether it did.
    func lock(milliseconds: Int) -> Bool {
        for _ in 0..<max(milliseconds * 4, 1) {
            if pthread_mutex_trylock(mutex) == 0 { return true }
            usleep(250)
        }
        return false
    }

    func unlock() { pthread_mutex_unlock(mutex) }
}

/// Runs a closure on a thread of its own, with room for deep recursion; false if no thread is available.
public func startThread(_ body: @escaping @Sendable () -> Void) -> Bool {
    let box = Unmanaged.passRetained(ThreadBody(body))
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, 8 << 20)
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    #if canImport(Darwin)
        var thread: pthread_t?
        let entry: @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? = { argument in
            Unmanaged<ThreadBody>.fromOpaque(argument).takeRetainedValue().body()
            return nil
        }
    #else
        var thread = pthread_t()
        let entry: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { argument in
            if let argument { Unmanaged<ThreadBody>.fromOpaque(argument).takeRetainedValue().body() }
            return nil
        }
    #endif
    guard pthread_create(&thread, &attributes, entry, box.toOpaque()) == 0 else {
        box.release()
        return false
    }
    return true
}

private final class ThreadBody: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
}

/// A condition to wait for with the lock released.
///
/// `@unchecked Sendable`: the only state is the system's condition variable, which is thread-safe.
final class Condition: @unchecked Sendable {
    private let condition: UnsafeMutablePointer<pthread_cond_t>

    init() {
        condition = .allocate(capacity: 1)
        pthread_cond_init(condition, nil)
    }

    deinit {
        pthread_cond_destroy(condition)
        condition.deallocate()
    }

    func broadcast() { pthread_cond_broadcast(condition) }

    /// Waits on a lock that the caller holds, for at most this many milliseconds.
    func wait(_ lock: Lock, milliseconds: Int) {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        time.tv_nsec += milliseconds % 1000 * 1_000_000
        time.tv_sec += milliseconds / 1000 + time.tv_nsec / 1_000_000_000
        time.tv_nsec %= 1_000_000_000
        lock.wait(condition, until: time)
    }
}

extension Lock {
    fileprivate func wait(_ condition: UnsafeMutablePointer<pthread_cond_t>, until time: timespec) {
        var time = time
        pthread_cond_timedwait(condition, mutex, &time)
    }
}
