import CEditLine

/// Functions that libedit calls for keys.
extension LineEditor {
    /// What libedit is to do after a key.
    enum After {
        case refresh
        case finish
        case end

        var code: UInt8 {
            switch self {
            case .refresh: UInt8(cel_refresh)
            case .finish: UInt8(cel_newline)
            case .end: UInt8(cel_end)
            }
        }
    }

    /// A key's function under the name by which `~/.editrc` can bind it.
    struct KeyFunction {
        let name: String
        let about: String
        let call: cel_function

        init(_ name: String, _ about: String, _ call: @escaping cel_function) {
            self.name = name
            self.about = about
            self.call = call
        }
    }

    /// Runs an action on the editor behind libedit's pointer.
    static func run(_ editor: OpaquePointer?, _ action: (LineEditor) -> After) -> UInt8 {
        LineEditor.of(editor).map { $0.obey(action).code } ?? UInt8(cel_end)
    }

    private func obey(_ action: (LineEditor) -> After) -> After {
        previous = chain?.line == line ? chain : nil
        chain = nil
        defer { settle() }
        return action(self)
    }

    static func run(_ editor: OpaquePointer?, _ action: (LineEditor) -> Void) -> UInt8 {
        run(editor) { (line: LineEditor) -> After in
            action(line)
            return .refresh
        }
    }
}
