extension Notes {
    /// The options of UDP that getsockopt lists.
    static let udpOptions: [Note] = [
        option(
            "UDP_ENCAP",
            "What the socket's datagrams carry inside, so that the kernel unpacks them: ESP of IPsec, L2TP, GTP.",
            met: "VPN programs that go through address translation.",
            see: "IPPROTO_UDP"
        ),
        option(
            "UDP_NO_CHECK6_TX",
            "UDP over IPv6 is sent with the checksum 0, which IPv6 forbids except in tunnels.",
            met: "Tunnels, whose content has checksums of its own.",
            see: "UDP_NO_CHECK6_RX, SO_NO_CHECK"
        ),
        option(
            "UDP_NO_CHECK6_RX",
            "Datagrams over IPv6 with the checksum 0 are taken instead of dropped.",
            met: "The other end of such a tunnel.",
            see: "UDP_NO_CHECK6_TX"
        ),
    ]
}
