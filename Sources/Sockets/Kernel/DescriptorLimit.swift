/// How many descriptors the process may hold open (getrlimit(2), RLIMIT_NOFILE).
public enum DescriptorLimit {
    /// Raises the soft limit to the hard one, so that a session can hold as many sockets as the system allows.
    public static func raise() {
        var limit = rlimit()
        #if canImport(Darwin)
            let resource = RLIMIT_NOFILE
        #else
            let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        #endif
        guard getrlimit(resource, &limit) == 0, limit.rlim_cur < limit.rlim_max else { return }
        limit.rlim_cur = limit.rlim_max
        _ = setrlimit(resource, &limit)
    }
}
