import Journal
import Language

/// A program of the system's shell that a learner may type here, and what does the same by hand.
///
/// In the rendition `HOST`, `PORT` and `PATH` are taken from its arguments, `WORDS` are all of them, and `_it` is a
/// free name for a socket.
struct SystemProgram: Sendable {
    let names: [String]
    /// What is said before the rendition.
    let about: String
    /// What is typed here.
    let here: String
    /// The port if the arguments have none.
    let port: String

    init(_ names: String, _ about: String, _ here: String, port: String = "80") {
        self.names = names.split(separator: " ").map(String.init)
        (self.about, self.here, self.port) = (about, here, port)
    }

    /// All of them.
    static let all: [SystemProgram] = [
        SystemProgram("curl wget http https lynx", "the same by hand", request),
        SystemProgram("nc ncat netcat telnet socat nmap", "the same by hand", "\(connected); _it.recv 1024"),
        SystemProgram("ssh scp sftp", "its server speaks first", "\(connected); _it.recvline", port: "22"),
        SystemProgram("ftp", "its server speaks first", "\(connected); _it.recvline", port: "21"),
        SystemProgram("mail sendmail smtp", "a mail server speaks first", "\(connected); _it.recvline", port: "25"),
        SystemProgram("openssl", "a connection without encryption", connected, port: "443"),
        SystemProgram("ping ping6 traceroute tracepath mtr", "whether a port of that host answers", connected),
        SystemProgram("nslookup dig host resolvectl", "the addresses of a name", "getaddrinfo HOST"),
        SystemProgram("ls dir netstat ss lsof fuser", "the sockets that are open here", "sockets"),
        SystemProgram("ifconfig ip ipconfig iwconfig", "the network interfaces", "if_nameindex"),
        SystemProgram("ps top htop bg fg", "what runs in the background here", "jobs"),
        SystemProgram("kill pkill killall", "what can be ended with cancel", "jobs"),
        SystemProgram("tcpdump wireshark tshark", "a picture of what happened between the sockets", "diagram"),
        SystemProgram("strace ltrace gdb", "every call as C writes it", "explain all"),
        SystemProgram("history", "the calls so far; ↑ and Ctrl-R find lines", "journal"),
        SystemProgram("man info tldr", "the page of a command", "help WORDS"),
        SystemProgram("hostname", "the name of this host", "gethostname"),
        SystemProgram("env printenv locals", "the variables", "variables"),
        SystemProgram("echo printf puts puts say", "values are shown by print", "print WORDS"),
    ]

    /// Programs that have no equivalent.
    static let others: Set<String> = [
        "cd", "pwd", "mkdir", "rmdir", "cp", "mv", "rm", "touch", "chmod", "chown", "grep", "find", "sed", "awk", "vim",
        "vi", "nano", "emacs", "code", "apt", "apt-get", "yum", "brew", "pip", "pip3", "npm", "cargo", "git", "docker",
        "make", "cmake", "gcc", "cc", "clang", "g++", "go", "node", "npx", "java", "javac", "ruby", "perl", "php",
        "python", "python3", "python2", "py", "bash", "sh", "zsh", "fish", "su", "which", "whereis", "date", "whoami",
        "id", "uname", "cat", "less", "more", "head", "tail", "wc", "sort", "xargs", "tee", "systemctl", "service",
        "iptables", "ufw", "route", "arp", "crontab", "tmux", "screen", "open", "start", "tree", "df", "du", "mount",
        "powershell", "cmd", "netshell", "source", "time", "nohup", "ssh-keygen", "swift", "swiftc", "rustc",
    ]

    private static let connected = "_it = socket inet stream; _it.connect HOST PORT"
    private static let request =
        "\(connected); _it.send \"GET PATH HTTP/1.0\\r\\nHost: HOST\\r\\n\\r\\n\"; _it.recvall"
    private static let listening = "_it = socket inet stream; _it.bind 127.0.0.1 PORT; _it.listen"

    /// What to type here for a program with its arguments.
    func line(_ arguments: [String], _ free: (String) -> String) -> String {
        let flags = arguments.filter { $0.hasPrefix("-") }
        var words = arguments.filter { !$0.hasPrefix("-") && $0 != "s_client" }
        // A number before the host belongs to a flag: ping -c 3 HOST.
        if words.count > 1, UInt16(words[0]) != nil, words.contains(where: { UInt16($0) == nil }) {
            words.removeFirst()
        }
        let isClient = here.hasPrefix(Self.connected)
        let listens = isClient && flags.contains { !$0.hasPrefix("--") && $0.contains("l") }
        if listens, words.count == 1 { words.insert("127.0.0.1", at: 0) }
        let place = words.first.map { $0.split(separator: "@").last.map(String.init) ?? $0 }
        let reading = place.flatMap(HostText.reading)
        let host = reading?.words.first ?? place.map { $0.split(separator: "/").first.map(String.init) ?? $0 }
        let isPort = words.count > 1 && UInt16(words[1]) != nil
        let port =
            reading?.words.dropFirst().first
            ?? (isPort ? words[1] : flags.compactMap { UInt16($0.dropFirst(2)).map(String.init) }.first ?? self.port)
        let path = reading?.path ?? place.flatMap { $0.contains("/") ? String($0.drop { $0 != "/" }) : nil } ?? "/"
        var line = listens ? Self.listening : here
        if flags.contains(where: { $0.contains("u") && !$0.hasPrefix("--") }) {
            line = line.replacing("stream", with: "dgram").replacing("; _it.listen", with: "")
        }
        return line.replacing("_it", with: free(listens ? "s" : "k"))
            .replacing("HOST", with: Quoting.word(host ?? "127.0.0.1")).replacing(
                "PORT",
                with: Quoting.word(listens && !isPort ? words.last ?? port : port)
            )
            .replacing("PATH", with: String(Quoting.quote(path.utf8).dropFirst().dropLast())).replacing(
                "WORDS",
                with: words.joined(separator: " ")
            )
            .trimmed
    }
}

extension SystemProgram {
    /// What is said about a line that begins with a program's name; nil if it is none.
    static func advice(_ words: [String], _ free: (String) -> String) -> (message: String, advice: [String])? {
        guard let name = words.first?.lowercased() else { return nil }
        let rest = Array(words.dropFirst())
        if name == "sudo", !rest.isEmpty {
            guard let inner = advice(rest, free) else {
                return ("the rights are those with which NetShell was started", [])
            }
            return inner
        }
        let message = "\(Quoting.word(words[0])) is a program of the system's shell, and this is NetShell"
        if let program = all.first(where: { $0.names.contains(name) }) {
            return (message, ["\(program.about): \(program.line(rest, free))"])
        }
        guard others.contains(name) || name.hasPrefix("./") else { return nil }
        return (message, ["the system's shell is back after: exit", "what there is here: help"])
    }
}

extension String {
    /// The text without blanks at its end.
    var trimmed: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
