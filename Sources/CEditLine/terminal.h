#ifndef CEL_TERMINAL_H
#define CEL_TERMINAL_H

// The pseudo-terminal on which all maps' libedits work, opened once, by one thread at a time: its descriptor, or -1 with errno.
int cel_terminal(void);

#endif
