import ArgumentParser
import Lessons

/// The language of lessons.
struct LanguageOption: ParsableArguments {
    @Option(
        help: ArgumentHelp("The language, fr for instance; the locale's if none is given.", valueName: "language"),
        completion: .list(["en"] + Messages.languages)
    )
    var lang: String?

    func validate() throws {
        guard let lang, !LessonLanguage.isLanguage(lang) else { return }
        let known = (["en"] + Messages.languages).joined(separator: ", ")
        throw ValidationError("--lang is a language of two or three small letters; there are \(known)")
    }
}
