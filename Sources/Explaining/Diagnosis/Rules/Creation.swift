import Journal
import Sockets
import SystemPackage

extension Rule {
    private static let makers: [CallKind] = [.socket, .socketpair]
    private static let all3: [CallKind] = [.socket, .socketpair, .dup]

    /// socket(2), socketpair(2), dup(2).
    static let creation: [Rule] = [
        Rule("socketpair.internet", .socketpair, .notSupportedOnSocket) { e in
            Finding(
                "socketpair makes its two ends inside the kernel, which only unix (and tipc) can do, not \(e.short("domain"))",
                "socketpair unix",
                "over inet by hand: \(e.server) = socket inet stream; \(e.server).listen; c = socket inet stream; c.connect 127.0.0.1 $\(e.server).port"
            )
        },
        Rule("socket.ping", .socket, .permissionDenied) { e in
            guard e.short("type").hasPrefix("dgram"), e.short("protocol").hasPrefix("icmp") else { return nil }
            return Finding(
                "a datagram socket for ICMP is for the groups in net.ipv4.ping_group_range, and this user is in none",
                "root may, outside: sudo netshell",
                "let every group, as root and outside: sysctl net.ipv4.ping_group_range='0 2147483647'"
            )
        },
        Rule("socket.raw", [.socket], [.errno(.notPermitted), .errno(.permissionDenied)]) { e in
            let what =
                e.macro("domain") == "AF_PACKET" ? "a packet socket reads every frame" : "a raw socket forges headers"
            return Finding(
                "\(what): that is for root, or for CAP_NET_RAW",
                "root may, outside: sudo netshell",
                "without privilege: socket inet dgram"
            )
        },
        Rule("socket.family", makers, .addressFamilyNotSupported) { e in
            Finding(
                "this kernel has no family \(e.macro("domain")), or its module is not loaded",
                "socket inet \(e.short("type"))",
                "socket unix \(e.short("type"))"
            )
        },
        Rule("socket.protocol.mismatch", makers, .protocolNotSupported) { e in
            let (family, type) = (e.macro("domain"), e.macro("type"))
            guard e.number("protocol") != 0 else { return nil }
            let number = e.short("protocol")
            let isInternet = e.short("domain").hasPrefix("inet")
            let fitting = !isInternet ? nil : number == "udp" ? "dgram" : number == "tcp" ? "stream" : nil
            return Finding(
                "\(number) is no protocol of \(family) \(type)",
                fitting.map { "\(e.call.name) \(e.short("domain")) \($0) \(number)" },
                "let the kernel choose: \(e.call.name) \(e.short("domain")) \(e.short("type"))"
            )
        },
        Rule("socket.protocol.none", makers, .protocolNotSupported) { e in
            Finding(
                "\(e.macro("type")) of \(e.macro("domain")) has no protocol of its own that 0 could mean",
                e.short("type") == "raw" ? "say which: socket \(e.short("domain")) raw icmp" : nil,
                "socket \(e.short("domain")) stream"
            )
        },
        Rule("socket.type", makers, .socketTypeNotSupported) { e in
            Finding(
                "\(e.macro("domain")) has no type \(e.macro("type"))",
                "\(e.call.name) \(e.short("domain")) stream",
                "\(e.call.name) \(e.short("domain")) dgram"
            )
        },
        Rule("socket.invalid", makers, .invalidArgument) { e in
            Finding(
                "\(e.macro("type")) is no socket type, or has a flag that is none: only nonblock and cloexec go with it",
                "\(e.call.name) \(e.short("domain")) stream",
                "\(e.call.name) \(e.short("domain")) stream|nonblock"
            )
        },
        Rule("socket.descriptors", all3, .tooManyOpenFiles) { e in
            Finding(
                "this process has as many descriptors open as it may have",
                "close what is not needed: sockets",
                "the limit, outside: ulimit -n"
            )
        },
        Rule("socket.descriptors.system", all3, .tooManyOpenFilesInSystem) { e in
            Finding(
                "the whole system has as many files open as it may have",
                "close what is not needed: sockets",
                "the limit is in /proc/sys/fs/file-max"
            )
        },
        Rule("socket.memory", makers, [.errno(.noBufferSpace), .errno(.noMemory)]) { e in
            Finding(
                "the kernel has no memory for one more socket",
                "close what is not needed: sockets"
            )
        },
        Rule("fromfd.closed", .dup, .badFileDescriptor) { e in
            let number = e.number("oldfd") ?? 0
            guard e.call.socket == nil else { return nil }
            return Finding(
                "no descriptor \(number) is open in this process",
                "the FD column tells which are: sockets"
            )
        },
    ]
}
