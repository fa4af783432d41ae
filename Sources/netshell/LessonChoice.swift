import Journal
import Language
import Lessons

/// The lesson that a command line names: of the built-in course, of a folder, or a file by its path.
struct LessonChoice {
    let name: String
    let coursePath: String?
    let language: String?

    /// The lesson of a name; the language is the environment's where none is given.
    init(name: String, coursePath: String?, language: String?) {
        self.name = name
        self.coursePath = coursePath
        self.language = LessonLanguage.chosen(language)
    }

    /// The lesson; a damaged one is refused with its first problem.
    func lesson() throws(Failure) -> Lesson {
        try entry().lesson(in: language)
    }

    /// Throws where there is no such lesson, or where it is damaged. The built-in ones are sound.
    func check() throws(Failure) {
        let entry = try entry()
        if name.hasSuffix(".md") || coursePath != nil { _ = try entry.lesson(in: language) }
    }

    private func entry() throws(Failure) -> Course.Entry {
        if name.hasSuffix(".md"), let entry = try Course(path: name).entries.first { return entry }
        let course = try coursePath.map { (path) throws(Failure) in try Course(path: path) } ?? .builtIn
        if let entry = course[name] { return entry }
        let near = Suggestion.nearest(to: name, among: course.entries.map(\.id))
        throw Failure(
            .unsuitable(word: name, wanted: "a lesson", near: near, advice: ["netshell lesson list shows them"])
        )
    }
}

extension LessonLanguage {
    /// The language that a command line asks for; the environment's where it asks for none.
    static func chosen(_ option: String?) -> String? { option ?? chosen(Folders.variable) }
}

extension Course.Entry {
    /// The lesson in a language; a damaged one is refused with its problems.
    func lesson(in language: String?) throws(Failure) -> Lesson {
        let (lesson, problems) = read(in: language)
        if var lesson, problems.isEmpty {
            lesson.isGranted = Consents(folder: Folders.progress).has(lesson)
            return lesson
        }
        throw Failure(
            .other(
                className: "Lesson",
                message: problems.map(\.description).joined(separator: "\nnetshell: "),
                advice: []
            )
        )
    }
}
