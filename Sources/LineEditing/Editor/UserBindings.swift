/// The user's own key bindings: editrc(5).
extension LineEditor {
    /// Reads the file line by line; a line that cannot be used is reported and skipped.
    func load(userBindings path: String) {
        guard let notation = KeyNotation(), let file = fopen(path, "r") else { return }
        defer { fclose(file) }
        var buffer = [CChar](repeating: 0, count: 4096)
        var number = 0
        while fgets(&buffer, Int32(buffer.count), file) != nil {
            number += 1
            let bytes = buffer.prefix { $0 != 0 && $0 != 0x0A }.map { UInt8(bitPattern: $0) }
            do throws(BindingLine.Problem) {
                try use(binding: String(decoding: bytes, as: UTF8.self), notation)
            } catch {
                warnings.append("\(path):\(number): \(error.text)")
            }
        }
    }

    private func use(binding line: String, _ notation: KeyNotation) throws(BindingLine.Problem) {
        switch try BindingLine.read(line, notation) {
        case .nothing: break
        case .editor(let vi): use(viKeys: vi)
        case .binding(let bound):
            guard bind(bound) else { throw BindingLine.Problem("bind: libedit has no room for another binding") }
            ownBindings.append(bound)
        }
    }
}
