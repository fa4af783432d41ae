import Testing

@testable import Language

@Suite struct ParserTests {
    private func words(_ arguments: [ArgumentSyntax]) -> [String?] { arguments.map(\.word) }

    @Test func plainCall() throws {
        let call = try call("socket inet stream")
        #expect(call.target == nil && call.receiver == nil)
        #expect(call.command == Name("socket", Span(0, 6)))
        #expect(words(call.arguments) == ["inet", "stream"])
        #expect(call.arguments.map(\.span) == [Span(7, 11), Span(12, 18)])
    }

    @Test func callWithEverything() throws {
        guard case .job(let statement) = try single("c = s.accept nonblock &").kind,
            case .call(let call) = statement.kind
        else { throw Unexpected("no job") }
        #expect(call.target == Name("c", Span(0, 1)))
        #expect(call.receiver == Name("s", Span(4, 5)))
        #expect(call.command == Name("accept", Span(6, 12)))
        #expect(words(call.arguments) == ["nonblock"] && statement.span == Span(0, 21))
    }

    @Test(arguments: ["s = socket inet", "s=socket inet", "s =socket inet", "s= socket inet", "s \\\n= socket inet"])
    func assignmentsOfCalls(_ text: String) throws {
        let call = try call(text)
        #expect(call.target?.text == "s" && call.command.text == "socket" && words(call.arguments) == ["inet"])
        let source = Source.of(text)
        #expect(
            source.text(of: call.command.span) == "socket" && source.text(of: call.target?.span ?? Span(0, 0)) == "s"
        )
    }

    @Test(arguments: ["x = $y", "x=$y", "x =$y", "x= $y"])
    func assignmentsOfVariables(_ text: String) throws {
        let value = try value(text)
        #expect(value.target?.text == "x" && value.left.parts == [.variable(name: "y", fields: [])])
        #expect(Source.of(text).text(of: value.left.span) == "$y")
    }

    @Test(arguments: [#"x = "a b""#, #"x="a b""#, #"x ="a b""#, #"x= "a b""#])
    func assignmentsOfText(_ text: String) throws {
        let value = try value(text)
        #expect(value.target?.text == "x" && value.left.parts == [.quoted(Array("a b".utf8))])
    }

    @Test(arguments: ["x = -5", "x=-5", "x =-5", "x= -5"])
    func assignmentsOfNumbers(_ text: String) throws {
        let value = try value(text)
        #expect(value.target?.text == "x" && value.left.word == "-5" && value.operation == nil)
    }

    @Test func joinedAssignment() throws {
        let value = try value(#"x =0x41"b"$c"#)
        #expect(value.left.parts == [.word("0x41"), .quoted([98]), .variable(name: "c", fields: [])])
        #expect(value.left.span == Span(3, 12))
    }

    @Test(arguments: ["1a = 5", "a-b = 5", "é = 5", "\"x\" = 5", "$x = 5", "a.b=5", "=5", "== 5", "print == 5"])
    func noAssignments(_ text: String) throws {
        guard let statement = try? single(text) else { return }
        switch statement.kind {
        case .call(let call): #expect(call.target == nil)
        case .value(let value): #expect(value.target == nil)
        default: Issue.record("\(text)")
        }
    }

    @Test(
        arguments: [
            ("5", "5", nil, nil), ("-5", "-5", nil, nil), ("0x41", "0x41", nil, nil), ("@f", "@f", nil, nil),
            ("fill:3", "fill:3", nil, nil), ("5 + 6", "5", .plus, "6"), ("5 contains 6", "5", .contains, "6"),
            ("5 <= -6", "5", .lessOrEqual, "-6"),
        ] as [(String, String, Operator?, String?)]
    )
    func values(_ text: String, _ left: String, _ operation: Operator?, _ right: String?) throws {
        let value = try value(text)
        #expect(value.left.word == left && value.operation?.name == operation && value.operation?.right.word == right)
    }

    @Test(arguments: Operator.allCases) func operators(_ operation: Operator) throws {
        #expect(try value("$a \(operation.rawValue) $b").operation?.name == operation)
    }

    @Test(
        arguments: [
            ("s.send x", "s", "send"), ("a.b.c", "a", "b.c"), ("s.", "s", ""), (".send", nil, ".send"),
            ("1.send", nil, nil),
            ("-x.y", nil, "-x.y"), ("..", nil, ".."), ("é.send", nil, "é.send"),
        ] as [(String, String?, String?)]
    )
    func receivers(_ text: String, _ receiver: String?, _ command: String?) throws {
        guard case .call(let call) = try single(text).kind else {
            #expect(command == nil)
            return
        }
        #expect(call.receiver?.text == receiver && call.command.text == command)
    }

    @Test(arguments: [
        "{ a; b } &", "{ a }&", "{} &", "repeat 2 { a } &", "while 1 { a } &", "for x in 1 2 { a } &",
        "try { a } catch { b } &", "if a { b } else if c { d } &",
    ])
    func blocksInTheBackground(_ text: String) throws {
        let statement = try single(text)
        guard case .job(let block) = statement.kind else { throw Unexpected(text) }
        let source = Source.of(text)
        #expect(
            source.text(of: statement.span) == text && source.text(of: block.span) + " &" == source.folded(statement)
                || text == "{ a }&" || text == "{} &"
        )
    }

    @Test func aBlockByItself() throws {
        guard case .block(let body) = try single("{ a; { b } &; c & }").kind, case .job(let inner) = body[1].kind,
            case .block = inner.kind, case .job(let last) = body[2].kind, case .call = last.kind
        else { throw Unexpected("block") }
        #expect(body.count == 3)
    }

    @Test func tryWithHandlers() throws {
        let statement = try single("try { a; b } catch ECONNREFUSED timeout { c } catch { }")
        guard case .attempt(let body, let handlers) = statement.kind else { throw Unexpected("no try") }
        #expect(body.count == 2)
        #expect(handlers.map { $0.classes.map(\.text) } == [["ECONNREFUSED", "timeout"], []])
        #expect(handlers.map(\.body.count) == [1, 0])
        #expect(handlers[0].classes.map(\.span) == [Span(19, 31), Span(32, 39)])
    }

    @Test func loops() throws {
        guard case .repeated(let times, let body) = try single("repeat $n { a }").kind else {
            throw Unexpected("repeat")
        }
        #expect(times.parts == [.variable(name: "n", fields: [])] && body.count == 1)
        guard case .loop(let condition, _) = try single("while d = recv 10 { break; continue }").kind else {
            throw Unexpected("while")
        }
        guard case .call(let call) = condition.kind else { throw Unexpected("condition") }
        #expect(call.target?.text == "d" && condition.span == Span(6, 17))
        guard case .forEach(let name, let items, _) = try single("for x in a \"b\" $c { }").kind else {
            throw Unexpected("for")
        }
        #expect(name == "x" && items.count == 3)
        guard case .forEach(_, let none, _) = try single("for x in {}").kind else { throw Unexpected("for") }
        #expect(none.isEmpty)
    }

    @Test func branches() throws {
        let statement = try single("if $a == 1 { b } else if c { d } else { e; f }")
        guard case .branch(_, let then, let otherwise) = statement.kind else { throw Unexpected("if") }
        #expect(then.count == 1 && otherwise.count == 1)
        guard case .branch(_, _, let last) = otherwise[0].kind else { throw Unexpected("else if") }
        #expect(last.count == 2 && otherwise[0].span == Span(22, 46))
    }

    @Test(arguments: ["", "\n\n", ";;;", "# x", " ; # x\n;", "\\\n"]) func nothing(_ text: String) throws {
        #expect(try parse(text).isEmpty)
    }

    @Test(arguments: [
        ("a b", ["a b"]), ("a;  b ;c", ["a", "b", "c"]), ("a # x\n\n b # y", ["a", "b"]), ("a &  # x", ["a &"]),
        ("repeat 2 { a }  # x", ["repeat 2 { a }"]), ("a \\\n b\r\n", ["a \\\n b"]), ("x = 5 ;", ["x = 5"]),
        ("break;continue", ["break", "continue"]), ("try { a } catch { } ", ["try { a } catch { }"]),
    ])
    func statementSpans(_ text: String, _ expected: [String]) throws {
        #expect(try parse(text).map { Source.of(text).text(of: $0.span) } == expected)
    }

    @Test func nestedSpans() throws {
        let text = "repeat 2 {\n  send é # x\n  b\n}"
        guard case .repeated(_, let body) = try single(text).kind else { throw Unexpected("repeat") }
        #expect(body.map { Source.of(text).text(of: $0.span) } == ["send é", "b"])
        #expect(body.map { Source.of(text).position(of: $0.span.start).line } == [2, 3])
    }
}
