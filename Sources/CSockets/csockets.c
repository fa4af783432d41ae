#define _GNU_SOURCE
#include "csockets.h"

#include <errno.h>
#ifdef __linux__
#include <linux/magic.h>
#include <sys/vfs.h>
#endif

int csockets_accept4(int descriptor, struct sockaddr *address, socklen_t *length, int flags) {
#ifdef __linux__
    return accept4(descriptor, address, length, flags);
#else
    (void)descriptor, (void)address, (void)length, (void)flags;
    errno = ENOSYS;
    return -1;
#endif
}

size_t csockets_cmsg_space(size_t length) { return CMSG_SPACE(length); }

size_t csockets_cmsg_length(size_t length) { return CMSG_LEN(length); }

struct cmsghdr *csockets_cmsg_first(struct msghdr *message) { return CMSG_FIRSTHDR(message); }

struct cmsghdr *csockets_cmsg_next(struct msghdr *message, struct cmsghdr *header) {
    return CMSG_NXTHDR(message, header);
}

unsigned char *csockets_cmsg_data(struct cmsghdr *header) { return CMSG_DATA(header); }

bool csockets_is_in_memory(int descriptor) {
#ifdef __linux__
    struct statfs status;
    return fstatfs(descriptor, &status) == 0 && status.f_type == TMPFS_MAGIC;
#else
    (void)descriptor;
    return false;
#endif
}
