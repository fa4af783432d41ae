/// A vi command: what to do, and how often.
struct ViCommand: Equatable {
    enum Action: Equatable {
        case move(ViMotion)
        case operate(ViOperator, ViTarget)
        case put(before: Bool)
        case replace(Character)
        case insert(ViInsertion)
        case toggleCase, join, overwrite, undo, redo, again, up, down
    }

    var action: Action
    /// Nil if none was typed, which means once.
    var count: Int?
}

enum ViOperator: Character {
    case delete = "d"
    case change = "c"
    case yank = "y"
}

/// What an operator works on.
enum ViTarget: Equatable {
    case motion(ViMotion)
    case object(ViObject, around: Bool)
    case lines
}

enum ViMotion: Equatable {
    case left, right, lineStart, firstNonBlank, lineEnd, bracket
    /// `isBig`: only blanks separate words.
    case word(isBig: Bool), wordBack(isBig: Bool), wordEnd(isBig: Bool)
    case find(ViFind)
    case findAgain(reversed: Bool)
}

/// `f`, `F`, `t`, `T`.
struct ViFind: Equatable {
    let character: Character
    var isForward: Bool
    /// Stops before it.
    let isTill: Bool
}

/// What `i` and `a` after an operator select.
enum ViObject: Equatable {
    case word(isBig: Bool)
    case quoted(Character)
    case bracketed(Character, Character)
}

/// Where typing begins.
enum ViInsertion: Equatable {
    case here, behind, lineStart, lineEnd, newLine, newLineAbove
}

/// Builds a command from keys.
struct ViParser {
    enum Step: Equatable {
        case more
        case command(ViCommand)
        /// The keys are no command.
        case nothing
    }

    private enum Waiting {
        case find(isForward: Bool, isTill: Bool)
        case replacement
        case object(around: Bool)
    }

    private var count: Int?
    private var operation: (kind: ViOperator, count: Int?)?
    private var waiting: Waiting?

    mutating func take(_ key: Character) -> Step {
        if let waiting { return take(key, for: waiting) }
        if let digit = key.wholeNumberValue, key.isASCII, digit > 0 || count != nil {
            count = min((count ?? 0) * 10 + digit, 999)
            return .more
        }
        if let find = Self.find(key) { return wait(for: find) }
        if let motion = Self.motion(key) { return finish(motion) }
        guard let operation else { return begin(key) }
        switch key {
        case operation.kind.rawValue: return target(.lines)
        case "i", "a": return wait(for: .object(around: key == "a"))
        default: return .nothing
        }
    }

    private mutating func begin(_ key: Character) -> Step {
        if let kind = ViOperator(rawValue: key) {
            operation = (kind, count)
            count = nil
            return .more
        }
        if key == "r" { return wait(for: .replacement) }
        return Self.action(key).map { .command(ViCommand(action: $0, count: count)) } ?? .nothing
    }

    private mutating func wait(for key: Waiting) -> Step {
        waiting = key
        return .more
    }

    private func take(_ key: Character, for waiting: Waiting) -> Step {
        switch waiting {
        case .find(let isForward, let isTill):
            return finish(.find(ViFind(character: key, isForward: isForward, isTill: isTill)))
        case .replacement: return .command(ViCommand(action: .replace(key), count: count))
        case .object(let around): return Self.object(key).map { target(.object($0, around: around)) } ?? .nothing
        }
    }

    private func finish(_ motion: ViMotion) -> Step {
        operation == nil ? .command(ViCommand(action: .move(motion), count: count)) : target(.motion(motion))
    }

    private func target(_ target: ViTarget) -> Step {
        guard let operation else { return .nothing }
        let both = operation.count.map { $0 * (count ?? 1) } ?? count
        return .command(ViCommand(action: .operate(operation.kind, target), count: both))
    }

    private static func find(_ key: Character) -> Waiting? {
        switch key {
        case "f", "t": .find(isForward: true, isTill: key == "t")
        case "F", "T": .find(isForward: false, isTill: key == "T")
        default: nil
        }
    }

    private static func motion(_ key: Character) -> ViMotion? {
        switch key {
        case "h": .left
        case "l", " ": .right
        case "0": .lineStart
        case "^", "_": .firstNonBlank
        case "$": .lineEnd
        case "%": .bracket
        case "w", "W": .word(isBig: key == "W")
        case "b", "B": .wordBack(isBig: key == "B")
        case "e", "E": .wordEnd(isBig: key == "E")
        case ";", ",": .findAgain(reversed: key == ",")
        default: nil
        }
    }

    private static func object(_ key: Character) -> ViObject? {
        switch key {
        case "w", "W": .word(isBig: key == "W")
        case "\"", "'", "`": .quoted(key)
        case "(", ")", "b": .bracketed("(", ")")
        case "{", "}", "B": .bracketed("{", "}")
        case "[", "]": .bracketed("[", "]")
        case "<", ">": .bracketed("<", ">")
        default: nil
        }
    }

    private static func action(_ key: Character) -> ViCommand.Action? {
        switch key {
        case "x": .operate(.delete, .motion(.right))
        case "X": .operate(.delete, .motion(.left))
        case "D": .operate(.delete, .motion(.lineEnd))
        case "C": .operate(.change, .motion(.lineEnd))
        case "s": .operate(.change, .motion(.right))
        case "S": .operate(.change, .lines)
        case "Y": .operate(.yank, .lines)
        case "p", "P": .put(before: key == "P")
        case "i": .insert(.here)
        case "a": .insert(.behind)
        case "I": .insert(.lineStart)
        case "A": .insert(.lineEnd)
        case "o": .insert(.newLine)
        case "O": .insert(.newLineAbove)
        case "~": .toggleCase
        case "J": .join
        case "R": .overwrite
        case "u": .undo
        case ".": .again
        case "k", "-": .up
        case "j", "+": .down
        default: nil
        }
    }
}
