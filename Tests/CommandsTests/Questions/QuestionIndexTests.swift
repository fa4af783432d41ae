import Questions
import Testing

@testable import Commands

/// What answers, over everything that there is.
@Suite struct QuestionIndexTests {
    @Test(arguments: [
        ("why does my server not answer", "reaching a server"),
        ("difference between a port and a socket", "socket"),
        ("can two programs use the same port", "SO_REUSEPORT"),
        ("how do i find my own ip", "IP address"),
        ("what happens when the network cable is unplugged", "lost peer"),
        ("how do i send data back to the client", "send"),
        ("is UDP faster then TCP", "TCP and UDP"),
        ("how do i know how many bytes were received", "size of recv"),
        ("whats a file descriptor", "descriptor"),
        ("why does recv return an empty string", "end of the stream"),
        ("how do i restart the server without address already in use", "EADDRINUSE"),
        ("what does SO_REUSEADDR do", "SO_REUSEADDR"),
        ("how do i make recv not block", "blocking"),
        ("what is EAGAIN", "EAGAIN"),
        ("EAGAIN or timeout", "EAGAIN and timeout"),
        ("how do i talk to a web server", "HTTP by hand"),
        ("what does bind do", "bind"),
        ("does connect wait until accept is called", "connect and accept"),
        ("why is my connection in TIME_WAIT", "TIME_WAIT"),
        ("i want to send json", "numbers as bytes"),
        ("how can i see the packets", "packet"),
        ("how do i see what i did", "journal"),
        ("how do i export this to python", "export"),
        ("can a datagram get lost", "lost datagram"),
        ("how do i quit this", "exit"),
        ("where do i start", "lessons"),
        ("is this real", "netshell"),
        ("what is 0.0.0.0", "wildcard address"),
        ("does data leave my computer on localhost", "loopback"),
        ("what is DNS", "DNS"),
        ("which port is my client using", "ephemeral port"),
        ("how many sockets can i open", "descriptor"),
        ("how do i set a timeout", "settimeout"),
        ("why are my small messages delayed", "Nagle"),
        ("why did i receive two messages at once", "framing"),
        ("how do i look at data without removing it", "MSG_PEEK"),
        ("what if a packet gets lost", "retransmission"),
        ("what is an RST", "RST"),
        ("why do i get broken pipe", "EPIPE"),
        ("BrokenPipeError", "EPIPE"),
        ("i get errno 111", "ECONNREFUSED"),
        ("what is error 98", "EADDRINUSE"),
        ("how do i pass a socket to another process", "SCM_RIGHTS"),
        ("should i use poll or epoll", "poll and epoll"),
        ("why do i need htons", "htons"),
        ("why do i need root for raw sockets", "SOCK_RAW"),
        ("can i use ipv6 and ipv4 on the same socket", "IPv4 and IPv6"),
        ("how do i know if a firewall blocks me", "firewall"),
        ("connection refused or timed out", "refused or timed out"),
        ("what is NAT", "NAT"),
        ("is my password visible", "encryption"),
        ("how do i use TLS", "encryption"),
        ("what's the mtu", "MTU"),
        ("how do i write a loop", "loops"),
        ("what does $reply mean", "values"),
        ("what is the & for", "background"),
        ("how do i clear the screen", "keys"),
        ("how do i repeat the last command", "keys"),
        ("what is an address family", "AF_INET"),
        ("how do i get the name of an ip address", "gethostbyaddr"),
        ("how do i get the ip adress of a name", "DNS"),
        ("what port does ssh use", "getservbyname"),
        ("how do i delete a socket file", "unlink"),
        ("what happens if nobody accepts", "backlog"),
        ("does send block", "buffering"),
        ("is the connection still alive", "lost peer"),
        ("how do i bind to all interfaces", "wildcard address"),
        ("gethostbyname vs getaddrinfo", "gethostbyname"),
        ("how come accept just sits there", "stopping a call"),
        ("can i use the same socket to connect again", "EISCONN"),
        ("what if both sides close at the same time", "CLOSING"),
        ("why does the port stay blocked for a minute", "TIME_WAIT"),
        ("my program crashes when the client leaves", "SIGPIPE"),
        ("why is the reply shorter than what i sent", "size of recv"),
        ("is bind needed before connect", "client"),
        ("what is my port", "getsockname"),
        ("can both sides talk at once", "full duplex"),
        ("what's a peer", "peer"),
        ("what is the kernel", "system call"),
        ("what is a MAC address", "hardware address"),
        ("what is a subnet", "route"),
        ("what is the OSI model", "layers"),
        ("where is the documentation", "help"),
        ("can i close a socket twice", "EBADF"),
        ("how do i stop the lesson", "lessons"),
        ("what is /etc/hosts", "DNS"),
        ("why?", "explain"),
        ("what can i do here", "help"),
    ])
    func isAnswered(_ question: String, _ answer: String) throws {
        let matches = QuestionAnswer.index.matches(question)
        let best = try #require(matches.first)
        #expect(best.answer.name == answer && best.isLikely, "\(matches.map(\.answer.name))")
    }

    /// The very words of every foreseen question find what it was foreseen for, among the first.
    @Test func whatIsForeseenIsFound() {
        for document in QuestionAnswer.index.documents {
            for phrase in document.phrases {
                let found = QuestionAnswer.index.matches(phrase).map(\.answer.name)
                #expect(found.contains(document.name), "\(phrase): \(found), not \(document.name)")
            }
        }
    }

    @Test(arguments: [
        "what's the weather today", "what is the capital of france", "how do i cook rice",
        "what is quantum entanglement",
        "what is a websocket", "is it legal to scan", "wie spät ist es?", "什么是套接字？", "what", "", "?", "\u{1B}[2J",
        "why xqzt wibble frobnicate",
    ])
    func isNotKnown(_ question: String) {
        #expect(QuestionAnswer.index.matches(question).first?.isLikely != true)
    }

    /// What nobody would type is answered, too, or not known: it ends.
    @Test func anythingIsRead() {
        for question in [
            String(repeating: "why recv socket tcp ", count: 10_000), String(repeating: "连接 ", count: 10_000),
            String(repeating: "a", count: 1_000_000), String(repeating: "'", count: 1000), "\0\0\0", "::::::", "....",
        ] {
            #expect(QuestionAnswer.index.matches(question).count <= 5)
        }
    }
}
