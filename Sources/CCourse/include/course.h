// The built-in course: the files of the folder Lessons, inside the program.
#ifndef NETSHELL_COURSE_H
#define NETSHELL_COURSE_H

#include <stddef.h>

/// One file of the course.
struct course_file {
    const char *name;
    /// The language of a translation; empty for the base.
    const char *language;
    const unsigned char *bytes;
    size_t size;
};

/// The number of lessons, translations of lessons, message catalogues, and glossaries.
extern const size_t course_file_count;
extern const size_t course_translation_count;
extern const size_t course_message_count;
extern const size_t course_glossary_count;

/// The file at an index below the count.
struct course_file course_file_at(size_t index);
struct course_file course_translation_at(size_t index);
struct course_file course_messages_at(size_t index);
struct course_file course_glossary_at(size_t index);

#endif
