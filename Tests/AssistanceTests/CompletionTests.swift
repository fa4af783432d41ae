import TestSupport
import Testing

@testable import Assistance

@Suite struct CompletionTests {
    private func wanted(_ prompt: Prompt, _ text: String) -> [String] {
        prompt.assist.completions(text, text.utf8.count).wanted.map(\.text)
    }

    @Test func aFlagIsNotTakenForAMinusThatWasNotTyped() {
        let prompt = Prompt("s = socket inet stream")
        #expect(prompt.offers("s.recv ") == [] && prompt.offers("journal -").sorted() == ["-layers", "-since"])
        #expect(wanted(prompt, "s.recv ") == ["[SIZE]", "-to FILE"])
        #expect(wanted(prompt, "s.recv 10 -to ") == [])
        #expect(wanted(prompt, "s.sendmsg ").first?.contains("DATA") == true)
        #expect(wanted(prompt, "s.connect 127.0.0.1 80 ") == [] && wanted(prompt, "print ") != [])
        #expect(wanted(prompt, "s.recv 1") == [] && wanted(prompt, "s.recv \"") == [])
        let flags = prompt.offers("s.recv 10 ")
        #expect(flags.count > 5)
        #expect(flags.last == "-to" && flags.count { $0.hasPrefix("-") } == 1)
    }

    @Test func callsAreListedOnce() {
        let calls = Prompt().offers("inject ")
        #expect(calls.count > 20 && Set(calls).count == calls.count && calls.contains("recv"))
        let about = Prompt().assist.completions("inject recv", 11).candidates.first { $0.text == "recv" }?.about
        #expect(about == Prompt().session.registry["recv"]?.summary)
    }

    /// One name that needs quotes does not make the others show their whole path.
    @Test func filesAreListedByWhatIsBehindTheFolder() throws {
        let folder = try TemporaryFolder()
        for name in ["plain.txt", "odd name"] { try folder.write(name) }
        let completions = Prompt().assist.completions("sendfile \(folder.path)/", "sendfile \(folder.path)/".utf8.count)
        #expect(completions.candidates.map(\.label) == ["odd name", "plain.txt"])
        #expect(completions.candidates.map(\.text) == ["\"\(folder.path)/odd name\"", "\(folder.path)/plain.txt"])
        let quoted = "send @\"\(folder.path)/"
        #expect(
            Prompt().assist.completions(quoted, quoted.utf8.count).candidates.map(\.label) == ["odd name", "plain.txt"]
        )
        let typed = "sendfile \(folder.path)/p"
        #expect(Prompt().offers(typed) == ["plain.txt"])
    }

    @Test func whatStandsBehindBlockKeywords() {
        let prompt = Prompt("data = \"a b\"", "s = socket inet dgram")
        #expect(prompt.offers("for x ") == ["in"] && prompt.offers("for x in $da") == ["$data"])
        #expect(prompt.offers("for x in ").contains("$data") && prompt.offers("repeat ").contains("$data"))
        #expect(prompt.offers("try { accept } catch gai") == ["gaierror"])
        #expect(prompt.offers("try { accept } catch timeout ConnectionRef") == ["ConnectionRefused"])
        #expect(prompt.offers("if $data con") == ["contains"] && prompt.offers("while $data ").contains("=="))
        #expect(prompt.offers("try { accept } ca").contains("catch") && !prompt.offers("accept; ca").contains("catch"))
        #expect(prompt.offers("if $data { accept } els") == ["else"] && prompt.offers("els") == [])
        #expect(prompt.offers("for ") == [] && prompt.offers("x=sock").contains("socket"))
    }
}
