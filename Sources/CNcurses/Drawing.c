#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#include "Screen.h"

#include <ncurses.h>
#include <wctype.h>

#include "Characters.h"

void bl_set_pair(int pair, int foreground, int background) { init_extended_pair(pair, foreground, background); }

void bl_set_size(int rows, int columns) {
  if (rows != LINES || columns != COLS) resize_term(rows, columns);
}

void bl_erase(void) { werase(stdscr); }

void bl_forget(void) { clearok(curscr, TRUE); }

static attr_t attributes_of(unsigned bits) {
  return (bits & BL_BOLD ? A_BOLD : 0) | (bits & BL_DIM ? A_DIM : 0) | (bits & BL_UNDERLINE ? A_UNDERLINE : 0) |
         (bits & BL_REVERSE ? A_REVERSE : 0) | (bits & BL_ITALIC ? A_ITALIC : 0);
}

// The views have passed the gate already. This looks only for what must not come through even if one had not.
static int is_glyph(wchar_t base) { return iswprint(base) && wcwidth(base) >= 1; }

static int is_mark(wchar_t mark) {
  int is_obeyed = (mark >= 0x200B && mark <= 0x200F) || (mark >= 0x2028 && mark <= 0x202E) ||
                  (mark >= 0x2060 && mark <= 0x206F) || mark == 0x061C || mark == 0xFEFF ||
                  (mark >= 0xFFF0 && mark <= 0xFFFF) || mark >= 0xE0000;
  return iswprint(mark) && wcwidth(mark) == 0 && !is_obeyed;
}

void bl_put(int row, int column, const char *glyph, unsigned attributes, int pair) {
  wchar_t text[CCHARW_MAX + 1];
  size_t count = bl_scalars(glyph, text, CCHARW_MAX);
  if (count == 0 || !is_glyph(text[0])) {
    text[0] = 0xFFFD;
    count = 1;
  }
  for (size_t i = 1; i < count; i++) {
    if (!is_mark(text[i])) count = i;
  }
  text[count] = 0;
  cchar_t cell;
  setcchar(&cell, text, attributes_of(attributes), (short)pair, &pair);
  mvadd_wch(row, column, &cell);
}
