// Characters in UTF-8.
#ifndef CNCURSES_CHARACTERS_H
#define CNCURSES_CHARACTERS_H

#include <stddef.h>
#include <stdint.h>

/// Decodes the scalar that some bytes begin with.
/// Returns the bytes that it takes; 0 if they begin none.
size_t bl_scalar(const unsigned char *bytes, size_t count, uint32_t *scalar);

#endif
