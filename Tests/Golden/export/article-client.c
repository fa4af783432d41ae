/* Exported by NetShell. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <ctype.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

static void fail(const char *call)
{
    perror(call);
    exit(EXIT_FAILURE);
}

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

int main(void)
{
    int s = socket(AF_INET, SOCK_STREAM, 0);
    if (s == -1)
        fail("socket");

    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(8088)};
    inet_pton(AF_INET, "127.0.0.1", &address.sin_addr);
    if (connect(s, (struct sockaddr *)&address, sizeof address) == -1)
        fail("connect");

    char data[1024];
    ssize_t data_length = recv(s, data, 1024, 0);
    if (data_length == -1)
        fail("recv");
    show(data, data_length);

    close(s);
    return EXIT_SUCCESS;
}
