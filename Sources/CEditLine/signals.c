#include "ceditline.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

static const int caught[] = {SIGINT, SIGWINCH, SIGHUP, SIGTERM, SIGTSTP, SIGCONT, SIGQUIT};
enum { caught_count = sizeof caught / sizeof caught[0] };

static struct sigaction before[caught_count];
static atomic_int pending;
static atomic_int wake_descriptor = -1;

static void note(int number)
{
    int saved = errno;
    switch (number) {
    case SIGINT: atomic_fetch_or(&pending, cel_signal_interrupt); break;
    case SIGWINCH: atomic_fetch_or(&pending, cel_signal_resize); break;
    case SIGHUP:
    case SIGTERM: atomic_fetch_or(&pending, cel_signal_hangup); break;
    case SIGTSTP: atomic_fetch_or(&pending, cel_signal_stop); break;
    case SIGCONT: atomic_fetch_or(&pending, cel_signal_continue); break;
    case SIGQUIT: atomic_fetch_or(&pending, cel_signal_quit); break;
    default: break;
    }
    int descriptor = atomic_load(&wake_descriptor);
    if (descriptor >= 0) {
        ssize_t written = write(descriptor, "s", 1);
        (void) written;
    }
    errno = saved;
}

void cel_signals_begin(int wake)
{
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = note;
    sigemptyset(&action.sa_mask);
    atomic_store(&pending, 0);
    atomic_store(&wake_descriptor, wake);
    for (int i = 0; i < caught_count; i++)
        sigaction(caught[i], &action, &before[i]);
}

void cel_signals_end(void)
{
    for (int i = 0; i < caught_count; i++)
        sigaction(caught[i], &before[i], NULL);
    atomic_store(&wake_descriptor, -1);
}

int cel_signals_take(void)
{
    return atomic_exchange(&pending, 0);
}

int cel_signals_seen(void)
{
    return atomic_load(&pending);
}

void cel_stop_process(void)
{
    struct sigaction usual, ours;
    memset(&usual, 0, sizeof usual);
    usual.sa_handler = SIG_DFL;
    sigemptyset(&usual.sa_mask);
    sigaction(SIGTSTP, &usual, &ours);
    kill(getpid(), SIGTSTP);
    sigaction(SIGTSTP, &ours, NULL);
}

int cel_wake_pipe(int ends[2])
{
    if (pipe(ends) != 0)
        return -1;
    for (int i = 0; i < 2; i++) {
        fcntl(ends[i], F_SETFD, FD_CLOEXEC);
        fcntl(ends[i], F_SETFL, O_NONBLOCK);
    }
    return 0;
}
