import Testing

@testable import Language

@Suite struct ForeignCallTests {
    @Test(arguments: [
        (#"s.sendto(b"hi", (host, 80))"#, #"s.sendto "hi" $host 80"#),
        ("socket.socket(socket.AF_INET, socket.SOCK_STREAM)", "socket AF_INET SOCK_STREAM"),
        (#"s.send('it\'s')"#, #"s.send "it\'s""#), (#"s.send("a\\")"#, #"s.send "a\\""#),
        ("s.recv(1024).decode()", "s.recv 1024"), ("f()", "f"), ("f(-1, x.port)", "f -1 $x.port"),
        ("f(a + 1)", "f …"), ("f(g(1))", "f …"), ("f(x=1)", "f …"), ("f(", "f …"), ("f('", "f …"), ("f(r'a')", "f …"),
        ("f([1, 2], 3)", "f 1 2 3"), ("f(a , -x)", "f $a -x"), ("f('\"\\n')", "f '\"\\n'"), ("f(é)", "f …"),
        ("f(((((", "f …"),
    ])
    func isTold(line: String, here: String) { #expect(ForeignCall(line.utf8)?.text == here) }

    @Test(arguments: ["", "(", "f", "f x(1)", "1(2)", "\"f(1)\"", "f x", ".f(1)"])
    func otherTextIsNone(line: String) { #expect(ForeignCall(line.utf8) == nil) }

    @Test func aLongLineIsCut() {
        let text = ForeignCall(("f(" + String(repeating: "1,", count: 1_000_000)).utf8)?.text
        #expect(text?.hasSuffix(" …") == true)
        #expect((text?.utf8.count ?? 0) <= 2 * ForeignCall.limit)
    }
}
