import Language
import Sockets

/// The words after a script, which are the last ones of the command line.
enum ScriptArguments {
    /// The last words as they were typed. Text that is not UTF-8 stays as its bytes; in
    /// `CommandLine.arguments` it is repaired.
    static func last(_ count: Int) -> [Value] {
        let words = UnsafeBufferPointer(start: CommandLine.unsafeArgv, count: Int(CommandLine.argc))
        return words.suffix(count).compactMap { word in
            guard let word else { return nil }
            let bytes = Array(UnsafeRawBufferPointer(start: word, count: strlen(word)))
            return String(validating: bytes, as: UTF8.self).map { .text($0) } ?? .bytes(bytes)
        }
    }
}
