import Sockets
import SystemPackage

/// A program in Swift for Linux and macOS, on C's functions.
struct SwiftProgram {
    let program: Program
    let hasComments: Bool
    var names: Identifiers
    var helpers: Set<SwiftHelper> = [.fail]
    /// The variables that a step's results are in; data under the step's index below zero, as -1 - index.
    var variables: [Int: String] = [:]

    init(_ program: Program, hasComments: Bool) {
        self.program = program
        self.hasComments = hasComments
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
            if hasComments { body += program.comment(of: step, behind: "// ") }
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

    /// A socket's variable.
    func name(_ handle: Int) -> String { program.handles[handle].name }

    private mutating func lines(of step: Program.Step, _ index: Int) -> [String] {
        if let remark = step.action.remark { return ["// " + remark] }
        if case .lookUp(let lookup) = step.action { return lookUp(lookup, step, index) }
        let before = helpers
        let call = call(step, index)
        let lines = call.before + check(call.expression, step)
        guard step.outcome == .success else {
            // What would have shown a result is not needed.
            helpers.subtract(before.contains(.show) ? [] : [.show])
            helpers.subtract(before.contains(.showAddress) ? [] : [.showAddress])
            return bounded(lines, step) + call.ending
        }
        return lines + call.after + call.ending
    }

    private func check(_ expression: String, _ step: Program.Step) -> [String] {
        let function = "\"\(step.action.function)\""
        let expected: String
        switch step.outcome {
        case .success, .name: return ["if \(expression) == -1 { fail(\(function)) }"]
        case .errno(let errno): expected = errno.hasMacro ? errno.name : String(errno.rawValue)
        case .timeout: if case .connect = step.action { expected = "EINPROGRESS" } else { expected = "EAGAIN" }
        }
        return [
            "if \(expression) == -1 {", "    if errno != \(expected) { fail(\(function)) }", "    perror(\(function))",
            "}",
        ]
    }

    /// A call with the socket's timeout around it, where it was one that ended it.
    private mutating func bounded(_ lines: [String], _ step: Program.Step) -> [String] {
        guard case .timeout(let seconds) = step.outcome, let socket = step.action.handle else { return lines }
        var option = step.action.function.hasPrefix("send") ? "SO_SNDTIMEO" : "SO_RCVTIMEO"
        if case .connect = step.action { option = "SO_SNDTIMEO" }
        let typed = typedSeconds(seconds)
        let micro = Int(((typed - typed.rounded(.down)) * 1e6).rounded())
        let timeout = names.unique("timeout")
        let size = "socklen_t(MemoryLayout<timeval>.size)"
        let set =
            "if setsockopt(\(name(socket)), SOL_SOCKET, \(option), &\(timeout), \(size)) == -1 { fail(\"setsockopt\") }"
        return ["var \(timeout) = timeval(tv_sec: \(Int(typed)), tv_usec: \(micro))", set] + lines
            + ["\(timeout) = timeval()", set]
    }
}

/// One call in Swift: what stands before it, the expression that is -1 where it failed, and what follows.
struct SwiftCall {
    var before: [String] = []
    var expression: String
    var after: [String] = []
    /// What follows whether it failed or not.
    var ending: [String] = []
}
