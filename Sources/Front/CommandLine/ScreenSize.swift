/// A screen's size as it is typed, `100x30`.
struct ScreenSize: Equatable {
    let columns: Int
    let rows: Int

    /// The size that a text says; nil if it says none that anything can be read on.
    init?(_ text: String) {
        let numbers = text.lowercased().split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
        guard numbers.count == 2, let columns = numbers[0], let rows = numbers[1], 20...500 ~= columns, 5...200 ~= rows
        else { return nil }
        (self.columns, self.rows) = (columns, rows)
    }
}
