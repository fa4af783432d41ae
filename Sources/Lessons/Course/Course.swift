import Journal
import Language
import Shell
import Sockets

/// Lessons in an order: the built-in ones, or a folder with an `index`.
public struct Course: Sendable {
    /// One lesson's file.
    public struct Entry: Sendable {
        /// The name in the index.
        public let id: String
        /// How messages call the file.
        public let file: String
        /// Its bytes.
        public let bytes: [UInt8]

        /// Where it is from.
        public let origin: Lesson.Origin
        /// Its translations by language.
        public let translations: [String: [UInt8]]
        /// The glossaries of its course by language; that of English under `en`.
        let glossaries: [String: [UInt8]]
        /// Why the file cannot be read; nil if it can.
        private var unreadable: LessonProblem?

        /// A file's bytes under a name.
        public init(
            id: String,
            file: String,
            bytes: [UInt8],
            origin: Lesson.Origin = .folder(""),
            translations: [String: [UInt8]] = [:],
            glossaries: [String: [UInt8]] = [:]
        ) {
            self.id = id
            self.origin = origin
            self.file = file
            self.bytes = bytes
            self.translations = translations
            self.glossaries = glossaries
        }

        /// A file that cannot be read.
        init(id: String, _ problem: LessonProblem) {
            self.init(id: id, file: problem.file, bytes: [])
            unreadable = problem
        }

        /// The entry for a line of an index that is wrong.
        static func damaged(_ id: String, _ kind: LessonProblem.Kind, line: Int, in folder: String) -> Entry {
            Entry(id: Quoting.word(String(id.prefix(60))), LessonProblem(file: "\(folder)/index", line: line, kind))
        }

        /// The lesson in a language, as far as it is translated, and what is wrong with it.
        public func read(in language: String?) -> (lesson: Lesson?, problems: [LessonProblem]) {
            var (lesson, problems) = read
            lesson?.glossary = glossary(in: "en")
            lesson?.missingLanguage = language.flatMap { $0 == "en" || translations[$0] != nil ? nil : $0 }
            guard let base = lesson, problems.isEmpty, let language, let bytes = translations[language] else {
                return (lesson, problems)
            }
            let translation: Lesson?
            (translation, problems) = self.translation(bytes, language, of: base)
            guard let translation, problems.isEmpty else { return (base, problems) }
            var translated = base.translated(by: translation)
            translated.language = language
            translated.messages = .inLanguage(language)
            translated.glossary = glossary(in: language)
            return (translated, [])
        }

        private func glossary(in language: String) -> Glossary {
            glossaries[language].map { Glossary.parse($0, file: "").glossary } ?? .none
        }

        /// What is wrong with the translations.
        public var translationProblems: [LessonProblem] {
            guard let base = read.lesson else { return [] }
            return translations.sorted { $0.key < $1.key }.flatMap { language, bytes in
                translation(bytes, language, of: base).problems
            }
        }

        private func translation(
            _ bytes: [UInt8],
            _ language: String,
            of base: Lesson
        ) -> (lesson: Lesson?, problems: [LessonProblem]) {
            let (translation, problems) = LessonParser.parse(bytes, file: file.dropLast(3) + ".\(language).md")
            guard let translation, problems.isEmpty else { return (nil, problems) }
            return (translation, base.problems(of: translation))
        }

        /// What comes before the first step, as far as it can be read.
        public var head: LessonHead { LessonParser.head(bytes) }

        /// The lesson and what is wrong with it, its lint included.
        public var read: (lesson: Lesson?, problems: [LessonProblem]) {
            if let unreadable { return (nil, [unreadable]) }
            var (lesson, problems) = LessonParser.parse(bytes, file: file)
            lesson?.origin = origin
            lesson?.isOurs = origin == .builtIn || Course.builtIn[id]?.bytes == bytes
            guard let lesson else { return (nil, problems) }
            return (lesson, LessonLint.problems(of: lesson, reading: problems))
        }

        /// What is wrong with the lesson, and what in it a shell with these commands could not do.
        public func problems(registry: Registry) -> [LessonProblem] {
            let (lesson, problems) = read
            guard let lesson else { return problems }
            return (problems + LessonLint.unknownCalls(in: lesson, registry) + LessonLint.undefinedNames(in: lesson))
                .sorted { $0.line < $1.line }
        }

        /// What the author has still to write, as `lesson new` marks it.
        public var unfinished: [LessonProblem] { LessonLint.unfinished(bytes, file: file) }
    }

    /// The lessons in order.
    public let entries: [Entry]

    /// Lessons at hand.
    public init(entries: [Entry]) { self.entries = entries }

    /// The course in a folder, in the order of its `index`, or one lesson by its file.
    public init(path: String) throws(Failure) {
        if path.hasSuffix(".md") {
            entries = [try Self.entry(path)]
            return
        }
        let index = try Self.bytes(path + "/index")
        let lines = TextFile.lines(index)
        var seen: Set<String> = []
        entries = lines.enumerated().compactMap { number, line in
            let id = line.trimmed
            if id.isEmpty || id.hasPrefix("#") { return nil }
            guard seen.insert(id).inserted else {
                return Entry.damaged(id, .repeatedLesson(id), line: number + 1, in: path)
            }
            return Self.listed(id, line: number + 1, in: path)
        }
    }

    /// The entry for a line of the index. One that is wrong leaves the other lessons as they are.
    private static func listed(_ id: String, line: Int, in folder: String) -> Entry {
        guard id.isLessonID else { return .damaged(id, .malformedID(id), line: line, in: folder) }
        do throws(Failure) {
            return try entry("\(folder)/\(id).md")
        } catch {
            return .damaged(id, .unreadable(error.message), line: line, in: folder)
        }
    }

    /// The lesson that comes after one in its course: the built-in one, or the folder's that it is from. Nil if there is none.
    static func entry(after lesson: Lesson) -> Entry? {
        let course: Course? =
            switch lesson.origin {
            case .builtIn: .builtIn
            case .folder(let folder): folder.isEmpty ? nil : try? Course(path: folder)
            }
        guard let entries = course?.entries, let place = entries.firstIndex(where: { $0.id == lesson.head.id }),
            place + 1 < entries.count
        else { return nil }
        return entries[place + 1]
    }

    /// The lesson of a name, or of a number from 1.
    public subscript(_ name: String) -> Entry? {
        if let number = Int(name), entries.indices.contains(number - 1) { return entries[number - 1] }
        return entries.first { $0.id == name }
    }

    private static func entry(_ path: String) throws(Failure) -> Entry {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return Entry(
            id: String(name.dropLast(3)),
            file: path,
            bytes: try bytes(path),
            origin: Lesson.Origin(file: path),
            translations: translations(of: path),
            glossaries: glossaries(beside: path)
        )
    }

    /// The files beside a lesson's that have its name, with a language before the extension.
    private static func translations(of path: String) -> [String: [UInt8]] {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        let folder = parts.count > 1 ? parts.dropLast().joined(separator: "/") : "."
        let stem = String(parts.last?.dropLast(3) ?? "") + "."
        var found: [String: [UInt8]] = [:]
        for name in Folder.names(in: folder).sorted() where name.hasPrefix(stem) && name.hasSuffix(".md") {
            let language = String(name.dropFirst(stem.count).dropLast(3))
            if LessonLanguage.isLanguage(language) { found[language] = try? bytes("\(folder)/\(name)") }
        }
        return found
    }

    /// The glossaries in the folder of a lesson's file.
    private static func glossaries(beside path: String) -> [String: [UInt8]] {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        let folder = parts.count > 1 ? parts.dropLast().joined(separator: "/") : "."
        var found: [String: [UInt8]] = [:]
        for name in Folder.names(in: folder) {
            guard let language = Glossary.language(ofFile: name) else { continue }
            found[language] = try? bytes("\(folder)/\(name)")
        }
        return found
    }

    private static func bytes(_ path: String) throws(Failure) -> [UInt8] {
        // To open a pipe would wait for somebody to write to it.
        guard File.isRegular(path) ?? true else {
            throw Failure(.other(.lesson, message: "\(Quoting.word(path)) is not a regular file"))
        }
        let file = try File.open(path, at: Span(0, 0))
        defer { file.close() }
        var bytes: [UInt8] = []
        while bytes.count <= LessonParser.limit {
            let more = try file.read(1 << 16)
            if more.isEmpty { break }
            bytes += more
        }
        return bytes
    }
}
