import Journal
import Shell

extension Invocation {
    /// Runs a closure that creates sockets for a while. If it fails, or Ctrl-C or `cancel` ends it, every socket that
    /// it created and did not close is closed, each with a close(2) in the journal; if it succeeds, they are the
    /// caller's. It never changes which socket is current.
    ///
    ///     let page = try invocation.temporarily { () throws(Failure) in
    ///         let socket = try invocation.socket(.inet, TypeWithFlags.Parsed(.stream))
    ///         try invocation.connect(socket, to: address)
    ///         …
    ///         try invocation.close(socket)
    ///         return page
    ///     }
    public func temporarily<Result>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
        // How close fails matters less than why the closure failed; the journal has it.
        try scoped(body) { sockets in for socket in sockets { try? close(socket) } }
    }
}
