extension Notes {
    /// Ancillary data that is no option's namesake.
    static let ancillary: [Note] = [
        Note(
            "SCM_RIGHTS",
            text: """
                Passes open descriptors to another process over a unix socket. The receiver gets new numbers for the \
                same open files, as dup gives them.
                """,
            met: "sendmsg and recvmsg on unix sockets, with one byte of data at least.",
            advice: "Close received descriptors that are not wanted; use MSG_CMSG_CLOEXEC.",
            source: "unix(7), cmsg(3)",
            see: "MSG_CTRUNC, ETOOMANYREFS, MSG_CMSG_CLOEXEC"
        ),
        Note(
            "SCM_CREDENTIALS",
            text: "Says which process, user and group sent the message; the kernel lets nobody lie without privilege.",
            met: "recvmsg on a unix socket that has SO_PASSCRED on.",
            advice: "For a connection SO_PEERCRED is simpler.",
            source: "unix(7), cmsg(3)",
            see: "SO_PASSCRED, SO_PEERCRED, EPERM"
        ),
        Note(
            "SCM_TIMESTAMP",
            text: "When the message reached this machine, in microseconds.",
            met: "recvmsg after SO_TIMESTAMP was set.",
            advice: "Clock time: it jumps when the clock is set.",
            source: "socket(7)",
            see: "SO_TIMESTAMP, SCM_TIMESTAMPNS"
        ),
        Note(
            "SCM_TIMESTAMPNS",
            text: "When the message reached this machine, in nanoseconds.",
            met: "recvmsg after SO_TIMESTAMPNS was set.",
            advice: "Only as exact as the clock and the driver.",
            source: "Linux, Documentation/networking/timestamping.rst",
            see: "SO_TIMESTAMPNS, SCM_TIMESTAMP"
        ),
        Note(
            "SCM_TIMESTAMPING",
            text: "Up to three times of one packet: the kernel's and the network card's.",
            met: "recvmsg after SO_TIMESTAMPING was set; of sent packets from the error queue.",
            advice: "Look which of the three are not zero.",
            source: "Linux, Documentation/networking/timestamping.rst",
            see: "SO_TIMESTAMPING, MSG_ERRQUEUE"
        ),
        Note(
            "SCM_SECURITY",
            text: "The sender's security label, as SELinux or another module has it.",
            met: "recvmsg on a unix socket with SO_PASSSEC on.",
            advice: "Empty if no such module runs.",
            source: "unix(7)",
            see: "SO_PASSSEC, SO_PEERSEC"
        ),
        Note(
            "SCM_PIDFD",
            text: "A descriptor for the sending process itself, so that a reused pid cannot mislead.",
            met: "recvmsg on a unix socket with SO_PASSPIDFD on.",
            advice:
                "A program has to close it, or it leaks with each message; recvmsg here closes it at once and shows its number.",
            source: "unix(7); pidfd_open(2)",
            see: "SO_PASSPIDFD, SCM_CREDENTIALS"
        ),
        Note(
            "PACKET_AUXDATA",
            text: "What the kernel knew of a captured frame: its real length, its VLAN tag, the state of its checksum.",
            met: "recvmsg on a packet socket; also the option that asks for it.",
            advice: "Read it if frames may be cut or tagged.",
            source: "packet(7)",
            see: "AF_PACKET"
        ),
    ]
}
