import Sockets
import SystemPackage

/// A program in C11 with the functions of POSIX.
struct CProgram: CallProgram {
    let program: Program
    var names: Identifiers
    var headers: Set<String> = ["stdio.h", "stdlib.h", "sys/socket.h", "unistd.h"]
    var helpers: Set<CHelper> = []
    /// The variables that steps gave.
    var variables = StepVariables()

    init(_ program: Program) {
        self.program = program
        names = program.ownNames
    }

    /// The source.
    func text() -> String {
        var writer = self
        var body: [String] = writer.signals + writer.arguments
        for (index, step) in program.steps.enumerated() {
            if !body.isEmpty { body.append("") }
            body += comment(of: step)
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
        let lines = program.comment(of: step, width: 75)
        return lines.enumerated().map { number, line in
            (number == 0 ? "/* " : " * ") + line + (number == lines.count - 1 ? " */" : "")
        }
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

    static let showing: Set<CHelper> = [.show, .showAddress, .receivedDescriptor]
    static let null = "NULL"

    static func comment(_ text: String) -> String { "/* \(text) */" }

    static func literal(_ text: String) -> String { CLiteral.string(text.utf8) }

    func constant(_ constant: Program.Constant) -> String { CLiteral.constant(constant) }

    mutating func check(_ expression: String, of function: String) -> [String] {
        helpers.insert(.fail)
        return ["if (\(expression) == -1)", "    fail(\(function));"]
    }

    mutating func check(_ expression: String, of function: String, expecting error: String) -> [String] {
        helpers.insert(.fail)
        headers.insert("errno.h")
        return [
            "if (\(expression) == -1) {", "    if (errno != \(error))", "        fail(\(function));",
            "    perror(\(function));", "}",
        ]
    }

    mutating func limit(_ socket: Int, _ option: String, _ variable: String, seconds: Int, microseconds: Int)
        -> (before: [String], after: [String])
    {
        headers.insert("sys/time.h")
        let set = [
            "if (setsockopt(\(name(socket)), SOL_SOCKET, \(option), &\(variable), sizeof \(variable)) == -1)",
            "    fail(\"setsockopt\");",
        ]
        let value = "struct timeval \(variable) = {.tv_sec = \(seconds), .tv_usec = \(microseconds)};"
        return ([value] + set, ["\(variable) = (struct timeval){0};"] + set)
    }
}

extension WrittenCall {
    /// The call with a variable for what it returns; without one, that is only compared.
    func assigned(to variable: String?, _ type: String = "int") -> WrittenCall {
        guard let variable else { return self }
        var call = self
        call.before.append("\(type) \(variable) = \(expression);")
        call.expression = variable
        return call
    }
}
