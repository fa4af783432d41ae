import Journal
import Language
import Sockets

extension CText {
    /// An address as the fields of the `sockaddr` that C fills in for it, in strace's notation.
    static func address(_ address: SocketAddress) -> String {
        switch address {
        case .inet(let host, let port):
            structure("AF_INET", ["sin_port=htons(\(port))", "sin_addr=inet_addr(\"\(host)\")"])
        case .inet6(let host, let port, let flowInfo, let scope):
            structure(
                "AF_INET6",
                [
                    "sin6_port=htons(\(port))", "sin6_flowinfo=htonl(\(flowInfo))",
                    "inet_pton(AF_INET6, \"\(host)\", &sin6_addr)", "sin6_scope_id=\(self.scope(scope))",
                ]
            )
        case .unix(.unnamed): structure("AF_UNIX", [])
        case .unix(.path(let path)): structure("AF_UNIX", ["sun_path=" + literal(path)])
        case .unix(.abstract(let name)): structure("AF_UNIX", ["sun_path=@" + literal(name)])
        case .packet(let link): structure("AF_PACKET", fields(link))
        case .netlink(let port, let groups):
            structure("AF_NETLINK", ["nl_pid=\(port)", "nl_groups=\(hexadecimal(groups))"])
        case .vsock(let context, let port):
            structure("AF_VSOCK", ["svm_cid=\(contextName(context))", "svm_port=\(port)"])
        case .unspecified: structure("AF_UNSPEC", [])
        case .other(let family, let bytes): structure(family.description, ["sa_data=" + literal(bytes)])
        }
    }

    private static func structure(_ family: String, _ fields: [String]) -> String {
        "{" + (["sa_family=" + family] + fields).joined(separator: ", ") + "}"
    }

    /// An interface by its index, as C finds it by its name.
    static func scope(_ index: UInt32) -> String {
        guard index != 0, let name = Interface.name(ofIndex: index) else { return String(index) }
        return "if_nametoindex(\(literal(name)))"
    }

    private static func fields(_ link: LinkAddress) -> [String] {
        var fields = ["sll_protocol=htons(\(etherType(link.etherType)))", "sll_ifindex=\(scope(link.interface))"]
        if link.hardware != 0 { fields.append("sll_hatype=\(hardware(link.hardware))") }
        if link.hardware != 0 || link.packetType != 0 { fields.append("sll_pkttype=\(packetType(link.packetType))") }
        if !link.address.isEmpty {
            let octets = link.address.map { hexadecimal(UInt32($0)) }.joined(separator: ", ")
            fields += ["sll_halen=\(link.address.count)", "sll_addr=[\(octets)]"]
        }
        return fields
    }

    /// `linux/if_ether.h`
    private static func etherType(_ number: UInt16) -> String {
        EtherType(rawValue: Int32(number)).name ?? (number == 0 ? "0" : hexadecimal(UInt32(number)))
    }

    /// `net/if_arp.h`
    private static func hardware(_ number: UInt16) -> String {
        switch number {
        case 1: "ARPHRD_ETHER"
        case 772: "ARPHRD_LOOPBACK"
        case 0xfffe: "ARPHRD_NONE"
        default: String(number)
        }
    }

    /// `linux/if_packet.h`
    private static func packetType(_ number: UInt8) -> String {
        let names = ["PACKET_HOST", "PACKET_BROADCAST", "PACKET_MULTICAST", "PACKET_OTHERHOST", "PACKET_OUTGOING"]
        return names.indices.contains(Int(number)) ? names[Int(number)] : String(number)
    }

    /// vsock(7)
    private static func contextName(_ context: UInt32) -> String {
        switch context {
        case .max: "VMADDR_CID_ANY"
        case 0: "VMADDR_CID_HYPERVISOR"
        case 1: "VMADDR_CID_LOCAL"
        case 2: "VMADDR_CID_HOST"
        default: String(context)
        }
    }

    /// A number as C writes it in hexadecimal.
    static func hexadecimal(_ number: UInt32) -> String { "0x" + String(number, radix: 16) }
}
