import Journal
import Operations
import Shell
import Sockets

extension Registry.Family {
    /// Names in the file system.
    static let files = Self("Files", [.unlink])
}

private let path = Parameter("path", FilePath(about: "the name to remove"))

extension Command {
    static let unlink = Command(
        "unlink",
        "remove a name from the file system",
        function: "unlink(2)",
        about: """
            Removes the name that bind gave to a unix socket. close ends the socket and leaves the name behind, and \
            bind refuses a name that is there: a server unlinks its path before it binds, or when it ends. The call \
            removes a name of any file, and does not ask.
            """,
        parameters: [path],
        examples: [
            Example(
                "the same path again",
                """
                > x = socket inet dgram; x.bind 127.0.0.1 0; path = /tmp/netshell-$x.port".sock"
                > s = socket unix stream
                > s.bind $path
                > s.close
                > unlink $path
                > s = socket unix stream
                > s.bind $path
                > unlink $path
                """
            )
        ],
        seeAlso: ["bind", "close"]
    ) { invocation throws(Failure) in
        try invocation.unlink(invocation[path])
        return .none
    }
}
