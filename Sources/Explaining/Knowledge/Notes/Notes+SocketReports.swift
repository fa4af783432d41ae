extension Notes {
    /// Options that make the kernel tell more with what is received.
    static let socketReports: [Note] = [
        option(
            "SO_TIMESTAMPNS",
            "recvmsg brings with each message the time at which it came, in nanoseconds, as SCM_TIMESTAMPNS.",
            met: "Measuring finer than SO_TIMESTAMP does.",
            see: "SCM_TIMESTAMPNS, SO_TIMESTAMP, recvmsg"
        ),
        option(
            "SO_TIMESTAMP_NEW",
            "SO_TIMESTAMP with seconds of 64 bits on every machine, which go past the year 2038.",
            met: "32-bit programs; on 64-bit machines the plain option is as good.",
            see: "SO_TIMESTAMP"
        ),
        option(
            "SO_TIMESTAMPNS_NEW",
            "SO_TIMESTAMPNS with seconds of 64 bits on every machine, which go past the year 2038.",
            met: "32-bit programs; on 64-bit machines the plain option is as good.",
            see: "SO_TIMESTAMPNS"
        ),
        option(
            "SO_TIMESTAMPING",
            """
            Stamps packets at chosen moments, on the way in and on the way out: in the kernel, or in the interface's own \
            clock. Stamps of what was sent come back through the error queue.
            """,
            met: "Clock synchronization (PTP), measuring where time is lost.",
            see: "SCM_TIMESTAMPING, MSG_ERRQUEUE, SO_TIMESTAMPNS"
        ),
        option(
            "SO_RXQ_OVFL",
            "recvmsg brings with each message how many the socket has dropped since it was made, for want of room.",
            met: "UDP receivers that want to know what they lost.",
            see: "SO_RCVBUF, datagram, recvmsg"
        ),
        option(
            "SO_RCVMARK",
            "recvmsg brings with each message the mark that rules on this machine gave its packet.",
            met: "Proxies that go by rules of the packet filter.",
            see: "SO_MARK, recvmsg"
        ),
        option(
            "SO_RCVPRIORITY",
            "recvmsg brings with each message the priority of its packet.",
            met: "Programs that treat classes of traffic differently.",
            see: "SO_PRIORITY, recvmsg"
        ),
        option(
            "SO_WIFI_STATUS",
            "The error queue tells of each frame that was sent over WLAN whether it was acknowledged.",
            met: "Tools for wireless networks.",
            see: "MSG_ERRQUEUE"
        ),
        option(
            "SO_SELECT_ERR_QUEUE",
            "poll tells POLLPRI beside POLLERR, and select sets its third set, while the error queue holds something.",
            met: "Programs with select that read the error queue.",
            see: "MSG_ERRQUEUE, POLLPRI, POLLERR"
        ),
        option(
            "SO_PEEK_OFF",
            "Where the next recv with MSG_PEEK begins: it moves on with each peek, so that all of a stream can be looked at piece by piece. -1 looks at the front, as usual.",
            met: "Unix sockets; newer kernels have it for TCP and UDP as well.",
            see: "MSG_PEEK"
        ),
        option(
            "SO_MEMINFO",
            "What the socket holds of the kernel's memory at this moment, the limits of its buffers, and how many packets it dropped.",
            met: "ss -m prints it as skmem.",
            see: "SO_RCVBUF, SO_SNDBUF, SO_RXQ_OVFL"
        ),
        option(
            "SO_INCOMING_CPU",
            "Which processor handled the last packet. Set on sockets that share a port, the one of the processor at hand is preferred.",
            met: "Servers with a thread for each processor.",
            see: "SO_REUSEPORT, SO_INCOMING_NAPI_ID"
        ),
        option(
            "SO_INCOMING_NAPI_ID",
            "The queue of the interface by which the last packet came; 0 if there was none.",
            met: "Servers with a thread for each queue, with busy polling.",
            see: "SO_BUSY_POLL, SO_INCOMING_CPU"
        ),
    ]
}
