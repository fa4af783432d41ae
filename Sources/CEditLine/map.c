#define _GNU_SOURCE
#include "map.h"

#include "functions.h"
#include "terminal.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { unbound = -3 };

struct cel_map {
    EditLine *editor;
    FILE *output;
    // What libedit's reading of keys gets next, and what it came to.
    const wchar_t *rest;
    size_t left;
    bool asked;
    bool rang;
    int found;
    // Where the characters of a notation go.
    wchar_t *characters;
    size_t size;
    long length;
    // libedit keeps the names of functions, so they live as long as it does.
    wchar_t *names[cel_most_functions];
    int count;
};

// Keys that nothing is bound to, and the key after which a notation's characters come.
static const wchar_t nothing_name[] = L"cel-nothing", notation_name[] = L"cel-notation";

static cel_map *map_of(EditLine *editor)
{
    void *map = NULL;
    el_get(editor, EL_CLIENTDATA, &map);
    return map;
}

void cel_note(EditLine *editor, int number)
{
    map_of(editor)->found = number;
}

static unsigned char nothing(EditLine *editor, wint_t key)
{
    (void) key;
    cel_note(editor, unbound);
    return CC_NORM;
}

// The rest of what libedit reads is a bound text: it is taken as it is.
static unsigned char notation(EditLine *editor, wint_t key)
{
    cel_map *map = map_of(editor);
    wchar_t character;
    (void) key;
    map->length = 0;
    while (el_wgetc(editor, &character) == 1) {
        if ((size_t) map->length < map->size)
            map->characters[map->length] = character;
        map->length++;
    }
    return CC_NORM;
}

// libedit's reading of a key. It rings the bell when keys are the beginning of nothing, and would go on with others.
static int read_key(EditLine *editor, wchar_t *character)
{
    cel_map *map = map_of(editor);
    if (map->left == 0 || map->rang) {
        map->asked = true;
        return 0;
    }
    *character = *map->rest;
    map->rest++;
    map->left--;
    return 1;
}

static wchar_t *no_prompt(EditLine *editor)
{
    static wchar_t empty[] = L"";
    (void) editor;
    return empty;
}

// libedit's drawing is seen by nobody; its bell is heard.
static ssize_t hear(void *cookie, const char *bytes, size_t count)
{
    cel_map *map = cookie;
    map->rang = map->rang || memchr(bytes, '\a', count) != NULL;
    return (ssize_t) count;
}

// libedit (3.1-20221030) follows a null pointer when a key begins sequences and none is left at all. This one begins with
// a character beyond its map.
static void keep_sequences(cel_map *map)
{
    static const wchar_t keys[] = {0x100, 0x100, L'\0'};
    el_wset(map->editor, EL_BIND, keys, nothing_name, NULL);
}

// libedit (3.1-20221030) reads on after the end of a notation that ends with \U+xxxxx.
static bool is_safe(const wchar_t *notation)
{
    return wcsstr(notation, L"\\U+") == NULL && wcslen(notation) <= cel_longest_keys;
}

int map_bind(cel_map *map, const wchar_t *keys, const wchar_t *function)
{
    if (*keys == L'\0' || !is_safe(keys))
        return -1;
    return el_wset(map->editor, EL_BIND, keys, function, NULL);
}

static void bind_nothing(cel_map *map)
{
    wchar_t keys[8];
    el_wset(map->editor, EL_ADDFN, nothing_name, nothing_name, nothing);
    el_wset(map->editor, EL_ADDFN, notation_name, notation_name, notation);
    for (int key = 1; key < 256; key++) {
        swprintf(keys, sizeof keys / sizeof keys[0], L"\\%03o", (unsigned) key);
        map_bind(map, keys, nothing_name);
    }
    keep_sequences(map);
}

static EditLine *new_editor(cel_map *map, int terminal)
{
    EditLine *editor = el_init_fd("netshell", stdin, map->output, map->output, terminal, terminal, terminal);
    if (editor == NULL)
        return NULL;
    el_set(editor, EL_CLIENTDATA, map);
    el_set(editor, EL_TERMINAL, "dumb");
    el_set(editor, EL_EDITOR, "emacs");
    el_set(editor, EL_SIGNAL, 0);
    el_wset(editor, EL_PROMPT, no_prompt);
    el_wset(editor, EL_GETCFN, read_key);
    // One key at a time: `el_wgets` returns after each.
    el_set(editor, EL_UNBUFFERED, 1);
    return editor;
}

void map_close(cel_map *map)
{
    if (map->editor != NULL)
        el_end(map->editor);
    if (map->output != NULL)
        fclose(map->output);
    for (int i = 0; i < map->count; i++)
        free(map->names[i]);
    free(map);
}

cel_map *map_open(void)
{
    int terminal = cel_terminal();
    cel_map *map = terminal < 0 ? NULL : calloc(1, sizeof *map);
    if (map == NULL)
        return NULL;
    map->output = fopencookie(map, "w", (cookie_io_functions_t){.write = hear});
    if (map->output != NULL) {
        setvbuf(map->output, NULL, _IONBF, 0);
        map->editor = new_editor(map, terminal);
    }
    if (map->editor == NULL) {
        map_close(map);
        errno = ENOMEM;
        return NULL;
    }
    bind_nothing(map);
    return map;
}

int map_add_function(cel_map *map, const wchar_t *name)
{
    wchar_t *copy = map->count == cel_most_functions ? NULL : wcsdup(name);
    if (copy == NULL)
        return -1;
    if (el_wset(map->editor, EL_ADDFN, copy, copy, cel_function_of(map->count)) != 0) {
        free(copy);
        return -1;
    }
    map->names[map->count] = copy;
    return map->count++;
}

void map_unbind(cel_map *map, const wchar_t *keys)
{
    if (*keys != L'\0' && is_safe(keys))
        el_wset(map->editor, EL_BIND, L"-r", keys, NULL);
    keep_sequences(map);
}

static void read_one(cel_map *map, const wchar_t *keys, size_t count)
{
    int unused = 0;
    map->rest = keys;
    map->left = count;
    map->asked = map->rang = false;
    map->found = unbound;
    el_wgets(map->editor, &unused);
}

int map_meaning(cel_map *map, const wchar_t *keys, size_t count)
{
    // libedit's maps have 256 keys; what is beyond them is text.
    if (count == 0 || keys[0] <= 0 || keys[0] > 255)
        return cel_nothing;
    read_one(map, keys, count);
    if (map->asked)
        return map->rang ? cel_nothing : cel_begun;
    return map->left == 0 && map->found >= 0 ? map->found : cel_nothing;
}

long map_read_notation(cel_map *map, const wchar_t *text, wchar_t *characters, size_t size)
{
    static const wchar_t keys[] = {1};
    wchar_t spelled[cel_longest_keys + 8];
    if (!is_safe(text))
        return -1;
    // Bound as a text after the function that takes the text as it is.
    wcscpy(spelled, L"\\002");
    wcscat(spelled, text);
    map_bind(map, L"\\002", notation_name);
    if (el_wset(map->editor, EL_BIND, L"-s", L"\\001", spelled, NULL) != 0)
        return -1;
    map->characters = characters;
    map->size = size;
    map->length = -1;
    read_one(map, keys, 1);
    map_bind(map, L"\\001", nothing_name);
    map_bind(map, L"\\002", nothing_name);
    return map->length > (long) size ? -1 : map->length;
}
