extension Source {
    /// A statement of this source on one line, blocks and all, its comments left out: `repeat 3 { c = accept; c.close }`.
    public func folded(_ statement: Statement) -> String {
        switch statement.kind {
        case .call, .value, .leave, .again: text(of: statement.span)
        case .block(let body): folded(body)
        case .job(let inner): folded(inner) + " &"
        case .repeated(let times, let body): "repeat \(text(of: times.span)) \(folded(body))"
        case .loop(let condition, let body): "while \(text(of: condition.span)) \(folded(body))"
        case .forEach(let name, let items, let body):
            (["for", name, "in"] + items.map { text(of: $0.span) } + [folded(body)]).joined(separator: " ")
        case .attempt(let body, let handlers): (["try", folded(body)] + handlers.map(folded)).joined(separator: " ")
        case .branch(let condition, let then, let otherwise):
            "if \(text(of: condition.span)) \(folded(then))"
                + (otherwise.isEmpty ? "" : " else " + alternative(otherwise))
        }
    }

    private func folded(_ body: [Statement]) -> String {
        body.isEmpty ? "{ }" : "{ " + body.map { folded($0) }.joined(separator: "; ") + " }"
    }

    private func folded(_ handler: HandlerSyntax) -> String {
        (["catch"] + handler.classes.map(\.text) + [folded(handler.body)]).joined(separator: " ")
    }

    /// What stands after `else`: a block, or another `if`.
    private func alternative(_ body: [Statement]) -> String {
        if body.count == 1, case .branch = body[0].kind { return folded(body[0]) }
        return folded(body)
    }
}
