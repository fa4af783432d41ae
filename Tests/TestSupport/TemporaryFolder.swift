import SystemPackage

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A folder that is initially empty, and is removed with all its content together with this object.
public final class TemporaryFolder {
    /// Its path.
    public let path: String

    /// Creates a folder under `/tmp`.
    public init() throws(Errno) {
        var template = Array("/tmp/netshell-test-XXXXXX".utf8CString)
        let isMade = template.withUnsafeMutableBufferPointer { $0.baseAddress.flatMap { mkdtemp($0) } != nil }
        guard isMade else { throw Errno(rawValue: errno) }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit { Self.remove(path) }

    /// Passes a closure the path of a folder that exists while it runs.
    public static func with(_ body: (String) throws -> Void) throws {
        let folder = try TemporaryFolder()
        try withExtendedLifetime(folder) { try body(folder.path) }
    }

    private static func remove(_ path: String) {
        // A name that is not a folder, or is a link to one, is all there is of it.
        if unlink(path) == 0 { return }
        for name in names(in: path) { remove(path + "/" + name) }
        rmdir(path)
    }

    private static func names(in path: String) -> [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// Its content.
    public var names: [String] { Self.names(in: path) }

    /// Creates or empties a file and fills it; returns its path.
    @discardableResult
    public func write(_ name: String, _ bytes: [UInt8] = []) throws -> String {
        let path = path + "/" + name
        let file = try FileDescriptor.open(
            FilePath(path),
            .writeOnly,
            options: [.create, .truncate],
            permissions: .ownerReadWrite
        )
        defer { try? file.close() }
        try file.writeAll(bytes)
        return path
    }

    /// Creates or empties a file and fills it with a text; returns its path.
    @discardableResult
    public func write(_ name: String, _ text: String) throws -> String { try write(name, Array(text.utf8)) }

    /// A file's content, as text.
    public func text(_ name: String) throws -> String { String(decoding: try read(name), as: UTF8.self) }

    /// A file's content.
    public func read(_ name: String) throws -> [UInt8] {
        let file = try FileDescriptor.open(FilePath(path + "/" + name), .readOnly)
        defer { try? file.close() }
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = try block.withUnsafeMutableBytes { try file.read(into: $0) }
            if count == 0 { return bytes }
            bytes += block.prefix(count)
        }
    }
}
