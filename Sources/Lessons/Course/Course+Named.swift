import Journal
import Language
import Sockets

extension Course {
    /// What a word on a command line stands for: a lesson of the built-in course by its name or number, a lesson's file, a
    /// folder with an index, or FOLDER/NAME. A built-in lesson's name goes before a folder with the same name.
    public static func named(_ word: String) throws(Failure) -> Course {
        if let entry = builtIn[word] { return Course(entries: [entry]) }
        if word.hasSuffix(".md") || Folder.exists(word) { return try Course(path: word) }
        let parts = word.split(separator: "/", omittingEmptySubsequences: false)
        guard let name = parts.last, parts.count > 1, Folder.exists(parts.dropLast().joined(separator: "/") + "/")
        else {
            throw notALesson(word, among: builtIn)
        }
        let course = try Course(path: parts.dropLast().joined(separator: "/"))
        guard let entry = course[String(name)] else { throw notALesson(word, among: course) }
        return Course(entries: [entry])
    }

    /// That a word names no lesson.
    public static func notALesson(_ word: String, among course: Course) -> Failure {
        let name = word.split(separator: "/").last.map(String.init) ?? word
        let near = Suggestion.nearest(to: name, among: course.entries.map(\.id))
        return Failure(
            .unsuitable(word: word, wanted: "a lesson", near: near, advice: ["netshell lesson list shows them"])
        )
    }
}
