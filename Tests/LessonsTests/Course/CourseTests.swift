import Commands
import Shell
import Testing

@testable import Lessons

@Suite struct CourseTests {
    /// The folder of the lessons, found from this file's path.
    private var folder: String {
        #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined() + "/Lessons"
    }

    @Test func theProgramCarriesTheFolder() throws {
        let folder = try Course(path: folder)
        #expect(Course.builtIn.entries.map(\.id) == folder.entries.map(\.id))
        for (one, other) in zip(Course.builtIn.entries, folder.entries) {
            // Shown in full, the difference of two lessons would fill screens.
            let isSame =
                one.bytes == other.bytes && one.translations == other.translations
                && one.glossaries == other.glossaries
            #expect(isSame, "\(one.id)")
        }
    }

    @Test(arguments: Course.builtIn.entries.map(\.id)) func everyTranslationIsWhole(id: String) throws {
        let entry = try #require(Course.builtIn[id])
        #expect(entry.translationProblems == [])
        let steps = try #require(entry.read.lesson).steps.map(\.id)
        for (language, bytes) in entry.translations {
            #expect(LessonParser.parse(bytes, file: "").lesson?.steps.map(\.id) == steps, "\(id) \(language)")
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

    /// Long enough to learn something, short enough for one sitting, and never without help. The exercise comes on top.
    @Test(arguments: Course.builtIn.entries.map(\.id)) func everyLessonTeaches(id: String) throws {
        let lesson = try #require(Course.builtIn[id]?.read.lesson)
        #expect(5...12 ~= lesson.steps.count - 1 && 5...20 ~= lesson.head.minutes)
        #expect(lesson.steps.flatMap(\.mistakes).count >= 3)
        #expect(lesson.steps.contains { !$0.fences(.predict).isEmpty })
        for step in lesson.steps where !step.fences(.check).isEmpty && !step.answer.steps.isEmpty {
            #expect(step.hints.count >= 2, "\(step.id)")
            #expect(step.afterwordBlocks.contains { if case .text = $0 { true } else { false } }, "\(step.id): no why")
        }
        #expect(lesson.steps.contains { !$0.fences(.check).isEmpty })
    }

    /// It begins with what one will be able to do, and ends with a free exercise and with what was learnt, in three lines each at most.
    @Test(arguments: Course.builtIn.entries.map(\.id)) func everyLessonHasABeginningAndAnEnd(id: String) throws {
        let lesson = try #require(Course.builtIn[id]?.read.lesson)
        #expect(lesson.introduction.contains("After this lesson you can:") && 1...3 ~= lesson.introduction.items)
        #expect(lesson.steps.last?.id == "exercise")
        let closing = try #require(lesson.closing)
        #expect(closing.title == "What you have learnt" && closing.text.items == 3)
    }

    /// Nobody is stuck at a question either, and whoever presents the lesson has something of their own to say.
    @Test(arguments: Course.builtIn.entries.map(\.id)) func everyStepHasAHintAndANote(id: String) throws {
        let lesson = try #require(Course.builtIn[id]?.read.lesson)
        for step in lesson.steps {
            #expect(!step.hints.isEmpty && step.fences(.say).count == 1, "\(step.id)")
        }
    }

    /// Every term of the glossaries is explained somewhere, in the lessons of its language.
    @Test(arguments: ["en", "de", "fr"]) func everyTermIsUsed(language: String) throws {
        let bytes = try #require(Course.builtIn.entries.first?.glossaries[language])
        let (glossary, problems) = Glossary.parse(bytes, file: "")
        #expect(problems.isEmpty)
        let lessons = Course.builtIn.entries.filter { language == "en" || $0.translations[language] != nil }
            .compactMap { $0.read(in: language).lesson }
        let used = lessons.flatMap(\.texts).flatMap(Glossary.emphasised).compactMap { glossary.meaning(of: $0)?.term }
        let terms = TextFile.lines(bytes).filter { !$0.isEmpty && !$0.hasPrefix("#") }
            .map { $0.prefix { $0 != ":" }.lowercased() }
        #expect(Set(terms).subtracting(used).isEmpty)
    }

    @Test func eachLessonNeedsOnlyEarlierOnes() {
        var earlier: Set<String> = []
        for entry in Course.builtIn.entries {
            #expect(earlier.isSuperset(of: entry.read.lesson?.head.needs ?? []), "\(entry.id)")
            earlier.insert(entry.id)
        }
    }
}

extension Lesson {
    /// What its introduction and its steps say.
    fileprivate var texts: [String] {
        [introduction] + steps.flatMap(\.body).compactMap { if case .text(let text) = $0 { text } else { nil } }
    }
}

extension String {
    /// How many items its lists have.
    fileprivate var items: Int { split(separator: "\n").filter { $0.hasPrefix("- ") }.count }
}
