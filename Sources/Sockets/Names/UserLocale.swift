/// The user's locale, in which names with other letters than ASCII's are encoded by IDNA (getaddrinfo(3), `AI_IDN`).
enum UserLocale {
    /// Runs a closure with this thread in the user's locale for characters; if that cannot represent Unicode (the C
    /// locale), in `C.UTF-8`. The process's own stays as it is: setlocale(3) takes longer than the rest of a start, and
    /// other threads may be using it.
    static func run<Result>(_ body: () -> Result) -> Result {
        #if os(Linux)
            guard let locale = make() else { return body() }
            let before = uselocale(locale)
            defer {
                uselocale(before)
                freelocale(locale)
            }
        #endif
        return body()
    }

    #if os(Linux)
        private static func make() -> locale_t? {
            for name in ["", "C.UTF-8", "C.utf8", "en_US.UTF-8"] {
                guard let locale = newlocale(LC_CTYPE_MASK, name, nil) else { continue }
                if String(cString: nl_langinfo_l(nl_item(CODESET), locale)) == "UTF-8" { return locale }
                freelocale(locale)
            }
            return nil
        }
    #endif
}
