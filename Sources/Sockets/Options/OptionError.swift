/// Why words cannot be an option's value, before the kernel is asked.
public enum OptionError: Error, Hashable, Sendable {
    /// Too few words or too many; `expected` is the option's hint.
    case wrongWordCount(expected: String, given: Int)
    /// `on` for linger without its seconds.
    case lingerWithoutSeconds
    /// A word is not a number.
    case notANumber(String)
    /// A number does not fit in its bytes in C.
    case outOfRange(String, ClosedRange<Int>)
    /// A word is neither `on` nor `off`.
    case notOnOff(String)
    /// A word is not a time, such as `2.5` or `500ms`.
    case notATime(String)
    /// This host has no interface with that name, number or address.
    case unknownInterface(String)
    /// A word is not an Internet address of the option's family.
    case notAnAddress(String)
    /// Not one of the named values of the option, which follow.
    case unknownChoice(String, [String])
    /// Not one of the structure's fields, which follow.
    case unknownField(String, [String])
    /// A word is not `0x` and an even number of hexadecimal digits.
    case notHexadecimal(String)
    /// A text is longer than the kernel's limit in bytes.
    case tooLong(String, Int)
    /// A text contains a NUL, at which C would end it.
    case holdsNul(String)
    /// The option's value contains a pointer into a program's memory, which cannot be typed.
    case holdsPointer(String)
    /// The words have no bytes of the option's kind, and the option, named here, is read-only anyway.
    case readOnly(String)
}

extension OptionError: CustomStringConvertible {
    /// One line that says what was expected.
    public var description: String {
        switch self {
        case .wrongWordCount(let expected, let given):
            "expected \(expected), not \(given) \(given == 1 ? "word" : "words")"
        case .lingerWithoutSeconds: "on needs the seconds that close waits at the most; 0 resets the connection"
        case .notANumber(let word): "\(word) is not a number"
        case .outOfRange(let word, let range): "\(word) is not between \(range.lowerBound) and \(range.upperBound)"
        case .notOnOff(let word): "\(word) is neither on nor off"
        case .notATime(let word): "\(word) is not a time, such as 2.5 or 500ms"
        case .unknownInterface(let word): "there is no interface \(word)"
        case .notAnAddress(let word): "\(word) is not an Internet address that fits here"
        case .unknownChoice(let word, let names): "\(word) is none of \(names.joined(separator: ", "))"
        case .unknownField(let word, let names): "\(word) is none of the fields \(names.joined(separator: ", "))"
        case .notHexadecimal(let word): "\(word) is not 0x and pairs of hexadecimal digits"
        case .tooLong(let word, let limit): "\(word) is longer than \(limit) bytes"
        case .holdsNul(let word): "\(word) holds a NUL byte"
        case .holdsPointer(let name): "the value of \(name) holds a pointer, which cannot be typed"
        case .readOnly(let name): "\(name) can only be read"
        }
    }
}
