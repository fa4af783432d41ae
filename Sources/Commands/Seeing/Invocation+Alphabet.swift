import Language
import Shell

/// The flags of drawings that say which characters to use.
let ascii = Flag("ascii", Present(), about: "draw with ASCII characters only")
let unicode = Flag("unicode", Present(), about: "draw with lines and arrows, whatever the locale says")

extension Invocation {
    /// The characters to draw with, as a flag says; nil if what shows the drawing decides.
    var alphabet: Alphabet? { self[ascii] != nil ? .ascii : self[unicode] != nil ? .unicode : nil }
}
