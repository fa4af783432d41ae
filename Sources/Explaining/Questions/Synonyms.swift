/// What beginners call things, and what those are called here. Written in plain words; compared as ``Terms`` are.
enum Synonyms {
    /// How much a word counts that was not typed itself.
    static let weight = 0.75

    /// Other terms for a term; empty if there are none.
    static func of(_ term: String) -> [String] { table[term] ?? [] }

    /// Each line: words that mean nearly the same, so that each finds the others.
    private static let alike = [
        "random ephemeral changes arbitrary vary everytime",
        "local locally loopback localhost 127.0.0.1",
        "cut truncated recv missing incomplete partial",
        "empty end endof eof",
        "firewall iptables nft ufw filter",
        "dns name domain hostname resolve resolver lookup nameserver",
        "read recv receive fetch",
        "write send transmit",
        "hang freeze block wait stall",
        "stop abort cancel interrupt kill end",
        "quit leave exit logout",
        "machine computer host pc laptop device",
        "message msg packet datagram",
        "forever eternal indefinite infinite",
        "max limit most howbig highest",
        "size big large long howbig",
        "permit right root sudo admin privilege allow",
        "multiple several many two both together simultaneous concurrent parallel howmany",
        "encrypt secure safe tls ssl https private secret protect",
        "outside internet public external remote",
        "peer partner remote opposite",
        "die vanish crash unplug disappear reboot down",
        "slow delay latency lag speed fast performance howfast",
        "integer number int float binary struct decimal",
        "string text",
        "file picture image document",
        "delimiter separator boundary framing border mark split",
        "handshake threeway",
        "descriptor fd handle",
        "timeout deadline howlong",
        "restart reopen rerun",
        "inuse busy taken occupied",
        "ip address",
        "lesson course tutorial teach class exercise training",
        "variable dollar assign",
        "newline crlf line",
        "loop while repeat iterate",
        "begin start launch open",
        "make create build new",
        "lose drop vanish missing",
        "order sequence",
        "nonblock asynchronous async",
        "toobig large",
        "listen accept server daemon service",
        "history earlier previous",
        "delete remove unlink erase",
        "save store record",
        "script batch program",
        "nat router",
        "fail error problem issue trouble",
        "duplicate copy dup",
        "broadcast everybody everyone",
        "picture diagram draw",
        "option setting configure",
        "unix local ipc process",
        "web http browser website webserver url",
        "kernel system os linux",
        "memory ram",
        "toomany emfile",
        "endian byteorder",
        "keepalive idle",
        "thread fork concurrent",
        "refuse reject deny",
        "disconnect close hangup",
        "hangup close",
    ]

    /// All of these words.
    static var words: [String] { alike.flatMap { $0.split(separator: " ").map(String.init) } }

    private static let table: [String: [String]] = {
        var table: [String: [String]] = [:]
        for line in alike {
            let terms = line.split(separator: " ").map { Terms.stem(String($0)) }
            for term in terms { table[term, default: []] += terms.filter { $0 != term } }
        }
        return table
    }()
}
