#include "Screen.h"

#include <ncurses.h>
#include <term.h>

const char *bl_key_sequence(int key) {
  switch (key) {
  case BL_KEY_UP: return key_up;
  case BL_KEY_DOWN: return key_down;
  case BL_KEY_LEFT: return key_left;
  case BL_KEY_RIGHT: return key_right;
  case BL_KEY_HOME: return key_home;
  case BL_KEY_END: return key_end;
  case BL_KEY_PAGE_UP: return key_ppage;
  case BL_KEY_PAGE_DOWN: return key_npage;
  case BL_KEY_INSERT: return key_ic;
  case BL_KEY_DELETE: return key_dc;
  case BL_KEY_ENTER: return key_enter;
  case BL_KEY_BACK_TAB: return key_btab;
  default: break;
  }
  const char *const functions[] = {key_f1, key_f2, key_f3, key_f4,  key_f5,  key_f6,
                                   key_f7, key_f8, key_f9, key_f10, key_f11, key_f12};
  return key >= BL_KEY_F1 && key <= BL_KEY_F12 ? functions[key - BL_KEY_F1] : NULL;
}
