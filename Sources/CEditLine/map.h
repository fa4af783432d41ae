#ifndef CEL_MAP_H
#define CEL_MAP_H

#include "ceditline.h"

// What ceditline.h promises, for one thread at a time.
cel_map *map_open(void);
void map_close(cel_map *map);
int map_add_function(cel_map *map, const wchar_t *name);
int map_bind(cel_map *map, const wchar_t *keys, const wchar_t *function);
void map_unbind(cel_map *map, const wchar_t *keys);
int map_meaning(cel_map *map, const wchar_t *keys, size_t count);
long map_read_notation(cel_map *map, const wchar_t *notation, wchar_t *characters, size_t size);

#endif
