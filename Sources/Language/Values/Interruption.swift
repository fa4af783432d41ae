import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Whether what the foreground computes is to end: Ctrl-C was pressed, or its time is up.
///
/// Whatever may compute for long asks ``endsThis`` now and then, and returns with what it has. Nobody sees that: the
/// statement is then one that was interrupted.
public enum Interruption {
    private static let requested = Atomic<Bool>(false)
    private static let obeyed = Atomic<Bool>(false)

    /// Whether it was requested and not yet handled.
    public static var isRequested: Bool { requested.load(ordering: .acquiring) }

    /// Requests it. A signal handler may.
    public static func request() { requested.store(true, ordering: .releasing) }

    /// Handles it; returns whether it was requested.
    public static func take() -> Bool {
        obeyed.store(false, ordering: .releasing)
        return requested.exchange(false, ordering: .acquiringAndReleasing)
    }

    /// Whether what this thread computes is to end now. If so, its result is worth nothing.
    public static var endsThis: Bool {
        guard requested.load(ordering: .relaxed), pthread_getspecific(background) == nil else { return false }
        obeyed.store(true, ordering: .releasing)
        return true
    }

    /// Whether anything has ended early since this was last asked.
    public static func takeObeyed() -> Bool {
        obeyed.load(ordering: .relaxed) && obeyed.exchange(false, ordering: .acquiringAndReleasing)
    }

    /// Marks the calling thread as one of the background, which Ctrl-C does not mean.
    public static func spareThisThread() { pthread_setspecific(background, UnsafeRawPointer(bitPattern: 1)) }

    private static let background: pthread_key_t = {
        var key = pthread_key_t()
        pthread_key_create(&key, nil)
        return key
    }()
}
