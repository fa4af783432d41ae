import Commands
import Lessons
import Testing

/// The answer to a question names a lesson that there is, and every lesson shows something.
@Suite struct ShownInLessonsTests {
    @Test func everyLessonIsInTheCourse() {
        let shown = Set(ShownInLessons.lessons.values)
        let course = Set(Course.builtIn.entries.map(\.id))
        #expect(shown == course, "\(shown.symmetricDifference(course))")
    }
}
