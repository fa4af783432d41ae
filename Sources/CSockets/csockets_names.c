#define _GNU_SOURCE
#include "csockets_names.h"

#if !CSOCKETS_REENTRANT
#define UNUSED_BUFFER (void)entry, (void)buffer, (void)length
#endif

int csockets_gethostbyname(const char *name, struct hostent *entry, char *buffer, size_t length,
                           struct hostent **found, int *host_error) {
#if CSOCKETS_REENTRANT
    return gethostbyname_r(name, entry, buffer, length, found, host_error);
#else
    UNUSED_BUFFER;
    *found = gethostbyname(name);
    *host_error = h_errno;
    return 0;
#endif
}

int csockets_gethostbyaddr(const void *address, socklen_t address_length, int family, struct hostent *entry,
                           char *buffer, size_t length, struct hostent **found, int *host_error) {
#if CSOCKETS_REENTRANT
    return gethostbyaddr_r(address, address_length, family, entry, buffer, length, found, host_error);
#else
    UNUSED_BUFFER;
    *found = gethostbyaddr(address, address_length, family);
    *host_error = h_errno;
    return 0;
#endif
}

int csockets_getservbyname(const char *name, const char *protocol, struct servent *entry, char *buffer, size_t length,
                           struct servent **found) {
#if CSOCKETS_REENTRANT
    return getservbyname_r(name, protocol, entry, buffer, length, found);
#else
    UNUSED_BUFFER;
    *found = getservbyname(name, protocol);
    return 0;
#endif
}

int csockets_getservbyport(int port, const char *protocol, struct servent *entry, char *buffer, size_t length,
                           struct servent **found) {
#if CSOCKETS_REENTRANT
    return getservbyport_r(port, protocol, entry, buffer, length, found);
#else
    UNUSED_BUFFER;
    *found = getservbyport(port, protocol);
    return 0;
#endif
}

int csockets_getprotobyname(const char *name, struct protoent *entry, char *buffer, size_t length,
                            struct protoent **found) {
#if CSOCKETS_REENTRANT
    return getprotobyname_r(name, entry, buffer, length, found);
#else
    UNUSED_BUFFER;
    *found = getprotobyname(name);
    return 0;
#endif
}

int csockets_getprotobynumber(int number, struct protoent *entry, char *buffer, size_t length,
                              struct protoent **found) {
#if CSOCKETS_REENTRANT
    return getprotobynumber_r(number, entry, buffer, length, found);
#else
    UNUSED_BUFFER;
    *found = getprotobynumber(number);
    return 0;
#endif
}
