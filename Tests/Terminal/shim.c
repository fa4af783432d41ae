// Drives every function of CTerminal and CEditLine, on pseudo-terminals of its own, for test_shim.py, which builds it with the
// sanitizers. A wrong answer ends it with the line's number.

#define _GNU_SOURCE

#include "ceditline.h"
#include "cterminal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#define expect(condition)                                                                                               \
    do {                                                                                                                \
        if (!(condition)) {                                                                                             \
            fprintf(stderr, "shim.c:%d: %s\n", __LINE__, #condition);                                                   \
            exit(1);                                                                                                    \
        }                                                                                                               \
    } while (0)

static int wake[2];

static void check_signals(void)
{
    static const int numbers[] = {SIGINT, SIGWINCH, SIGTSTP, SIGCONT, SIGQUIT, SIGTERM};
    static const int wanted[] = {ct_signal_interrupt, ct_signal_resize, ct_signal_stop,
                                 ct_signal_continue,  ct_signal_quit,   ct_signal_ending};
    char bytes[64];
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
        ct_signals_begin(wake[1]);
        raise(numbers[i]);
        expect(ct_signals_seen() == wanted[i] && ct_signals_take() == wanted[i] && ct_signals_take() == 0);
        expect(read(wake[0], bytes, sizeof bytes) == 1);
        ct_signals_end();
    }
    expect(ct_ending_signal() == SIGTERM);
    ct_note_ending(SIGHUP);
    expect(ct_ending_signal() == SIGTERM);
    // More than the pipe holds: neither waits nor fails.
    ct_signals_begin(wake[1]);
    errno = 0;
    for (int i = 0; i < 100000; i++)
        raise(SIGWINCH);
    expect(errno == 0 && ct_signals_take() == ct_signal_resize);
    ct_signals_end();
    while (read(wake[0], bytes, sizeof bytes) > 0)
        ;
}

static void check_ignored(void)
{
    signal(SIGHUP, SIG_IGN);
    ct_signals_begin(-1);
    raise(SIGHUP);
    expect(ct_signals_take() == 0);
    ct_signals_end();
    signal(SIGHUP, SIG_DFL);
}

static int ended(pid_t child)
{
    int status = 0;
    expect(waitpid(child, &status, 0) == child);
    return status;
}

static void check_end(void)
{
    pid_t child = fork();
    expect(child >= 0);
    if (child == 0) {
        ct_signals_begin(-1);
        raise(SIGALRM);
        ct_end_by_signal(ct_ending_signal());
        _exit(7);
    }
    int status = ended(child);
    expect(WIFSIGNALED(status) && WTERMSIG(status) == SIGTERM);
}

static void check_stop(void)
{
    pid_t child = fork();
    expect(child >= 0);
    if (child == 0) {
        // A group with a parent outside it, in the same session: SIGTSTP cannot stop an orphaned one.
        setpgid(0, 0);
        ct_signals_begin(-1);
        ct_stop_process();
        ct_signals_end();
        _exit(7);
    }
    int status = 0;
    expect(waitpid(child, &status, WUNTRACED) == child && WIFSTOPPED(status));
    expect(kill(child, SIGCONT) == 0);
    status = ended(child);
    expect(WIFEXITED(status) && WEXITSTATUS(status) == 7);
}

static void check_modes(void)
{
    int master = posix_openpt(O_RDWR | O_NOCTTY);
    expect(master >= 0 && grantpt(master) == 0 && unlockpt(master) == 0);
    int terminal = open(ptsname(master), O_RDWR | O_NOCTTY);
    struct termios before, changed;
    expect(terminal >= 0 && tcgetattr(terminal, &before) == 0);
    pid_t child = fork();
    expect(child >= 0);
    if (child == 0) {
        ct_guard_modes(terminal, &before);
        changed = before;
        changed.c_lflag &= ~(tcflag_t) (ICANON | ECHO);
        tcsetattr(terminal, TCSANOW, &changed);
        raise(SIGUSR1);
        _exit(7);
    }
    int status = ended(child);
    expect(WIFSIGNALED(status) && WTERMSIG(status) == SIGUSR1);
    expect(tcgetattr(terminal, &changed) == 0 && changed.c_lflag == before.c_lflag);
    ct_guard_modes(terminal, &before);
    ct_unguard_modes();
    struct sigaction now;
    expect(sigaction(SIGUSR1, NULL, &now) == 0 && now.sa_handler == SIG_DFL);
    close(terminal);
    close(master);
}

static int meaning(cel_map *map, const wchar_t *keys)
{
    return cel_meaning(map, keys, wcslen(keys));
}

static void check_keys(void)
{
    cel_map *map = cel_open();
    expect(map != NULL);
    for (int key = 0; key < 300; key++)
        expect(cel_meaning(map, &(wchar_t){key}, 1) == cel_nothing);
    expect(cel_add_function(map, L"up") == 0 && cel_add_function(map, L"down") == 1);
    expect(cel_bind(map, L"\\e[A", L"up") == 0 && cel_bind(map, L"^K", L"down") == 0);
    expect(meaning(map, L"\033[A") == 0 && meaning(map, L"\v") == 1 && meaning(map, L"\033[") == cel_begun);
    expect(meaning(map, L"\033[B") == cel_nothing && meaning(map, L"\033[AA") == cel_nothing);
    // What follows keys that are the beginning of nothing is not taken for the key.
    expect(meaning(map, L"\033[9\v") == cel_nothing);
    cel_unbind(map, L"^K");
    cel_unbind(map, L"\\e");
    cel_unbind(map, L"\\U+1F600");
    expect(meaning(map, L"\v") == cel_nothing && meaning(map, L"\033[A") == cel_nothing);
    expect(cel_bind(map, L"", L"up") == -1 && cel_bind(map, L"^", L"up") == -1 && cel_bind(map, L"a", L"no") == -1);
    while (cel_add_function(map, L"more") >= 0)
        ;
    expect(cel_bind(map, L"q", L"down") == 0 && meaning(map, L"q") == 1);
    cel_close(map);
}

static void check_notation(void)
{
    cel_map *map = cel_open();
    wchar_t read[cel_longest_keys], longest[cel_longest_keys + 2];
    expect(map != NULL);
    expect(cel_read_notation(map, L"^A\\e[1~\\002", read, 100) == 6 && wmemcmp(read, L"\1\033[1~\2", 6) == 0);
    expect(cel_read_notation(map, L"", read, 100) == 0);
    expect(cel_read_notation(map, L"abc", read, 2) == -1);
    expect(cel_read_notation(map, L"^", read, 100) == -1 && cel_read_notation(map, L"a\\U+1F600", read, 100) == -1);
    wmemset(longest, L'x', cel_longest_keys + 1);
    longest[cel_longest_keys + 1] = L'\0';
    expect(cel_read_notation(map, longest, read, cel_longest_keys) == -1 && cel_bind(map, longest, L"up") == -1);
    longest[cel_longest_keys] = L'\0';
    expect(cel_read_notation(map, longest, read, cel_longest_keys) == cel_longest_keys);
    cel_close(map);
}

// Before the first map, which opens the pseudo-terminal.
static void check_no_terminal(void)
{
    struct rlimit before, none;
    expect(getrlimit(RLIMIT_NOFILE, &before) == 0);
    none = before;
    none.rlim_cur = 0;
    expect(setrlimit(RLIMIT_NOFILE, &none) == 0);
    errno = 0;
    expect(cel_open() == NULL && errno == EMFILE);
    expect(setrlimit(RLIMIT_NOFILE, &before) == 0);
}

int main(void)
{
    check_no_terminal();
    check_keys();
    check_notation();
    expect(ct_wake_pipe(wake) == 0);
    for (int round = 0; round < 3; round++)
        check_signals();
    check_ignored();
    check_end();
    check_stop();
    check_modes();
    close(wake[0]);
    close(wake[1]);
    puts("all of the shim was driven");
    return 0;
}
