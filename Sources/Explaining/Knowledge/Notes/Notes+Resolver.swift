extension Notes {
    /// The resolver's errors and flags.
    static let resolver: [Note] = [
        Note(
            "EAI_NONAME",
            text: "There is no such host or service, as far as the local files and the name servers know.",
            met: "getaddrinfo and getnameinfo; connect with a name.",
            advice: "Check the spelling; with AI_NUMERICHOST only digits are taken.",
            source: "getaddrinfo(3); RFC 3493 section 6.1",
            see: "EAI_AGAIN, EAI_NODATA, getaddrinfo"
        ),
        Note(
            "EAI_AGAIN",
            text: "No name server gave an answer in time. It says nothing about the name.",
            met: "getaddrinfo without a network, or with a wrong /etc/resolv.conf.",
            advice: "Try again; check the network and the name servers.",
            source: "getaddrinfo(3); resolv.conf(5)",
            see: "EAI_NONAME, EAI_FAIL"
        ),
        Note(
            "EAI_FAIL",
            text: "A name server answered that it cannot and will not know.",
            met: "getaddrinfo.",
            advice: "Another name server may; trying again will not help.",
            source: "getaddrinfo(3)",
            see: "EAI_AGAIN"
        ),
        Note(
            "EAI_NODATA",
            text: "The name exists and has no address, only records of other kinds.",
            met: "getaddrinfo (a GNU extension).",
            advice: "Ask for another family, or for a name below it such as www.",
            source: "getaddrinfo(3)",
            see: "EAI_NONAME, EAI_ADDRFAMILY"
        ),
        Note(
            "EAI_ADDRFAMILY",
            text: "The host has no address of the family that was asked for.",
            met: "getaddrinfo with a family as hint (a GNU extension).",
            advice: "Leave the family open.",
            source: "getaddrinfo(3)",
            see: "AF_UNSPEC, EAI_FAMILY"
        ),
        Note(
            "EAI_FAMILY",
            text: "The family in the hints is none that names can be resolved for.",
            met: "getaddrinfo, getnameinfo.",
            advice: "inet, inet6 or unspec.",
            source: "getaddrinfo(3); RFC 3493 section 6.1",
            see: "AF_INET, AF_UNSPEC"
        ),
        Note(
            "EAI_SOCKTYPE",
            text: "The type in the hints does not go with the protocol, or is none.",
            met: "getaddrinfo.",
            advice: "stream, dgram or raw, or leave it open.",
            source: "getaddrinfo(3)",
            see: "SOCK_STREAM, EAI_SERVICE"
        ),
        Note(
            "EAI_SERVICE",
            text: "The service has no port for that type of socket.",
            met: "getaddrinfo with the name of a service.",
            advice: "Check /etc/services, or type the port as a number.",
            source: "getaddrinfo(3); services(5)",
            see: "getservbyname, port"
        ),
        Note(
            "EAI_BADFLAGS",
            text: "The flags hold an unknown bit, or AI_CANONNAME without a name.",
            met: "getaddrinfo, getnameinfo.",
            advice: "Check the flags.",
            source: "getaddrinfo(3), getnameinfo(3)",
            see: "AI_CANONNAME, AI_PASSIVE"
        ),
        Note(
            "EAI_MEMORY",
            text: "No memory for the answer.",
            met: "getaddrinfo, getnameinfo.",
            advice: "Try again later.",
            source: "getaddrinfo(3)",
            see: "ENOMEM"
        ),
        Note(
            "EAI_OVERFLOW",
            text: "The name does not fit into the room that was offered.",
            met: "getnameinfo.",
            advice: "Offer NI_MAXHOST (1025) bytes.",
            source: "getnameinfo(3)",
            see: "EAI_MEMORY"
        ),
        Note(
            "EAI_SYSTEM",
            text: "A system call beneath the resolver failed; errno says how, and NetShell shows that errno.",
            met: "getaddrinfo, getnameinfo.",
            advice: "explain the errno.",
            source: "getaddrinfo(3)",
            see: "EMFILE, EINTR"
        ),
        Note(
            "EAI_IDN_ENCODE",
            text: "The name has characters that cannot be brought into the ASCII form that name servers use.",
            met: "getaddrinfo with AI_IDN.",
            advice: "Check the spelling, or type the name in its xn-- form.",
            source: "getaddrinfo(3); RFC 3490",
            see: "EAI_NONAME"
        ),
        Note(
            "HOST_NOT_FOUND",
            text: "There is no such host: the older functions' EAI_NONAME.",
            met: "gethostbyname, gethostbyaddr, in h_errno.",
            advice: "Check the spelling; use getaddrinfo in new programs.",
            source: "gethostbyname(3)",
            see: "EAI_NONAME, getaddrinfo"
        ),
        Note(
            "TRY_AGAIN",
            text: "No name server answered in time.",
            met: "gethostbyname, gethostbyaddr, in h_errno.",
            advice: "Try again; check the network.",
            source: "gethostbyname(3)",
            see: "EAI_AGAIN"
        ),
        Note(
            "NO_RECOVERY",
            text: "A name server failed for good.",
            met: "gethostbyname, gethostbyaddr, in h_errno.",
            advice: "Ask another name server.",
            source: "gethostbyname(3)",
            see: "EAI_FAIL"
        ),
        Note(
            "NO_DATA",
            text: "The host exists and has no IPv4 address.",
            met: "gethostbyname, in h_errno.",
            advice: "getaddrinfo also finds IPv6 addresses.",
            source: "gethostbyname(3)",
            see: "EAI_NODATA"
        ),
        Note(
            "AI_PASSIVE",
            text: "Without a host the answer is the wildcard address, to bind a server to; otherwise it is loopback.",
            met: "getaddrinfo's hints.",
            advice: "For servers only.",
            source: "getaddrinfo(3); RFC 3493 section 6.1",
            see: "wildcard address, bind"
        ),
        Note(
            "AI_CANONNAME",
            text: "The first answer brings the host's canonical name, the one behind all aliases.",
            met: "getaddrinfo's hints.",
            advice: "Do not trust it for more than showing.",
            source: "getaddrinfo(3)",
            see: "getaddrinfo, getnameinfo"
        ),
        Note(
            "AI_NUMERICHOST",
            text: "The host must be digits; nothing is looked up, so the call never waits.",
            met: "getaddrinfo's hints.",
            advice: "Use it if only an address may be given.",
            source: "getaddrinfo(3)",
            see: "EAI_NONAME, AI_NUMERICSERV"
        ),
        Note(
            "AI_ADDRCONFIG",
            text: "Only families are given of which this machine has an address itself, loopback not counted.",
            met: "getaddrinfo's hints.",
            advice: "Saves attempts over IPv6 if there is none.",
            source: "getaddrinfo(3); RFC 3493 section 6.1",
            see: "AF_INET6, ENETUNREACH"
        ),
    ]
}
