#ifndef CEDITLINE_H
#define CEDITLINE_H

// libedit's key maps and its language of bindings, by typed functions: Swift cannot call its variadic ones.
// No policy: what is bound, and what a key does, is decided in Sources/LineEditing.

#include <histedit.h>
#include <stdbool.h>
#include <stddef.h>
#include <wchar.h>

// A libedit of its own, with one map of keys in which nothing is bound. It works on a pseudo-terminal that nobody looks
// at, so no window's size, no terminal's modes and no line of the user's are its business.
typedef struct cel_map cel_map;

// NULL, with errno, if there is no pseudo-terminal or no memory.
cel_map *cel_open(void);
void cel_close(cel_map *map);

// The most functions of a map; the most characters of keys, as they are spelled. Notations with \U+xxxxx are refused:
// libedit reads on after their end.
enum { cel_most_functions = 128, cel_longest_keys = 1000 };

// Adds a function to which keys can be bound. Its number, from zero, or -1 if there are too many.
int cel_add_function(cel_map *map, const wchar_t *name);
// Binds keys in the notation of editrc(5) to a function. Zero, or -1 if libedit cannot read or hold them.
int cel_bind(cel_map *map, const wchar_t *keys, const wchar_t *function);
// Forgets what keys, in the same notation, are bound to.
void cel_unbind(cel_map *map, const wchar_t *keys);

enum { cel_nothing = -1, cel_begun = -2 };
// What libedit does with `count` characters of keys: the number of the function that it calls for all of them, or
// cel_begun if it waits for more, or cel_nothing.
int cel_meaning(cel_map *map, const wchar_t *keys, size_t count);

// Reads a notation of keys or of text as libedit does: the number of characters, or -1 if it cannot be read or has more
// than `size`.
long cel_read_notation(cel_map *map, const wchar_t *notation, wchar_t *characters, size_t size);

#endif
