import Explaining
import Shell
import Sockets
import SystemPackage

extension Registry {
    /// Every command of the shell. A new family is added here, a new command in its family's file.
    public static let all: Registry = Registry(
        [
            .creation,
            .files,
            .connection,
            .sending,
            .receiving,
            .messages,
            .options,
            .multicast,
            .names,
            .conversions,
            .waiting,
            .session,
            .jobs,
            .text,
            .help,
            .explaining,
            .drawing,
            .exporting,
        ],
        topics: HelpTopic.all,
        errors: explained,
        answer: { question, session in .picture(QuestionAnswer(question, in: session).picture) }
    )

    /// What can be explained of a C function's errors, for its page.
    @Sendable private static func explained(_ function: String) -> [CommandError] {
        var errors: [String: String] = [:]
        for (call, error) in Diagnosis.explained where call == function { errors[error] = meaning(of: error) }
        return errors.map { ($0.key, $0.value) }.sorted { $0.name < $1.name }
    }

    private static func meaning(of error: String) -> String? {
        Errno.named.first { $0.name == error }?.errno.sentence ?? ResolverError(name: error)?.sentence
            ?? HostError(name: error)?.sentence
    }
}
