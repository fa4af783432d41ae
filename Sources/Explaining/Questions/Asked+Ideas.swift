extension Asked {
    /// What programs do with sockets.
    static let ideas: KeyValuePairs<String, String> = [
        "socket": """
        what is a socket;sockets;what are sockets for;endpoint;is a socket a port;difference between a socket and a port;\
        socket vs port;socket or connection;why do we need sockets;what is socket programming;berkeley bsd sockets
        """,
        "server": """
        how do i start a server;make a server;what is a server;write a server;run a server;create a listener;\
        set up a server;server steps;order of bind listen accept;what does a server do;tcp server;open a port;\
        how to wait for clients;why do i need listen;open port for others
        """,
        "client": """
        do i have to bind the client;does a client need bind;client without bind;what is a client;make a client;\
        write a client;connect to a server;talk to a server;who binds the client;client steps;tcp client;\
        difference between client and server;client or server;why doesnt the client bind
        """,
        "many clients": """
        several clients;serve many clients;handle multiple clients at the same time;two clients on one port;\
        more than one client;do i need threads;thread per client;can two clients connect to the same port;\
        many users;concurrent connections;talk to two clients;share one port;chat server;one port many clients;\
        same port for several connections;more than one connection
        """,
        "reaching a server": """
        why can't others connect to my server;cannot reach my server from another computer;works only on my machine;\
        friend cannot connect;connect from outside;only local connections work;make server public;from my phone;\
        other machine cannot connect;my server does not answer;server is silent;server not reachable from network;connect over the internet to my pc;from the lan
        """,
        "leaked descriptor": """
        what happens if i forget to close;forgot close;do i have to close;not closing a socket;never closed;why close;\
        leave socket open;must i close sockets;is it bad not to close;too many sockets open leak;close at the end
        """,
        "sockets and files": """
        is a socket a file;difference between a socket and a file;can i use read and write;read instead of recv;\
        write instead of send;everything is a file;socket like a file;seek;why not open;read vs recv;write vs send
        """,
        "framing": """
        how do i mark the end of a message;where does a message end;message boundaries;two sends arrive as one;\
        one recv gets two messages;messages glued together;messages stick together;split messages;length prefix;\
        how do i know a message is complete;how does the receiver know how much to read;protocol for messages;\
        sends are merged;why do my messages come in one piece;recv returns half a message;messages run together;\
        send returned but recv got part
        """,
        "line ending": """
        what is \\r\\n for;crlf;carriage return;why \\r\\n;end of a line;newline in http;difference between \\r\\n and \\n;\
        line break;server does not answer my request line;send a newline;send enter;type a line end
        """,
        "numbers as bytes": """
        how do i send a number;send an integer;send int;send a float;send a struct;binary data;number to bytes;\
        send 4 bytes;encode a number;pack;serialize;send json object;send a list;send unicode;text encoding utf-8
        """,
        "sending a file": """
        how do i send a file;transfer a file;upload a file;send a picture;send an image;copy a file over a socket;\
        file over network;receive a file;save what is received into a file;download a file
        """,
        "send and sendall": """
        difference between send and sendall;send vs sendall;send sent only a part;not all bytes sent;partial send;\
        send returned fewer bytes;does send send everything;how do i send all;why sendall;send less than asked;\
        send returns smaller number
        """,
        "buffering": """
        does send wait until it is received;why does send return at once;did the peer read it;where are the bytes now;\
        send buffer;receive buffer;buffer full;what is buffering;flush;why does send block;send hangs;\
        send before accept;send before the other side reads;data sent but not received yet;how do i know it arrived;\
        does send mean delivered;where does data go
        """,
        "size of recv": """
        what is 1024 in recv;recv 1024;how big should the buffer be;how many bytes should i receive;recv size;\
        does recv wait for 1024 bytes;receive exactly n bytes;recv got less than asked;recv returns fewer bytes;\
        why does recv cut my message;message is cut;recv gives only part;rest of the message;buffer size of recv;\
        what number for recv;how do i receive everything
        """,
        "end of the stream": """
        recv returns empty;recv returns an empty string;recv returns 0;recv returns nothing;empty reply;empty string;\
        eof;end of stream;how do i know the other side closed;zero bytes received;b'' received;empty bytes;\
        how do i detect a closed connection;recv returns immediately with nothing;what does "" mean
        """,
        "stopping a call": """
        how do i stop waiting;stop a call;it hangs;accept hangs;recv hangs;stuck;cancel a call;interrupt accept;\
        get the prompt back;nothing happens after accept;ctrl-c;how do i stop the server;accept never returns;\
        recv never returns;it is frozen;program blocks;run accept in the background;waits forever
        """,
        "EAGAIN and timeout": """
        difference between EAGAIN and timeout;EAGAIN or timeout;EAGAIN vs ETIMEDOUT;is EAGAIN a timeout;would block or timeout
        """,
        "poll and epoll": """
        difference between select poll and epoll;poll vs select;select or poll;epoll vs poll;which of select poll epoll
        """,
        "connect and accept": """
        difference between connect and accept;connect before accept;does connect wait for accept;connect succeeded without accept;\
        why does connect work before accept;connect vs accept;listen and accept difference;what does accept do that listen does not
        """,
        "bind and connect": """
        difference between bind and connect;bind vs connect;bind or connect;own address or peer;getsockname vs getpeername;\
        difference between getsockname and getpeername;local address and remote address
        """,
        "blocking": """
        how long does recv wait;how long does accept wait;how long does connect wait;does recv block;what is blocking;\
        blocking and non-blocking difference;nonblocking socket;does recv wait forever;asynchronous;why does recv wait;\
        when does recv return;what if nothing comes
        """,
        "stream":
            "what is a stream;stream socket;does tcp keep order;does tcp keep messages;is a stream a message;order of bytes;do bytes arrive in order",
        "datagram": """
        how big can a udp packet be;maximum udp size;largest datagram;udp message too big;what is a datagram;datagram socket;\
        empty datagram;max size of udp;how large can a datagram be;64k limit
        """,
        "half-close": """
        can i still receive after shutdown;receive after shutdown wr;what is a half close;close only one direction;\
        tell the other side i am done sending;finish sending but keep reading;end of my data;signal end without closing
        """,
        "descriptor": """
        what is a descriptor;file descriptor;what is fd;what does fd mean;number of a socket;why is the number 3;fd column;\
        how many sockets can i open;limit of sockets
        """,
        "backlog": """
        how many clients can listen handle;what is backlog;listen 5;number after listen;argument of listen;queue of listen;\
        how many can wait;what if the queue is full;max connections of listen;too many clients;limit of clients;nobody accepts;what if the server never accepts;accept is never called
        """,
        "three-way handshake": """
        what is the 3 way handshake;how does a connection start;how is a connection made;what happens when i connect;\
        syn ack;why three packets;what does connect do on the network;tcp handshake
        """,
        "RST":
            "what is a reset;rst packet;why do i get a reset;when does tcp reset;difference between fin and rst;rst vs fin",
        "FIN":
            "what is fin;fin packet;how does a connection end;how is a connection closed;tcp close handshake;four way close",
        "urgent data": "out of band data;urgent data;oob;send important data first;priority data",
    ]
}
