/// The character set that libedit uses.
enum LocaleSetup {
    /// Adopts the user's locale for characters; if that cannot represent Unicode (the C locale), `C.UTF-8`.
    static func adopt() {
        if setlocale(LC_CTYPE, "") != nil, charset == "UTF-8" { return }
        for name in ["C.UTF-8", "C.utf8", "en_US.UTF-8"] where setlocale(LC_CTYPE, name) != nil { return }
    }

    private static var charset: String {
        nl_langinfo(nl_item(CODESET)).map { String(cString: $0) } ?? ""
    }
}
