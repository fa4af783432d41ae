/// Numbers with units, for reading.
public enum Quantity {
    /// A duration: `340 µs`, `12.5 ms`, `2.1 s`.
    public static func time(nanoseconds: UInt64) -> String {
        switch nanoseconds {
        case ..<1_000_000: "\(nanoseconds / 1000) µs"
        case ..<1_000_000_000: decimal(nanoseconds / 100_000) + " ms"
        default: decimal(nanoseconds / 100_000_000) + " s"
        }
    }

    /// A duration given in microseconds.
    public static func time(microseconds: Int) -> String {
        time(nanoseconds: UInt64(clamping: microseconds).multipliedReportingOverflow(by: 1000).partialValue)
    }

    private static func decimal(_ tenths: UInt64) -> String {
        tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(tenths % 10)"
    }

    /// An amount of memory or data, rounded down: `5 bytes`, `64 KiB`, `1.5 GiB`.
    public static func bytes(_ count: Int) -> String {
        for (unit, size) in [("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10)] where count >= size {
            return decimal(UInt64(count) * 10 / UInt64(size)) + " " + unit
        }
        return Self.count(count, "byte")
    }

    /// A count of something: `1 byte`, `5 bytes`.
    public static func count(_ number: Int, _ unit: String) -> String { "\(number) \(unit)\(number == 1 ? "" : "s")" }
}
