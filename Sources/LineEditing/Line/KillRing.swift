/// What was cut, to be yanked: the newest, or in its place older ones. As in Emacs, consecutive cuts are one.
struct KillRing {
    /// Which side of the cursor was cut: the next cut that joins is appended or prepended.
    enum Direction {
        case forward, backward
    }

    /// How many cuts are kept.
    static let limit = 60
    /// How many bytes of UTF-8 all cuts but the newest may have together.
    static let sizeLimit = 1 << 20

    /// Oldest first.
    private var cuts: [String] = []
    /// The cut that was yanked last.
    private var place = 0

    /// Keeps a cut text; one that `joins` the previous cut becomes part of it.
    mutating func cut(_ text: String, _ direction: Direction, joins: Bool = false) {
        guard !text.isEmpty else { return }
        if joins, let last = cuts.popLast() {
            cuts.append(direction == .forward ? last + text : text + last)
        } else {
            cuts.append(text)
        }
        var size = cuts.dropLast().reduce(0) { $0 + $1.utf8.count }
        while cuts.count > Self.limit || (size > Self.sizeLimit && cuts.count > 1) {
            size -= cuts.removeFirst().utf8.count
        }
    }

    /// The newest cut.
    mutating func yank() -> String? {
        place = cuts.count - 1
        return cuts.last
    }

    /// The cut before the one yanked last; after the oldest, the newest again.
    mutating func yankPop() -> String? {
        guard !cuts.isEmpty else { return nil }
        place = place > 0 ? min(place, cuts.count) - 1 : cuts.count - 1
        return cuts[place]
    }
}
