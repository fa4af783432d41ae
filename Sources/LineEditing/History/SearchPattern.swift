/// What is searched for in the history: case-insensitive, unless it contains a capital.
struct SearchPattern {
    let text: String
    private let isExact: Bool
    private let isASCII: Bool

    init(_ text: String) {
        self.text = text
        isExact = text.contains(where: \.isUppercase)
        isASCII = text.utf8.allSatisfy { $0 < 0x80 }
    }

    func matches(_ entry: String) -> Bool { range(in: entry) != nil }

    /// Its first match in an entry. Byte by byte if possible, so that 10,000 entries are searched between two keys.
    func range(in entry: String) -> Range<String.Index>? { range(in: entry[...]) }

    /// All its matches in a text, not overlapping; none for an empty pattern.
    func places(in text: String) -> [Range<String.Index>] {
        guard !self.text.isEmpty else { return [] }
        var places: [Range<String.Index>] = []
        var rest = text[...]
        while let place = range(in: rest) {
            places.append(place)
            rest = rest[place.upperBound...]
        }
        return places
    }

    private func range(in entry: Substring) -> Range<String.Index>? {
        if isExact { return Self.first(Array(text.utf8), in: entry.utf8) { $0 } }
        if isASCII { return Self.first(Array(text.utf8), in: entry.utf8, folded: Self.lowercased) }
        let wanted = text.unicodeScalars.map(\.properties.lowercaseMapping)
        return Self.first(wanted, in: entry.unicodeScalars) { $0.properties.lowercaseMapping }
    }

    private static func first<Units: Collection, Folded: Equatable>(
        _ wanted: [Folded],
        in units: Units,
        folded: (Units.Element) -> Folded
    ) -> Range<Units.Index>? {
        guard let first = wanted.first else { return units.startIndex..<units.startIndex }
        var start = units.startIndex
        while let candidate = units[start...].firstIndex(where: { folded($0) == first }) {
            var (place, count) = (candidate, 0)
            while count < wanted.count, place < units.endIndex, folded(units[place]) == wanted[count] {
                units.formIndex(after: &place)
                count += 1
            }
            if count == wanted.count { return candidate..<place }
            start = units.index(after: candidate)
        }
        return nil
    }

    private static func lowercased(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}
