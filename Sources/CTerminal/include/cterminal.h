#ifndef CTERMINAL_H
#define CTERMINAL_H

// What a signal handler needs in C while this process has the terminal. No policy: what a signal means is decided in
// Sources/LineEditing.

#include <termios.h>

enum {
    ct_signal_interrupt = 1,
    ct_signal_resize = 2,
    ct_signal_ending = 4,
    ct_signal_stop = 8,
    ct_signal_continue = 16,
    ct_signal_quit = 32,
};
// Catches the terminal's signals and those that end a process, without SA_RESTART; each also writes a byte to `wake`.
// One user at a time. What was ignored stays so, as under nohup(1).
void ct_signals_begin(int wake);
// Restores the previous handlers.
void ct_signals_end(void);
// The signals caught since the last call.
int ct_signals_take(void);
// The same, but kept for the next call.
int ct_signals_seen(void);
// The number of the signal that is to end this process; 0 if none has come.
int ct_ending_signal(void);
// Acts as if a signal that ends this process had come.
void ct_note_ending(int number);
// Ends this process by a signal, as if it had never been caught.
void ct_end_by_signal(int number);
// Stops this process as Ctrl-Z would; returns when it is continued.
void ct_stop_process(void);

// While this holds, a signal that ends this process restores a terminal's modes first. One user at a time.
void ct_guard_modes(int terminal, const struct termios *modes);
// Ends that.
void ct_unguard_modes(void);

// A pipe whose ends are closed on exec and never block. Zero, or -1 with errno.
int ct_wake_pipe(int ends[2]);

#endif
