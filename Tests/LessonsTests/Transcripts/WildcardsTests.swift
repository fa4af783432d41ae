import Testing

@testable import Lessons

@Suite(.timeLimit(.minutes(1))) struct WildcardsTests {
    private func words(_ expected: [String], _ actual: [String]) -> [String: String]? {
        var wildcards = Wildcards()
        return wildcards.match(expected, actual) ? wildcards.words : nil
    }

    @Test(arguments: [
        (["a[..]c"], ["abbc"], true), (["a[..]c"], ["ac"], true), (["a[..]c"], ["acd"], false),
        (["[..]b[..]d"], ["abcbd"], true), (["[..]"], [""], true), (["a", "...", "c"], ["a", "c"], true),
        (["a", "...", "c"], ["a", "b", "c", "b", "c"], true), (["...", "c"], ["c", "d"], false), (["..."], [], true),
        ([], ["a"], false), (["[..]x", "..."], ["ax"], true), (["[not a name]"], ["[not a name]"], true),
    ]) func unnamed(expected: [String], actual: [String], isMatch: Bool) {
        #expect((words(expected, actual) != nil) == isMatch)
    }

    @Test func aNameIsTheSameWordEverywhere() {
        #expect(words(["port [P]", "again [P]"], ["port 80", "again 80"]) == ["P": "80"])
        #expect(words(["port [P]", "again [P]"], ["port 80", "again 81"]) == nil)
        #expect(words(["[A][B]-[A]"], ["xyz-xy"]) == ["A": "xy", "B": "z"])
        #expect(words(["[A]"], ["two words"]) == nil)
        #expect(words(["[A]"], [""]) == nil)
    }

    @Test func aNameFoundTooEarlyIsLookedForAgain() {
        #expect(words(["...", "name [A]", "...", "[A] it is"], ["name x", "name y", "y it is"]) == ["A": "y"])
        #expect(words(["[..]=[A]; [A]"], ["k=v;l=w; w"]) == ["A": "w"])
    }

    @Test func manyLinesAndManyWildcardsTakeNoTime() {
        let lines = (0..<60_000).map(String.init)
        #expect(words(["..."] + lines, lines) != nil)
        #expect(words(lines + ["no"], lines + ["yes"]) == nil)
        let unnamed = String(repeating: "[..]x", count: 12) + "y"
        #expect(words([unnamed], [String(repeating: "x", count: 60)]) == nil)
        let named = ["A", "B", "C", "D", "E", "F", "G", "H"].map { "[\($0)]x" }.joined() + "y"
        #expect(words([named], [String(repeating: "x", count: 200)]) == nil)
    }
}
