import Shell

/// The `key: value` lines at the top of a lesson.
public struct LessonHead: Sendable {
    /// The heading of the lesson.
    public var title = ""
    /// Its name: what is typed after `learn`.
    public var id = ""
    /// One line about it.
    public var about = ""
    /// The lessons that should come before.
    public var needs: [String] = []
    /// How long it takes, in minutes.
    public var minutes = 10
    /// From 1, for beginners, to 3.
    public var level = 1
    /// Ports by name, `PORT=8088`: the number is used if it is free, else another.
    public var ports: [(name: String, number: UInt16)] = []
    /// What the lesson cannot do without: `raw` for raw sockets, `inet6` for IPv6.
    public var requires: [String] = []
    /// The addresses outside this machine that it wants to reach.
    public var networks: [Network] = []
    /// The names of hosts that it wants to look up, in lower case.
    public var names: [String] = []
    /// The files and folders outside its own that it wants to read and write, absolute.
    public var files: [String] = []

    /// An empty head.
    public init() {}

    static let keys = [
        "title", "id", "about", "needs", "time", "level", "ports", "requires", "networks", "names", "files",
    ]

    /// Takes one line in; gives what is wrong with it, nil if nothing is.
    mutating func take(_ key: String, _ value: String) -> LessonProblem.Kind? {
        switch key {
        case "title": title = value
        case "id":
            id = value
            if !value.isLessonID { return .malformedID(value) }
        case "about": about = value
        case "needs": needs = Self.list(value)
        case "requires":
            requires = Self.list(value)
            if let unknown = requires.first(where: { Requirement(rawValue: $0) == nil }) {
                let known = Requirement.allCases.map(\.rawValue).joined(separator: ", ")
                return .malformedValue(key: key, value: unknown, wanted: "one of \(known)")
            }
        case "time":
            guard let number = Int(value.split(separator: " ").first ?? ""), 1...120 ~= number else {
                return .malformedValue(key: key, value: value, wanted: "minutes from 1 to 120")
            }
            minutes = number
        case "level":
            guard let number = Int(value), 1...3 ~= number else {
                return .malformedValue(key: key, value: value, wanted: "1, 2 or 3")
            }
            level = number
        case "ports", "networks", "names", "files": return takeResources(key, Self.list(value))
        default: return .unknownKey(key, known: Self.keys)
        }
        return nil
    }

    /// Takes what the lesson uses of the machine or wants beyond it.
    private mutating func takeResources(_ key: String, _ words: [String]) -> LessonProblem.Kind? {
        for word in words {
            switch key {
            case "ports":
                let parts = word.split(separator: "=").map(String.init)
                guard parts.count == 2, let number = UInt16(parts[1]), Wildcards.isName(parts[0]) else {
                    return .malformedValue(key: key, value: word, wanted: "NAME=NUMBER, the name in capitals")
                }
                ports.append((parts[0], number))
            case "networks":
                guard let network = Network(word) else {
                    return .malformedValue(key: key, value: word, wanted: "an address or ADDRESS/LENGTH")
                }
                networks.append(network)
            case "names":
                guard let name = Self.hostName(word) else {
                    return .malformedValue(key: key, value: word, wanted: "a host's name, such as www.example.com")
                }
                names.append(name)
            default:
                guard word.hasPrefix("/"), !word.split(separator: "/").contains("..") else {
                    return .malformedValue(key: key, value: word, wanted: "an absolute path without ..")
                }
                files.append(word)
            }
        }
        return wanted <= Self.room ? nil : .tooMuchWanted(limit: Self.room)
    }

    /// How many characters of networks, names and files a head may have: the question about them has to fit on a screen,
    /// with nothing scrolled away.
    private static let room = 400

    private var wanted: Int {
        let words = networks.map(\.description) + names + files
        return words.reduce(0) { $0 + $1.count + 2 }
    }

    /// Whether it wants raw sockets.
    var wantsRawSockets: Bool { requires.contains(Requirement.raw.rawValue) }

    /// Whether it wants more than every lesson may, so that the learner is asked.
    var wantsMore: Bool { !networks.isEmpty || !names.isEmpty || !files.isEmpty || wantsRawSockets }

    /// A name as the resolver takes it (RFC 1123 section 2.1), in lower case; nil if it is none.
    private static func hostName(_ word: String) -> String? {
        let labels = word.split(separator: ".", omittingEmptySubsequences: false)
        let isName = labels.allSatisfy { label in
            1...63 ~= label.utf8.count
                && label.utf8.allSatisfy { $0 < 0x80 && ($0 == 0x2d || $0 == 0x5f || isLetterOrDigit($0)) }
        }
        return isName && word.utf8.count <= 253 ? word.lowercased() : nil
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        0x30...0x39 ~= byte || 0x41...0x5a ~= byte || 0x61...0x7a ~= byte
    }

    private static func list(_ value: String) -> [String] {
        value.split { $0 == " " || $0 == "," }.map(String.init)
    }
}

extension String {
    /// Whether it can name a lesson or a step: small letters, digits and `-`, a letter first.
    var isLessonID: Bool {
        guard let first = utf8.first, first >= 97, first <= 122, utf8.count <= 64 else { return false }
        return utf8.allSatisfy { $0 >= 97 && $0 <= 122 || $0 >= 48 && $0 <= 57 || $0 == 45 }
    }
}
