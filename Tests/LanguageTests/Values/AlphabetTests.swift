import Language
import Testing

@Suite struct AlphabetTests {
    @Test(arguments: [
        (["LANG": "en_US.UTF-8"], Alphabet.unicode), (["LANG": "de_DE.utf8@euro"], .unicode),
        (["LC_CTYPE": "UTF-8"], .unicode), (["LC_ALL": "", "LC_CTYPE": "", "LANG": "C.UTF-8"], .unicode),
        (["LC_ALL": "C", "LANG": "en_US.UTF-8"], .ascii), (["LC_CTYPE": "en_US.ISO-8859-1"], .ascii),
        (["LC_ALL": "C.UTF-8", "LC_CTYPE": "C"], .unicode), ([:], .ascii), (["LANG": "@"], .ascii),
    ])
    func aTerminalHasTheLocalesCharacters(_ variables: [String: String], _ wanted: Alphabet) {
        #expect(Alphabet(isTerminal: true) { variables[$0] } == wanted)
        #expect(Alphabet(isTerminal: false) { variables[$0] } == .unicode)
    }
}
