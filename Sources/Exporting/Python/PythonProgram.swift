import Sockets
import SystemPackage

/// A program in Python 3, as the article would write it today.
struct PythonProgram {
    let program: Program
    var modules: Set<String> = ["socket"]

    init(_ program: Program) {
        self.program = program
    }

    /// The source.
    func text() throws(ExportProblem) -> String {
        var writer = self
        var body: [String] = []
        for (index, step) in program.steps.enumerated() {
            if program.isImplied(index) { continue }
            body += program.comment(of: step, behind: "# ")
            body += try writer.lines(of: step)
            body += writer.announcement(after: step)
        }
        body += program.open.map { "\(program.handles[$0].name).close()" }
        body += program.unlinked.flatMap { writer.removal(of: $0) }
        let arguments = writer.arguments
        let imports = writer.modules.sorted().map { "import \($0)" }
        let head = ["#!/usr/bin/env python3", "# Exported by NetShell."] + imports + [""]
        return (head + arguments + body).joined(separator: "\n") + "\n"
    }

    /// A socket's variable.
    func name(_ handle: Int) -> String { program.handles[handle].name }

    mutating func removal(of path: [UInt8]) -> [String] {
        modules.insert("os")
        return ["os.unlink(\(PythonText.path(path)))"]
    }

    /// The ports that the command line gives.
    private var arguments: [String] {
        mutating get {
            guard !program.ports.isEmpty else { return [] }
            modules.insert("sys")
            return program.ports.enumerated().map { index, port in
                port.handle == nil
                    ? "\(port.name) = int(sys.argv[\(index + 1)])"
                    : "\(port.name) = int(sys.argv[\(index + 1)]) if len(sys.argv) > \(index + 1) else 0"
            } + [""]
        }
    }

    /// Tells which port the kernel chose, for whoever starts the other program.
    private func announcement(after step: Program.Step) -> [String] {
        program.announced(after: step).map { "print(\"port\", \(name($0)).getsockname()[1], flush=True)" }
    }

    /// The lines of a step: the call, and what is done if the session's call failed.
    private mutating func lines(of step: Program.Step) throws(ExportProblem) -> [String] {
        if let remark = step.action.remark { return ["# " + remark] }
        let lines = try call(step)
        switch step.outcome {
        case .success: return lines
        case .errno(let errno): return attempt(lines, step, catching: PythonErrors.exception(for: errno))
        case .name:
            return attempt(lines, step, catching: PythonErrors.Exception(step.action.pythonNameError))
        case .timeout(let seconds):
            guard let socket = step.action.handle else { return lines }
            return ["\(name(socket)).settimeout(\(typedSeconds(seconds)))"]
                + attempt(lines, step, catching: PythonErrors.Exception("socket.timeout"))
                + ["\(name(socket)).settimeout(None)"]
        }
    }

    private mutating func attempt(
        _ lines: [String],
        _ step: Program.Step,
        catching exception: PythonErrors.Exception
    ) -> [String] {
        var all = ["try:"] + lines.map { "    " + $0 } + ["except \(exception.name) as error:"]
        if let number = exception.number {
            modules.insert("errno")
            all += ["    if error.errno != \(number):", "        raise"]
        }
        return all + ["    print(\"\(step.action.function):\", error)"]
    }
}

/// Python's classes for errors (PEP 3151).
enum PythonErrors {
    /// A class, and the errno to compare if the class has several.
    struct Exception {
        let name: String
        let number: String?

        init(_ name: String, _ number: String? = nil) {
            self.name = name
            self.number = number
        }
    }

    static func exception(for errno: Errno) -> Exception {
        switch errno {
        case .connectionRefused: Exception("ConnectionRefusedError")
        case .brokenPipe: Exception("BrokenPipeError")
        case .connectionReset: Exception("ConnectionResetError")
        case .connectionAbort: Exception("ConnectionAbortedError")
        case .wouldBlock, .nowInProgress, .alreadyInProcess: Exception("BlockingIOError")
        case .timedOut: Exception("TimeoutError")
        case .permissionDenied, .notPermitted: Exception("PermissionError")
        case .noSuchFileOrDirectory: Exception("FileNotFoundError")
        case .fileExists: Exception("FileExistsError")
        default: Exception("OSError", errno.hasMacro ? "errno.\(errno.name)" : String(errno.rawValue))
        }
    }
}
