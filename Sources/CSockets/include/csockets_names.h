// The network databases (netdb.h) under one signature: glibc's thread-safe functions, or the plain ones elsewhere.
#ifndef NETSHELL_CSOCKETS_NAMES_H
#define NETSHELL_CSOCKETS_NAMES_H

#include <netdb.h>
#include <stddef.h>
#include <sys/socket.h>

// Each returns 0, or an error number, ERANGE if the buffer is too small; `*found` is NULL if there is no entry. Without
// CSOCKETS_REENTRANT the entry is in memory that the next call overwrites: hold a lock until it is copied.
#ifdef __GLIBC__
#define CSOCKETS_REENTRANT 1
#else
#define CSOCKETS_REENTRANT 0
#endif

/// gethostbyname(3); `*host_error` is h_errno if nothing is found.
int csockets_gethostbyname(const char *name, struct hostent *entry, char *buffer, size_t length,
                           struct hostent **found, int *host_error);

/// gethostbyaddr(3); `*host_error` is h_errno if nothing is found.
int csockets_gethostbyaddr(const void *address, socklen_t address_length, int family, struct hostent *entry,
                           char *buffer, size_t length, struct hostent **found, int *host_error);

/// getservbyname(3).
int csockets_getservbyname(const char *name, const char *protocol, struct servent *entry, char *buffer, size_t length,
                           struct servent **found);

/// getservbyport(3); `port` is in network byte order.
int csockets_getservbyport(int port, const char *protocol, struct servent *entry, char *buffer, size_t length,
                           struct servent **found);

/// getprotobyname(3).
int csockets_getprotobyname(const char *name, struct protoent *entry, char *buffer, size_t length,
                            struct protoent **found);

/// getprotobynumber(3).
int csockets_getprotobynumber(int number, struct protoent *entry, char *buffer, size_t length,
                              struct protoent **found);

#endif
