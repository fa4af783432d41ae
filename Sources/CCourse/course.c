#pragma clang diagnostic ignored "-Wc23-extensions"
#include "course.h"

static const unsigned char sockets_lesson[] = {
#embed "../../Lessons/sockets.md"
};

static const unsigned char server_lesson[] = {
#embed "../../Lessons/server.md"
};

static const unsigned char client_lesson[] = {
#embed "../../Lessons/client.md"
};

static const unsigned char both_lesson[] = {
#embed "../../Lessons/both.md"
};

static const unsigned char datagrams_lesson[] = {
#embed "../../Lessons/datagrams.md"
};

static const unsigned char unix_lesson[] = {
#embed "../../Lessons/unix.md"
};

static const unsigned char ports_lesson[] = {
#embed "../../Lessons/ports.md"
};

static const unsigned char addresses_lesson[] = {
#embed "../../Lessons/addresses.md"
};

static const unsigned char names_lesson[] = {
#embed "../../Lessons/names.md"
};

static const unsigned char errors_lesson[] = {
#embed "../../Lessons/errors.md"
};

static const unsigned char options_lesson[] = {
#embed "../../Lessons/options.md"
};

static const unsigned char waiting_lesson[] = {
#embed "../../Lessons/waiting.md"
};

static const unsigned char closing_lesson[] = {
#embed "../../Lessons/closing.md"
};

static const unsigned char raw_lesson[] = {
#embed "../../Lessons/raw.md"
};

static const unsigned char ipv6_lesson[] = {
#embed "../../Lessons/ipv6.md"
};

static const unsigned char fromfd_lesson[] = {
#embed "../../Lessons/fromfd.md"
};

static const unsigned char sockets_lesson_de[] = {
#embed "../../Lessons/sockets.de.md"
};

static const unsigned char sockets_lesson_fr[] = {
#embed "../../Lessons/sockets.fr.md"
};

static const unsigned char messages_de[] = {
#embed "../../Lessons/messages.de"
};

static const unsigned char messages_fr[] = {
#embed "../../Lessons/messages.fr"
};

static const unsigned char glossary[] = {
#embed "../../Lessons/glossary.txt"
};

static const unsigned char glossary_de[] = {
#embed "../../Lessons/glossary.de.txt"
};

static const unsigned char glossary_fr[] = {
#embed "../../Lessons/glossary.fr.txt"
};

static const struct course_file files[] = {
    {"sockets", "", sockets_lesson, sizeof sockets_lesson},
    {"server", "", server_lesson, sizeof server_lesson},
    {"client", "", client_lesson, sizeof client_lesson},
    {"both", "", both_lesson, sizeof both_lesson},
    {"datagrams", "", datagrams_lesson, sizeof datagrams_lesson},
    {"unix", "", unix_lesson, sizeof unix_lesson},
    {"ports", "", ports_lesson, sizeof ports_lesson},
    {"addresses", "", addresses_lesson, sizeof addresses_lesson},
    {"names", "", names_lesson, sizeof names_lesson},
    {"errors", "", errors_lesson, sizeof errors_lesson},
    {"options", "", options_lesson, sizeof options_lesson},
    {"waiting", "", waiting_lesson, sizeof waiting_lesson},
    {"closing", "", closing_lesson, sizeof closing_lesson},
    {"raw", "", raw_lesson, sizeof raw_lesson},
    {"ipv6", "", ipv6_lesson, sizeof ipv6_lesson},
    {"fromfd", "", fromfd_lesson, sizeof fromfd_lesson},
};

static const struct course_file translations[] = {
    {"sockets", "de", sockets_lesson_de, sizeof sockets_lesson_de},
    {"sockets", "fr", sockets_lesson_fr, sizeof sockets_lesson_fr},
};

static const struct course_file messages[] = {
    {"messages", "de", messages_de, sizeof messages_de},
    {"messages", "fr", messages_fr, sizeof messages_fr},
};

static const struct course_file glossaries[] = {
    {"glossary", "en", glossary, sizeof glossary},
    {"glossary", "de", glossary_de, sizeof glossary_de},
    {"glossary", "fr", glossary_fr, sizeof glossary_fr},
};

const size_t course_file_count = sizeof files / sizeof files[0];
const size_t course_translation_count = sizeof translations / sizeof translations[0];
const size_t course_message_count = sizeof messages / sizeof messages[0];
const size_t course_glossary_count = sizeof glossaries / sizeof glossaries[0];

struct course_file course_file_at(size_t index) { return files[index]; }
struct course_file course_translation_at(size_t index) { return translations[index]; }
struct course_file course_messages_at(size_t index) { return messages[index]; }
struct course_file course_glossary_at(size_t index) { return glossaries[index]; }
