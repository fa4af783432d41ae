#ifndef CEL_FUNCTIONS_H
#define CEL_FUNCTIONS_H

#include <histedit.h>

typedef unsigned char (*cel_function)(EditLine *editor, wint_t key);

// libedit calls a key's function without saying which one it is, so each number has a function of its own, which only
// notes it.
cel_function cel_function_of(int number);
// Notes that libedit has called the function with this number.
void cel_note(EditLine *editor, int number);

#endif
