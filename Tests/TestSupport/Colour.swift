/// A colour of sRGB.
public struct Colour: Equatable, Sendable, CustomStringConvertible {
    let red, green, blue: UInt8

    /// A colour by its three parts.
    public init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) { (self.red, self.green, self.blue) = (red, green, blue) }

    /// A colour by its six hexadecimal digits.
    public init(_ digits: Substring) {
        let number = UInt32(digits, radix: 16) ?? 0
        self.init(UInt8(number >> 16 & 255), UInt8(number >> 8 & 255), UInt8(number & 255))
    }

    public var description: String { "(\(red) \(green) \(blue))" }

    /// The relative luminance (WCAG 2.2, "relative luminance").
    private var luminance: Double {
        func linear(_ part: UInt8) -> Double {
            let share = Double(part) / 255
            return share <= 0.04045 ? share / 12.92 : power((share + 0.055) / 1.055)
        }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    /// A number to the power of 2.4, by Newton's method for the fifth root of its twelfth power.
    private func power(_ number: Double) -> Double {
        let squared = number * number
        let fourth = squared * squared
        let wanted = fourth * fourth * fourth
        var root = number
        for _ in 0..<60 { root -= (root * root * root * root * root - wanted) / (5 * root * root * root * root) }
        return root
    }

    /// The contrast with another colour, from 1 to 21 (WCAG 2.2, "contrast ratio").
    public func contrast(with other: Colour) -> Double {
        let (darker, lighter) = (min(luminance, other.luminance), max(luminance, other.luminance))
        return (lighter + 0.05) / (darker + 0.05)
    }

    /// Whether it is more like black than like white.
    public var isDark: Bool { contrast(with: Colour(255, 255, 255)) > contrast(with: Colour(0, 0, 0)) }
}
