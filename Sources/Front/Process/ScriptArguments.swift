import Language
import Sockets

/// The words after a script, which are the last ones of the command line.
enum ScriptArguments {
    /// The last words as they were typed, after the script's name if that is none of them. Text that is not UTF-8 stays
    /// as its bytes; in `CommandLine.arguments` it is repaired.
    static func last(_ count: Int, after name: String? = nil) -> [Value] {
        var values = name.map { [Value.text($0)] } ?? []
        // Each start comes here, and this target is not optimised: `+` and `map` cost more than the rest.
        for place in Int(CommandLine.argc) - count..<Int(CommandLine.argc) {
            guard let word = CommandLine.unsafeArgv[place] else { continue }
            let bytes = Array(UnsafeRawBufferPointer(start: word, count: strlen(word)))
            values.append(String(validating: bytes, as: UTF8.self).map { .text($0) } ?? .bytes(bytes))
        }
        return values
    }
}
