import Journal
import Sockets
import SystemPackage

extension Rule {
    /// What has no descriptor: addresses as text, interfaces, sendfile(2)'s file.
    static let conversions: [Rule] = [
        Rule("text.family", [.inet_pton, .inet_ntop], .addressFamilyNotSupported) { e in
            Finding("only inet and inet6 addresses have a text form, not \(e.short("af"))", "\(e.call.name) inet6 …")
        },
        Rule("text.room", .inet_ntop, .noSpace) { _ in
            Finding("the text is longer than the room that it was given", "inet_ntop inet 0x7f000001")
        },
        Rule("text.size", .inet_ntop, .invalidArgument) { _ in
            Finding("an inet address has 4 bytes and an inet6 address 16", "inet_ntop inet 0x7f000001")
        },
        Rule("interface.name", .if_nametoindex, .operationNotSupportedByDevice) { e in
            Finding("no interface is called \(e.word("ifname"))", "if_nameindex")
        },
        Rule("interface.index", .if_indextoname, .noSuchAddressOrDevice) { e in
            Finding("no interface has the number \(e.number("ifindex").map(String.init) ?? "")", "if_nameindex")
        },
    ]

    /// sendfile(2), as far as it is about the file.
    static let transfers: [Rule] = [
        Rule("sendfile.kind", [.sendfile], [.errno(.invalidArgument), .errno(.illegalSeek)]) { e in
            Finding(
                "the kernel sends only from a file that it can map, a regular one, and from a place within it",
                "read and send instead: \(e.me).sendall @FILE"
            )
        },
        Rule("sendfile.size", .sendfile, .overflow) { _ in
            Finding(
                "the count goes beyond what the file or the kernel can hold",
                "a smaller count: sendfile FILE 0 1000"
            )
        },
        Rule("sendfile.disk", .sendfile, .ioError) { e in
            Finding("the file could not be read from its disk", "another file: \(e.me).sendfile /etc/hostname")
        },
    ]
}
