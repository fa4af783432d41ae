/// The catalogue's entry for a C function.
public struct CallRow: Sendable {
    /// Its kind.
    public let kind: CallKind
    /// The C function's name; for a system call without one, the kernel's, such as `pselect6`.
    public let name: String
    /// The manual section of its page.
    public let section: Int
    /// The parameters, in C's order, under the man page's names.
    public let parameters: [String]
    /// What it does.
    public let traits: CallTraits
    /// The meaning of its result.
    public let returns: CallResult
    /// What it waits for, unless its socket is non-blocking; nil for a call that never waits.
    public let waitsFor: CallWait?
    /// Its manual page, if that has another name.
    public let page: String
    /// Other spellings of the system call, as on some machines.
    public let spellings: [String]

    @inline(never)
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

    /// The manual page, such as `accept(2)`.
    public var manual: String { "\(page)(\(section))" }
}

/// What a successful call returns.
public enum CallResult: Sendable {
    /// 0 and nothing more.
    case zero
    /// How much data was moved: bytes, or messages (``CallTraits/movesMessages``).
    case count
    /// A new descriptor.
    case descriptor
    /// A number with a meaning of its own.
    case number
    /// How many descriptors, or events, are ready.
    case events
    /// A pointer, NULL on failure.
    case pointer
    /// 0, or one of the resolver's codes.
    case code
    /// A process ID.
    case process
    /// Nothing: it does not return.
    case never
}

/// What a call waits for.
public enum CallWait: Hashable, Sendable {
    /// Readiness of its socket.
    case socket(PollEvents)
    /// Events on the descriptors passed to it.
    case events
    /// The peer's kernel: it ends by itself.
    case peer
    /// Nothing, unless the socket lingers (SO_LINGER, socket(7)).
    case linger
}
