/// The other ways in which a key may be bound: a terminal reports all modifiers, a binding names those that matter.
struct KeyEquivalents {
    private static let shift = 1, alt = 2, control = 4
    /// With a modifier, these end a key that begins with `1`: xterm's cursor keys and F1 to F4.
    private static let letters = "ABCDEFHPQSZ"

    private var number = 1
    private var modifiers = 0
    private var final: Character = "~"

    /// What the key may mean, the closest first.
    static func of(_ key: Key) -> [Key] {
        guard case .sequence(let text) = key else { return [key] }
        let isDoubled = text.hasPrefix("\u{1b}\u{1b}")
        guard var parsed = KeyEquivalents(isDoubled ? String(text.dropFirst()) : text) else { return [key] }
        if isDoubled { parsed.modifiers |= alt }
        return [key] + parsed.forms + (isDoubled ? [.sequence(String(text.dropFirst()))] : [])
    }

    /// Nil if it is not a key with modifiers. From xterm's ctlseqs: `CSI 1 ; m X`, `CSI n ; m ~`, `CSI code ; m u` and
    /// `CSI 27 ; m ; code ~`, where m is 1 plus the modifier bits.
    private init?(_ text: String) {
        guard let last = text.last, text.hasPrefix("\u{1b}[") || text.hasPrefix("\u{1b}O") else { return nil }
        let fields = text.dropFirst(2).dropLast().split(separator: ";", omittingEmptySubsequences: false)
        guard fields.count <= 3, last == "~" || last == "u" || Self.letters.contains(last) else { return nil }
        var numbers = fields.map { $0.isEmpty ? 1 : Int($0.prefix { $0 != ":" }) ?? -1 }
        guard !numbers.contains(where: { $0 < 0 || $0 > 0x10FFFF }) else { return nil }
        // kitty reports key releases, too.
        if fields.count > 1, fields[1].hasSuffix(":3") { return nil }
        final = last
        if last == "~", numbers.count == 3, numbers[0] == 27 {
            final = "u"
            numbers = [numbers[2], numbers[1]]
        }
        number = numbers.first ?? 1
        modifiers = numbers.count > 1 ? max(0, numbers[1] - 1) : 0
    }

    /// Shift, the locks and modifiers beyond Ctrl are ignored unless a binding names them.
    private var forms: [Key] {
        let kept = modifiers & (Self.alt | Self.control)
        if final == "u" { return characters(modifiers) }
        var choices = [modifiers & (Self.alt | Self.control | Self.shift), kept]
        if kept == Self.alt | Self.control { choices += [Self.control, Self.alt] }
        return choices.flatMap(spelled)
    }

    private func spelled(_ modifiers: Int) -> [Key] {
        let parameter = modifiers == 0 ? "" : ";\(modifiers + 1)"
        if final == "~" { return [.sequence("\u{1b}[\(number)\(parameter)~")] }
        if modifiers > 0 { return [.sequence("\u{1b}[1\(parameter)\(final)")] }
        return [.sequence("\u{1b}[\(final)"), .sequence("\u{1b}O\(final)")]
    }

    /// A key reported by its character's number, as it is sent otherwise.
    private func characters(_ modifiers: Int) -> [Key] {
        // Keys to which kitty gives numbers in the private use area have no character.
        guard let scalar = Unicode.Scalar(UInt32(number)), !(0xE000...0xF8FF).contains(number) else { return [] }
        if number == 9, modifiers & Self.shift != 0 { return [.sequence("\u{1b}[Z")] }
        var sent = scalar
        if modifiers & Self.control != 0 {
            if (0x40..<0x80).contains(number), let code = Unicode.Scalar(UInt32(number & 0x1F)) { sent = code }
        } else if modifiers & Self.shift != 0, let upper = Character(scalar).uppercased().unicodeScalars.first {
            sent = upper
        }
        guard sent.value != 0, !(0x80..<0xA0).contains(sent.value) else { return [] }
        if modifiers & Self.alt != 0 { return [.sequence("\u{1b}" + String(sent))] }
        return [sent == "\u{1b}" ? .escape : .character(sent)]
    }
}
