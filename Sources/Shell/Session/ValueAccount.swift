import Journal
import Language
import Sockets
import SystemPackage

/// How many bytes of data variables hold, and how many they may: no script may fill the machine's memory.
public struct ValueAccount: Sendable {
    /// Values of fewer bytes are not counted: there are never enough names for them to matter.
    static let lightest = 4096

    /// How many bytes the variables may hold together.
    public var limit = standardLimit
    /// How many bytes they hold.
    private(set) var total = 0
    private var weights: [String: Int] = [:]
    /// Whether it was said that the limit is near.
    private var hasWarned = false

    /// A gibibyte, or less on a small machine: a quarter of the memory that this process may have.
    static let standardLimit = min(1 << 30, max(available / 4, 8 << 20))

    /// Notes a variable's new value; nil if it no longer has one.
    mutating func note(_ name: String, _ weight: Int) {
        guard weight >= Self.lightest || !weights.isEmpty else { return }
        total -= weights.removeValue(forKey: name) ?? 0
        guard weight >= Self.lightest else { return }
        weights[name] = weight
        total += weight
    }

    /// The weight that a variable has now.
    func weight(of name: String) -> Int { weights[name] ?? 0 }

    /// The variable that holds most.
    var heaviest: String? { weights.max { $0.value < $1.value }?.key }

    /// Whether it should be said now that little is left: once, until there is more room again.
    mutating func shouldWarn(_ held: Int) -> Bool {
        let isNear = held > limit / 10 * 8
        defer { hasWarned = isNear }
        return isNear && !hasWarned
    }

    /// The memory that this process may have: the machine's, or what it is limited to (setrlimit(2), cgroups(7)).
    private static var available: Int {
        var least = Int(sysconf(Int32(_SC_PHYS_PAGES))) * Int(sysconf(Int32(_SC_PAGESIZE)))
        #if !canImport(Darwin)
            for resource in [RLIMIT_AS, RLIMIT_DATA] {
                var limit = rlimit()
                guard getrlimit(__rlimit_resource_t(resource.rawValue), &limit) == 0 else { continue }
                least = min(least, Int(clamping: limit.rlim_cur))
            }
        #endif
        return min(least, cgroupLimit ?? .max)
    }

    private static var cgroupLimit: Int? {
        guard let file = try? FileDescriptor.open("/sys/fs/cgroup/memory.max", .readOnly) else { return nil }
        defer { try? file.close() }
        var bytes = [UInt8](repeating: 0, count: 32)
        let count = (try? bytes.withUnsafeMutableBytes { try file.read(into: $0) }) ?? 0
        return Int(String(decoding: bytes[..<count].prefix { (0x30...0x39).contains($0) }, as: UTF8.self))
    }
}

extension Value {
    /// How many bytes of data it holds.
    var weight: Int {
        switch self {
        case .none, .boolean, .integer, .real: 0
        case .text(let text): text.utf8.count
        case .bytes(let bytes): bytes.count
        case .file(let name): name.count
        case .socket(let name): name.utf8.count
        case .list(let values): values.reduce(values.count * MemoryLayout<Value>.stride) { $0 + $1.weight }
        case .record(let record): record.fields.reduce(0) { $0 + $1.value.weight }
        case .picture(let picture): picture.value.weight
        }
    }
}

extension Session {
    /// How many bytes the variables hold, with what blocks in the background have of their own.
    public var heldBytes: Int { account.total + jobs.heldBytes }

    /// Sets how many bytes the variables may hold together.
    public func limitValues(to limit: Int) { account.limit = limit }

    /// Throws if there is no room for this many more bytes of values.
    public func checkRoom(_ count: Int, at span: Span) throws(Failure) {
        guard count >= ValueAccount.lightest, heldBytes + count > account.limit else { return }
        throw Failure(
            .other(
                .outOfMemory,
                message: "there is no room for \(Quantity.bytes(count)) more: values hold "
                    + "\(Quantity.bytes(heldBytes)) of the \(Quantity.bytes(account.limit)) that they may",
                advice: [account.heaviest.map { "\($0) = 0 gives up what it holds" }, advice(for: heldBytes + count)]
                    .compactMap(\.self)
            ),
            at: span
        )
    }

    private func advice(for wanted: Int) -> String {
        "set -values \(max(wanted >> 20 + 1, account.limit >> 19))MiB allows more"
    }

    /// Says once that little room is left.
    func warnIfNear(_ held: Int) {
        guard account.shouldWarn(held) else { return }
        output.notice(
            "values hold \(Quantity.bytes(held)) of the \(Quantity.bytes(account.limit)) that they may; "
                + advice(for: 2 * held)
        )
    }
}
