import CSockets
import Synchronization

/// Guards the memory that the plain functions of netdb.h write to if there are no thread-safe ones.
private let sharedEntry = Mutex(())

/// Queries a database of netdb.h with a buffer that grows until the answer fits.
///
/// - Parameters:
///   - empty: what C writes the entry into.
///   - ask: the call; it gets the entry, the buffer, its size and where to put the entry found.
///   - read: copies the entry found.
/// - Returns: the number that the call returned, and the entry, nil if none was found.
func lookUp<Entry, Output: Sendable>(
    _ empty: Entry,
    _ ask: (
        UnsafeMutablePointer<Entry>, UnsafeMutablePointer<CChar>, Int,
        UnsafeMutablePointer<UnsafeMutablePointer<Entry>?>
    ) -> Int32,
    read: (Entry) -> Output
) -> (number: Int32, output: Output?) {
    var size = 1024
    while true {
        let (number, output) = withSharedEntry {
            withUnsafeTemporaryAllocation(of: CChar.self, capacity: size) { buffer -> (Int32, Output?) in
                guard let base = buffer.baseAddress else { return (ENOMEM, nil) }
                var entry = empty
                var found: UnsafeMutablePointer<Entry>?
                let number = ask(&entry, base, size, &found)
                return (number, number == 0 ? found.map { read($0.pointee) } : nil)
            }
        }
        guard number == ERANGE, size < 1 << 20 else { return (number, output) }
        size *= 2
    }
}

private func withSharedEntry<Result: Sendable>(_ body: () -> Result) -> Result {
    #if canImport(Glibc)
        body()
    #else
        sharedEntry.withLock { _ in body() }
    #endif
}

/// The pointers of a null-terminated array.
func pointers(
    _ list: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> [UnsafeMutablePointer<CChar>] {
    guard var next = list else { return [] }
    var pointers: [UnsafeMutablePointer<CChar>] = []
    while let pointer = next.pointee {
        pointers.append(pointer)
        next += 1
    }
    return pointers
}

/// The texts of a null-terminated array of pointers.
func strings(_ list: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> [String] {
    pointers(list).map { String(cString: $0) }
}
