import Journal
import Language

extension Interpreter {
    /// `try { … } catch CLASS… { … }`. A handler without a class catches everything but an interruption, so that Ctrl-C
    /// ends an enclosing loop.
    func attempt(_ body: [Statement], _ handlers: [HandlerSyntax], _ statement: Statement) throws(Exit) {
        for name in handlers.lazy.flatMap(\.classes) where !Failure.isClass(name.text) {
            let near = Suggestion.nearest(to: name.text, among: Candidate.errorClasses.map(\.text))
            let failure = Failure(.unsuitable(word: name.text, wanted: "a class of errors", near: near), at: name.span)
            throw fail(failure, begin(statement.span, command: "try"))
        }
        do {
            try run(body)
        } catch .failure(let failure, let record) {
            let handler = handlers.first { handler in
                handler.classes.isEmpty && !failure.isInterruption
                    || handler.classes.contains { failure.matches($0.text) }
            }
            guard let handler else { throw .failure(failure, record) }
            try run(handler.body)
        }
    }

    /// `repeat N { … }`
    func repeated(_ times: ArgumentSyntax, _ body: [Statement], _ statement: Statement) throws(Exit) {
        let count: Int
        do throws(Failure) {
            let word = try names.word(times)
            guard let text = word.text, let number = Int(text), number >= 0 else {
                throw Failure(.unsuitable(word: word.shown, wanted: "a number of times"), at: word.span)
            }
            count = number
        } catch {
            throw fail(error, begin(statement.span, command: "repeat"))
        }
        var done = 0
        while done < count {
            done += 1
            if try !round(body) { break }
        }
    }

    /// `while STATEMENT { … }`
    func loop(_ condition: Statement, _ body: [Statement]) throws(Exit) {
        while try quiet.run(condition).isTrue {
            if try !round(body) { break }
        }
    }

    /// `for NAME in ARGUMENT… { … }`
    func forEach(
        _ name: String,
        _ items: [ArgumentSyntax],
        _ body: [Statement],
        _ statement: Statement
    ) throws(Exit) {
        let values: [Value]
        do throws(Failure) {
            try checkFree(Name(name, statement.span))
            var all: [Value] = []
            for item in items {
                let word = try names.word(item)
                if case .list(let values) = word.value {
                    all += values
                } else {
                    all.append(try word.assigned(confinement))
                }
            }
            values = all
        } catch {
            throw fail(error, begin(statement.span, command: "for"))
        }
        for value in values {
            names.set(name, to: value)
            if try !round(body) { break }
        }
    }

    /// One iteration of a loop's body; false if `break` ended the loop.
    private func round(_ body: [Statement]) throws(Exit) -> Bool {
        if confinement != nil, body.isEmpty { try account(for: Span(0, 0)) }
        if body.isEmpty, Interrupts.isPending || job?.isCancelled == true {
            try run([Statement(kind: .again, span: Span(0, 0))])
        }
        do {
            try run(body)
        } catch .leave {
            return false
        } catch .again {
            return true
        }
        return true
    }
}
