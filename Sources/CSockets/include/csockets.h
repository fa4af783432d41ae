// What Swift cannot import from C's headers: functions behind _GNU_SOURCE and function-like macros. No policy.
#ifndef NETSHELL_CSOCKETS_H
#define NETSHELL_CSOCKETS_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/socket.h>

#include "csockets_names.h"

/// accept4(2) if the system has it; elsewhere -1 with ENOSYS.
int csockets_accept4(int descriptor, struct sockaddr *address, socklen_t *length, int flags);

/// CMSG_SPACE (cmsg(3)): the space for `length` bytes of ancillary data, including header and padding.
size_t csockets_cmsg_space(size_t length);

/// CMSG_LEN (cmsg(3)): the value for `cmsg_len`.
size_t csockets_cmsg_length(size_t length);

/// CMSG_FIRSTHDR (cmsg(3)).
struct cmsghdr *csockets_cmsg_first(struct msghdr *message);

/// CMSG_NXTHDR (cmsg(3)).
struct cmsghdr *csockets_cmsg_next(struct msghdr *message, struct cmsghdr *header);

/// CMSG_DATA (cmsg(3)).
unsigned char *csockets_cmsg_data(struct cmsghdr *header);

// Whether a file is on a file system that is memory: tmpfs(5).
bool csockets_is_in_memory(int descriptor);

#endif
