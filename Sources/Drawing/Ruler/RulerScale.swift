/// Where the bytes of a ruler are on a line: proportional, but every stretch wide enough to be seen and labelled.
struct RulerScale {
    /// The places that have a column of their own, ascending.
    private(set) var places: [Int]
    private(set) var columns: [Int]
    /// How many columns a byte has, if it is the same for all.
    let perByte: Int?

    /// A scale for stretches, each with the columns that its label needs, in `width` columns; nil if they do not
    /// fit.
    init?(_ stretches: [(start: Int, end: Int, label: Int)], width: Int) {
        let places = Set(stretches.flatMap { [$0.start, $0.end] }).sorted()
        guard let first = places.first, let last = places.last, last > first else { return nil }
        self.places = places
        let perByte = min((width - 1) / (last - first), 6)
        if perByte >= 1, stretches.allSatisfy({ ($0.end - $0.start) * perByte > $0.label }) {
            self.perByte = perByte
            columns = places.map { ($0 - first) * perByte }
            return
        }
        self.perByte = nil
        guard let widths = Self.widths(places, stretches, width: width - 1) else { return nil }
        columns = widths.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
    }

    /// The widths between neighbouring places: what labels need, and the rest by length.
    private static func widths(
        _ places: [Int],
        _ stretches: [(start: Int, end: Int, label: Int)],
        width: Int
    ) -> [Int]? {
        var index: [Int: Int] = [:]
        for (position, place) in places.enumerated() { index[place] = position }
        var widths = [Int](repeating: 2, count: places.count - 1)
        for stretch in stretches.sorted(by: { $0.end - $0.start < $1.end - $1.start }) {
            guard let low = index[stretch.start], let high = index[stretch.end], low < high else { continue }
            let present = widths[low..<high].reduce(0, +)
            let missing = stretch.label + 1 - present
            guard missing > 0 else { continue }
            let lengths = (low..<high).map { places[$0 + 1] - places[$0] }
            let widest = low + (lengths.firstIndex(of: lengths.max() ?? 0) ?? 0)
            widths[widest] += missing
        }
        let rest = width - widths.reduce(0, +)
        guard rest >= 0 else { return nil }
        let length = Double((places.last ?? 0) - (places.first ?? 0))
        return widths.indices.map { position in
            let share = Double(places[position + 1] - places[position]) / length
            return widths[position] + Int(Double(rest) * share)
        }
    }

    /// The column of a place; of one that is on no border, the next border's.
    func column(_ place: Int) -> Int {
        var (low, high) = (0, places.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if places[middle] < place { low = middle + 1 } else { high = middle }
        }
        return columns[low]
    }

    /// The column after the last byte.
    var end: Int { columns.last ?? 0 }
}
