/// The well-known services, for a system without a services file (the IANA registry of service names, RFC 6335).
enum ServiceTable {
    /// Every service, once for each of its protocols.
    static let entries = lines.split(separator: "\n").flatMap { entries(line: $0) }

    /// The first service with a name or alias, on any protocol if none is named.
    static func entry(named name: String, _ protocolName: String?) -> ServiceEntry? {
        entries.first {
            ($0.name == name || $0.aliases.contains(name)) && (protocolName == nil || $0.protocolName == protocolName)
        }
    }

    /// The first service on a port, on any protocol if none is named.
    static func entry(port: UInt16, _ protocolName: String?) -> ServiceEntry? {
        entries.first { $0.port == port && (protocolName == nil || $0.protocolName == protocolName) }
    }

    /// The services on one line: a name, a port, the protocols joined by `/`, and aliases; none for any other line.
    static func entries(line: Substring) -> [ServiceEntry] {
        let words = line.split(separator: " ").map(String.init)
        guard words.count >= 3, let port = UInt16(words[1]) else { return [] }
        return words[2].split(separator: "/").map {
            ServiceEntry(name: words[0], aliases: Array(words.dropFirst(3)), port: port, protocolName: String($0))
        }
    }

    private static let lines = """
        tcpmux 1 tcp
        echo 7 tcp/udp
        discard 9 tcp/udp sink null
        systat 11 tcp users
        daytime 13 tcp/udp
        netstat 15 tcp
        qotd 17 tcp quote
        chargen 19 tcp/udp ttytst source
        ftp-data 20 tcp
        ftp 21 tcp
        ssh 22 tcp
        telnet 23 tcp
        smtp 25 tcp mail
        time 37 tcp/udp timserver
        whois 43 tcp nicname
        tacacs 49 tcp/udp
        domain 53 tcp/udp
        bootps 67 udp
        bootpc 68 udp
        tftp 69 udp
        gopher 70 tcp
        finger 79 tcp
        http 80 tcp www
        kerberos 88 tcp/udp kerberos5 krb5 kerberos-sec
        iso-tsap 102 tcp tsap
        acr-nema 104 tcp dicom
        pop3 110 tcp pop-3
        sunrpc 111 tcp/udp portmapper
        auth 113 tcp authentication tap ident
        nntp 119 tcp readnews untp
        ntp 123 udp
        epmap 135 tcp loc-srv
        netbios-ns 137 udp
        netbios-dgm 138 udp
        netbios-ssn 139 tcp
        imap2 143 tcp imap
        snmp 161 tcp/udp
        snmp-trap 162 tcp/udp snmptrap
        xdmcp 177 udp
        bgp 179 tcp
        irc 194 tcp/udp
        smux 199 tcp
        qmtp 209 tcp
        z3950 210 tcp wais
        ipx 213 udp
        ptp-event 319 udp
        ptp-general 320 udp
        pawserv 345 tcp
        rpc2portmap 369 tcp/udp
        ldap 389 tcp/udp
        svrloc 427 tcp/udp
        https 443 tcp/udp
        snpp 444 tcp
        microsoft-ds 445 tcp/udp
        kpasswd 464 tcp/udp
        submissions 465 tcp ssmtp smtps urd
        saft 487 tcp
        isakmp 500 udp
        exec 512 tcp
        biff 512 udp comsat
        login 513 tcp
        who 513 udp whod
        shell 514 tcp cmd syslog
        syslog 514 udp
        printer 515 tcp spooler
        talk 517 udp
        ntalk 518 udp
        route 520 udp router routed
        ripng 521 udp
        gdomap 538 tcp/udp
        uucp 540 tcp uucpd
        klogin 543 tcp
        kshell 544 tcp krcmd
        dhcpv6-client 546 udp
        dhcpv6-server 547 udp
        afpovertcp 548 tcp
        rtsp 554 tcp/udp
        nntps 563 tcp snntp
        submission 587 tcp
        ipp 631 tcp
        ldaps 636 tcp/udp
        ldp 646 tcp/udp
        tinc 655 tcp/udp
        silc 706 tcp
        kerberos-adm 749 tcp
        domain-s 853 tcp/udp
        rsync 873 tcp
        ftps-data 989 tcp
        ftps 990 tcp
        telnets 992 tcp
        imaps 993 tcp
        pop3s 995 tcp
        socks 1080 tcp
        proofd 1093 tcp
        rmiregistry 1099 tcp
        openvpn 1194 tcp/udp
        lotusnote 1352 tcp
        ms-sql-s 1433 tcp
        ms-sql-m 1434 udp
        ingreslock 1524 tcp
        datametrics 1645 tcp/udp old-radius
        sa-msg-port 1646 tcp/udp old-radacct
        kermit 1649 tcp
        l2f 1701 udp l2tp
        pptp 1723 tcp
        radius 1812 tcp/udp
        radius-acct 1813 tcp/udp radacct
        msnp 1863 tcp
        mqtt 1883 tcp/udp
        ssdp 1900 udp
        cisco-sccp 2000 tcp
        nfs 2049 tcp/udp
        gnunet 2086 tcp/udp
        rtcm-sc104 2101 tcp/udp
        gsigatekeeper 2119 tcp
        iprop 2121 tcp
        gris 2135 tcp
        zookeeper 2181 tcp
        docker 2375 tcp
        docker-s 2376 tcp
        etcd-client 2379 tcp
        etcd-server 2380 tcp
        cvspserver 2401 tcp
        venus 2430 tcp/udp
        mysql 3306 tcp
        ms-wbt-server 3389 tcp/udp rdp
        stun 3478 tcp/udp turn
        daap 3689 tcp
        svn 3690 tcp subversion
        suucp 4031 tcp
        epmd 4369 tcp
        ipsec-nat-t 4500 udp
        iax 4569 udp
        radmin-port 4899 tcp
        commplex-main 5000 tcp
        sip 5060 tcp/udp
        sips 5061 tcp/udp sip-tls
        xmpp-client 5222 tcp jabber-client
        xmpp-server 5269 tcp jabber-server
        mdns 5353 udp
        llmnr 5355 tcp/udp
        postgresql 5432 tcp postgres
        amqps 5671 tcp
        amqp 5672 tcp/udp
        coap 5683 tcp/udp
        coaps 5684 tcp/udp
        rfb 5900 tcp vnc
        wsman 5985 tcp
        x11 6000 tcp x11-0
        redis 6379 tcp
        ircd 6667 tcp
        ircs-u 6697 tcp
        bbs 7000 tcp
        http-alt 8080 tcp/udp webcache
        puppet 8140 tcp
        https-alt 8443 tcp
        secure-mqtt 8883 tcp
        jetdirect 9100 tcp hp-pdl-datastr
        bacula-dir 9101 tcp
        bacula-fd 9102 tcp
        bacula-sd 9103 tcp
        git 9418 tcp
        zabbix-agent 10050 tcp
        zabbix-trapper 10051 tcp
        amanda 10080 tcp
        nbd 10809 tcp
        memcache 11211 tcp/udp memcached
        mongodb 27017 tcp
        tfido 60177 tcp
        """
}
