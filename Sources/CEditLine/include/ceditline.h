#ifndef CEDITLINE_H
#define CEDITLINE_H

// Typed functions over libedit's variadic ones, and the signal bookkeeping that a handler needs in C.
// No policy: what a key does, what is painted and what is remembered is decided in Sources/LineEditing.

#include <histedit.h>
#include <stdbool.h>
#include <stddef.h>
#include <wchar.h>

// Reads the next character for libedit: 1 for one character, 0 at the end, -1 for an error.
typedef int (*cel_read_key)(EditLine *editor, wchar_t *character);
// A key's function: gets the character it was called with; returns one of the CC_ codes.
typedef unsigned char (*cel_function)(EditLine *editor, wint_t character);
// One step in the history: `operation` is an H_ code, `number` its argument; sets `*event`; NULL if there is none.
typedef const wchar_t *(*cel_history_step)(void *context, int operation, int number, int *event);

// An editor on these terminals. Whatever libedit itself would draw is dropped; its complaints are kept.
EditLine *cel_open(const char *program, int input, int output);
void cel_close(EditLine *editor);
// libedit's complaints since the last call, in a buffer that is valid until the next one.
const char *cel_take_complaints(void);

void cel_set_context(EditLine *editor, void *context);
void *cel_context(EditLine *editor);
void cel_set_read_key(EditLine *editor, cel_read_key read_key);
int cel_set_vi(EditLine *editor, bool vi);
bool cel_is_vi(EditLine *editor);
int cel_set_raw(EditLine *editor, bool raw);
void cel_set_history(EditLine *editor, cel_history_step step, void *context);

// `name` and `help` must outlive the editor.
int cel_add_function(EditLine *editor, const wchar_t *name, const wchar_t *help, cel_function function);
// Binds a key sequence in libedit's notation, in the insert map, or (`alternate`) in vi's command map.
int cel_bind(EditLine *editor, bool alternate, const char *keys, const char *function);
// Binds one character below 256.
int cel_bind_character(EditLine *editor, bool alternate, wchar_t character, const char *function);
// Whether a sequence of two characters or more is bound, in either map, or begins one that is.
bool cel_is_bound(EditLine *editor, const wchar_t *keys);

// CC_ codes as an enum: some of the macros are not imported into Swift with the type that a key's function returns.
enum { cel_refresh = CC_REFRESH, cel_newline = CC_NEWLINE, cel_end = CC_EOF };

// A pipe whose ends are closed on exec and never block. Zero, or -1 with errno.
int cel_wake_pipe(int ends[2]);

enum {
    cel_signal_interrupt = 1,
    cel_signal_resize = 2,
    cel_signal_hangup = 4,
    cel_signal_stop = 8,
    cel_signal_continue = 16,
    cel_signal_quit = 32,
};
// Catches the editor's signals without SA_RESTART; each also writes a byte to `wake`. One editor at a time.
void cel_signals_begin(int wake);
// Restores the previous handlers.
void cel_signals_end(void);
// The signals caught since the last call.
int cel_signals_take(void);
// The same, but kept for the next call.
int cel_signals_seen(void);
// Stops this process as Ctrl-Z would without the editor; returns when it is continued.
void cel_stop_process(void);

#endif
