#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Which characters a drawing may use.
public enum Alphabet: Sendable {
    /// Arrows and boxes.
    case unicode
    /// ASCII only.
    case ascii

    /// What can be shown. A terminal shows the characters of the person's locale; a file or a pipe takes any.
    ///
    /// - Parameters:
    ///   - isTerminal: whether the output is a terminal.
    ///   - variable: an environment variable's value, nil if unset. The codeset comes from the first of `LC_ALL`,
    ///     `LC_CTYPE` and `LANG` that is not empty (locale(7)).
    public init(isTerminal: Bool, variable: (String) -> String?) {
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(variable).first { !$0.isEmpty } ?? "C"
        self = !isTerminal || Self.isUTF8(locale) ? .unicode : .ascii
    }

    /// What can be shown in this process's locale.
    public init(isTerminal: Bool) { self.init(isTerminal: isTerminal) { getenv($0).map { String(cString: $0) } } }

    /// Whether the codeset in a locale's name, `language_TERRITORY.codeset@modifier`, is UTF-8.
    private static func isUTF8(_ locale: String) -> Bool {
        let name = locale.split(separator: "@", omittingEmptySubsequences: false)[0]
        let codeset = name.split(separator: ".", maxSplits: 1).last ?? ""
        return ["utf8", "utf-8"].contains(codeset.lowercased())
    }

    /// A right arrow.
    public var arrow: String { self == .unicode ? "→" : "->" }
}
