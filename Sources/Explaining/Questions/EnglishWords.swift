/// Words that nearly every question has, and that say nothing of what is asked.
enum StopWords {
    static let all: Set<String> = Set(
        """
        a an the is are was were be been being am do does did doing done has have had having i im ive me my mine myself you \
        your yours we our ours us it its itself this that these those there theres here of to in on for from with as and or \
        if but then than so just also can cant cannot could couldnt may might must shall should shouldnt will would wouldnt \
        wont what whats which who whos whom whose when where wheres why whys how hows please pls tell help explain mean \
        means meaning define definition describe about any some get gets got getting want wants need needs use uses using \
        used really actually exactly thing things stuff way ways happen happens happened happening case work works working \
        worked not no dont doesnt didnt isnt arent wasnt hasnt havent try tried trying know one someone somebody something \
        anything im ive ok okay hi hello hey he she they them their theirs his her by at into onto out up down over even still \
        always ever never again let lets like such only very much more most too difference different between versus vs \
        compare compared better best good bad right wrong find see look give gives given keep keeps kept have having \
        possible able idea question because instead ill id because thanks thank whether exist exists y ask asks asked \
        called call kind sort type_of basically simply simple word giving getting else elses someones seeing shown shows stay stays set sets new
        """.split(separator: " ").map(String.init)
    )
}

/// Two words that are one term.
enum WordPairs {
    static let joined: [String: String] = [
        "time out": "timeout", "timed out": "timeout", "times out": "timeout", "how many": "howmany",
        "how long": "howlong", "how big": "howbig", "how large": "howbig", "how much": "howbig", "how fast": "howfast",
        "how often": "howoften", "maximum size": "howbig", "max size": "howbig", "other side": "peer",
        "other end": "peer", "other program": "peer", "other one": "peer", "other machine": "outside",
        "other machines": "outside", "other computer": "outside", "other computers": "outside",
        "other people": "outside",
        "other host": "outside", "other hosts": "outside", "every time": "everytime", "each time": "everytime",
        "at once": "together", "same time": "together", "in use": "inuse", "hand shake": "handshake",
        "three way": "threeway", "3 way": "threeway", "new line": "newline", "line feed": "newline",
        "line end": "newline", "line ending": "newline", "line endings": "newline", "carriage return": "crlf",
        "end of": "endof", "name server": "nameserver", "fire wall": "firewall", "file descriptor": "descriptor",
        "broken pipe": "epipe", "byte order": "byteorder", "time wait": "time_wait", "close wait": "close_wait",
        "syn sent": "syn_sent", "fin wait": "fin_wait", "last ack": "last_ack", "syn recv": "syn_recv",
        "half close": "halfclose", "half closed": "halfclose", "keep alive": "keepalive", "big endian": "endian",
        "little endian": "endian", "load balancing": "loadbalancing", "command line": "prompt",
        "different from": "differs", "turned off": "down", "switched off": "down", "went down": "down",
        "up arrow": "history", "go back": "back", "start over": "restart", "start again": "restart",
        "right away": "atonce", "get out": "leave", "thread safe": "thread", "web server": "webserver",
        "web site": "website", "web page": "website", "stand for": "standfor", "stands for": "standfor",
        "no such": "nosuch", "shut down": "shutdown", "shuts down": "shutdown", "set up": "setup", "so many": "toomany",
        "too many": "toomany", "too big": "toobig", "too long": "toobig", "too large": "toobig",
        "non blocking": "nonblock",
    ]
}

/// Forms that no rule finds.
enum WordForms {
    static let irregular: [String: String] = [
        "sent": "send", "bound": "bind", "left": "leave", "lost": "lose", "losing": "lose", "broke": "break",
        "broken": "break", "took": "take", "taken": "take", "came": "come", "wrote": "write", "written": "write",
        "chose": "choose", "chosen": "choose", "choice": "choose", "heard": "hear", "told": "tell", "made": "make",
        "making": "make",
        "went": "go", "gone": "go", "goes": "go", "going": "go", "began": "begin", "begun": "begin", "dies": "die",
        "died": "die", "dead": "die", "dying": "die", "lies": "lie", "forgot": "forget", "forgotten": "forget",
        "ran": "run", "spoke": "speak", "bytes": "byte", "received": "receive", "receives": "receive", "read": "read",
        "reached": "reach", "reachable": "reach", "unreachable": "unreach", "threw": "throw", "thrown": "throw",
        "found": "find", "meant": "mean", "held": "hold", "hung": "hang", "stuck": "hang", "addr": "address",
        "addresses": "address", "ips": "ip", "recieve": "receive", "recieved": "receive", "fds": "fd",
        "permission": "permit", "permissions": "permit", "permitted": "permit", "privileges": "privilege",
        "privileged": "privilege", "blocking": "block", "blocks": "block", "blocked": "block", "timeouts": "timeout",
        "encryption": "encrypt", "encrypted": "encrypt", "connection": "connect", "connections": "connect",
        "refusal": "refuse", "closure": "close", "sizes": "size", "sized": "size", "length": "long", "longer": "long",
        "bigger": "big", "biggest": "big", "larger": "large", "largest": "large", "faster": "fast", "slower": "slow",
        "maximum": "max", "largely": "large", "minimum": "min", "servers": "server", "server": "server",
        "number": "number", "numbers": "number", "buffer": "buffer", "buffers": "buffer", "header": "header",
        "headers": "header", "router": "router", "routers": "router", "order": "order", "timer": "timer",
        "integer": "integer", "error": "error", "errors": "error", "other": "other", "others": "other",
        "another": "another", "string": "string", "during": "during", "nothing": "nothing", "everything": "everything",
    ]
}
