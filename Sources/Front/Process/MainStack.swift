import Sockets

import func Shell.startThread

/// The stack that statements run on.
enum MainStack {
    /// What nested blocks, and what they call, need at most: as much as every job has.
    private static let needed: rlim_t = 4 << 20

    /// Runs the program to its end: on a thread with a stack of its own, if the process's may not grow enough
    /// (`ulimit -s`).
    static func run(_ program: @escaping @Sendable () -> Void) {
        guard isShort, startThread({ runAndExit(program) }) else { return program() }
        // Every signal is the other thread's, so that it ends what that waits for.
        var all = sigset_t()
        sigfillset(&all)
        pthread_sigmask(SIG_BLOCK, &all, nil)
        while true { _ = poll(nil, 0, -1) }
    }

    private static func runAndExit(_ program: () -> Void) {
        program()
        exit(ExitStatus.success.rawValue)
    }

    private static var isShort: Bool {
        var limit = rlimit()
        #if canImport(Darwin)
            let resource = RLIMIT_STACK
        #else
            let resource = __rlimit_resource_t(RLIMIT_STACK.rawValue)
        #endif
        return getrlimit(resource, &limit) == 0 && limit.rlim_cur < needed
    }
}
