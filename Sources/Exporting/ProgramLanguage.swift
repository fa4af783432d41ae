import Journal
import Sockets

/// What an exported program is written in.
public enum ProgramLanguage: String, CaseIterable, Sendable {
    case python, c, swift, netshell

    /// What the name of a source file ends with.
    public var suffix: String {
        switch self {
        case .python: ".py"
        case .c: ".c"
        case .swift: ".swift"
        case .netshell: ".ns"
        }
    }
}

extension Program {
    /// The program that a session's calls make, from the call of that number on.
    ///
    /// - Parameter reason: the comment on each call; nil for a program without comments.
    public init(_ calls: [Call], since first: Int = 1, reason: Reason? = nil) throws(ExportProblem) {
        self = try ProgramBuilder.program(of: calls, since: first, reason: reason)
    }

    /// The source text.
    ///
    /// - Parameter language: what it is written in.
    public func text(in language: ProgramLanguage) throws(ExportProblem) -> String {
        switch language {
        case .python: try PythonProgram(self).text()
        case .c: CProgram(self).text()
        case .swift: SwiftProgram(self).text()
        case .netshell: try ShellProgram(self).text()
        }
    }
}
