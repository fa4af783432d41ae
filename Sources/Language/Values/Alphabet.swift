#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Which characters a drawing may use.
public enum Alphabet: Sendable {
    /// Arrows and boxes.
    case unicode
    /// Only what ASCII has.
    case ascii

    /// What can be shown. A terminal shows the characters of the person's locale; a file and a pipe take any.
    ///
    /// - Parameters:
    ///   - isTerminal: whether the output is a terminal.
    ///   - variable: an environment variable's value, nil where it is not set. The codeset is that of the first of
    ///     `LC_ALL`, `LC_CTYPE` and `LANG` that is not empty (locale(7)).
    public init(isTerminal: Bool, variable: (String) -> String?) {
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(variable).first { !$0.isEmpty } ?? "C"
        self = !isTerminal || Self.isUTF8(locale) ? .unicode : .ascii
    }

    /// What can be shown in this process's locale.
    public init(isTerminal: Bool) { self.init(isTerminal: isTerminal) { getenv($0).map { String(cString: $0) } } }

    /// Whether a locale's name, `language_TERRITORY.codeset@modifier`, has UTF-8 for its codeset.
    private static func isUTF8(_ locale: String) -> Bool {
        let name = locale.split(separator: "@", omittingEmptySubsequences: false)[0]
        let codeset = name.split(separator: ".", maxSplits: 1).last ?? ""
        return ["utf8", "utf-8"].contains(codeset.lowercased())
    }

    /// An arrow to the right.
    public var arrow: String { self == .unicode ? "→" : "->" }
}
