import Journal
import Language
import LineEditing
import Shell
import SystemPackage

/// The theme that was chosen at a prompt, in a file of the user's state.
enum KeptTheme {
    /// The file; nil if it cannot be had.
    private static var path: String? { Folders.state.map { $0 + "/theme" } }

    /// The theme chosen last; without one, or if the file says something else, the one that is readable anywhere.
    static var theme: Theme {
        guard let path,
            let file = try? FileDescriptor.open(SystemPackage.FilePath(path), .readOnly, options: .closeOnExec)
        else {
            return .neutral
        }
        defer { try? file.close() }
        let text = String(unsafeUninitializedCapacity: longest) { (try? file.read(into: .init($0))) ?? 0 }
        return Theme(rawValue: text.filter { !$0.isWhitespace }) ?? .neutral
    }

    /// More bytes than any theme's name has.
    private static let longest = 32

    /// Keeps a theme for the next time; returns what went wrong, nil if nothing did.
    static func keep(_ theme: Theme) -> String? {
        guard let path else {
            return "the theme is not kept: there can be no folder for it below XDG_STATE_HOME or HOME"
        }
        do throws(Failure) {
            try File.save(theme.rawValue + "\n", as: path, at: Span(0, 0))
            return nil
        } catch {
            return "the theme is not kept: \(error.message)"
        }
    }
}

extension Style {
    /// The style of this terminal, in the theme that its person chose.
    static func kept(plain: Bool) -> Style { .chosen(plain: plain, theme: KeptTheme.theme) }
}
