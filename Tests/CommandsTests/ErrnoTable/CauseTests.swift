import Journal
import Testing
import Views

/// Causes that depend on what was set before: the same call and errno, and another sentence.
@Suite("Causes by what was set before")
struct CauseTests {
    private static let taken = "a = socket inet stream\na.bind 127.0.0.1 0"
    private static let reusing = "s = socket inet stream\ns.setsockopt reuseaddr on\ns.bind 127.0.0.1 $a.port"
    private static let gone = """
        l.bind 127.0.0.1 0
        p = $l.port
        l.listen
        k = socket inet stream
        k.connect 127.0.0.1 $p
        c = l.accept
        c.close
        k.close
        l.close
        s = socket inet stream
        s.bind 127.0.0.1 $p
        """

    private func diagnosis(_ lines: String) throws -> Diagnosis {
        let outcome = try Scene.play(lines)
        return Diagnosis(of: try #require(outcome.failure), history: outcome.history)
    }

    @Test(arguments: [
        ("\(taken)\na.listen\n\(reusing)", "puts nobody beside a listener"),
        ("\(taken)\n\(reusing)", "helps where both have it"),
        ("l = socket inet stream\n\(gone)", "only where the old socket had set it, too"),
        ("s = socket inet dgram\nd = s.dup\nd.setblocking off\ns.recv 1", "s is non-blocking: d, another descriptor"),
        ("a = socketpair\nb = a.dup\nc = b.dup\nc.setblocking off\na.sendall fill:4000000", "c, another descriptor"),
        ("s = socket inet dgram\ns.setblocking off\ns.recv 1", "and s is non-blocking"),
    ])
    func told(lines: String, words: String) throws {
        let told = try diagnosis(lines)
        #expect(told.cause?.contains(words) == true, "\(told)")
    }

    @Test func adviceThatWasFollowedIsNotGivenAgain() throws {
        for line in try diagnosis("\(Self.taken)\na.listen\n\(Self.reusing)").advice {
            #expect(!line.contains("reuseaddr"))
        }
        let waiting = try diagnosis("l = socket inet stream\nl.setsockopt reuseaddr on\n\(Self.gone)")
        #expect(waiting.advice.first?.contains("s.setsockopt reuseaddr on; s.bind") == true)
    }

    @Test(arguments: [
        ("a..b", "between two dots"), (".b", "between two dots"), ("b.", "name servers know it"),
        (String(repeating: "x", count: 64) + ".b", "at most 63"), ("1.2.3", "four numbers"),
    ])
    func names(host: String, words: String) throws {
        let told = try diagnosis("inject getaddrinfo EAI_NONAME\ngetaddrinfo \(host)")
        #expect(told.cause?.contains(words) == true, "\(told)")
    }
}
