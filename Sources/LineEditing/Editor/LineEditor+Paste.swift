/// Bracketed paste: text that came from a clipboard and not from fingers.
extension LineEditor {
    /// Takes everything up to the end mark into the line at once. Nothing in it runs, whatever it holds; Enter does.
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

    /// Line ends as line feeds; the last ones dropped, as they would look like an Enter that was not pressed.
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
