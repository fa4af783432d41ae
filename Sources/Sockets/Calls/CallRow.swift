/// What the catalogue says of a C function.
public struct CallRow: Sendable {
    /// Its kind.
    public let kind: CallKind
    /// The C function's name; of a system call that has none of its own the kernel's, `pselect6`.
    public let name: String
    /// The section of the manual that has its page.
    public let section: Int
    /// The parameters, in C's order, under the names of the manual page.
    public let parameters: [String]
    /// What it does.
    public let traits: CallTraits
    /// What its result is.
    public let returns: CallResult
    /// What it waits for, unless its socket is not to wait; nil for a call that never waits.
    public let waitsFor: CallWait?
    /// The manual page that it is on, where that has another name.
    public let page: String
    /// Other spellings of the system call, as some machines have them.
    public let spellings: [String]

    init(
        _ kind: CallKind,
        _ name: String,
        _ section: Int,
        _ parameters: [String],
        _ traits: CallTraits,
        returns: CallResult = .zero,
        waitsFor: CallWait? = nil,
        page: String? = nil,
        spellings: [String] = []
    ) {
        self.kind = kind
        self.name = name
        self.section = section
        self.parameters = parameters
        self.traits = traits
        self.returns = returns
        self.waitsFor = waitsFor
        self.page = page ?? name
        self.spellings = spellings
    }

    /// The manual page, `accept(2)` for instance.
    public var manual: String { "\(page)(\(section))" }
}

/// What a call returns where it does not fail.
public enum CallResult: Sendable {
    /// 0 and nothing more.
    case zero
    /// How much of the data was moved: bytes, or messages (``CallTraits/movesMessages``).
    case count
    /// A new descriptor.
    case descriptor
    /// A number with a meaning of its own.
    case number
    /// How many descriptors, or events, are ready.
    case events
    /// A pointer, NULL for a failure.
    case pointer
    /// 0, or one of the resolver's codes.
    case code
    /// The number of a process.
    case process
    /// Nothing: it does not come back.
    case never
}

/// What a call waits for.
public enum CallWait: Hashable, Sendable {
    /// That its socket is ready for it.
    case socket(PollEvents)
    /// Events of the descriptors that it is given.
    case events
    /// The peer's kernel: it comes to an end by itself.
    case peer
    /// Nothing, unless the socket lingers (SO_LINGER, socket(7)).
    case linger
}
