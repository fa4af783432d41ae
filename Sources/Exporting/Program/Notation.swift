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
