import CSockets

/// How large a file may become (getrlimit(2), RLIMIT_FSIZE), and what it costs.
public enum FileSizeLimit {
    /// The limit in bytes; nil if there is none. Writing beyond it ends the process with SIGXFSZ.
    public static var bytes: Int? {
        #if canImport(Darwin)
            let resource = RLIMIT_FSIZE
        #else
            let resource = __rlimit_resource_t(RLIMIT_FSIZE.rawValue)
        #endif
        var limit = rlimit()
        guard getrlimit(resource, &limit) == 0, limit.rlim_cur < rlim_t(Int64.max) else { return nil }
        return Int(limit.rlim_cur)
    }

    /// Whether a file is in memory: on a tmpfs, tmpfs(5).
    public static func isInMemory(_ descriptor: Int32) -> Bool { csockets_is_in_memory(descriptor) }
}
