import Commands
import Lessons
import Shell
import Testing

@Suite struct CourseTests {
    /// The folder of the lessons, found from this file's place.
    private var folder: String {
        #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined() + "/Lessons"
    }

    @Test func theProgramCarriesTheFolder() throws {
        let folder = try Course(path: folder)
        #expect(Course.builtIn.entries.map(\.id) == folder.entries.map(\.id))
        for (one, other) in zip(Course.builtIn.entries, folder.entries) {
            #expect(one.bytes == other.bytes, "\(one.id)")
        }
    }

    @Test(arguments: Course.builtIn.entries.map(\.id)) func everyLessonIsSound(id: String) throws {
        let entry = try #require(Course.builtIn[id])
        let (lesson, problems) = entry.read
        #expect(problems.isEmpty)
        #expect(try #require(lesson).head.id == id)
    }

    @Test func findsByNumberAndByName() throws {
        let course = Course.builtIn
        let first = try #require(course.entries.first)
        #expect(course["1"]?.id == first.id)
        #expect(course[first.id]?.id == first.id)
        #expect(course["0"] == nil && course["999"] == nil && course["no-such"] == nil)
    }

    @Test func aMissingFolderIsAnError() {
        #expect(throws: (any Error).self) { try Course(path: "/nonexistent/course") }
    }
}
