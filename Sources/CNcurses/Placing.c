#define _GNU_SOURCE
#include "Screen.h"

#include <ncurses.h>
#include <stdlib.h>
#include <string.h>

#include "Characters.h"

// Last, for it defines words like `columns` and `lines` as macros.
#include <term.h>

static struct {
  size_t count, size;
  char *bytes;
} waiting;

static void add(const char *bytes, size_t count) {
  if (waiting.count + count > waiting.size) {
    size_t size = 2 * (waiting.count + count);
    char *larger = realloc(waiting.bytes, size);
    if (!larger) return;
    waiting.bytes = larger;
    waiting.size = size;
  }
  memcpy(waiting.bytes + waiting.count, bytes, count);
  waiting.count += count;
}

// Without padding, which is for terminals slower than any that is left.
static void add_capability(const char *capability) {
  while (capability && *capability) {
    const char *padding = strncmp(capability, "$<", 2) == 0 ? strchr(capability, '>') : NULL;
    if (!padding) add(capability, 1);
    capability = (padding ? padding : capability) + 1;
  }
}

static void add_look(unsigned attributes, int foreground, int background) {
  add_capability(exit_attribute_mode);
  if (foreground >= 0) add_capability(tparm(set_a_foreground, foreground, 0, 0, 0, 0, 0, 0, 0, 0));
  if (background >= 0) add_capability(tparm(set_a_background, background, 0, 0, 0, 0, 0, 0, 0, 0));
  if (attributes & BL_BOLD) add_capability(enter_bold_mode);
  if (attributes & BL_DIM) add_capability(enter_dim_mode);
  if (attributes & BL_UNDERLINE) add_capability(enter_underline_mode);
  if (attributes & BL_REVERSE) add_capability(enter_reverse_mode);
  if (attributes & BL_ITALIC) add_capability(enter_italics_mode);
}

void bl_place(int row, int column, const char *glyph, unsigned attributes, int foreground, int background) {
  if (waiting.count == 0) add_capability(save_cursor);
  add_look(attributes, foreground, background);
  add_capability(tparm(cursor_address, row, column, 0, 0, 0, 0, 0, 0, 0));
  add(glyph, strlen(glyph));
}

void bl_place_now(void) {
  if (waiting.count == 0) return;
  // ncurses knows nothing of all this: its cursor and its attributes are put back.
  add_capability(exit_attribute_mode);
  add_capability(restore_cursor);
  bl_send(waiting.bytes, waiting.count);
  waiting.count = 0;
}

int bl_is_narrow(const char *glyph) {
  wchar_t first;
  return bl_scalars(glyph, &first, 1) == 1 && wcwidth(first) == 1;
}
