#include "ceditline.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// libedit keeps these three for its whole life; editors share them, and only the newest is in use.
static FILE *sink;
static FILE *complaints;
static char *complaint_text;
static size_t complaint_length;
static char *taken;

static struct {
    cel_history_step step;
    void *context;
} history_source;

static wchar_t *no_prompt(EditLine *editor)
{
    static wchar_t empty[] = L"";
    (void) editor;
    return empty;
}

EditLine *cel_open(const char *program, int input, int output)
{
    if (sink == NULL)
        sink = fopen("/dev/null", "w");
    if (complaints == NULL)
        complaints = open_memstream(&complaint_text, &complaint_length);
    if (sink == NULL || complaints == NULL)
        return NULL;
    EditLine *editor = el_init_fd(program, stdin, sink, complaints, input, output, output);
    if (editor == NULL)
        return NULL;
    // None of libedit's drawing is seen, so the simplest terminal does for every TERM.
    el_set(editor, EL_TERMINAL, "dumb");
    el_set(editor, EL_EDITMODE, 1);
    el_wset(editor, EL_PROMPT, no_prompt);
    el_set(editor, EL_SIGNAL, 0);
    // While a line is edited Ctrl-S and Ctrl-Q are keys and do not stop output.
    el_set(editor, EL_SETTY, "-d", "-ixon", NULL);
    cel_take_complaints();
    return editor;
}

void cel_close(EditLine *editor)
{
    el_end(editor);
}

const char *cel_take_complaints(void)
{
    free(taken);
    fflush(complaints);
    taken = strdup(complaint_text == NULL ? "" : complaint_text);
    rewind(complaints);
    fflush(complaints);
    if (complaint_text != NULL)
        complaint_text[0] = '\0';
    return taken == NULL ? "" : taken;
}

void cel_set_context(EditLine *editor, void *context)
{
    el_set(editor, EL_CLIENTDATA, context);
}

void *cel_context(EditLine *editor)
{
    void *context = NULL;
    el_get(editor, EL_CLIENTDATA, &context);
    return context;
}

void cel_set_read_key(EditLine *editor, cel_read_key read_key)
{
    el_wset(editor, EL_GETCFN, read_key);
}

int cel_set_vi(EditLine *editor, bool vi)
{
    return el_set(editor, EL_EDITOR, vi ? "vi" : "emacs");
}

bool cel_is_vi(EditLine *editor)
{
    const wchar_t *name = NULL;
    return el_wget(editor, EL_EDITOR, &name) == 0 && name != NULL && wcscmp(name, L"vi") == 0;
}

int cel_set_raw(EditLine *editor, bool raw)
{
    return el_set(editor, EL_PREP_TERM, raw ? 1 : 0);
}

static int history_call(void *unused, HistEventW *event, int operation, ...)
{
    va_list arguments;
    (void) unused;
    va_start(arguments, operation);
    int number = operation == H_SET || operation == H_CURR ? va_arg(arguments, int) : 0;
    va_end(arguments);
    int found = 0;
    const wchar_t *text = history_source.step(history_source.context, operation, number, &found);
    event->num = found;
    event->str = text;
    return text == NULL ? -1 : 0;
}

void cel_set_history(EditLine *editor, cel_history_step step, void *context)
{
    history_source.step = step;
    history_source.context = context;
    el_wset(editor, EL_HIST, history_call, &history_source);
}

int cel_add_function(EditLine *editor, const wchar_t *name, const wchar_t *help, cel_function function)
{
    return el_wset(editor, EL_ADDFN, name, help, function);
}

int cel_bind(EditLine *editor, bool alternate, const char *keys, const char *function)
{
    if (alternate)
        return el_set(editor, EL_BIND, "-a", keys, function, NULL);
    return el_set(editor, EL_BIND, keys, function, NULL);
}

int cel_bind_character(EditLine *editor, bool alternate, wchar_t character, const char *function)
{
    const wchar_t keys[] = {character, L'\0'};
    wchar_t name[64];
    size_t i = 0;
    for (; function[i] != '\0' && i < 63; i++)
        name[i] = (wchar_t) function[i];
    name[i] = L'\0';
    if (alternate)
        return el_wset(editor, EL_BIND, L"-a", keys, name, NULL);
    return el_wset(editor, EL_BIND, keys, name, NULL);
}

bool cel_is_bound(EditLine *editor, const wchar_t *keys)
{
    // Spelled in octal, so that nothing in it has a meaning in libedit's notation.
    wchar_t spelled[4 * 64 + 1];
    size_t length = 0;
    for (size_t i = 0; keys[i] != L'\0'; i++) {
        if (i == 64)
            return false;
        if (keys[i] < 0x80)
            length += (size_t) swprintf(spelled + length, 5, L"\\%03o", (unsigned) keys[i]);
        else
            spelled[length++] = keys[i];
    }
    spelled[length] = L'\0';
    cel_take_complaints();
    el_wset(editor, EL_BIND, spelled, NULL);
    return *cel_take_complaints() == '\0';
}
