import SystemPackage

/// An errno with everything NetShell says about it.
struct ErrnoEntry: Sendable {
    let errno: Errno
    /// The macro of errno(3).
    let name: String
    /// Its class for `catch`.
    let className: String
    /// What it means, in lower case and without a full stop.
    let sentence: String

    init(_ number: Int32, _ name: String, _ className: String, _ sentence: String) {
        errno = Errno(rawValue: number)
        self.name = name
        self.className = className
        self.sentence = sentence
    }
}

/// The names of errors (errno(3)).
extension Errno {
    /// Every errno on this system with its macro's name, in numeric order.
    public static let named: [(name: String, errno: Errno)] = ErrnoTable.entries.map { ($0.name, $0.errno) }

    /// The macro's name, such as `ECONNREFUSED`; `E` and the number if it has none here.
    public var name: String { entry?.name ?? "E\(rawValue)" }

    /// Its class name for `catch`, such as `ConnectionRefused`; `E` and the number if it has none.
    public var className: String { entry?.className ?? "E\(rawValue)" }

    /// What it means, in lower case and without a full stop: `connection refused`.
    public var sentence: String { entry?.sentence ?? "error \(rawValue)" }

    /// The errno with a name, in any case, with or without its `E`, including aliases such as `EWOULDBLOCK`; nil if
    /// this system has none. What ``name`` gives for an unknown number is accepted.
    public init?(name: String) {
        let upper = name.uppercased()
        if let errno = Self.named.first(where: { $0.name == upper })?.errno ?? ErrnoTable.aliases[upper] {
            self = errno
        } else if let errno = Self.named.first(where: { $0.name.dropFirst() == upper })?.errno
            ?? ErrnoTable.aliases["E" + upper]
        {
            self = errno
        } else if upper.hasPrefix("E"), let number = Int32(upper.dropFirst()), number > 0 {
            self.init(rawValue: number)
        } else {
            return nil
        }
    }

    /// The errno with a class name, in any case; nil if there is none.
    public init?(className: String) {
        let lower = className.lowercased()
        guard let entry = ErrnoTable.entries.first(where: { $0.className.lowercased() == lower }) else { return nil }
        self = entry.errno
    }

    private var entry: ErrnoEntry? { ErrnoTable.entries.first { $0.errno == self } }
}

/// What errno(3) and this system's headers list.
enum ErrnoTable {
    /// Every errno, in numeric order.
    static let entries = (files + arguments + network + streams + system).sorted {
        $0.errno.rawValue < $1.errno.rawValue
    }

    /// Alternative names for the same number.
    static let aliases: [String: Errno] = {
        var aliases = ["EWOULDBLOCK": Errno(rawValue: EWOULDBLOCK)]
        #if os(Linux)
            aliases["ENOTSUP"] = Errno(rawValue: ENOTSUP)
            aliases["EDEADLOCK"] = Errno(rawValue: EDEADLK)
        #endif
        return aliases
    }()
}
