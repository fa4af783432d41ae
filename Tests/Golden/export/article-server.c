/* Exported by NetShell. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netdb.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

static void fail(const char *call)
{
    perror(call);
    exit(EXIT_FAILURE);
}

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

int main(void)
{
    int s = socket(AF_INET, SOCK_STREAM, 0);
    if (s == -1)
        fail("socket");

    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(8088)};
    inet_pton(AF_INET, "127.0.0.1", &address.sin_addr);
    if (bind(s, (struct sockaddr *)&address, sizeof address) == -1)
        fail("bind");

    if (listen(s, 5) == -1)
        fail("listen");

    struct sockaddr_storage address_2;
    socklen_t address_2_length = sizeof address_2;
    int c = accept(s, (struct sockaddr *)&address_2, &address_2_length);
    if (c == -1)
        fail("accept");
    printf("Got connection from ");
    show_address(&address_2, address_2_length);

    if (send(c, "Thank you for connection", 24, 0) == -1)
        fail("send");

    if (close(c) == -1)
        fail("close");

    close(s);
    return EXIT_SUCCESS;
}
