import CCourse

extension Course {
    /// The course that is part of the program.
    public static var builtIn: Course {
        let entries = (0..<course_file_count).map { index in
            let file = course_file_at(index)
            let name = String(cString: file.name)
            let bytes = Array(UnsafeBufferPointer(start: file.bytes, count: file.size))
            return Entry(id: name, file: "Lessons/\(name).md", bytes: bytes)
        }
        return Course(entries: entries)
    }
}
