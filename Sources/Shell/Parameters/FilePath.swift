import Journal
import Language
import Sockets

/// A file by its path.
public struct FilePath: ParameterType {
    public let about: String
    private let use: Confinement.Use

    /// The parameter; `about` says what the file is for.
    public init(about: String, for use: Confinement.Use = .writing) {
        self.about = about
        self.use = use
    }

    public func hint(_ context: Context) -> String { "FILE" }

    public func parse(_ words: inout Words, _ context: Context) throws(Failure) -> String {
        let (text, span) = try words.takeText("FILE", wanted: "a path")
        guard !text.isEmpty, !text.utf8.contains(0) else {
            throw Failure(.unsuitable(word: text, wanted: "a path"), at: span)
        }
        try context.confinement?.check(path: text, for: use, of: context.session, at: span)
        return text
    }

    public func complete(_ prefix: String, _ context: Context) -> [Candidate] { Self.candidates(prefix) }
}

extension FilePath {
    /// The maximum number of names offered from one folder.
    private static let limit = 2000

    /// The files whose paths begin like this, folders with a trailing `/`.
    static func candidates(_ prefix: String) -> [Candidate] {
        let folder = prefix.lastIndex(of: "/").map { String(prefix[...$0]) } ?? ""
        let start = prefix.dropFirst(folder.count)
        return Folder.names(in: folder.isEmpty ? "." : folder).filter { name in
            name.hasPrefix(start) && (start.hasPrefix(".") || !name.hasPrefix("."))
        }.sorted().prefix(limit).map { name in
            guard Folder.exists(folder + name) else { return Candidate(folder + name) }
            return Candidate(folder + name + "/", "folder", goesOn: true)
        }
    }
}
