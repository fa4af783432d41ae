import Testing

@testable import LineEditing

@Suite struct BindingLineTests {
    private func bound(
        _ keys: [String],
        _ binding: KeyMap.Binding?,
        isCommand: Bool = false
    ) -> BindingLine.Wish { .binding(.init(keys: keys, binding: binding, isCommand: isCommand)) }

    private func read(_ line: String) throws -> BindingLine.Wish {
        try BindingLine.read(line, try #require(KeyNotation()))
    }

    @Test func bindings() throws {
        #expect(try read("bind ^T ed-move-to-beg") == bound(["\u{14}"], .function("ns-begin")))
        #expect(try read(#"bind "\e[99~" ns-undo"#) == bound(["\u{1b}[99~"], .function("ns-undo")))
        #expect(
            try read("netshell:bind -a g vi-add") == bound(["g"], .function("ns-vi a"), isCommand: true)
        )
        #expect(try read(#"bind -s ^B 'print \n日'"#) == bound(["\u{2}"], .text("print \n日")))
        #expect(try read("bind -r ^B") == bound(["\u{2}"], nil))
        #expect(try read("bind -k up ns-down") == bound(["\u{1b}[A", "\u{1b}OA"], .function("ns-down")))
    }

    @Test(arguments: ["", "   ", "# bind", "other:bind ^T ns-undo", "edit off", "history size 5", "setty -a"])
    func asksForNothing(line: String) throws { #expect(try read(line) == .nothing) }

    @Test func theEditor() throws {
        #expect(try read("bind -v") == .editor(vi: true))
        #expect(try read("bind -e") == .editor(vi: false))
    }

    @Test(
        arguments: [
            ("bind", "needs a key"), ("bind ^ ns-undo", "no key"), ("bind 日 ns-undo", "no key"),
            (#"bind "" ns-undo"#, "empty or too long"),
            ("bind ^Y no-such", "invalid command “no-such”"), ("nonsense x", "unknown command"),
            ("bind 'a", "a quote is not closed"), ("bind -z a b", "invalid switch"),
            ("bind -k no ns-up", "unknown key"),
            ("bind -s a ^", "cannot be typed"), ("bind a ed-command", "not to be had"),
        ]
    )
    func cannotBeUsed(line: String, problem: String) {
        #expect { try read(line) } throws: { ($0 as? BindingLine.Problem)?.text.contains(problem) == true }
    }

    @Test func aKeyTooLong() {
        #expect(throws: BindingLine.Problem.self) {
            try read("bind \(String(repeating: "x", count: 3000)) ns-up")
        }
    }

    @Test(
        arguments: [
            ("a  b\tc", ["a", "b", "c"]), (#"a\ b 'c d' "e f""#, ["a b", "c d", "e f"]),
            (#""\"\\\e" '\e'"#, [#""\\e"#, #"\e"#]),
            (#"\e ''"#, ["e", ""]), ("", []),
        ]
    )
    func words(line: String, words: [String]) { #expect(BindingLine.words(of: line) == words) }

    /// Whatever `~/.editrc` may name does something here, or is refused with the reason.
    @Test func everyNameLeadsToAFunction() throws {
        let names = [
            "ed-insert", "ed-newline", "ed-digit", "ed-transpose-chars", "em-kill-line", "vi-paste-next", "vi-redo",
            "vi-zero", "em-inc-search-prev", "vi-command-mode", "ns-yank-pop",
        ]
        for name in names {
            let own = try #require(FunctionNames.own(name), "\(name)")
            #expect(own.hasPrefix("ns-vi ") || LineEditor.functions[own] != nil)
        }
        #expect(FunctionNames.unavailable.allSatisfy { FunctionNames.own($0) == nil })
    }
}
