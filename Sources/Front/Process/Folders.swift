import Sockets

/// Where the shell keeps things, following the XDG base directory specification.
enum Folders {
    /// The home folder.
    static var home: String? { variable("HOME") }

    /// The folder for persistent state, created if missing; nil if it cannot be had.
    static var state: String? { folder("XDG_STATE_HOME", below: ".local/state") }

    /// The folder for progress in the lessons, created if missing.
    static var progress: String? { folder("XDG_STATE_HOME", below: ".local/state", name: "netshell/progress") }

    /// The folder for configuration; it is not created.
    static var configuration: String? {
        (absolute("XDG_CONFIG_HOME") ?? home.map { $0 + "/.config" }).map { $0 + "/netshell" }
    }

    private static func folder(_ name: String, below path: String, name folder: String = "netshell") -> String? {
        guard let base = absolute(name) ?? home.map({ $0 + "/" + path }) else { return nil }
        var made = ""
        for part in (base + "/" + folder).split(separator: "/") {
            made += "/" + part
            if mkdir(made, 0o700) != 0, errno != EEXIST { return nil }
        }
        return made
    }

    /// The specification says to ignore relative paths.
    private static func absolute(_ name: String) -> String? {
        variable(name).flatMap { $0.hasPrefix("/") ? $0 : nil }
    }

    /// An environment variable that is set and not empty.
    static func variable(_ name: String) -> String? {
        guard let value = getenv(name) else { return nil }
        let text = String(cString: value)
        return text.isEmpty ? nil : text
    }
}
