import Journal
import Sockets
import SystemPackage

extension Rule {
    /// unlink(2).
    static let unlinking: [Rule] = [
        Rule("unlink.nothing", .unlink, .noSuchFileOrDirectory) { _ in
            Finding(
                "there is no file of that name: it was removed before, or no socket was ever bound to it",
                "bind needs no unlink then"
            )
        },
        Rule("unlink.folder", .unlink, .isDirectory) { _ in
            Finding(
                "that is a folder; unlink removes the names of files and sockets only",
                "give the whole path, down to the socket's name"
            )
        },
        Rule("unlink.no-folder", .unlink, .notDirectory) { _ in
            Finding(
                "a part of the path before the name is a file, not a folder",
                "give a path whose earlier parts are folders"
            )
        },
        Rule("unlink.forbidden", .unlink, .permissionDenied) { _ in
            Finding(
                "the name is in a folder that you may not write to",
                "bind sockets in a folder that you may write to, such as /tmp"
            )
        },
        Rule("unlink.other-owner", .unlink, .notPermitted) { _ in
            Finding(
                "the file is another user's; in a folder such as /tmp only the owner may remove a name",
                "bind to another path"
            )
        },
        Rule("unlink.readonly", .unlink, .readOnlyFileSystem) { _ in
            Finding("the file system is mounted read-only", "bind to a path in /tmp")
        },
        Rule("unlink.busy", .unlink, .resourceBusy) { _ in
            Finding(
                "the system itself needs the file, for instance because something is mounted there",
                "bind to another path"
            )
        },
        Rule("unlink.path", [.unlink], [.errno(.tooManySymbolicLinkLevels), .errno(.fileNameTooLong)]) { _ in
            Finding(
                "no file can have that path: it is too long, or leads through symbolic links in a circle",
                "give the path as it was given to bind"
            )
        },
        Rule("unlink.disk", .unlink, .ioError) { _ in
            Finding("the disk could not be written", "try the same again; if that does not help, the disk is damaged")
        },
    ]
}
