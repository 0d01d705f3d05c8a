// What kind of bytes a file has, found out at the speed of memory.
#ifndef CSYSTEM_PLAIN_H
#define CSYSTEM_PLAIN_H

#include <stddef.h>
#include <stdint.h>

/// How many bytes from the start on are well-formed UTF-8 (Unicode, table 3-7), up to the first that begin no scalar.
size_t bl_utf8_prefix(const uint8_t *bytes, size_t length);

/// How many control characters there are, white space and ESC left out.
size_t bl_count_controls(const uint8_t *bytes, size_t length);

#endif
