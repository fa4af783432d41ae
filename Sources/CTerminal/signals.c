#include "cterminal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

// The terminal's own signals, then those that end a process: signal(7).
static const int caught[] = {
    SIGINT, SIGWINCH, SIGTSTP, SIGCONT, SIGQUIT,
    SIGHUP, SIGTERM,  SIGUSR1, SIGALRM, SIGVTALRM, SIGPROF, SIGXCPU,
#ifdef SIGPWR
    SIGPWR, SIGPOLL,
#endif
};
enum { caught_count = sizeof caught / sizeof caught[0], first_ending = 5 };

static struct sigaction before[caught_count];
static atomic_int pending;
static atomic_int ending;
static atomic_int wake_descriptor = -1;

void ct_note_ending(int number)
{
    int none = 0;
    atomic_compare_exchange_strong(&ending, &none, number);
    atomic_fetch_or(&pending, ct_signal_ending);
}

static void note(int number)
{
    int saved = errno;
    switch (number) {
    case SIGINT: atomic_fetch_or(&pending, ct_signal_interrupt); break;
    case SIGWINCH: atomic_fetch_or(&pending, ct_signal_resize); break;
    case SIGTSTP: atomic_fetch_or(&pending, ct_signal_stop); break;
    case SIGCONT: atomic_fetch_or(&pending, ct_signal_continue); break;
    case SIGQUIT: atomic_fetch_or(&pending, ct_signal_quit); break;
    default: ct_note_ending(number); break;
    }
    int descriptor = atomic_load(&wake_descriptor);
    if (descriptor >= 0) {
        ssize_t written = write(descriptor, "s", 1);
        (void) written;
    }
    errno = saved;
}

void ct_signals_begin(int wake)
{
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = note;
    sigemptyset(&action.sa_mask);
    atomic_store(&pending, 0);
    atomic_store(&wake_descriptor, wake);
    for (int i = 0; i < caught_count; i++) {
        sigaction(caught[i], NULL, &before[i]);
        if (i < first_ending || before[i].sa_handler != SIG_IGN)
            sigaction(caught[i], &action, NULL);
    }
}

void ct_signals_end(void)
{
    for (int i = 0; i < caught_count; i++)
        sigaction(caught[i], &before[i], NULL);
    atomic_store(&wake_descriptor, -1);
}

int ct_signals_take(void)
{
    return atomic_exchange(&pending, 0);
}

int ct_signals_seen(void)
{
    return atomic_load(&pending);
}

int ct_ending_signal(void)
{
    return atomic_load(&ending);
}

static void raise_usual(int number, struct sigaction *ours)
{
    struct sigaction usual;
    memset(&usual, 0, sizeof usual);
    usual.sa_handler = SIG_DFL;
    sigemptyset(&usual.sa_mask);
    sigaction(number, &usual, ours);
    kill(getpid(), number);
}

void ct_end_by_signal(int number)
{
    raise_usual(number, NULL);
}

void ct_stop_process(void)
{
    struct sigaction ours;
    raise_usual(SIGTSTP, &ours);
    sigaction(SIGTSTP, &ours, NULL);
}

static struct termios guarded_modes;
static int guarded_terminal;
static struct sigaction before_guard[caught_count];

static void restore_and_end(int number)
{
    tcsetattr(guarded_terminal, TCSANOW, &guarded_modes);
    ct_end_by_signal(number);
}

void ct_guard_modes(int terminal, const struct termios *modes)
{
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = restore_and_end;
    sigfillset(&action.sa_mask);
    guarded_terminal = terminal;
    guarded_modes = *modes;
    for (int i = first_ending; i < caught_count; i++) {
        sigaction(caught[i], NULL, &before_guard[i]);
        if (before_guard[i].sa_handler == SIG_DFL)
            sigaction(caught[i], &action, NULL);
    }
}

void ct_unguard_modes(void)
{
    for (int i = first_ending; i < caught_count; i++)
        sigaction(caught[i], &before_guard[i], NULL);
}

int ct_wake_pipe(int ends[2])
{
    if (pipe(ends) != 0)
        return -1;
    for (int i = 0; i < 2; i++) {
        fcntl(ends[i], F_SETFD, FD_CLOEXEC);
        fcntl(ends[i], F_SETFL, O_NONBLOCK);
    }
    return 0;
}
