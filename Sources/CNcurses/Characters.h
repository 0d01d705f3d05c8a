// Characters of a terminal in UTF-8, whatever the locale.
#ifndef CHARACTERS_H
#define CHARACTERS_H

#include <stddef.h>
#include <wchar.h>

/// Scalars of a text in UTF-8 that ends in a NUL, at most so many.
/// Returns their number; 0 if the text is empty or ill-formed.
size_t bl_scalars(const char *text, wchar_t *scalars, size_t room);

#endif
