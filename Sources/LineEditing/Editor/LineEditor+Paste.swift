/// Bracketed paste: text that comes from a clipboard and not from fingers.
extension LineEditor {
    /// Inserts everything up to the end mark at once. Nothing in it runs, whatever it contains, until Enter is pressed.
    func takePaste() {
        let end = "\u{1b}[201~".unicodeScalars
        var pasted = String.UnicodeScalarView()
        while let scalar = nextScalar() {
            pasted.append(scalar)
            if scalar == "~" && pasted.suffix(end.count).elementsEqual(end) {
                pasted.removeLast(end.count)
                break
            }
        }
        guard outcome == nil else { return }
        insert(Self.tidied(String(pasted)))
    }

    /// Line ends as line feeds; trailing ones dropped, as they would look like an Enter that was not pressed.
    static func tidied(_ pasted: String) -> String {
        var lines = String.UnicodeScalarView()
        var previous: Unicode.Scalar?
        for scalar in pasted.unicodeScalars {
            if !(scalar == "\n" && previous == "\r") { lines.append(scalar == "\r" ? "\n" : scalar) }
            previous = scalar
        }
        while lines.last == "\n" { lines.removeLast() }
        return String(lines)
    }
}
