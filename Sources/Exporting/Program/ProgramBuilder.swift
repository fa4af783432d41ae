import Journal
import Language
import Reading
import Sockets
import SystemPackage

/// Makes a program of calls: follows descriptors from the call that made them to the one that closed them, and finds
/// what a call took from an earlier one.
struct ProgramBuilder {
    var program = Program()
    /// The socket that a descriptor is, while it is open.
    var byDescriptor: [Int32: Int] = [:]
    /// The sockets that calls without a step made, by their descriptors: a program cannot have them, either.
    var missing: Set<Int32> = []
    /// What is known of the addresses of the sockets.
    var origins = AddressOrigins()
    /// The step in which a socket last received something, and what.
    var lastReceived: [Int: (step: Int, bytes: [UInt8])] = [:]
    /// The names that the sockets had in the session, by the call that made them and the place among its sockets.
    private var names: [SocketNames.Key: String] = [:]
    /// What kinds of sockets there are, for the comments.
    private var kinds = SocketKinds()
    /// How calls ended connections, for the comments, by their numbers.
    private var closings: [Int: Closing] = [:]
    /// What is looked through for sockets that the given calls did not make: there is nothing else.
    private let otherCalls = Journal()
    /// The number of the first call that is exported.
    private let since: Int
    /// The comment on a call; nil if the program has no comments.
    private let reason: Program.Reason?

    private init(since: Int, reason: Program.Reason?) {
        self.since = since
        self.reason = reason
    }

    /// The program that a session's calls make.
    ///
    /// - Parameters:
    ///   - calls: the calls in the journal's order.
    ///   - first: the number of the first call that is wanted.
    ///   - isSplit: whether the ends run in processes of their own, so that they may wait for each other.
    ///   - reason: the comment on each call; nil for a program without comments.
    static func program(
        of calls: [Call],
        since first: Int = 1,
        isSplit: Bool = false,
        reason: Program.Reason? = nil
    ) throws(ExportProblem) -> Program {
        let wanted = calls.filter { $0.number >= first }
        guard !wanted.isEmpty else { throw ExportProblem("no call was made, so there is nothing to export") }
        let traffic = Traffic(calls)
        let ordered = sequential(wanted, traffic)
        if !isSplit, let (sender, receiver) = interlocked(ordered) {
            throw ExportProblem(
                "it waited while call \(receiver.number) received, which one thread cannot do",
                call: sender.number,
                advice: "export with -split: two programs"
            )
        }
        var builder = ProgramBuilder(since: first, reason: reason)
        builder.closings = traffic.notes.compactMapValues(\.closing)
        builder.names = SocketNames(ordered).names
        for call in calls where call.number < first { builder.kinds.note(call, in: builder.otherCalls) }
        for call in ordered where !Interruption.endsThis {
            try builder.add(call)
            builder.kinds.note(call, in: builder.otherCalls)
        }
        builder.finish()
        return builder.program
    }

    private mutating func finish() {
        let closed = Set(program.steps.compactMap(\.closedHandle))
        program.spareData = program.identifiers.unique("data")
        program.spareAddress = program.identifiers.unique("address")
        program.open = program.handles.indices.filter { !closed.contains($0) }
    }

    /// Takes in a new socket.
    mutating func adopt(_ descriptor: Int32, by call: Call, place: Int = 0, family: AddressFamily, type: SocketType)
        -> Int
    {
        let isAccepted = call.has(.accepts)
        let wanted = names[SocketNames.Key(call: call.number, place: place)] ?? ""
        let name = program.identifiers.name(wanted, otherwise: isAccepted ? "c" : "s")
        program.handles.append(Program.Handle(name: name, family: family, type: type))
        byDescriptor[descriptor] = program.handles.count - 1
        missing.remove(descriptor)
        return program.handles.count - 1
    }

    /// The socket that a call is made on.
    func handle(_ call: Call, _ argument: String = "sockfd") throws(ExportProblem) -> Int {
        guard case .descriptor(let descriptor)? = call.argument(argument) else { throw Self.malformed(call) }
        return try handle(descriptor, call)
    }

    /// The socket of a descriptor.
    func handle(_ descriptor: Int32, _ call: Call) throws(ExportProblem) -> Int {
        if let handle = byDescriptor[descriptor] { return handle }
        // The socket that the call acts on has a name; one that is passed on has only its descriptor.
        let own = call.descriptor == descriptor ? call.socketName : nil
        let name = own.map { Identifiers.shown($0) } ?? "descriptor \(descriptor)"
        throw ExportProblem(
            since > 1
                ? "\(name) was made before call \(since)"
                : "\(name) was made by no call of the journal",
            call: call.number,
            advice: since > 1 ? "leave -since out, or begin with the call that made it" : "make it with socket"
        )
    }

    /// Appends a step.
    mutating func append(_ call: Call, _ action: Program.Action) {
        let outcome = Self.outcome(of: call)
        program.steps.append(Program.Step(call: call.number, action: action, outcome: outcome, comment: comment(call)))
    }

    private mutating func comment(_ call: Call) -> String? {
        guard let reason else { return nil }
        return reason(call, kinds.kind(of: call, in: otherCalls), closings[call.number]).map(Self.comment)
    }

    /// A sentence without the characters that could end a comment in some language: an option's name in it may be what
    /// somebody wrote into a journal.
    static func comment(_ sentence: String) -> String {
        String(
            String.UnicodeScalarView(
                sentence.unicodeScalars.filter { scalar in
                    scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
                        || " .,;:()'-_/".unicodeScalars.contains(scalar)
                }
            )
        )
    }

    private static func outcome(of call: Call) -> Program.Outcome {
        switch call.error {
        case nil: .success
        case .errno(.interrupted)?: .timeout(Double(call.duration) / 1e9)
        case .errno(let errno)?: .errno(errno)
        case .name(let failure)?: .name(failure)
        }
    }

    /// A call that is not as the shell writes it.
    static func malformed(_ call: Call) -> ExportProblem {
        ExportProblem(
            "\(Identifiers.shown(call.name)) does not have the arguments that it should have",
            call: call.number
        )
    }
}

extension Identifiers {
    /// A name from the journal as a message may show it.
    static func shown(_ name: String) -> String {
        String(
            name.unicodeScalars.prefix(40).map { $0.isASCII && $0.value > 32 && $0.value < 127 ? Character($0) : "?" }
        )
    }
}

extension Program.Step {
    /// The socket that the step closes; nil for any other step.
    var closedHandle: Int? {
        guard case .close(let handle) = action, outcome == .success else { return nil }
        return handle
    }
}

/// The names that sockets had, found in the calls that were made on them.
struct SocketNames {
    /// A socket by the call that made it, and which of the call's sockets it is.
    struct Key: Hashable {
        let call: Int
        let place: Int
    }

    private(set) var names: [Key: String] = [:]
    private var live: [Int32: Key] = [:]

    init(_ calls: [Call]) {
        for call in calls {
            if let name = call.socketName, let descriptor = call.descriptor, let key = live[descriptor] {
                if names[key] == nil { names[key] = name }
                if call.has(.endsDescriptor), call.error == nil { live[descriptor] = nil }
            }
            for (place, descriptor) in call.madeDescriptors.enumerated() {
                let key = Key(call: call.number, place: place)
                live[descriptor] = key
                names[key] = call.made.first { $0.descriptor == descriptor }?.name
            }
        }
    }
}

extension Call {
    /// The descriptors that it made.
    var madeDescriptors: [Int32] {
        guard error == nil else { return [] }
        switch kind {
        case .socket, .accept, .accept4, .dup, .dup2, .dup3: return [Int32(truncatingIfNeeded: result)]
        case .socketpair:
            guard case .list(let pair)? = output("sv") else { return [] }
            return pair.compactMap { if case .descriptor(let descriptor) = $0 { descriptor } else { nil } }
        case .fcntl where !made.isEmpty: return made.map(\.descriptor)
        case .recvmsg:
            return outputs.flatMap(\.rights)
        default: return []
        }
    }
}

extension Argument {
    /// The descriptors that came as ancillary data.
    fileprivate var rights: [Int32] {
        guard case .ancillary(let messages) = value else { return [] }
        var all: [Int32] = []
        for message in messages {
            if case .rights(let descriptors) = message { all += descriptors }
        }
        return all
    }
}
