import Sockets
import SystemPackage

/// A program in C11 with the functions of POSIX.
struct CProgram {
    let program: Program
    let hasComments: Bool
    var names: Identifiers
    var headers: Set<String> = ["stdio.h", "stdlib.h", "sys/socket.h", "unistd.h"]
    var helpers: Set<CHelper> = []
    /// The variables that a step's results are in.
    var variables: [Int: String] = [:]

    init(_ program: Program, hasComments: Bool) {
        self.program = program
        self.hasComments = hasComments
        names = program.ownNames
    }

    /// The source.
    func text() -> String {
        var writer = self
        var body: [String] = writer.signals + writer.arguments
        for (index, step) in program.steps.enumerated() {
            if !body.isEmpty { body.append("") }
            if hasComments { body += comment(of: step) }
            body += writer.lines(of: step, index)
            body += writer.announcement(after: step)
        }
        body += [""] + program.open.map { "close(\(program.handles[$0].name));" }
        body += program.unlinked.map { "unlink(\(CLiteral.string($0)));" }
        body.append("return EXIT_SUCCESS;")
        return writer.head + "\n"
            + body.map { $0.isEmpty || $0.hasPrefix("#") ? $0 : "    " + $0 }.joined(separator: "\n")
            + "\n}\n"
    }

    private var head: String {
        let includes = headers.union(helpers.flatMap(\.headers)).sorted().map { "#include <\($0)>" }
        let functions = CHelper.allCases.filter(helpers.contains).flatMap { [$0.source, ""] }
        let main = program.ports.isEmpty ? "int main(void)" : "int main(int argc, char *argv[])"
        return (["/* Exported by NetShell. */", "#define _GNU_SOURCE"] + includes + [""] + functions + [main, "{"])
            .joined(separator: "\n")
    }

    private func comment(of step: Program.Step) -> [String] {
        var lines = program.comment(of: step, behind: " * ")
        guard let last = lines.popLast() else { return [] }
        lines.append(last + " */")
        return ["/*" + lines[0].dropFirst(2)] + lines.dropFirst()
    }

    /// A broken pipe is an error here, not the end of the program.
    private var signals: [String] {
        mutating get {
            guard program.steps.contains(where: { $0.outcome == .errno(.brokenPipe) }) else { return [] }
            headers.insert("signal.h")
            return ["signal(SIGPIPE, SIG_IGN);"]
        }
    }

    private var arguments: [String] {
        mutating get {
            if program.ports.isEmpty { return [] }
            headers.insert("arpa/inet.h")
            let needed = program.ports.filter { $0.handle == nil }.count
            var lines: [String] = []
            if needed > 0 {
                lines = [
                    "if (argc <= \(needed)) {", "    fprintf(stderr, \"usage: %s PORT\\n\", argv[0]);",
                    "    return EXIT_FAILURE;", "}",
                ]
            }
            return lines
                + program.ports.enumerated().map { index, port in
                    "in_port_t \(port.name) = htons(argc > \(index + 1) ? (in_port_t)atoi(argv[\(index + 1)]) : 0);"
                }
        }
    }

    private mutating func announcement(after step: Program.Step) -> [String] {
        program.announced(after: step).flatMap { handle in
            helpers.insert(.portOf)
            return ["printf(\"port %d\\n\", ntohs(port_of(\(program.handles[handle].name))));", "fflush(stdout);"]
        }
    }

    /// A socket's variable.
    func name(_ handle: Int) -> String { program.handles[handle].name }

    /// The lines of a step: what it needs, the call, the check, and what comes of it.
    private mutating func lines(of step: Program.Step, _ index: Int) -> [String] {
        if let remark = step.action.remark { return ["/* \(remark) */"] }
        if case .lookUp(let lookup) = step.action { return lookUp(lookup, step, index) }
        let helpersBefore = helpers
        let call = call(step, index)
        var lines = call.before + (call.assigned.map { ["\($0) = \(call.expression);"] } ?? [])
        let compared = call.assigned.map { $0.split(separator: " ").last.map(String.init) ?? $0 } ?? call.expression
        lines += check(compared.drop(stars: true), step)
        guard step.outcome == .success else {
            // What would have shown a result is not needed.
            helpers = helpersBefore.union(helpers.intersection([.fail, .portOf]))
            return bounded(lines, step) + call.ending
        }
        return lines + call.after + call.ending
    }

    /// The check of what a call returned.
    private mutating func check(_ expression: String, _ step: Program.Step) -> [String] {
        helpers.insert(.fail)
        let function = "\"\(step.action.function)\""
        let expected: [String]
        switch step.outcome {
        case .success, .name: return ["if (\(expression) == -1)", "    fail(\(function));"]
        case .errno(let errno): expected = [errno.hasMacro ? errno.name : String(errno.rawValue)]
        case .timeout: expected = isConnect(step) ? ["EINPROGRESS"] : ["EAGAIN"]
        }
        headers.insert("errno.h")
        let others = expected.map { "errno != \($0)" }.joined(separator: " && ")
        return [
            "if (\(expression) == -1) {", "    if (\(others))", "        fail(\(function));",
            "    perror(\(function));", "}",
        ]
    }

    private func isConnect(_ step: Program.Step) -> Bool {
        if case .connect = step.action { true } else { false }
    }

    /// A call with the socket's timeout around it, where it was one that ended it.
    private mutating func bounded(_ lines: [String], _ step: Program.Step) -> [String] {
        guard case .timeout(let seconds) = step.outcome, let socket = step.action.handle else { return lines }
        headers.insert("sys/time.h")
        let isSending = isConnect(step) || step.action.function.hasPrefix("send")
        let option = isSending ? "SO_SNDTIMEO" : "SO_RCVTIMEO"
        let typed = typedSeconds(seconds)
        let (whole, micro) = (Int(typed), Int(((typed - typed.rounded(.down)) * 1e6).rounded()))
        let timeout = names.unique("timeout")
        let set = [
            "if (setsockopt(\(name(socket)), SOL_SOCKET, \(option), &\(timeout), sizeof \(timeout)) == -1)",
            "    fail(\"setsockopt\");",
        ]
        return ["struct timeval \(timeout) = {.tv_sec = \(whole), .tv_usec = \(micro)};"] + set + lines
            + ["\(timeout) = (struct timeval){0};"] + set
    }
}

extension String {
    /// A declarator's name without its stars.
    fileprivate func drop(stars: Bool) -> String { String(drop { $0 == "*" }) }
}

/// One call in C: what stands before it, the expression, the variable that takes its result, and what follows where it
/// did not fail.
struct CCall {
    var before: [String] = []
    var expression: String
    /// The declaration of the variable, `int s`; nil where the result is only compared.
    var assigned: String?
    var after: [String] = []
    /// What follows whether it failed or not.
    var ending: [String] = []
}
