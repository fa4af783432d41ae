extension Asked {
    /// What lies between two programs.
    static let networks: KeyValuePairs<String, String> = [
        "TCP and UDP": """
        tcp or udp;difference between tcp and udp;tcp vs udp;should i use tcp or udp;when to use udp;is udp faster;\
        is tcp reliable;does tcp guarantee delivery;does udp guarantee delivery;which is better tcp udp;udp for games;why use udp;reliable or fast;stream or dgram;\
        difference between stream and dgram;difference between stream and datagram
        """,
        "close and shutdown": """
        difference between close and shutdown;close or shutdown;shutdown vs close;why shutdown before close;do i need shutdown;\
        does shutdown close the socket
        """,
        "IPv4 and IPv6": """
        difference between ipv4 and ipv6;ipv4 or ipv6;inet or inet6;inet vs inet6;what is ipv6;what is ::1;why two versions of ip;\
        address with colons;can an ipv6 server take ipv4 clients
        """,
        "IP address": """
        what is an ip address;what is my ip;how do i find my own address;my ip address;address of this machine;private address;\
        192.168;10.0.0.1;difference between ip and port;address and port;which ip should i use;public ip
        """,
        "ACK":
            "what is an ack;acknowledgment;ack packet;does tcp confirm;how does tcp know it arrived;is delivery confirmed",
        "packet":
            "what is a packet;packets;difference between packet and segment;see the packets;capture packets;wireshark tcpdump;frame segment packet;what is a header;is a send a packet",
        "HTTP by hand": """
        how do i get a web page;http request;make an http request;fetch a url;download a web page;talk to a web server;get request;\
        browse;curl;connect to google;port 443 https;open a website;what do i send to a web server
        """,
        "encryption": """
        is it encrypted;is tcp secure;is it safe;can others read it;what is tls;ssl;https;can someone read my data;password over socket;\
        private;sniff;is my data visible;how do i encrypt
        """,
        "firewall": """
        firewall;is it a firewall;packets dropped;connection dropped or rejected;difference between refused and dropped;\
        is a firewall in the way;port blocked;blocked port;filtered;how do i know if a firewall blocks;iptables;\
        refused dropped rejected;open a port in the firewall
        """,
        "NAT":
            "what is nat;behind a router;port forwarding;forward a port;home router;different address outside;peer address is the router;connect behind nat;address translation",
        "DNS": """
        what is dns;how do i get the ip address of a name;name to address;resolve a name;look up a host;how does a name become an address;\
        hostname to ip;domain name;which ip has a website;find address of a host;nslookup;name server;etc hosts
        """,
        "refused or timed out": """
        difference between refused and timeout;refused or timeout;connection refused vs timed out;ECONNREFUSED vs ETIMEDOUT;\
        why timeout instead of refused;refused at once or hangs
        """,
        "lost peer": """
        how do i know the peer is gone;how to detect the other side died;cable unplugged;peer crashed;dead connection;is the connection still alive;\
        keep alive;heartbeat;machine switched off;wifi lost;how long stays an idle connection;does tcp notice;connection is still open;\
        check if still connected;is the server still there;is it still connected
        """,
        "lost datagram": """
        udp packet lost;datagram lost;is udp reliable;udp does not arrive;did my datagram arrive;udp no answer;nobody receives my datagram;\
        send to a port where nobody listens udp;udp delivery;resend udp;does sendto tell if it arrived;sendto works but nobody receives;\
        udp out of order;duplicated datagram;datagram to nobody
        """,
        "latency and bandwidth":
            "why is it slow;latency;bandwidth;how fast is a socket;speed of tcp;difference between latency and bandwidth;ping time;how long does a packet take;slow connection",
        "loopback": """
        what is localhost;what is 127.0.0.1;loopback;127.0.0.1;why 127.0.0.1;do packets leave my machine;test on one machine;client and server on the same computer;\
        does localhost use the network;home address;interface lo;connect to myself;without a network;offline;no internet
        """,
        "wildcard address":
            "what is 0.0.0.0;bind 0.0.0.0;difference between 0.0.0.0 and 127.0.0.1;all interfaces;any address;0.0.0.0 or 127.0.0.1;bind to every address;INADDR_ANY;empty host;what is ::",
        "port": """
        what is a port;what port should i use;which port;choose a port;port number;free port;highest port;port range;what ports are there;\
        why 8088;how many ports;do client and server use the same port;is port 8080 free;ports
        """,
        "ephemeral port": """
        why is my port different every time;random port;client port changes;port of the client;which port does the client have;port 0;bind 0;\
        strange port number;where does the port come from;port i did not choose;ephemeral port;new port for each connection;automatic port
        """,
        "privileged port":
            "can i use port 80;bind port 80;port below 1024;do i need root;permission for a port;use port 443;run as root;low ports;well known port;sudo for port",
        "byte order":
            "byte order;big endian;little endian;network byte order;why htons;port looks wrong;20480 instead of 80;port number swapped;endianness;htons vs htonl;difference between htons and htonl",
        "MTU":
            "what is mtu;packet size;biggest packet;fragmentation;why is my packet split;1500 bytes;fragments;maximum transmission unit;largest packet",
        "MSS": "maximum segment size;mss;segment size;1460;what is a segment",
        "Nagle":
            "nagle;small packets delayed;40 ms delay;why is my small send late;nodelay;delayed ack;small sends together",
        "window":
            "what is the window;tcp window;flow control;why does the sender wait;slow reader;peer does not read;zero window;backpressure",
        "congestion control": "congestion;congestion control;slow start;network is full;how does tcp choose its speed",
        "retransmission":
            "lost packets tcp;resend;retransmit;what if a packet is lost;does tcp repeat;packet loss;repeats lost data",
        "RTT": "round trip time;rtt;ping time;how far away;response time",
        "multicast":
            "multicast;send to many;one to many;group;send to several receivers at once;difference between multicast and broadcast",
        "SO_BROADCAST": "broadcast;send to everybody;255.255.255.255;find servers on the network;how do i broadcast",
        "TIME_WAIT":
            "what is time wait;why does the port stay in use after close;closed but still there;60 seconds;restart the server;how long is the port blocked;connection remains after close;socket lingers;port not free after close",
        "CLOSE_WAIT": "what is close wait;stays in close_wait;peer closed but i did not;many close_wait",
        "FIN_WAIT2": "what is fin wait 2;fin_wait;stays in fin_wait2",
        "SYN_SENT": "meaning of syn_sent;stays in syn_sent;connect waits syn sent;no answer to syn",
        "ESTABLISHED":
            "what does established mean;udp socket is established;connection is established;are we connected",
        "LISTEN": "what does listen state mean;state listen;listening socket",
        "CLOSE":
            "state close but open;udp state close;why is my socket in close;closed state;new socket is closed;why does my udp socket say close",
        "AF_UNIX":
            "unix socket;local socket;socket file;sockets without network;between processes on the same machine;ipc;unix or inet;unix domain socket;difference between unix and inet;socket path",
        "AF_INET":
            "what is inet;what is an address family;what does inet mean;inet family;address family;what does AF stand for;AF_INET meaning",
        "SOCK_STREAM": "what does stream mean;sock_stream;type stream",
        "SOCK_DGRAM": "what does dgram mean;sock_dgram;type dgram",
        "SOCK_RAW":
            "raw socket;build a packet;write my own header;ping by hand;send icmp;need root for raw;spoof an address",
        "IPPROTO_ICMP": "what is icmp;ping protocol;icmp;how does ping work;what is ping",
        "SO_REUSEADDR":
            "what does reuseaddr do;why reuseaddr;so_reuseaddr;bind again after restart;reuse the port;should i set reuseaddr",
        "SO_REUSEPORT":
            "two servers on one port;reuseport;can two programs use the same port;two processes one port;share a port;two programs same port;can two programs listen on the same port;two sockets on one port;same port twice;difference between reuseaddr and reuseport",
        "SO_LINGER": "what is linger;close with reset;wait on close;linger 0;abort a connection",
        "SO_KEEPALIVE": "keepalive option;turn on keepalive;keep alive interval",
        "SO_RCVBUF": "receive buffer size;rcvbuf;make the receive buffer bigger",
        "SO_SNDBUF": "send buffer size;sndbuf;make the send buffer bigger",
        "TCP_NODELAY": "turn off nagle;tcp_nodelay;send small data at once",
        "MSG_PEEK":
            "look without taking;peek;read without removing;see data but leave it;look at data before receiving;recv twice the same",
        "MSG_WAITALL": "wait for all bytes;waitall;receive exactly;full buffer",
        "MSG_DONTWAIT": "dontwait;recv without waiting;single call non-blocking;check if data is there",
        "SCM_RIGHTS": "pass a descriptor;send a socket to another process;give a file to another process",
        "SIGPIPE":
            "sigpipe;program ends without a message when sending;killed by signal 13;program dies when peer closes",
    ]
}
