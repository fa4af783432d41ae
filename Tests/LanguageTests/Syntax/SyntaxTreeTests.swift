import Testing

@testable import Language

/// Entries as they are typed: incomplete ones are parsed as far as they go.
@Suite struct SyntaxTreeTests {
    private static let entries = [
        "s = socket inet stream", "x=5; s.send \"a\\r\\n\" -flag 3 &", "repeat $n { print a\n break }",
        "try { s.connect ::1 80 } catch timeout ECONNREFUSED { } catch { print 'no' } # end",
        "while d = recv 10 { if $d == \"q\" { continue } else if $d contains x { print $d.count } else { break } }",
        "for k in $a 1 'b c' @\"f\" { k.close \\\n now }", "$x + 1", "if 5 >= 4 { accept }", "x =\"é\\u{e9}\\x41\"",
    ]

    /// Cuts and changes valid entries, always the same ones.
    private func mutated(_ random: inout Seeded) -> [UInt8] {
        var text = Array((Self.entries.randomElement(using: &random) ?? "").utf8)
        for _ in 0..<Int.random(in: 0...4, using: &random) where !text.isEmpty {
            let place = Int.random(in: 0..<text.count, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: text.remove(at: place)
            case 1: text.insert(contentsOf: random.bytes(upTo: 3), at: place)
            case 2: text.removeSubrange(place...)
            default: text.insert(Array("{}\"'$&;\n\\#= ".utf8).randomElement(using: &random) ?? 0, at: place)
            }
        }
        return text
    }

    @Test(arguments: 0..<40 as Range<UInt64>) func anyTextIsRead(_ seed: UInt64) {
        var random = Seeded(seed)
        for _ in 0..<300 {
            let text = Bool.random(using: &random) ? mutated(&random) : random.bytes(upTo: 60)
            let shown = Quoting.quote(text)
            let tokens = Lexer.tokens(of: text)
            #expect(tokens.reduce(0) { $0 == $1.span.start ? $1.span.end : -1 } == text.count, "\(shown)")
            for token in tokens where token.kind == .word {
                let pieces = Lexer.pieces(of: token.span, in: text)
                #expect(pieces.reduce(token.span.start) { $0 == $1.span.start ? $1.span.end : -1 } == token.span.end)
            }
            let (tree, problem) = (tree(text), problem(text))
            #expect(tree.faults.first == problem, "\(shown)")
            for (one, next) in zip(tree.words, tree.words.dropFirst()) {
                #expect(one.span.end <= next.span.start, "\(shown)")
            }
            #expect(isCovered(tree, tokens), "\(shown)")
        }
    }

    /// Whether each word, separator and comment has a role, as far as the tree goes.
    private func isCovered(_ tree: SyntaxTree, _ tokens: [Token]) -> Bool {
        guard !tree.faults.contains(where: { if case .tooDeep = $0.problem { true } else { false } }) else {
            return true
        }
        let starts = Set(tree.words.map(\.span.start))
        return tokens.allSatisfy { $0.kind == .blank || starts.contains($0.span.start) }
    }

    @Test(arguments: entries) func whatIsCompleteIsWhatIsRun(_ entry: String) throws {
        let tree = tree(entry)
        #expect(tree.faults.isEmpty)
        #expect(try String(describing: parse(entry)) == String(describing: tree.statements))
        #expect(!tree.words.contains { $0.role == .stray })
    }

    /// While a valid entry is typed, its beginning is never taken for something else: any error is at its end, or
    /// opened and not yet closed.
    @Test(arguments: entries) func beginningsAreIncompleteNotWrong(_ entry: String) {
        let bytes = Array(entry.utf8)
        for count in 0..<bytes.count {
            let head = Array(bytes[..<count])
            for fault in tree(head).faults {
                let isOpen = fault.problem == .openQuote || fault.problem == .openBlock
                #expect(
                    isOpen || fault.span.end == count || isInLastWord(fault, head),
                    "\(Quoting.quote(head)): \(fault)"
                )
            }
        }
    }

    private func isInLastWord(_ fault: SyntaxError, _ text: [UInt8]) -> Bool {
        guard let word = Lexer.tokens(of: text).last, word.kind == .word else { return false }
        return fault.span.start >= word.span.start
    }

    @Test func manyFaultsAreFoundAtOnce() {
        let tree = tree("a ); repeat { x } ; $n==3; } b \"\\q\" c {")
        let problems = tree.faults.map(\.problem)
        #expect(problems.contains(.expected("how many times", found: "{")) && problems.contains(.strayBrace))
        #expect(problems.contains(.unknownEscape("\\q")) && problems.last == .openBlock)
        #expect(tree.statements.count == 4)
    }

    @Test func whatIsMissingIsMarked() throws {
        guard case .repeated(let times, let body) = tree("repeat {").statements[0].kind else {
            throw Unexpected("repeat")
        }
        #expect(times.isMissing && times.span == Span(7, 7) && body.isEmpty)
        guard case .loop(let condition, _) = tree("while ").statements[0].kind else { throw Unexpected("while") }
        #expect(condition.isMissing)
        #expect(tree("x = ").statements[0].isMissing && !tree("x = 5").statements[0].isMissing)
        guard case .branch(_, let then, _) = tree("if $x { a; b").statements[0].kind else { throw Unexpected("if") }
        #expect(then.count == 2)
    }

    @Test(arguments: [
        ("a", []), ("5", []), ("try { a; b } catch { c } catch x { d }", ["a", "b", "c", "d"]),
        ("repeat 2 { a }", ["a"]),
        ("while a { b }", ["a", "b"]), ("for x in 1 { a }", ["a"]), ("if a { b } else { c }", ["a", "b", "c"]),
        ("{ a } &", ["{ a }"]), ("{ a; b }", ["a", "b"]), ("a &", ["a"]), ("break", []),
    ])
    func children(_ text: String, _ children: [String]) throws {
        #expect(try single(text).children.map { Source.of(text).text(of: $0.span) } == children)
    }

    @Test func faultsHaveALimit() {
        #expect(tree(String(repeating: "}", count: 10_000)).faults.count == 64)
    }
}
