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
    /// The files and folders outside its own that it wants to read and write, absolute.
    public var files: [String] = []

    /// An empty head.
    public init() {}

    static let keys = ["title", "id", "about", "needs", "time", "level", "ports", "requires", "networks", "files"]

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
        case "ports", "networks", "files": return takeResources(key, Self.list(value))
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
            default:
                guard word.hasPrefix("/"), !word.split(separator: "/").contains("..") else {
                    return .malformedValue(key: key, value: word, wanted: "an absolute path without ..")
                }
                files.append(word)
            }
        }
        return nil
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
