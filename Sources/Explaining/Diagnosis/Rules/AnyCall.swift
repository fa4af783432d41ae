import Journal
import Reading
import Sockets
import SystemPackage

extension Rule {
    /// What holds for any call; it is last.
    static let anyCall: [Rule] = [
        Rule("descriptor.closed", [], .badFileDescriptor) { e in
            if let passed = e.call.passedDescriptors {
                return Finding("one of the descriptors that were to be passed, \(passed), is not open", "sockets")
            }
            return Finding(
                "\(e.me)'s descriptor\(e.call.descriptor.map { " \($0)" } ?? "") is not open: it was closed behind the "
                    + "shell's back",
                "take it out of the table: \(e.me).close"
            )
        },
        Rule("descriptor.no-socket", [], .notSocket) { e in
            Finding(
                "\(e.me)'s descriptor\(e.call.descriptor.map { " \($0)" } ?? "") is open and is no socket: a file, a "
                    + "terminal or a pipe",
                e.socket.birth?.kind == .dup
                    ? "fromfd believed what it was told, and asks the kernel if it is told no family and no type" : nil,
                "\(e.me).close; \(e.me) = socket inet stream"
            )
        },
        Rule("any.interrupted", [], .interrupted) { e in
            Finding("a signal came while the call waited", "the same again")
        },
        Rule("any.descriptors", [], .tooManyOpenFiles) { e in
            Finding("this process has as many descriptors open as it may have", "close what is not needed: sockets")
        },
        Rule("any.descriptors.system", [], .tooManyOpenFilesInSystem) { e in
            Finding("the whole system has as many files open as it may have", "close what is not needed: sockets")
        },
        Rule("any.memory", [], [.errno(.noMemory), .errno(.noBufferSpace)]) { e in
            Finding("the kernel has no memory for it at this moment", "close what is not needed: sockets")
        },
        Rule("any.fault", [], .badAddress) { e in
            Finding(
                "the kernel could not read or write the memory that it was given; the shell never passes such memory"
            )
        },
    ]
}

extension Call {
    /// The descriptors in its message (SCM_RIGHTS), joined; nil if there are none.
    fileprivate var passedDescriptors: String? {
        for case .ancillary(let messages) in arguments.map(\.value) {
            for case .rights(let descriptors) in messages {
                return descriptors.map(String.init).joined(separator: ", ")
            }
        }
        return nil
    }
}
