#include "functions.h"

#include "ceditline.h"

// Numbers are written in octal, so that eight times sixteen of them make 128.
#define EIGHT(each, tens)                                                                                               \
    each(tens##0) each(tens##1) each(tens##2) each(tens##3) each(tens##4) each(tens##5) each(tens##6) each(tens##7)
#define ALL(each)                                                                                                       \
    EIGHT(each, 00) EIGHT(each, 01) EIGHT(each, 02) EIGHT(each, 03) EIGHT(each, 04) EIGHT(each, 05) EIGHT(each, 06)      \
    EIGHT(each, 07) EIGHT(each, 010) EIGHT(each, 011) EIGHT(each, 012) EIGHT(each, 013) EIGHT(each, 014)                 \
    EIGHT(each, 015) EIGHT(each, 016) EIGHT(each, 017)

#define DEFINE(number)                                                                                                  \
    static unsigned char function_##number(EditLine *editor, wint_t key)                                                \
    {                                                                                                                   \
        (void) key;                                                                                                     \
        cel_note(editor, number);                                                                                       \
        return CC_NORM;                                                                                                 \
    }
#define NAME(number) function_##number,

ALL(DEFINE)

static const cel_function functions[cel_most_functions] = {ALL(NAME)};

cel_function cel_function_of(int number)
{
    return functions[number];
}
