extension Asked {
    /// Commands and pages of help, by what one wants to do.
    static let commands: KeyValuePairs<String, String> = [
        "help socket":
            "how do i make a socket;create a socket;new socket;make a tcp socket;make a udp socket;open a socket;arguments of socket;create udp socket",
        "help bind":
            "what does bind do;bind an address;give a socket an address;set the port of a server;bind to a port;why bind;choose the local port;is bind necessary for a server",
        "help listen": "what does listen do;make a listener;listen for connections",
        "help accept":
            "what does accept do;accept a client;take a connection;why does accept return a new socket;accept gives another socket;new socket from accept;two sockets in a server;what does accept return",
        "help connect":
            "what does connect do;connect to a host;open a connection;connect udp;connect a datagram socket;can udp connect;connect to a name",
        "help send":
            "what does send do;send data;send text;send data back;answer the client;reply to the client;send hello;send a message;what does send return;number after send;send a string;send bytes;how do i talk",
        "help recv":
            "what does recv do;receive data;receive a message;read from a socket;get data;see what arrived;read the answer;how do i read",
        "help sendto": "send udp;send a datagram;send without connect;sendto;send to an address",
        "help recvfrom":
            "receive udp;who sent this;address of the sender;recvfrom;answer a datagram;difference between recv and recvfrom;recv vs recvfrom;reply to the sender",
        "help recvall":
            "how to receive until the end;receive everything until closed;read all;read until eof;receive the whole answer;read to the end;receive all data;get the complete response",
        "help recvline": "read a line;receive one line;readline;line by line",
        "help recvuntil": "read until a delimiter;receive up to a text;read headers;read until a character",
        "help sendall": "send everything;send all data;send a long text",
        "help sendfile": "send a file without copying;zero copy;kernel sends file",
        "help close":
            "close a socket;close all sockets;how do i close;end a connection;what does close do;disconnect;hang up;close the connection",
        "help shutdown": "what does shutdown do;shutdown wr;shutdown rd;end one direction;what is rdwr",
        "help getsockname":
            "my own port;which port do i have;own address of a socket;local address;what port did i get;getsockname;find out my port",
        "help getpeername":
            "who is connected;who am i connected to;to whom am i connected;address of the client;peer address;remote address;who is the other side;ip of the client;getpeername;where does the connection come from",
        "help getaddrinfo": "getaddrinfo;addresses of a name;resolve host and port;all addresses",
        "help gethostbyname":
            "gethostbyname;ipv4 of a name;gethostbyname or getaddrinfo;difference between gethostbyname and getaddrinfo",
        "help gethostbyaddr":
            "reverse lookup;name of an address;name of an ip address;get the name of an ip;ip to name;which host has this ip",
        "help gethostname": "name of this computer;my hostname;what is my host called",
        "help getservbyname":
            "port of a service;which port has http;which port is https;port of https;number of a service;what port is ssh;service name to port;port of ftp;standard port",
        "help getservbyport": "which service uses port;name of a port;what is port 443;what runs on port 22",
        "help getprotobyname": "protocol number;number of tcp",
        "help poll": """
        how do i wait for two sockets at once;wait for several sockets;which socket is ready;is there data;check if something has arrived;\
        watch many sockets;wait for either;is a socket readable;read from two sockets;ready to read
        """,
        "help settimeout":
            "set a timeout;limit waiting time;timeout for recv;timeout for connect;wait at most;give up after seconds;how do i set a timeout;make recv not wait forever",
        "help setblocking": "make a socket non-blocking;non blocking mode;do not wait;set nonblocking;O_NONBLOCK",
        "help setsockopt": "set an option;change an option;socket options;turn on an option",
        "help getsockopt": "read an option;list options;which options are there;value of an option;show all options",
        "help dup": "copy a socket;duplicate a descriptor;two names for one socket",
        "help fromfd": "descriptor to socket;use an inherited descriptor",
        "help socketpair": "two connected sockets;socketpair;talk to myself;practise without server;pair of sockets",
        "help unlink": "remove a socket file;delete the socket path;unix address in use",
        "help sockets":
            "list my sockets;which sockets are open;show sockets;what sockets do i have;see all connections;netstat;state of my sockets;is it open",
        "help state":
            "state of a connection;show the tcp state;where is my connection;what is waiting;queue of a socket;see buffers;which state;tcp states;state diagram;state machine",
        "help variables": "list variables;which variables;show my variables",
        "help use": "switch to another socket;current socket;change the current socket;which socket is current",
        "help exit":
            "how do i leave;quit;exit;how do i get out;how to quit;leave the shell;close netshell;end the program;log out;how do i exit",
        "help explain":
            "explain what happened;what did my command do;why did it fail;what went wrong;what was that;explain the last command;understand a call;c code of a call;last error",
        "help help":
            "help;what can i do;what can i do here;what is possible;list of commands;which commands are there;what commands exist;i am lost;how do i use this;what now;get help;what can i type",
        "help apropos": "search the help;find a command;command for something;look for a word",
        "help diagram":
            "draw a picture;show what happened as a picture;sequence diagram;see the conversation;diagram of packets;see syn and fin;visualize",
        "help ruler": "which bytes came with which send;sizes of sends and receives",
        "help journal":
            "list my calls;what have i done;what did i do;see what i did;show what i did;history of calls;save my session;save the journal;log of system calls;load a session;save my work",
        "help hexdump": "see bytes;hexadecimal;show data in hex;see invisible characters;raw bytes;view the bytes",
        "help export":
            "export to python;write a c program;show as python;translate to c;save as a program;code of my session;convert my session to code;same in python;same in c;in my own program;see the code",
        "help inject": "make a call fail;simulate an error;test errors;fake error;provoke an error",
        "help alias":
            "shortcut;own command;abbreviate;define a function;write a function;functions;shorter name for a command;macro",
        "help print": "print a value;show a variable;echo;output text;print text;see the value of a variable",
        "help length": "how many bytes has a text;length of data;count bytes",
        "help set": "vi keys;emacs keys;turn off notices;settings;preferences;colours;theme;dark;light",
        "help jobs": "list background jobs;what runs in the background;which jobs",
        "help wait": "wait for a background job;wait for a job to end",
        "help cancel": "stop a background job;kill a job;end a job",
        "help sleep": "pause;wait a second;delay;sleep",
        "help htons": "htons;convert a port;host to network short",
        "help inet_pton": "address to bytes;inet_pton;text to binary address",
        "help if_nameindex": "network interfaces;which interfaces;list network cards;eth0;wlan0",
        "help join": "join a multicast group;receive multicast",
        "help recvmsg": "receive ancillary data;recvmsg;control messages;receive a descriptor",
        "help sendmsg": "send ancillary data;sendmsg;send several buffers",
        "help watch": "watch the state change;live state;follow a connection",
        "help statements":
            "syntax;how do i write a command;two commands in one line;comment;semicolon;what is # for;how is a line written;grammar;arguments;multiple lines;backslash",
        "help names":
            "name a socket;rename a socket;how do i name a socket;what is s1;what is c1;unnamed sockets;dot before a command;s.send;which socket does it use",
        "help values":
            "variables;how do i set a variable;how do i use a variable;assign a value;what is $;dollar sign;use a variable;store a value;fields;calculate;arithmetic;$reply;$error;compare values;add numbers;reply into a variable",
        "help data":
            "how do i write bytes;escape sequences;quotes;single quotes or double quotes;hex data;special characters;write binary data;send many bytes;fill;string with spaces;quote in a text;zero byte",
        "help constants": "what is inet;short names;AF_INET or inet;constants;spelling of options;capital letters",
        "help errors":
            "catch an error;try catch;exceptions;handle an error;error handling;ignore an error;what is an errno;error classes;continue after an error;errno",
        "help conditions": "if else;condition;do something only if;comparison;if statement",
        "help loops":
            "loop;repeat;while;for each;do something many times;endless loop;break out of a loop;repeat a command",
        "help background":
            "background;what is & for;ampersand;run in the background;at the same time;both ends in one shell;two programs in one shell;server and client in one shell;parallel;threads here;block in background",
        "help keys":
            "keyboard shortcuts;keys;how do i edit a line;history of commands;previous command;arrow up;repeat the last line;repeat the last command;run the last command again;same command again;search the history;clear the screen;undo typing;copy and paste;tab completion;ctrl-r;autocomplete;scroll",
        "help prompt":
            "what does the prompt show;what is the prompt;meaning of the prompt;what is netshell>;what is in the brackets;prompt changed;what is …;continuation line;three dots;why does the prompt have s;text before >",
        "help lessons":
            "lessons;how do i learn;where do i start;how do i begin;tutorial;course;first steps;teach me;i am new;beginner;what should i do first;exercises;learn networking;where are the lessons;getting started",
        "help questions":
            "can i ask questions;what can i ask;ask a question;plain words;do you understand me;are you an ai;who are you;are you a chatbot",
        "help scripts":
            "run a script;script file;run commands from a file;pipe commands;automate;arguments of a script;batch;json output;save commands in a file;execute a file",
        "help netshell":
            "what is netshell;what is this;what is this program for;is this real;are these real sockets;does it really send;can i break something;is it dangerous;can i damage my computer;what does this do;is this a simulation;real network",
    ]
}
