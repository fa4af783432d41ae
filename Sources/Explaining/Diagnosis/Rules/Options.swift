import Journal
import Reading
import Sockets
import SystemPackage

extension Rule {
    private static let both: [CallKind] = [.getsockopt, .setsockopt]

    /// getsockopt(2) and setsockopt(2).
    static let options: [Rule] =
        memberships + [
            Rule("option.readonly", .setsockopt, .protocolNotAvailable) { e in
                guard let option = e.option, !option.access.isWritable else { return nil }
                return Finding(
                    "\(option.name) can only be read: the kernel keeps it",
                    "\(e.me).getsockopt \(option.name)"
                )
            },
            Rule("option.writeonly", .getsockopt, .protocolNotAvailable) { e in
                guard let option = e.option, !option.access.isReadable else { return nil }
                return Finding(
                    "\(option.name) can only be set",
                    "\(e.me).setsockopt \(option.name) \(option.valueHint)"
                )
            },
            Rule("option.unknown", both, .protocolNotAvailable) { e in
                Finding(
                    "\(e.kind) has no option \(e.macro("optname")) at level \(e.macro("level")), or this "
                        + "kernel has not",
                    "what it has: \(e.me).getsockopt"
                )
            },
            Rule("option.unsupported", both, .notSupportedOnSocket) { e in
                Finding(
                    "\(e.macro("optname")) means nothing to \(e.kind)",
                    "what it has: \(e.me).getsockopt"
                )
            },
            Rule("option.v6only", .setsockopt, .invalidArgument) { e in
                guard e.macro("optname") == "IPV6_V6ONLY", let bound = e.socket.bound else { return nil }
                return Finding(
                    "\(e.me) is bound to \(Evidence.typed(bound)) already, and v6only is settled with bind",
                    "\(e.afresh); \(e.me).setsockopt v6only on; \(e.me).bind \(Evidence.typed(bound))"
                )
            },
            Rule("option.value", .setsockopt, .invalidArgument) { e in
                Finding(
                    "\(e.macro("optname")) does not take that value, or not in \(e.me)'s state",
                    "what it has now: \(e.me).getsockopt \(e.short("optname"))"
                )
            },
            Rule("option.state", .getsockopt, .invalidArgument) { e in
                Finding("\(e.macro("optname")) cannot be asked of \(e.me) in its state", "\(e.me).getsockopt")
            },
            Rule("option.privilege", [.setsockopt], [.errno(.notPermitted), .errno(.permissionDenied)]) { e in
                Finding(
                    "setting \(e.macro("optname")) to that needs a privilege (CAP_NET_ADMIN or CAP_NET_RAW)",
                    "root may, outside: sudo netshell"
                )
            },
            Rule("option.range", .setsockopt, .outOfDomain) { e in
                Finding(
                    "a time has at most 999999 microseconds beside its seconds",
                    "\(e.me).setsockopt \(e.short("optname")) 1.5"
                )
            },
            Rule("option.missing", .setsockopt, .noSuchFileOrDirectory) { e in
                Finding("the kernel has no module of that name for \(e.macro("optname"))", "\(e.me).getsockopt")
            },
            Rule("option.connected", .setsockopt, .socketIsConnected) { e in
                Finding("\(e.macro("optname")) must be set before the connection is made", e.afresh)
            },
            Rule("option.unconnected", both, .socketNotConnected) { e in
                Finding(
                    "\(e.macro("optname")) needs a connection, and \(e.me) has none",
                    "\(e.me).connect \(e.somePeer)"
                )
            },
        ]
}
