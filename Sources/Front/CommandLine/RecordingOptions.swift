import ArgumentParser
import Lessons

/// What recording the command line asks for.
struct RecordingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Write an asciicast, or an HTML page for a name that ends in .html.", valueName: "file"),
        completion: .file()
    )
    var record: String?

    @Option(help: ArgumentHelp("The version of the asciicast, 2 or 3.", valueName: "version"))
    var castVersion = 2

    @Flag(help: "Let a new file replace one that exists.")
    var force = false

    func validate() throws {
        guard Asciicast.Version(rawValue: castVersion) != nil else { throw ValidationError("--cast-version is 2 or 3") }
    }

    /// The recording that was asked for; nil if none.
    var request: RecordingRequest? {
        record.map { path in
            RecordingRequest(
                path: path,
                format: path.hasSuffix(".html") ? .page : .cast(Asciicast.Version(rawValue: castVersion) ?? .two),
                isForced: force
            )
        }
    }
}

/// A recording that was asked for.
struct RecordingRequest {
    /// How it is written.
    enum Format {
        /// As an asciicast.
        case cast(Asciicast.Version)
        /// As an HTML page.
        case page
    }

    /// The file.
    let path: String
    let format: Format
    /// Whether an existing file may be replaced.
    let isForced: Bool
}
