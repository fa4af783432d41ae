import SystemPackage

/// Calls on the host's interfaces.
extension Kernel {
    /// if_nameindex(3): every interface. The result is 0, or -1 if C returns NULL.
    public func if_nameindex() -> Returned<[Interface]> {
        var interfaces: [Interface] = []
        let returned = invoke(.if_nameindex) {
            guard let all = Interface.all() else { return -1 }
            interfaces = all
            return 0
        }
        return returned.map { interfaces }
    }

    /// if_nametoindex(3): the result is the index of an interface, or 0 with `ENODEV`.
    ///
    /// A name with an embedded NUL fails with `EINVAL` and without a call, since C would stop at it.
    public func if_nametoindex(_ name: String) -> Returned<Void> {
        guard !name.utf8.contains(0) else { return refusal(result: 0) }
        return invoke(.if_nametoindex, failure: 0) { Int(systemIfNametoindex(name)) }
    }

    /// if_indextoname(3): the name of an interface. The result is 0, or -1 with `ENXIO` if C returns NULL.
    public func if_indextoname(_ index: UInt32) -> Returned<String> {
        var buffer = [CChar](repeating: 0, count: Int(IF_NAMESIZE))
        return invoke(.if_indextoname) { systemIfIndextoname(index, &buffer) ? 0 : -1 }.map { text(buffer) }
    }

    /// The return of a call rejected because its arguments cannot be passed to C.
    func refusal(result: Int = -1, errno: Errno = .invalidArgument) -> Returned<Void> {
        Returned(result: result, errno: errno, start: now(), duration: 0, injected: false, output: ())
    }
}

private func systemIfNametoindex(_ name: String) -> UInt32 { if_nametoindex(name) }

private func systemIfIndextoname(_ index: UInt32, _ buffer: inout [CChar]) -> Bool {
    if_indextoname(index, &buffer) != nil
}
