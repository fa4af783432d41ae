import Journal

extension Session {
    /// The innermost scope of a statement; nil if it has none, the usual case.
    func adoptionScope(of statement: Int) -> AdoptionScope? {
        adoptionScopes.isEmpty ? nil : adoptionScopes.last { $0.statement == statement }
    }
}

extension Invocation {
    /// Runs a closure whose sockets are private until it is done: they do not become current and do not get the name
    /// before the `=`. If it throws, `clean` gets those still open, newest first.
    ///
    /// Scopes nest: what an inner one leaves open is left to the outer one to clean up.
    public func scoped<Result>(
        _ body: () throws(Failure) -> Result,
        orElse clean: ([Socket]) -> Void
    ) throws(Failure) -> Result {
        let scope = AdoptionScope(statement: statement)
        session.adoptionScopes.append(scope)
        defer { close(scope) }
        do throws(Failure) {
            return try body()
        } catch {
            clean(scope.made.reversed().filter { session.sockets[$0.name] === $0 })
            throw error
        }
    }

    private func close(_ scope: AdoptionScope) {
        session.adoptionScopes.removeAll { $0 === scope }
        let outer = session.adoptionScope(of: statement)
        for socket in scope.made {
            socket.isTemporary = outer != nil
            outer?.made.append(socket)
        }
    }
}
