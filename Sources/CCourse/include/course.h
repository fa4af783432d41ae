// The built-in course: the files of the folder Lessons, inside the program.
#ifndef NETSHELL_COURSE_H
#define NETSHELL_COURSE_H

#include <stddef.h>

/// One file of the course.
struct course_file {
    const char *name;
    const unsigned char *bytes;
    size_t size;
};

/// How many files there are.
extern const size_t course_file_count;

/// The file of an index below `course_file_count`.
struct course_file course_file_at(size_t index);

#endif
