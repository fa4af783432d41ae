// Drives every function of the shim over libedit, on a pseudo-terminal of its own, for test_shim.py, which
// builds it with the sanitizers. A wrong answer ends it with the line's number.

#define _GNU_SOURCE

#include "ceditline.h"

#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
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

static int master, terminal;
static int wake[2];
static int taken_signals;
static const wchar_t *keys;
static int calls;

// The keys of one line, as the tty driver would have passed them on; then what a signal does.
static int read_key(EditLine *editor, wchar_t *character)
{
    expect(cel_context(editor) == &calls);
    taken_signals |= cel_signals_take();
    if (taken_signals != 0 || *keys == L'\0')
        return -1;
    *character = *keys++;
    return 1;
}

static unsigned char count_call(EditLine *editor, wint_t character)
{
    (void) editor;
    (void) character;
    calls++;
    return (unsigned char) cel_refresh;
}

static unsigned char end_line(EditLine *editor, wint_t character)
{
    (void) editor;
    (void) character;
    return (unsigned char) cel_newline;
}

static unsigned char end_input(EditLine *editor, wint_t character)
{
    (void) editor;
    (void) character;
    return (unsigned char) cel_end;
}

static const wchar_t *step(void *context, int operation, int number, int *event)
{
    static const wchar_t *const entries[] = {L"newest é", L"older", L"the oldest of them, which is the longest, too"};
    int *place = context;
    switch (operation) {
    case H_FIRST: *place = 0; break;
    case H_LAST: *place = 2; break;
    case H_NEXT: ++*place; break;
    case H_PREV: --*place; break;
    case H_SET: *place = number; break;
    default: break;
    }
    if (*place < 0 || *place > 2) {
        *place = 0;
        return NULL;
    }
    *event = *place + 1;
    return entries[*place];
}

static const wchar_t *line_of(EditLine *editor, const wchar_t *typed, int *count)
{
    keys = typed;
    const wchar_t *line = el_wgets(editor, count);
    el_reset(editor);
    return line;
}

static void bind_all(EditLine *editor)
{
    expect(cel_add_function(editor, L"shim-count", L"Counts", count_call) == 0);
    expect(cel_add_function(editor, L"shim-line", L"Ends the line", end_line) == 0);
    expect(cel_add_function(editor, L"shim-end", L"Ends the input", end_input) == 0);
    for (int alternate = 0; alternate < 2; alternate++) {
        expect(cel_bind(editor, alternate, "^J", "shim-line") == 0);
        expect(cel_bind(editor, alternate, "^D", "shim-end") == 0);
        expect(cel_bind(editor, alternate, "\\e[1;5C", "shim-count") == 0);
        expect(cel_bind_character(editor, alternate, 0x80, "shim-count") == 0);
    }
    for (wchar_t letter = 0xA0; letter <= 0xFF; letter++)
        expect(cel_bind_character(editor, false, letter, "ed-insert") == 0);
}

static void check_bindings(EditLine *editor)
{
    expect(cel_is_bound(editor, L"\x1b[1;5C"));
    expect(cel_is_bound(editor, L"\x1b[1;"));
    expect(!cel_is_bound(editor, L"\x1b[1;6C"));
    expect(!cel_is_bound(editor, L"\x1b[1;5CC"));
    expect(!cel_is_bound(editor, L"\x1b^\\x\"M-"));
    expect(!cel_is_bound(editor, L"\x1b\u00e9\U0001f600"));
    wchar_t longest[2000];
    for (size_t length = 2; length < sizeof longest / sizeof longest[0]; length += length < 80 ? 1 : 400) {
        wmemset(longest, L'\x1b', length);
        longest[length] = L'\0';
        expect(!cel_is_bound(editor, longest));
    }
    char name[200];
    for (size_t length = 1; length < sizeof name; length++) {
        memset(name, 'n', length);
        name[length] = '\0';
        expect(cel_bind_character(editor, false, L'\x81', name) == -1);
        expect(strstr(cel_take_complaints(), "nnn") != NULL || length < 3);
    }
    expect(*cel_take_complaints() == '\0');
}

static void check_lines(EditLine *editor)
{
    int count = 0, place = 0;
    cel_set_history(editor, step, &place);
    expect(wcsncmp(line_of(editor, L"abc\x1b[1;5C\u00e9\u65e5\U0001f600\n", &count), L"abc\u00e9\u65e5\U0001f600", 6) == 0);
    expect(calls == 1 && count == 6);
    expect(wcsncmp(line_of(editor, L"one two\x01\x05\x17three\x0b\x19\n", &count), L"one three", 9) == 0);
    expect(line_of(editor, L"\x10\x10\x0e\x10\x10\x10\x0e\n", &count) != NULL);
    expect(line_of(editor, L"a\x1b[1;6C\x1b]0;t\x07\x18\x18\x14\x16\x1b\n", &count) != NULL);
    wchar_t *typed = calloc(20002, sizeof *typed);
    expect(typed != NULL);
    wmemset(typed, L'\u65e5', 20000);
    typed[20000] = L'\n';
    expect(line_of(editor, typed, &count) != NULL && count >= 20000);
    free(typed);
    expect(line_of(editor, L"\x04", &count) == NULL || count == 0);
    expect(line_of(editor, L"typed", &count) == NULL && count == -1);
}

static void check_signals(EditLine *editor)
{
    static const int numbers[] = {SIGINT, SIGWINCH, SIGHUP, SIGTERM, SIGTSTP, SIGCONT, SIGQUIT};
    static const int wanted[] = {cel_signal_interrupt, cel_signal_resize,   cel_signal_hangup, cel_signal_hangup,
                                 cel_signal_stop,      cel_signal_continue, cel_signal_quit};
    char bytes[64];
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
        int count = 0;
        cel_signals_begin(wake[1]);
        raise(numbers[i]);
        taken_signals = 0;
        line_of(editor, L"abc\n", &count);
        expect(taken_signals == wanted[i]);
        expect(read(wake[0], bytes, sizeof bytes) == 1);
        cel_signals_end();
    }
    // More than the pipe holds: neither waits nor fails.
    cel_signals_begin(wake[1]);
    errno = 0;
    for (int i = 0; i < 100000; i++)
        raise(SIGWINCH);
    expect(errno == 0 && cel_signals_take() == cel_signal_resize);
    cel_signals_end();
    while (read(wake[0], bytes, sizeof bytes) > 0)
        ;
    taken_signals = 0;
}

static void check_stop(void)
{
    pid_t child = fork();
    expect(child >= 0);
    if (child == 0) {
        // A group with a parent outside it, in the same session: SIGTSTP cannot stop an orphaned one.
        setpgid(0, 0);
        cel_signals_begin(-1);
        cel_stop_process();
        cel_signals_end();
        _exit(7);
    }
    int status = 0;
    expect(waitpid(child, &status, WUNTRACED) == child && WIFSTOPPED(status));
    expect(kill(child, SIGCONT) == 0);
    expect(waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 7);
}

static void open_terminal(void)
{
    master = posix_openpt(O_RDWR | O_NOCTTY);
    expect(master >= 0 && grantpt(master) == 0 && unlockpt(master) == 0);
    terminal = open(ptsname(master), O_RDWR | O_NOCTTY);
    expect(terminal >= 0);
}

static void check_modes(EditLine *editor)
{
    struct termios before, edited, after;
    expect(tcgetattr(terminal, &before) == 0);
    expect(cel_set_raw(editor, true) == 0 && tcgetattr(terminal, &edited) == 0);
    expect((edited.c_lflag & (ICANON | ECHO)) == 0 && (edited.c_iflag & IXON) == 0);
    expect(cel_set_raw(editor, false) == 0 && tcgetattr(terminal, &after) == 0);
    expect((after.c_lflag & (ICANON | ECHO)) == (ICANON | ECHO));
    expect((after.c_iflag & IXON) == (before.c_iflag & IXON));
}

int main(void)
{
    expect(setlocale(LC_CTYPE, "C.UTF-8") != NULL);
    open_terminal();
    expect(cel_wake_pipe(wake) == 0);
    for (int round = 0; round < 3; round++) {
        struct winsize size = {.ws_row = round == 0 ? 24 : round == 1 ? 2 : 0, .ws_col = round == 0 ? 80 : round};
        expect(ioctl(master, TIOCSWINSZ, &size) == 0);
        EditLine *editor = cel_open("shim", terminal, terminal);
        expect(editor != NULL);
        expect(*cel_take_complaints() == '\0');
        expect(cel_set_vi(editor, false) == 0);
        calls = 0;
        cel_set_context(editor, &calls);
        cel_set_read_key(editor, read_key);
        bind_all(editor);
        check_bindings(editor);
        check_modes(editor);
        check_lines(editor);
        check_signals(editor);
        expect(!cel_is_vi(editor) && cel_set_vi(editor, true) == 0 && cel_is_vi(editor));
        bind_all(editor);
        check_bindings(editor);
        int count = 0;
        line_of(editor, L"abc def\x1b" L"0xwdwu\n", &count);
        expect(cel_set_vi(editor, false) == 0 && !cel_is_vi(editor));
        cel_close(editor);
    }
    check_stop();
    close(wake[0]);
    close(wake[1]);
    close(terminal);
    close(master);
    puts("all of the shim was driven");
    return 0;
}
