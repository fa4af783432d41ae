import Journal
import Language
import Shell
import Sockets

extension Lesson {
    /// What the lesson is called in the learner's files: its id; in a course of one's own followed by a dot and 16
    /// digits that stand for its folder. Two courses may have lessons of one id.
    public var key: String {
        switch origin {
        case .builtIn: head.id
        case .folder(let path): "\(head.id).\(SHA256.digest(of: Array(path.utf8)).prefix(16))"
        }
    }
}

extension Lesson.Origin {
    /// The folder of a lesson's file.
    init(file path: String) {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        let folder = parts.count > 1 ? parts.dropLast().joined(separator: "/") + "/" : "."
        guard let found = realpath(folder, nil) else {
            self = .folder(folder)
            return
        }
        defer { free(found) }
        self = .folder(String(cString: found))
    }
}
