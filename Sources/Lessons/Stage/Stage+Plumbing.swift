import Shell

/// Sockets that a lesson makes for its own sake, to keep a port for instance: the learner never hears of them.
extension Stage {
    /// Leaves the sockets that the setup has made and that nothing speaks of out of the table of sockets.
    ///
    /// - Parameter names: the sockets that there were before.
    func hidePlumbing(besides names: Set<String>) {
        session.locked {
            for socket in session.sockets.all where !names.contains(socket.name) && !lesson.speaks(of: socket.name) {
                socket.isListed = false
            }
        }
    }
}

extension Lesson {
    /// Whether a name occurs in what the learner reads, types or is checked for.
    fileprivate func speaks(of name: String) -> Bool {
        let silent: [FenceKind] = [.setup, .peer, .say]
        let texts = steps.flatMap { step in
            step.fences.filter { !silent.contains($0.kind) }.map(\.text)
                + step.body.compactMap { if case .text(let text) = $0 { text } else { nil } }
        }
        return texts.contains { text in
            text.contains(name) && text.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.contains { $0 == name }
        }
    }
}
