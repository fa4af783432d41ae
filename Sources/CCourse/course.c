#pragma clang diagnostic ignored "-Wc23-extensions"
#include "course.h"


static const unsigned char server_lesson[] = {
#embed "../../Lessons/server.md"
};

static const struct course_file files[] = {
    {"server", server_lesson, sizeof server_lesson},
};

const size_t course_file_count = sizeof files / sizeof files[0];

struct course_file course_file_at(size_t index) { return files[index]; }
