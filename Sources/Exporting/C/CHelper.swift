/// Functions that a program in C brings along, where it needs them.
enum CHelper: CaseIterable {
    case fail, show, showAddress, portOf, receivedDescriptor

    var headers: [String] {
        switch self {
        case .fail: ["stdio.h", "stdlib.h"]
        case .show: ["ctype.h", "stdio.h"]
        case .showAddress: ["netdb.h", "stdio.h", "sys/socket.h", "sys/un.h"]
        case .portOf: ["netinet/in.h", "sys/socket.h"]
        case .receivedDescriptor: ["string.h", "sys/socket.h"]
        }
    }

    var source: String {
        switch self {
        case .fail: Self.failSource
        case .show: Self.showSource
        case .showAddress: Self.showAddressSource
        case .portOf: Self.portOfSource
        case .receivedDescriptor: Self.receivedDescriptorSource
        }
    }

    private static let failSource = """
        static void fail(const char *call)
        {
            perror(call);
            exit(EXIT_FAILURE);
        }
        """

    private static let showSource = #"""
        /* Received bytes may be anything; what cannot be seen is shown as a number. */
        static void show(const char *bytes, ssize_t count)
        {
            for (ssize_t i = 0; i < count; i++) {
                unsigned char byte = (unsigned char)bytes[i];
                if (isprint(byte) || byte == '\n')
                    putchar(byte);
                else
                    printf("\\x%02x", byte);
            }
            putchar('\n');
        }
        """#

    private static let showAddressSource = #"""
        static void show_address(const struct sockaddr_storage *address, socklen_t length)
        {
            char host[NI_MAXHOST], service[NI_MAXSERV];
            int numbers = NI_NUMERICHOST | NI_NUMERICSERV;
            if (length == 0 || address->ss_family == AF_UNIX)
                printf("(a unix socket)\n");
            else if (getnameinfo((const struct sockaddr *)address, length, host, sizeof host,
                                 service, sizeof service, numbers) == 0)
                printf("%s %s\n", host, service);
        }
        """#

    private static let receivedDescriptorSource = """
        /* One of the descriptors that came with a message; -1 where there are not so many. */
        static int received_descriptor(struct msghdr *message, size_t place)
        {
            for (struct cmsghdr *header = CMSG_FIRSTHDR(message); header != NULL; header = CMSG_NXTHDR(message, header)) {
                size_t count = (header->cmsg_len - CMSG_LEN(0)) / sizeof(int);
                if (header->cmsg_level != SOL_SOCKET || header->cmsg_type != SCM_RIGHTS || place >= count)
                    continue;
                int descriptor;
                memcpy(&descriptor, CMSG_DATA(header) + place * sizeof descriptor, sizeof descriptor);
                return descriptor;
            }
            return -1;
        }
        """

    private static let portOfSource = """
        /* The port that the kernel chose, in network order. */
        static in_port_t port_of(int descriptor)
        {
            struct sockaddr_storage name;
            socklen_t length = sizeof name;
            if (getsockname(descriptor, (struct sockaddr *)&name, &length) == -1)
                fail("getsockname");
            if (name.ss_family == AF_INET6)
                return ((struct sockaddr_in6 *)&name)->sin6_port;
            return ((struct sockaddr_in *)&name)->sin_port;
        }
        """
}
