import CCourse

extension Messages {
    /// The languages that the program carries beside English.
    public static var languages: [String] {
        (0..<course_message_count).map { String(cString: course_messages_at($0).language) }
    }

    /// The texts in a language; English if the program has none in it.
    public static func inLanguage(_ language: String?) -> Messages {
        guard let language, let bytes = bytes(of: language) else { return .english }
        return parse(bytes, language: language).messages
    }

    /// What is wrong with the program's texts in a language.
    static func problems(in language: String) -> [LessonProblem] {
        bytes(of: language).map { parse($0, language: language).problems } ?? []
    }

    private static func bytes(of language: String) -> [UInt8]? {
        (0..<course_message_count).map(course_messages_at).first { String(cString: $0.language) == language }?.content
    }

    /// Reads a catalogue: `key: text` lines, `#` before a remark.
    static func parse(_ bytes: [UInt8], language: String) -> (messages: Messages, problems: [LessonProblem]) {
        let file = "messages.\(language)"
        guard String(validating: bytes, as: UTF8.self) != nil else {
            return (.english, [LessonProblem(file: file, line: 1, .notText)])
        }
        let keys = Dictionary(Message.allCases.map { ("\($0)", $0) }) { first, _ in first }
        var texts: [Message: String] = [:]
        var problems: [LessonProblem] = []
        for (offset, line) in TextFile.lines(bytes).enumerated() {
            if line.isEmpty || line.hasPrefix("#") { continue }
            let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            func report(_ kind: LessonProblem.Kind) {
                problems.append(LessonProblem(file: file, line: offset + 1, kind))
            }
            guard parts.count == 2, let message = keys[String(parts[0])] else {
                report(.unknownMessage(String(parts[0])))
                continue
            }
            let translation = String(parts[1].dropFirst())
            if texts[message] != nil { report(.repeatedMessage("\(message)")) }
            if placeholders(translation) != placeholders(message.rawValue) {
                report(.placeholders("\(message)", wanted: placeholders(message.rawValue).sorted()))
            }
            texts[message] = translation
        }
        for message in Message.allCases where texts[message] == nil {
            problems.append(LessonProblem(file: file, line: 1, .missingMessage("\(message)")))
        }
        return (Messages(language: language, texts: texts), problems)
    }

    private static func placeholders(_ text: String) -> Set<String> {
        Set(
            text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap {
                $0.split(separator: "}").first.map(String.init)
            }
        )
    }
}
