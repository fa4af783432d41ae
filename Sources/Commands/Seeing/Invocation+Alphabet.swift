import Language
import Shell
import Views

/// The flags of drawings that say which characters to use.
let ascii = Flag("ascii", Present(), about: "draw with ASCII characters only")
let unicode = Flag("unicode", Present(), about: "draw with lines and arrows, whatever the locale says")

extension Invocation {
    /// The characters to draw with: what a flag says, else what the output can show.
    var alphabet: Alphabet {
        if self[ascii] != nil { return .ascii }
        if self[unicode] != nil { return .unicode }
        return Alphabet(isTerminal: TerminalSize.columns != nil)
    }
}
