// The peers of the benchmarks, and the C program that ping-pong is compared with.
//   peer sink | source BYTES | echo          listen on 127.0.0.1, print the port, serve connections one by one for ever
//   peer pingpong PORT COUNT                 one byte there and back, COUNT times
#include <arpa/inet.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static char buffer[1 << 18];

static struct sockaddr_in loopback(int port) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((unsigned short)port)};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

static int fail(const char *what) {
    perror(what);
    return 1;
}

static void serve(int connection, const char *role, long long size) {
    ssize_t count = 0;
    if (!strcmp(role, "sink")) {
        while (read(connection, buffer, sizeof buffer) > 0) {}
    } else if (!strcmp(role, "echo")) {
        while ((count = read(connection, buffer, sizeof buffer)) > 0 && write(connection, buffer, (size_t)count) > 0) {}
    } else {
        for (; size > 0 && count >= 0; size -= count)
            count = write(connection, buffer, size < (long long)sizeof buffer ? (size_t)size : sizeof buffer);
    }
    close(connection);
}

static int listener(const char *role, long long size) {
    int descriptor = socket(AF_INET, SOCK_STREAM, 0);
    struct sockaddr_in address = loopback(0);
    socklen_t length = sizeof address;
    if (bind(descriptor, (struct sockaddr *)&address, length) || listen(descriptor, 16) ||
        getsockname(descriptor, (struct sockaddr *)&address, &length))
        return fail("listen");
    printf("%d\n", ntohs(address.sin_port));
    fflush(stdout);
    for (;;) {
        int connection = accept(descriptor, NULL, NULL);
        if (connection < 0) return fail("accept");
        serve(connection, role, size);
    }
}

static int pingpong(int port, int count) {
    int descriptor = socket(AF_INET, SOCK_STREAM, 0);
    struct sockaddr_in address = loopback(port);
    if (connect(descriptor, (struct sockaddr *)&address, sizeof address)) return fail("connect");
    char byte = 'x';
    for (int done = 0; done < count; done++)
        if (send(descriptor, &byte, 1, 0) != 1 || recv(descriptor, &byte, 1, 0) != 1) return fail("pingpong");
    return 0;
}

int main(int count, char **words) {
    signal(SIGPIPE, SIG_IGN);
    if (count == 4 && !strcmp(words[1], "pingpong")) return pingpong(atoi(words[2]), atoi(words[3]));
    if (count < 2) return 2;
    return listener(words[1], count > 2 ? atoll(words[2]) : 0);
}
