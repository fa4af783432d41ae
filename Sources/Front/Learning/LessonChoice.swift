import Journal
import Language
import Lessons

/// The lesson that a command line names: of the built-in course, of a folder, or a file by its path.
struct LessonChoice {
    let name: String
    let coursePath: String?
    let language: String?

    /// The lesson with a name; the language is the environment's if none is given.
    init(name: String, coursePath: String?, language: String?) {
        self.name = name
        self.coursePath = coursePath
        self.language = LessonLanguage.chosen(language)
    }

    /// The lesson; a damaged one is refused with its first problem.
    func lesson() throws(Failure) -> Lesson {
        try entry().lesson(in: language)
    }

    /// Throws if there is no such lesson, or if it is damaged. The built-in ones are sound.
    func check() throws(Failure) {
        let entry = try entry()
        if name.hasSuffix(".md") || coursePath != nil { _ = try entry.lesson(in: language) }
    }

    private func entry() throws(Failure) -> Course.Entry {
        guard let coursePath, !name.hasSuffix(".md") else {
            guard let entry = try Course.named(name).entries.first else {
                throw Course.notALesson(name, among: Course(entries: []))
            }
            return entry
        }
        let course = try Course(path: coursePath)
        guard let entry = course[name] else { throw Course.notALesson(name, among: course) }
        return entry
    }
}

extension LessonLanguage {
    /// The language that a command line asks for; the environment's if it asks for none.
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
                .lesson,
                message: problems.map(\.description).joined(separator: "\nnetshell: "),
                advice: []
            )
        )
    }
}
