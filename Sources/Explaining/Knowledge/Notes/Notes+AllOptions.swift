extension Notes {
    /// The notes on options of every level.
    static var allOptions: [Note] {
        socketOptions + socketIdentity + socketReports + socketTuning + tcpOptions + udpOptions + ipOptions
            + ipv6Options
    }
}
