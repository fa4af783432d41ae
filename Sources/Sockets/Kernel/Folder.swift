/// The file system, inspected for completion and cleanup.
public enum Folder {
    /// The names in a folder that are text; none if it cannot be read.
    public static func names(in path: String) -> [String] {
        guard let stream = opendir(path) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(validating: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if let name, name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    /// Whether there is a folder at this path.
    public static func exists(_ path: String) -> Bool {
        var state = stat()
        return stat(path, &state) == 0 && state.st_mode & S_IFMT == S_IFDIR
    }

    /// Whether the path is a unix socket's name, and not a link to one.
    public static func isSocket(_ path: String) -> Bool {
        var state = stat()
        return lstat(path, &state) == 0 && state.st_mode & S_IFMT == S_IFSOCK
    }
}
