// What C's headers keep from Swift: functions behind _GNU_SOURCE and macros that look like functions. No policy.
#ifndef NETSHELL_CSOCKETS_H
#define NETSHELL_CSOCKETS_H

#include <stddef.h>
#include <sys/socket.h>

#include "csockets_names.h"

/// accept4(2) where the system has it; elsewhere -1 with ENOSYS.
int csockets_accept4(int descriptor, struct sockaddr *address, socklen_t *length, int flags);

/// CMSG_SPACE (cmsg(3)): the room that `length` bytes of ancillary data take, header and padding included.
size_t csockets_cmsg_space(size_t length);

/// CMSG_LEN (cmsg(3)): what goes into `cmsg_len`.
size_t csockets_cmsg_length(size_t length);

/// CMSG_FIRSTHDR (cmsg(3)).
struct cmsghdr *csockets_cmsg_first(struct msghdr *message);

/// CMSG_NXTHDR (cmsg(3)).
struct cmsghdr *csockets_cmsg_next(struct msghdr *message, struct cmsghdr *header);

/// CMSG_DATA (cmsg(3)).
unsigned char *csockets_cmsg_data(struct cmsghdr *header);

#endif
