import Sockets
import Synchronization

/// Ctrl-C, as the process hears it: SIGINT sets a flag, which the interpreter looks at between statements, and wakes
/// the interrupter, which ends the foreground's call.
public enum Interrupts {
    private static let pending = Atomic<Bool>(false)
    private static let hits = Atomic<Int>(0)
    private static let isHeld = Atomic<Bool>(false)
    private static let pipe = Atomic<Int32>(-1)

    /// Whether Ctrl-C was hit and nobody has answered to it yet.
    public static var isPending: Bool { pending.load(ordering: .acquiring) }

    /// Whether Ctrl-C was hit since ``listen()``, whoever answered to it: for what runs many statements.
    public static var wasHit: Bool { count > 0 }

    /// How often Ctrl-C was hit since ``listen()``, whoever answered to it.
    public static var count: Int { hits.load(ordering: .acquiring) }

    /// Takes the flag down; tells whether it was up.
    @discardableResult
    public static func take() -> Bool {
        isHeld.load(ordering: .acquiring) ? true : pending.exchange(false, ordering: .acquiringAndReleasing)
    }

    /// Ends all that the foreground does, whatever it catches, until it is let go.
    static func hold() {
        isHeld.store(true, ordering: .releasing)
        raise()
    }

    /// Ends the holding.
    static func letGo() {
        isHeld.store(false, ordering: .releasing)
        take()
    }

    /// Does what Ctrl-C does: ends what the foreground waits for.
    public static func raise() {
        pending.store(true, ordering: .releasing)
        let descriptor = pipe.load(ordering: .acquiring)
        guard descriptor >= 0 else { return }
        var byte: UInt8 = 0
        _ = write(descriptor, &byte, 1)
    }

    /// Makes SIGINT an interrupt of the session instead of the process's end. At a prompt SIGQUIT (Ctrl-\) is the same: it
    /// would end the shell and all its sockets. A script that hangs can still be ended by it.
    public static func listen(isAtPrompt: Bool = false) {
        var action = sigaction()
        action.setHandler { _ in
            let saved = errno
            Interrupts.hits.add(1, ordering: .releasing)
            Interrupts.raise()
            errno = saved
        }
        sigaction(SIGINT, &action, nil)
        if isAtPrompt { sigaction(SIGQUIT, &action, nil) }
    }

    /// Has the handler write to a pipe, too.
    static func wake(_ wake: WakePipe) { pipe.store(wake.signalEnd, ordering: .releasing) }

    /// Lets a peer's disappearance be an error of the call (EPIPE), and a file that may not grow one of the write (EFBIG),
    /// never the process's end.
    public static func ignoreBrokenPipes() {
        _ = signal(SIGPIPE, SIG_IGN)
        _ = signal(SIGXFSZ, SIG_IGN)
    }
}

extension sigaction {
    /// Sets the handler, on every system's layout. No flags: the kernel does not restart calls.
    mutating func setHandler(_ handler: @convention(c) @escaping (Int32) -> Void) {
        #if canImport(Darwin)
            __sigaction_u.__sa_handler = handler
        #else
            __sigaction_handler.sa_handler = handler
        #endif
    }
}
