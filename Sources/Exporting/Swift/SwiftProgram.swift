import Sockets
import SystemPackage

/// A program in Swift for Linux and macOS, on C's functions.
struct SwiftProgram: CallProgram {
    let program: Program
    var names: Identifiers
    var helpers: Set<SwiftHelper> = [.fail]
    /// The variables that steps gave.
    var variables = StepVariables()

    init(_ program: Program) {
        self.program = program
        names = program.ownNames
    }

    /// The source.
    func text() -> String {
        var writer = self
        var body = arguments
        if program.steps.contains(where: { $0.outcome == .errno(.brokenPipe) }) {
            body.append("signal(SIGPIPE, SIG_IGN)")
        }
        for (index, step) in program.steps.enumerated() {
            if !body.isEmpty { body.append("") }
            body += program.comment(of: step, behind: "// ")
            body += writer.lines(of: step, index)
            for handle in program.announced(after: step) {
                writer.helpers.insert(.portOf)
                body += ["print(\"port\", port(of: \(name(handle))))", "fflush(stdout)"]
            }
        }
        body += [""] + program.open.map { "close(\(name($0)))" }
        body += program.unlinked.map(Self.removal)
        return (writer.head + body).joined(separator: "\n") + "\n"
    }

    static func removal(of path: [UInt8]) -> String {
        "unlink(\(SwiftText.bytes(path + [0])).map { CChar(bitPattern: $0) })"
    }

    private var head: [String] {
        var needed = helpers
        for helper in helpers { needed.formUnion(helper.needs) }
        let imports = [
            "// Exported by NetShell.", "#if canImport(Glibc)", "import Glibc", "#elseif canImport(Musl)",
            "import Musl",
            "#else", "import Darwin", "#endif", "",
        ]
        return imports + SwiftHelper.allCases.filter(needed.contains).flatMap { [$0.source, ""] }
    }

    private var arguments: [String] {
        let needed = program.ports.filter { $0.handle == nil }.count
        let usage = ["if CommandLine.arguments.count <= \(needed) {", "    print(\"usage: PORT\")", "    exit(1)", "}"]
        return (needed > 0 ? usage : [])
            + program.ports.enumerated().map { index, port in
                let word = "CommandLine.arguments.dropFirst(\(index + 1)).first"
                return "let \(port.name) = \(word).flatMap(UInt16.init) ?? 0"
            }
    }

    static let showing: Set<SwiftHelper> = [.show, .showAddress]
    static let null = "nil"

    static func comment(_ text: String) -> String { "// " + text }

    static func literal(_ text: String) -> String { SwiftText.string(text) }

    func check(_ expression: String, of function: String) -> [String] {
        ["if \(expression) == -1 { fail(\(function)) }"]
    }

    func check(_ expression: String, of function: String, expecting error: String) -> [String] {
        [
            "if \(expression) == -1 {", "    if errno != \(error) { fail(\(function)) }", "    perror(\(function))",
            "}",
        ]
    }

    func limit(_ socket: Int, _ option: String, _ variable: String, seconds: Int, microseconds: Int)
        -> (before: [String], after: [String])
    {
        let call =
            "setsockopt(\(name(socket)), SOL_SOCKET, \(option), &\(variable), socklen_t(MemoryLayout<timeval>.size))"
        let set = "if \(call) == -1 { fail(\"setsockopt\") }"
        let value = "var \(variable) = timeval(tv_sec: \(seconds), tv_usec: \(microseconds))"
        return ([value, set], ["\(variable) = timeval()", set])
    }
}
