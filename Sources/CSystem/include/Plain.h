// Kinds of bytes in a file, found out at the speed of memory.
#ifndef CSYSTEM_PLAIN_H
#define CSYSTEM_PLAIN_H

#include <stddef.h>
#include <stdint.h>

/// Number of bytes from the start on that are well-formed UTF-8 (Unicode, table 3-7).
size_t bl_utf8_prefix(const uint8_t *bytes, size_t length);

/// Number of control characters, white space and ESC left out.
size_t bl_count_controls(const uint8_t *bytes, size_t length);

/// 1 if there is an end of a line that is neither LF nor CR: VT, FF, NEL, U+2028 or U+2029.
int bl_has_rare_line_ends(const uint8_t *bytes, size_t length);

/// 1 if there are tabs, or spaces or ideographic spaces side by side.
int bl_has_gutters(const uint8_t *bytes, size_t length);

#endif
