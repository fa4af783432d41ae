import CCourse

extension Course {
    /// The course that is part of the program.
    public static let builtIn: Course = {
        let translations = (0..<course_translation_count).map(course_translation_at)
        let glossaries = (0..<course_glossary_count).map(course_glossary_at)
            .map { (String(cString: $0.language), $0.content) }
        let entries = (0..<course_file_count).map { index in
            let file = course_file_at(index)
            let name = String(cString: file.name)
            let own = translations.filter { String(cString: $0.name) == name }
            return Entry(
                id: name,
                file: "Lessons/\(name).md",
                bytes: file.content,
                origin: .builtIn,
                translations: Dictionary(own.map { (String(cString: $0.language), $0.content) }) { first, _ in first },
                glossaries: Dictionary(glossaries) { first, _ in first }
            )
        }
        return Course(entries: entries)
    }()
}

extension course_file {
    /// Its bytes.
    var content: [UInt8] { Array(UnsafeBufferPointer(start: bytes, count: size)) }
}
