import SystemPackage

/// A program in a language that makes C's calls and looks at what each returned: C, and Swift on C's functions. What is
/// written for a step is the same in both; the language gives the syntax.
protocol CallProgram {
    /// The functions that a program brings along.
    associatedtype Helper: Hashable

    var program: Program { get }
    /// The names that are taken.
    var names: Identifiers { get set }
    /// The functions that are needed.
    var helpers: Set<Helper> { get set }

    /// The functions that only show what a call gave.
    static var showing: Set<Helper> { get }
    /// The null pointer.
    static var null: String { get }
    /// A comment that is a line by itself.
    static func comment(_ text: String) -> String
    /// Text as C takes it.
    static func literal(_ text: String) -> String
    /// A constant.
    mutating func constant(_ constant: Program.Constant) -> String

    /// The call of a step that is no question about names.
    mutating func call(_ step: Program.Step, _ index: Int) -> WrittenCall
    /// The end of the program if a call returned -1.
    mutating func check(_ expression: String, of function: String) -> [String]
    /// The same, but for one error, which is told.
    mutating func check(_ expression: String, of function: String, expecting error: String) -> [String]
    /// What gives a socket a timeout, and what takes it away.
    mutating func limit(_ socket: Int, _ option: String, _ variable: String, seconds: Int, microseconds: Int)
        -> (before: [String], after: [String])

    mutating func addressInfo(_ question: AddressQuestion, _ step: Program.Step, _ index: Int) -> [String]
    mutating func nameInfo(_ place: Program.Place, _ flags: Program.Constant, _ step: Program.Step) -> [String]
    mutating func ask(_ question: DatabaseQuestion, _ step: Program.Step, _ index: Int) -> [String]
    /// gethostname.
    mutating func ownName() -> [String]
    /// A port in network order.
    mutating func networkOrder(_ port: Int) -> String
    /// The bytes of an address in a variable: the lines that make it, and the three arguments that it is.
    mutating func addressBytes(_ host: String, _ name: String, _ structure: String, _ family: String)
        -> (lines: [String], words: String)
}

/// The variables that a program has declared for what its steps gave, by the steps' indices.
struct StepVariables {
    /// For the address, the port or the list of addresses that a step gave.
    var addresses: [Int: String] = [:]
    /// For the data that a step received.
    var data: [Int: String] = [:]
}

/// One call: what comes before it, the expression that is -1 if it failed, and what follows if it did not.
struct WrittenCall {
    var before: [String] = []
    var expression: String
    var after: [String] = []
    /// What follows whether it failed or not.
    var ending: [String] = []
}

extension CallProgram {
    /// A socket's variable.
    func name(_ handle: Int) -> String { program.handles[handle].name }

    /// The lines of a step: what it needs, the call, the check, and what comes of it.
    mutating func lines(of step: Program.Step, _ index: Int) -> [String] {
        if let remark = step.action.remark { return [Self.comment(remark)] }
        if case .lookUp(let lookup) = step.action { return lookUp(lookup, step, index) }
        let helpersBefore = helpers
        let call = call(step, index)
        let lines = call.before + check(call.expression, step)
        guard step.outcome == .success else {
            // What would have shown a result is not needed.
            helpers.subtract(Self.showing.subtracting(helpersBefore))
            return bounded(lines, step) + call.ending
        }
        return lines + call.after + call.ending
    }

    /// The check of what a call returned.
    private mutating func check(_ expression: String, _ step: Program.Step) -> [String] {
        let function = "\"\(step.action.function)\""
        switch step.outcome {
        case .success, .name: return check(expression, of: function)
        case .errno(let errno):
            let expected = errno.hasMacro ? errno.name : String(errno.rawValue)
            return check(expression, of: function, expecting: expected)
        case .timeout:
            return check(expression, of: function, expecting: step.action.isConnect ? "EINPROGRESS" : "EAGAIN")
        }
    }

    /// A call with the socket's timeout around it, if it was one that ended it.
    private mutating func bounded(_ lines: [String], _ step: Program.Step) -> [String] {
        guard case .timeout(let seconds) = step.outcome, let socket = step.action.handle else { return lines }
        let isSending = step.action.isConnect || step.action.isSend
        let typed = typedSeconds(seconds)
        let limit = limit(
            socket,
            isSending ? "SO_SNDTIMEO" : "SO_RCVTIMEO",
            names.unique("timeout"),
            seconds: Int(typed),
            microseconds: Int(((typed - typed.rounded(.down)) * 1e6).rounded())
        )
        return limit.before + lines + limit.after
    }
}

extension Program.Action {
    fileprivate var isConnect: Bool { if case .connect = self { true } else { false } }
}
