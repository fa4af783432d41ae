/// The Internet's protocols, for a system without a protocols file (the IANA registry of protocol numbers, RFC 5237).
enum ProtocolTable {
    /// Every protocol.
    static let entries = lines.split(separator: "\n").compactMap { entry(line: $0) }

    /// The protocol with a name or alias.
    static func entry(named name: String) -> ProtocolEntry? {
        entries.first { $0.name == name || $0.aliases.contains(name) }
    }

    /// The first protocol with a number.
    static func entry(number: ProtocolNumber) -> ProtocolEntry? { entries.first { $0.number == number } }

    /// The protocol on one line: a name, a number, and aliases; nil for any other line.
    static func entry(line: Substring) -> ProtocolEntry? {
        let words = line.split(separator: " ").map(String.init)
        guard words.count >= 2, let number = Int32(words[1]) else { return nil }
        return ProtocolEntry(name: words[0], aliases: Array(words.dropFirst(2)), number: number)
    }

    private static let lines = """
        ip 0 IP
        hopopt 0 HOPOPT
        icmp 1 ICMP
        igmp 2 IGMP
        ggp 3 GGP
        ipencap 4 IP-ENCAP
        st 5 ST
        tcp 6 TCP
        egp 8 EGP
        igp 9 IGP
        pup 12 PUP
        udp 17 UDP
        hmp 20 HMP
        xns-idp 22 XNS-IDP
        rdp 27 RDP
        iso-tp4 29 ISO-TP4
        dccp 33 DCCP
        xtp 36 XTP
        ddp 37 DDP
        idpr-cmtp 38 IDPR-CMTP
        ipv6 41 IPv6
        ipv6-route 43 IPv6-Route
        ipv6-frag 44 IPv6-Frag
        idrp 45 IDRP
        rsvp 46 RSVP
        gre 47 GRE
        esp 50 IPSEC-ESP
        ah 51 IPSEC-AH
        skip 57 SKIP
        ipv6-icmp 58 IPv6-ICMP
        ipv6-nonxt 59 IPv6-NoNxt
        ipv6-opts 60 IPv6-Opts
        rspf 73 RSPF CPHB
        vmtp 81 VMTP
        eigrp 88 EIGRP
        ospf 89 OSPFIGP
        ax.25 93 AX.25
        ipip 94 IPIP
        etherip 97 ETHERIP
        encap 98 ENCAP
        pim 103 PIM
        ipcomp 108 IPCOMP
        vrrp 112 VRRP
        l2tp 115 L2TP
        isis 124 ISIS
        sctp 132 SCTP
        fc 133 FC
        mobility-header 135 Mobility-Header
        udplite 136 UDPLite
        mpls-in-ip 137 MPLS-in-IP
        manet 138
        hip 139 HIP
        shim6 140 Shim6
        wesp 141 WESP
        rohc 142 ROHC
        ethernet 143 Ethernet
        mptcp 262 MPTCP
        """
}
