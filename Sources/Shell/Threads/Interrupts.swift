import Language
import Sockets
import Synchronization

/// Ctrl-C, as the process receives it: SIGINT sets a flag, which the interpreter checks between statements, and wakes
/// the interrupter, which ends the foreground's call.
public enum Interrupts {
    private static let hits = Atomic<Int>(0)
    private static let isHeld = Atomic<Bool>(false)
    private static let pipe = Atomic<Int32>(-1)

    /// Whether Ctrl-C was pressed and not yet handled.
    public static var isPending: Bool { Interruption.isRequested }

    /// Whether Ctrl-C was pressed since ``listen()``, whoever handled it: for what runs many statements.
    public static var wasHit: Bool { count > 0 }

    /// How often Ctrl-C was pressed since ``listen()``, whoever handled it.
    public static var count: Int { hits.load(ordering: .acquiring) }

    /// Clears the flag; returns whether it was set.
    @discardableResult
    public static func take() -> Bool {
        isHeld.load(ordering: .acquiring) ? true : Interruption.take()
    }

    /// Ends everything the foreground does, whatever it catches, until ``letGo()``.
    static func hold() {
        isHeld.store(true, ordering: .releasing)
        raise()
    }

    /// Undoes ``hold()``.
    static func letGo() {
        isHeld.store(false, ordering: .releasing)
        take()
    }

    /// Acts like Ctrl-C: ends what the foreground waits for.
    public static func raise() {
        Interruption.request()
        let descriptor = pipe.load(ordering: .acquiring)
        guard descriptor >= 0 else { return }
        var byte: UInt8 = 0
        _ = write(descriptor, &byte, 1)
    }

    /// Makes SIGINT an interrupt of the session instead of ending the process. At a prompt SIGQUIT (Ctrl-\) does the
    /// same: it would end the shell and all its sockets. A hung script can still be ended by it.
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

    /// Makes the handler write to a pipe, too.
    static func wake(_ wake: WakePipe) { pipe.store(wake.signalEnd, ordering: .releasing) }

    /// Makes a vanished peer an error of the call (EPIPE), and a file over its size limit an error of the write
    /// (EFBIG), never the end of the process.
    public static func ignoreBrokenPipes() {
        _ = signal(SIGPIPE, SIG_IGN)
        _ = signal(SIGXFSZ, SIG_IGN)
    }
}

extension sigaction {
    /// Sets the handler, in every system's layout. No flags: the kernel does not restart calls.
    mutating func setHandler(_ handler: @convention(c) @escaping (Int32) -> Void) {
        #if canImport(Darwin)
            __sigaction_u.__sa_handler = handler
        #else
            __sigaction_handler.sa_handler = handler
        #endif
    }
}
