import Journal
import Sockets

/// What an exported program is written in.
public enum ProgramLanguage: String, CaseIterable, Sendable {
    case python, c, swift, netshell

    /// What the name of a source file ends with.
    public var suffix: String {
        switch self {
        case .python: ".py"
        case .c: ".c"
        case .swift: ".swift"
        case .netshell: ".ns"
        }
    }
}

extension Program {
    /// The program that a session's calls make, from the call of that number on.
    ///
    /// - Parameter reason: the comment on each call; nil for a program without comments.
    public init(_ calls: [Call], since first: Int = 1, reason: Reason? = nil) throws(ExportProblem) {
        self = try ProgramBuilder.program(of: calls, since: first, reason: reason)
    }

    /// The source text.
    ///
    /// - Parameter language: what it is written in.
    public func text(in language: ProgramLanguage) throws(ExportProblem) -> String {
        switch language {
        case .python: try PythonProgram(self).text()
        case .c: CProgram(self).text()
        case .swift: SwiftProgram(self).text()
        case .netshell: try ShellProgram(self).text()
        }
    }

    /// The lines of a step's comment behind what begins each of them; none where there is no comment.
    func comment(of step: Step, behind start: String) -> [String] {
        step.comment?.wrapped(width: 78 - start.count).map { start + $0 } ?? []
    }

    /// The names for the languages that declare a variable for every result, free of those that are used again and
    /// again.
    var ownNames: Identifiers {
        var names = identifiers
        names.release([spareData, spareAddress] + steps.flatMap { [$0.dataName, $0.addressName].compactMap { $0 } })
        return names
    }

    /// The step that a place refers to.
    func step(_ index: Int) -> Step { steps[index] }

    /// The variable of the address or port that a step gave.
    func addressName(_ step: Int) -> String { steps[step].addressName ?? "address" }

    /// The variable of the data that a step received.
    func dataName(_ step: Int) -> String { steps[step].dataName ?? "data" }

    /// Whether a getaddrinfo was only made for the connect, bind or sendto that is the next step: a language whose
    /// functions look names up themselves leaves it out.
    func isImplied(_ step: Int) -> Bool {
        guard steps[step].outcome == .success, steps.indices.contains(step + 1) else { return false }
        switch steps[step + 1].action {
        case .connect(_, let place), .bind(_, let place), .send(_, _, _, to: let place?):
            if case .lookup(step, _) = place.source { return true }
            return place.hostStep == step
        default: return false
        }
    }

    /// Whether the service that a getaddrinfo was asked for is a port that the kernel had chosen, and so means nothing.
    func hasStalePort(_ step: Int) -> Bool {
        guard isImplied(step), let place = steps[step + 1].action.place else { return false }
        return place.hostStep == step
    }

    /// The host that a place was typed with, where it was a name.
    func hostName(_ place: Place) -> String? { place.hostStep.flatMap { lookedUp($0).host } }

    /// The host and the port of a lookup, as they were typed.
    func lookedUp(_ step: Int) -> (host: String?, service: String?) {
        guard case .lookUp(.addressInfo(let host, let service, _, _)) = steps[step].action else { return (nil, nil) }
        return (host, service)
    }
}

/// A timeout as a person would have typed it, two digits or whole seconds: what the call took is a little more.
func typedSeconds(_ seconds: Double) -> Double {
    guard seconds > 0.001 else { return 0.001 }
    // Whole nanoseconds, so that the quotient is the double nearest to the decimal digits.
    let nanoseconds = UInt64((min(seconds, 1e9) * 1e9).rounded())
    var unit: UInt64 = 1
    while unit < 1_000_000_000, nanoseconds / unit >= 100 { unit *= 10 }
    return Double(nanoseconds / unit * unit) / 1e9
}

/// Text in pieces of at most so many elements.
func pieces<Element>(_ elements: [Element], of size: Int) -> [[Element]] {
    stride(from: 0, to: elements.count, by: size).map { Array(elements[$0..<min($0 + size, elements.count)]) }
}

/// Two hexadecimal digits.
func twoDigits(_ byte: UInt8) -> String { (byte < 16 ? "0" : "") + String(byte, radix: 16) }
