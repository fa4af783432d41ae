import Journal
import Language

/// Finds out what was meant by a statement that is none: a line of another language, a program of the system's shell, a
/// habit, a slip. It runs only once a statement has failed, so a script of right lines pays nothing for it.
struct Correction {
    let names: Names
    let source: Source

    private static let prompt = "this begins with a prompt that was copied along"

    /// How long a line may be to be looked at, in bytes.
    static let limit = 2000

    /// The failure of a text that is no statement, with what was meant.
    func of(_ error: SyntaxError) -> Failure {
        let failure = Failure(.syntax(error.problem), at: error.span)
        let (line, start) = source.line(around: error.span.start)
        guard line.utf8.count <= Self.limit else { return failure }
        if failure.isLookalike, let plain = Lookalike.replaced(in: line) {
            let meant = LineCheck.passes(plain, names) ? ": \(plain.trimmed)" : ""
            return failure.corrected(advice: failure.advice.map { $0 + meant })
        }
        if let rest = PastedPrompt.rest(of: line) {
            return failure.corrected(message: Self.prompt, advice: ["without it: \(rest)"])
        }
        if let foreign = foreign(line, failure) { return foreign }
        guard let fixed = fixed(line, error, start), LineCheck.passes(fixed, names) else { return failure }
        return failure.corrected(advice: failure.advice.map { "\($0): \(fixed.trimmed)" })
    }

    /// A line without the comma that is wrong in it, or with the text as it is written here.
    private func fixed(_ line: String, _ error: SyntaxError, _ start: Int) -> String? {
        let bytes = Array(line.utf8)
        let (offset, end) = (error.span.start - start, min(error.span.end - start, bytes.count))
        guard bytes.indices.contains(offset) else { return nil }
        let before = String(decoding: bytes[..<offset], as: UTF8.self)
        let after = String(decoding: bytes[end...], as: UTF8.self)
        switch error.problem {
        case .comma: return before + after
        case .stringPrefix:
            var translator = Translator(names)
            guard let text = ForeignExpression(bytes[offset..<end]), let word = try? translator.word(text, .data) else {
                return nil
            }
            return before + word + after
        default: return nil
        }
    }

    /// The failure of a call that could not be made, with what was meant.
    func of(_ failure: Failure, _ call: CallSyntax, _ statement: Span) -> Failure {
        guard failure.isOfTyping, let text = text(of: statement) else { return failure }
        let typed = Typed(text: text, start: statement.start)
        if let rest = PastedPrompt.rest(of: text), LineCheck.passes(rest, names) {
            return failure.corrected(message: Self.prompt, advice: ["without it: \(rest)"])
        }
        if case .unknownCommand(let name, let near) = failure.reason {
            return unknown(name, near, call, typed, failure)
        }
        if case .valueAsCommand(let name, _) = failure.reason { return value(name, call, typed, failure) }
        if case .unknownSocket(let name, let near) = failure.reason, near.isEmpty, name.isName, call.needsDatagrams {
            return failure.corrected(advice: ["make it first: \(name) = socket inet dgram", "which there are: sockets"])
        }
        if let slip = Slip(call, failure, names, source, typed).found {
            let kept = failure.advice.filter { $0 != slip.why && !$0.hasPrefix("did you mean") }
            let joint = slip.why.hasSuffix("?") ? " " : ": "
            return failure.corrected(advice: [slip.why + joint + slip.line] + kept)
        }
        return failure
    }

    /// The statement's text if it is on one line, which a corrected one has to be, too.
    private func text(of statement: Span) -> String? {
        guard statement.end - statement.start <= Self.limit else { return nil }
        let text = source.text(of: statement)
        return text.contains("\n") ? nil : text
    }
}

extension Correction {
    /// The failure for a word in a command's place that is no command.
    private func unknown(
        _ name: String,
        _ near: [String],
        _ call: CallSyntax,
        _ typed: Typed,
        _ failure: Failure
    ) -> Failure {
        let text = typed.text
        let words = text.split { $0 == " " || $0 == "\t" }.map(String.init)
        if let receiver = call.receiver, let advice = field(call.command.text, of: receiver.text) {
            return failure.corrected(advice: [advice])
        }
        if call.receiver == nil, call.target == nil {
            if let advice = Habit.advice(for: name.lowercased(), call.arguments.isEmpty, names) {
                return failure.corrected(advice: [advice])
            }
        }
        if let foreign = foreign(text, failure) { return foreign }
        if call.receiver == nil, call.target == nil, let said = SystemProgram.advice(words, free) {
            return failure.corrected(message: said.message, advice: said.advice.filter(isGood))
        }
        return failure.corrected(advice: failure.advice.map { meant($0, near, call, typed) })
    }

    /// The failure for the name of a value in a command's place.
    private func value(_ name: String, _ call: CallSyntax, _ typed: Typed, _ failure: Failure) -> Failure {
        let words = typed.text.split { $0 == " " || $0 == "\t" }.map(String.init)
        if names.variable(name) != nil {
            // The whole line, if the statement is the condition of one.
            let place = call.command.span.start
            let (line, start) = source.line(around: place)
            for whole in [Typed(text: line, start: start), typed] {
                let meant = whole.replacing(Span(place, place), with: "$").trimmed
                if LineCheck.passes(meant, names) {
                    return failure.corrected(advice: ["a variable has a dollar before it: \(meant)"])
                }
            }
        }
        guard call.target == nil, words.count > 1 else { return failure }
        if let foreign = foreign(typed.text, failure) { return foreign }
        guard let said = SystemProgram.advice(words, free) else { return failure }
        return failure.corrected(message: said.message, advice: said.advice.filter(isGood))
    }

    private func free(_ name: String) -> String { Translator(names).free(name) }

    /// Whether an advice is prose, or a line that can be typed.
    private func isGood(_ advice: String) -> Bool {
        advice.line.map { LineCheck.passes($0, names) } ?? true
    }

    /// "did you mean NAME ?", with the whole line if it can be typed.
    private func meant(_ advice: String, _ near: [String], _ call: CallSyntax, _ typed: Typed) -> String {
        guard advice.hasPrefix("did you mean"), let name = near.first else { return advice }
        // `s.accept` for `s accept`: the next word is part of it.
        let takesNext = name.contains(".") || name.contains(" = ")
        let end = takesNext ? call.arguments.first?.span.end : nil
        let line = typed.replacing(Span(call.command.span.start, end ?? call.command.span.end), with: name)
        return LineCheck.passes(line, names) ? "\(advice) \(line)" : advice
    }

    /// `s.port`, which is a value, not a call.
    private func field(_ name: String, of socket: String) -> String? {
        guard let socket = names.socket(socket), let value = socket.record[name] else { return nil }
        let shown = value == .none ? "" : ", now \(value.description)"
        return "this is a value, not a call\(shown): $\(socket.name).\(name)"
    }

    /// The failure for a line of another language; nil if it is none.
    private func foreign(_ line: String, _ failure: Failure) -> Failure? {
        guard let statements = ForeignLine.all(in: line.utf8), statements.contains(where: \.isForeign) else {
            return nil
        }
        var translator = Translator(names)
        guard (try? translator.write(statements)) != nil else { return nil }
        let written = translator.lines.joined(separator: "; ")
        guard written != line.trimmed, !translator.lines.isEmpty || !translator.notes.isEmpty else { return nil }
        let headline = Tongue.headline(of: statements)
        guard !written.isEmpty else { return failure.corrected(message: headline, advice: translator.notes) }
        if LineCheck.passes(written, names) {
            let notes = translator.notes
            let last = (notes.last.map { $0 + ": " } ?? "what does the same here: ") + written
            return failure.corrected(message: headline, advice: notes.dropLast() + [last])
        }
        let wanted =
            translator.missingSockets.map(making) + translator.missing.map { "it needs a value first: \($0) = 5" }
            + translator.notes
        return failure.corrected(message: "\(headline). Here it is: \(written)", advice: wanted)
    }

    /// How a socket that a line needs comes to be.
    private func making(_ name: String) -> String {
        "\(names.wasClosed(name) ? "\(name) was closed, make a new one" : "make it first"): \(name) = socket inet stream"
    }
}

extension Failure {
    /// Whether it is about what was typed, before any call was made.
    fileprivate var isOfTyping: Bool {
        switch reason {
        case .unknownCommand, .valueAsCommand, .unknownVariable, .unknownField, .unknownSocket, .notAMethod,
            .missingArgument, .extraArgument, .unknownFlag, .unsuitable:
            true
        default: false
        }
    }

    fileprivate var isLookalike: Bool { if case .syntax(.lookalike) = reason { true } else { false } }
}

extension ForeignLine {
    /// Whether it can be a line of another language, and not just a slip in one of this.
    fileprivate var isForeign: Bool {
        switch kind {
        case .keyword("break", [], _), .keyword("continue", [], _): false
        case .keyword, .declaration: true
        case .value(let targets, let operation, let value):
            operation != nil || targets.count > 1 || value.isForeign || !marks.isEmpty
                || targets.contains { if case .member = $0 { true } else { false } }
        }
    }
}

extension ForeignExpression {
    /// Whether it has brackets, an operator that joins, or text: what no line of this language is written with.
    fileprivate var isForeign: Bool {
        switch self {
        case .call, .group, .closure, .index, .assignment, .text: true
        case .binary(let left, _, let right): left.isForeign || right.isForeign
        case .unary(_, let value): value.isForeign
        case .name(let name): ForeignConstant.word(name, as: .any) != nil || ForeignConstant.isNothing(name)
        case .number, .member: false
        }
    }
}

extension String {
    /// The line to type in an advice: what follows the first colon and space, or a question mark and a space.
    var line: String? {
        var rest = self[...]
        while !rest.isEmpty {
            if rest.hasPrefix(": ") || rest.hasPrefix("? ") { return String(rest.dropFirst(2)) }
            rest = rest.dropFirst()
        }
        return nil
    }

}

/// A statement as it was typed, and where it begins in its source.
struct Typed {
    let text: String
    let start: Int

    /// The text with another in place of what is at a place of the source.
    func replacing(_ span: Span, with new: String) -> String {
        let bytes = Array(text.utf8)
        let from = min(max(span.start - start, 0), bytes.count)
        let end = min(max(span.end - start, from), bytes.count)
        return String(decoding: bytes[..<from] + Array(new.utf8) + bytes[end...], as: UTF8.self)
    }
}

extension CallSyntax {
    /// Whether it is a call that is made on a datagram socket above all.
    fileprivate var needsDatagrams: Bool { command.text == "sendto" || command.text == "recvfrom" }
}
