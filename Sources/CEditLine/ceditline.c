#include "ceditline.h"

#include "map.h"

#include <pthread.h>

// libedit's terminals and terminfo share state, so one thread is in them at a time.
static pthread_mutex_t guard = PTHREAD_MUTEX_INITIALIZER;

#define GUARDED(type, call)                                                                                             \
    pthread_mutex_lock(&guard);                                                                                         \
    type result = call;                                                                                                 \
    pthread_mutex_unlock(&guard);                                                                                       \
    return result

cel_map *cel_open(void)
{
    GUARDED(cel_map *, map_open());
}

void cel_close(cel_map *map)
{
    pthread_mutex_lock(&guard);
    map_close(map);
    pthread_mutex_unlock(&guard);
}

int cel_add_function(cel_map *map, const wchar_t *name)
{
    GUARDED(int, map_add_function(map, name));
}

int cel_bind(cel_map *map, const wchar_t *keys, const wchar_t *function)
{
    GUARDED(int, map_bind(map, keys, function));
}

void cel_unbind(cel_map *map, const wchar_t *keys)
{
    pthread_mutex_lock(&guard);
    map_unbind(map, keys);
    pthread_mutex_unlock(&guard);
}

int cel_meaning(cel_map *map, const wchar_t *keys, size_t count)
{
    GUARDED(int, map_meaning(map, keys, count));
}

long cel_read_notation(cel_map *map, const wchar_t *notation, wchar_t *characters, size_t size)
{
    GUARDED(long, map_read_notation(map, notation, characters, size));
}
