import Journal
import Language

/// Something that a statement did although hardly anyone means it: the name of a variable was taken for text. It is
/// said once in a session, to a person who types.
struct Oversight {
    /// The kinds, each of which is said once.
    enum Kind: Hashable, CaseIterable, Sendable {
        /// `"hello $n"`
        case quotedVariable
        /// `send data`, where `data` is a variable.
        case bareName
        /// `$n+1`
        case attachedOperator
    }

    let kind: Kind
    /// What is said, with the line that is meant.
    let text: String

    /// What was overlooked in arguments; `takesData` says whether a bare word among them is data.
    static func found(
        in arguments: [ArgumentSyntax],
        of statement: Span,
        _ source: Source,
        _ names: Names,
        takesData: Bool
    ) -> Oversight? {
        for argument in arguments {
            let typed = source.text(of: argument.span)
            guard let found = overlooked(argument, typed, names, takesData) else { continue }
            let line = Typed(text: source.text(of: statement), start: statement.start)
                .replacing(argument.span, with: found.meant)
            guard !line.contains("\n"), LineCheck.passes(line, names) else { continue }
            return Oversight(kind: found.kind, text: "\(found.why): \(line)")
        }
        return nil
    }

    private static func overlooked(
        _ argument: ArgumentSyntax,
        _ typed: String,
        _ names: Names,
        _ takesData: Bool
    ) -> (kind: Kind, why: String, meant: String)? {
        if let word = argument.word, takesData, names.isValue(word) {
            return (.bareName, "\(word) was taken as text; a variable has a dollar before it", "$" + word)
        }
        if argument.parts.count == 2, case .variable(let name, []) = argument.parts[0],
            case .word(let rest) = argument.parts[1],
            case .integer? = names.variable(name), let sign = rest.first, "+-*/".contains(sign),
            Int(rest.dropFirst()) != nil
        {
            return (
                .attachedOperator, "\(typed) is joined text; an operator has a space on both sides",
                "$\(name) \(sign) \(rest.dropFirst())"
            )
        }
        guard argument.parts.count == 1, case .quoted = argument.parts[0], let parts = parts(of: typed, names) else {
            return nil
        }
        return (.quotedVariable, "in quotes $ is text; a variable goes outside of them", parts)
    }

    /// Quoted text with its variables outside the quotes; nil if it names none.
    private static func parts(of typed: String, _ names: Names) -> String? {
        guard let quote = typed.first, typed.last == quote, typed.count > 2 else { return nil }
        var (pieces, text, rest, found) = ([String](), "", typed.dropFirst().dropLast(), false)
        while let character = rest.popFirst() {
            let path = character == "$" ? variable(rest, names) : nil
            guard let path else {
                text.append(character)
                continue
            }
            found = true
            if !text.isEmpty { pieces.append("\(quote)\(text)\(quote)") }
            pieces.append("$" + path)
            text = ""
            rest = rest.dropFirst(path.count)
        }
        if !text.isEmpty { pieces.append("\(quote)\(text)\(quote)") }
        return found ? pieces.joined() : nil
    }

    /// The variable, with its fields, that a text begins with.
    private static func variable(_ text: Substring, _ names: Names) -> String? {
        let path = text.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == ".") }
        var words = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        while !words.isEmpty {
            let name = words.joined(separator: ".")
            if words.count == 1 ? names.variable(name) != nil || names.socket(name) != nil : names.isValue(name) {
                return name
            }
            words.removeLast()
        }
        return nil
    }
}

extension Interpreter {
    /// Notes, once in a session, what hardly anyone means by a statement that succeeded; true if there is something.
    @discardableResult
    func remark(on arguments: [ArgumentSyntax], _ statement: Span, _ begun: BegunStatement, takesData: Bool) -> Bool {
        guard !session.oversights.isEmpty, job == nil,
            let found = Oversight.found(in: arguments, of: statement, source, names, takesData: takesData),
            session.oversights.remove(found.kind) != nil
        else { return false }
        session.notes.append((begun.number, found.text))
        return true
    }
}
