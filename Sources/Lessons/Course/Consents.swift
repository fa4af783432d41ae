import Journal
import Language
import Shell

/// Which lessons the learner has said yes to: what a lesson's head asks for beyond what every lesson may do. The answer holds
/// for one content; a lesson that was changed asks again.
public struct Consents {
    private let path: String?

    /// Answers kept in the folder of the progress; without one nothing is remembered.
    public init(folder: String?) {
        // After the dot in a lesson's key are hexadecimal digits, so no lesson's progress has that name.
        path = folder.map { $0 + "/consents.txt" }
    }

    /// Whether the learner has said yes to the lesson as it is.
    public func has(_ lesson: Lesson) -> Bool { !lesson.digest.isEmpty && lines.contains(Self.line(lesson)) }

    /// Remembers a yes; gives what was wrong, nil if nothing was.
    public func remember(_ lesson: Lesson) -> String? {
        guard let path, !lesson.digest.isEmpty, !has(lesson) else { return nil }
        let kept = lines.filter { !$0.hasPrefix(lesson.key + " ") } + [Self.line(lesson)]
        do throws(Failure) {
            try File.save(kept.map { $0 + "\n" }.joined(), as: path, at: Span(0, 0))
            return nil
        } catch {
            return error.message
        }
    }

    private static func line(_ lesson: Lesson) -> String { "\(lesson.key) \(lesson.digest)" }

    private var lines: [String] {
        guard let path, let file = try? File.open(path, at: Span(0, 0)) else { return [] }
        defer { file.close() }
        let bytes = (try? file.read(1 << 20)) ?? []
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }
}
