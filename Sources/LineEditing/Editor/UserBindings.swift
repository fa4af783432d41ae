import CEditLine

/// The user's own key bindings, in libedit's language: editrc(5).
extension LineEditor {
    /// Reads the file line by line; a line that cannot be used is reported and skipped.
    ///
    /// Not with `el_source`: that stops at nothing, reports no line number, and hands libedit what crashes it.
    func load(userBindings path: String) {
        guard let file = fopen(path, "r") else { return }
        defer { fclose(file) }
        var buffer = [CChar](repeating: 0, count: 4096)
        var number = 0
        while fgets(&buffer, Int32(buffer.count), file) != nil {
            number += 1
            let bytes = buffer.prefix { $0 != 0 && $0 != 0x0A }.map { UInt8(bitPattern: $0) }
            if let complaint = use(binding: String(decoding: bytes, as: UTF8.self)) {
                warnings.append("\(path):\(number): \(complaint)")
            }
        }
    }

    /// Applies one line; returns the complaint if it cannot be used.
    private func use(binding line: String) -> String? {
        let words = Self.words(of: line).enumerated().map { $0 > 1 ? Self.substitutes[$1] ?? $1 : $1 }
        guard let first = words.first, !first.hasPrefix("#") else { return nil }
        let command = first.split(separator: ":").last.map(String.init) ?? first
        switch command {
        case "bind": break
        case "setty", "settc", "edit", "history", "echotc", "telltc": return nil
        default: return "unknown command “\(command)”"
        }
        if first.contains(":") && !first.hasPrefix("netshell:") { return nil }
        if words.contains("-v") || words.contains("-e") {
            use(viKeys: words.contains("-v"))
            return nil
        }
        if let objection = Self.objection(to: words) { return objection }
        guard parse(words) == 0 else { return complaint }
        ownBindings.append(words)
        return nil
    }

    /// What would crash libedit: it copies keys into a fixed-size buffer and reads past an empty one.
    private static func objection(to words: [String]) -> String? {
        let rest = words.dropFirst().drop { $0.hasPrefix("-") && $0.count == 2 }
        if rest.count < 2 && !words.contains("-r") { return "bind: needs a key and a command" }
        if rest.contains(where: { $0.isEmpty || $0.utf8.count > 200 }) { return "bind: a key is empty or too long" }
        if let unsafe = rest.first(where: unavailable.contains) { return "bind: \(unsafe) is not to be had here" }
        return nil
    }

    /// Functions that read a line of their own into libedit's buffer, write to a libedit history that does not exist,
    /// or start an editor.
    private static let unavailable: Set<String> = [
        "ed-command", "vi-search-prev", "vi-search-next", "em-inc-search-prev", "em-inc-search-next", "vi-histedit",
    ]

    /// Passes a command to libedit.
    func parse(_ words: [String]) -> Int32 {
        var arguments: [UnsafePointer<CChar>?] = words.map { UnsafePointer(strdup($0)) } + [nil]
        defer { arguments.forEach { free(UnsafeMutableRawPointer(mutating: $0)) } }
        return el_parse(editor, Int32(words.count), &arguments)
    }

    private var complaint: String {
        let text = String(cString: cel_take_complaints()).prefix { !$0.isNewline }
        return text.isEmpty ? "cannot be used" : String(text)
    }

    private static func words(of line: String) -> [String] {
        let tokenizer = tok_init(nil)
        defer { tok_end(tokenizer) }
        var count: Int32 = 0
        var words: UnsafeMutablePointer<UnsafePointer<CChar>?>?
        guard tok_str(tokenizer, line, &count, &words) == 0, let words else { return [] }
        return (0..<Int(count)).compactMap { words[$0].map { String(cString: $0) } }
    }
}
