#define _GNU_SOURCE
#include "Screen.h"

#include <ncurses.h>
#include <stdlib.h>
#include <string.h>

#include "CSystem.h"
#include "Characters.h"
#include "Drawing.h"

// Last, for it defines words like `columns` and `lines` as macros.
#include <term.h>

// Sequences that are to be sent: they wait for the end of a screen, so that a terminal gets each in one piece.
static struct {
  size_t count, size;
  char *bytes;
} waiting;

// The look that the terminal draws in, and the place of its cursor; a negative row where it is not known.
typedef struct {
  unsigned attributes;
  int foreground, background;
} look;

static const look plain = {0, -1, -1};
static look current;
static int row_now = -1, column_now;
static int row_count = 24, column_count = 80;
// True if nothing is known of what the terminal shows.
static int is_unknown = 1;
static int is_cursor_shown, cursor_row = -1, cursor_column;
// The rows that the terminal scrolls, and a row that is blank from the cursor's column on since it came in by that.
static int region_first, region_end = -1;
static int blank_row = -1;
static int uses_sync;

// MARK: - What waits

static int make_room(size_t count) {
  if (waiting.count + count <= waiting.size) return 1;
  size_t size = 2 * (waiting.count + count) + 8192;
  char *larger = realloc(waiting.bytes, size);
  if (!larger) return 0;
  waiting.bytes = larger;
  waiting.size = size;
  return 1;
}

static void add(const char *bytes, size_t count) {
  if (!make_room(count)) return;
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

static const char *filled(const char *capability, int one, int two) {
  return capability ? tiparm(capability, one, two) : NULL;
}

// MARK: - Looks

// Attributes that the terminal cannot show together with colours (terminfo's `ncv`).
static unsigned lost_in_colors(void) {
  int lost = no_color_video;
  if (lost <= 0) return 0;
  return (lost & 2 ? BL_UNDERLINE : 0u) | (lost & 4 ? BL_REVERSE : 0u) | (lost & 16 ? BL_DIM : 0u) |
         (lost & 32 ? BL_BOLD : 0u);
}

static int is_same(look one, look other) {
  return one.attributes == other.attributes && one.foreground == other.foreground &&
         one.background == other.background;
}

// Numbers of a sequence that sets attributes as ECMA-48 has them, several of which may stand in one sequence.
typedef struct {
  size_t count;
  char bytes[32];
} numbers;

static void flush_numbers(numbers *waiting_numbers) {
  if (waiting_numbers->count == 0) return;
  add("\x1b[", 2);
  const int is_reset = waiting_numbers->count == 1 && waiting_numbers->bytes[0] == '0';
  if (!is_reset) add(waiting_numbers->bytes, waiting_numbers->count);
  add("m", 1);
  waiting_numbers->count = 0;
}

static void add_attribute(numbers *to, const char *capability) {
  if (!capability) return;
  const size_t length = strlen(capability), count = length >= 3 ? length - 3 : 0;
  const int is_usual = length >= 3 && strncmp(capability, "\x1b[", 2) == 0 && capability[length - 1] == 'm' &&
                       strspn(capability + 2, "0123456789;") == count;
  if (!is_usual || to->count + count + 2 > sizeof to->bytes) {
    flush_numbers(to);
    return add_capability(capability);
  }
  if (to->count > 0) to->bytes[to->count++] = ';';
  if (count == 0) to->bytes[to->count++] = '0';
  memcpy(to->bytes + to->count, capability + 2, count);
  to->count += count;
}

static void take_look(look wanted) {
  if (is_same(current, wanted)) return;
  // A terminal that cannot take a look away is given none.
  if (!exit_attribute_mode) return;
  numbers all = {0};
  if (!is_same(current, plain)) add_attribute(&all, exit_attribute_mode);
  current = wanted;
  if (wanted.foreground >= 0 || wanted.background >= 0) wanted.attributes &= ~lost_in_colors();
  if (wanted.attributes & BL_BOLD) add_attribute(&all, enter_bold_mode);
  if (wanted.attributes & BL_DIM) add_attribute(&all, enter_dim_mode);
  if (wanted.attributes & BL_UNDERLINE) add_attribute(&all, enter_underline_mode);
  if (wanted.attributes & BL_REVERSE) add_attribute(&all, enter_reverse_mode);
  if (wanted.attributes & BL_ITALIC) add_attribute(&all, enter_italics_mode);
  flush_numbers(&all);
  if (wanted.foreground >= 0) add_capability(filled(set_a_foreground, wanted.foreground, 0));
  if (wanted.background >= 0) add_capability(filled(set_a_background, wanted.background, 0));
}

// A blank looks the same in all looks that have its ground and no line.
static int is_same_on_blanks(look one, look other) {
  const unsigned seen = BL_UNDERLINE | BL_REVERSE;
  return one.background == other.background && ((one.attributes | other.attributes) & seen) == 0;
}

// MARK: - The cursor

static void add_number(int number) {
  char digits[12];
  size_t start = sizeof digits;
  do digits[--start] = (char)('0' + number % 10);
  while ((number /= 10) > 0);
  add(digits + start, sizeof digits - start);
}

// True if the terminal has the places of ECMA-48, as nearly every one has. They are written here: terminfo takes a
// thousand steps for one, and a screen has a hundred.
static int are_places_usual;

static int are_usual(const char *place, const char *column) {
  return place && strcmp(place, "\x1b[%i%p1%d;%p2%dH") == 0 && column && strcmp(column, "\x1b[%i%p1%dG") == 0;
}

static void add_place(int row, int column) {
  const int is_in_row = row_now == row;
  if (!are_places_usual) {
    const int by_column = is_in_row && column_address;
    add_capability(by_column ? filled(column_address, column, 0) : filled(cursor_address, row, column));
    return;
  }
  if (is_in_row && column == 0) return add("\r", 1);
  add("\x1b[", 2);
  if (!is_in_row) add_number(row + 1);
  if (!is_in_row && column > 0) add(";", 1);
  if (column > 0) add_number(column + 1);
  add(is_in_row ? "G" : "H", 1);
}

// The longest way to a column that is shorter in blanks.
enum { MOST_BLANKS_ON_THE_WAY = 3 };

static void go_to(int row, int column) {
  if (row_now == row && column_now == column) return;
  const int way = column - column_now;
  if (row_now == row && blank_row == row && way > 0 && way <= MOST_BLANKS_ON_THE_WAY &&
      is_same_on_blanks(current, plain)) {
    add("   ", (size_t)way);
  } else {
    add_place(row, column);
  }
  row_now = row;
  column_now = column;
}

// MARK: - Glyphs

// The views have passed the gate already. This looks only for what must not come through even if one had not.
static int is_glyph(uint32_t base) { return bl_wcwidth(base) >= 1; }

static int is_mark(uint32_t mark) {
  int is_obeyed = (mark >= 0x200B && mark <= 0x200F) || (mark >= 0x2028 && mark <= 0x202E) ||
                  (mark >= 0x2060 && mark <= 0x206F) || mark == 0x061C || mark == 0xFEFF ||
                  (mark >= 0xFFF0 && mark <= 0xFFFF) || mark >= 0xE0000;
  return bl_wcwidth(mark) == 0 && !is_obeyed;
}

enum { MOST_SCALARS = 5 };
static const char replacement[] = "\xEF\xBF\xBD";

// The bytes of a glyph that may be sent, and the columns that its character takes by the table of widths.
static size_t sendable(const unsigned char *glyph, size_t length, int *width) {
  size_t end = 0;
  for (int i = 0; i < MOST_SCALARS && end < length; i++) {
    uint32_t scalar;
    size_t size = bl_scalar(glyph + end, length - end, &scalar);
    if (size == 0) return 0;
    if (i == 0) {
      if (!is_glyph(scalar)) return 0;
      *width = bl_wcwidth(scalar);
    } else if (!is_mark(scalar)) {
      break;
    }
    end += size;
  }
  return end;
}

static void send_glyph(const char *bytes, size_t length, int width) {
  add(bytes, length);
  column_now += width;
  // Terminals differ in where the cursor stands behind the last column.
  if (column_now >= column_count) row_now = -1;
}

static int is_last_cell(int row, int column) { return row == row_count - 1 && column == column_count - 1; }

static void put_blanks(int row, int column, int count, look wanted) {
  if (!is_same_on_blanks(current, wanted)) take_look(wanted);
  go_to(row, column);
  for (int i = 0; i < count; i++) send_glyph(" ", 1, 1);
}

// A glyph that the terminal may have in one column or in two: two blanks stand under it, and nothing is known of the
// cursor behind it.
static void put_ambiguous(int row, int column, const char *bytes, size_t length, look wanted) {
  take_look(wanted);
  put_blanks(row, column, 2, wanted);
  row_now = -1;
  go_to(row, column);
  add(bytes, length);
  row_now = -1;
}

void bl_put(
  int row, int column, const unsigned char *glyph, size_t length, int width, unsigned attributes, int foreground,
  int background) {
  const look wanted = {attributes, foreground, background};
  // There the screen would move up, on a terminal that goes to the next line at once.
  if (is_last_cell(row, column) && auto_right_margin && !eat_newline_glitch) return;
  if (length == 1 && *glyph == ' ') return put_blanks(row, column, 1, wanted);
  int own = 1;
  size_t count = sendable(glyph, length, &own);
  if (own > width) count = 0;
  const char *bytes = count > 0 ? (const char *)glyph : replacement;
  if (count == 0) count = sizeof replacement - 1;
  // An ideographic space is drawn as what it looks like.
  if (width == 2 && count == 3 && memcmp(bytes, "\xE3\x80\x80", 3) == 0) return put_blanks(row, column, 2, wanted);
  if (own < width) return put_ambiguous(row, column, bytes, count, wanted);
  take_look(wanted);
  go_to(row, column);
  send_glyph(bytes, count, width);
}

void bl_put_blanks(int row, int column, int count, unsigned attributes, int foreground, int background) {
  const look wanted = {attributes, foreground, background};
  if (is_last_cell(row, column + count - 1) && auto_right_margin && !eat_newline_glitch) count--;
  // To the end of a row there is a sequence, which takes the ground of the look where the terminal has one at all.
  const int can_clear = clr_eol && background < 0 && (attributes & (BL_UNDERLINE | BL_REVERSE)) == 0;
  if (column + count < column_count || count < 8 || !can_clear) return put_blanks(row, column, count, wanted);
  if (!is_same_on_blanks(current, plain)) take_look(plain);
  go_to(row, column);
  add_capability(clr_eol);
}

// MARK: - Moving rows

int bl_can_scroll(void) { return change_scroll_region && scroll_forward && scroll_reverse; }

// The rows stay set until others are: most often the same ones scroll again.
static void set_region(int first, int end) {
  if (!change_scroll_region || (region_first == first && region_end == end)) return;
  add_capability(filled(change_scroll_region, first, end - 1));
  (region_first = first, region_end = end);
  // The cursor is anywhere when the region is set.
  row_now = -1;
}

// A terminal that does not wait with the next row behind the last column would scroll there.
static int keeps_region(void) { return !auto_right_margin || eat_newline_glitch; }

static void move_rows(int first, int end, int column, int count) {
  go_to(count > 0 ? end - 1 : first, column);
  for (int i = 0; i < abs(count); i++) add_capability(count > 0 ? scroll_forward : scroll_reverse);
}

void bl_scroll(int first, int end, int count) {
  take_look(plain);
  set_region(first, end);
  move_rows(first, end, 0, count);
  if (keeps_region()) blank_row = row_now;
  else set_region(0, row_count);
}

// The margins are the terminal's for no longer than this: what is drawn across them would go to the next row there.
void bl_scroll_columns(int first, int end, int left, int right, int count) {
  take_look(plain);
  add("\x1b[?69h\x1b[", 8);
  add_number(left + 1);
  add(";", 1);
  add_number(right);
  add("s", 1);
  row_now = -1;
  set_region(first, end);
  move_rows(first, end, left, count);
  add("\x1b[?69l", 6);
  row_now = -1;
  if (!keeps_region()) set_region(0, row_count);
}

void bl_scroll_all(void) { set_region(0, row_count); }

// MARK: - Screens

void bl_set_size(int new_rows, int new_columns) {
  // Terminals of a new height differ in the rows that they scroll then: they are told anew before any move.
  if (region_end >= 0 && new_rows != row_count) region_end = 0;
  row_count = new_rows;
  column_count = new_columns;
}

int bl_last_row(void) { return row_count - 1; }

void bl_forget(void) { is_unknown = 1; }

void bl_begin_drawing(void) {
  are_places_usual = are_usual(cursor_address, column_address);
  waiting.count = 0;
  current = plain;
  row_now = -1;
  is_cursor_shown = 0;
  cursor_row = -1;
  is_unknown = 1;
  region_first = 0;
  region_end = row_count;
}

void bl_erase(void) {
  take_look(plain);
  if (is_unknown && exit_attribute_mode) {
    add_capability(exit_attribute_mode);
    add_capability(orig_pair);
  }
  if (is_unknown) region_end = 0;
  current = plain;
  is_unknown = 0;
  row_now = -1;
  set_region(0, row_count);
  if (clear_screen) {
    add_capability(clear_screen);
    row_now = column_now = 0;
    return;
  }
  for (int row = 0; row < row_count; row++) {
    go_to(row, 0);
    if (clr_eol) add_capability(clr_eol);
    else put_blanks(row, 0, column_count - (row == row_count - 1), plain);
  }
}

static void show_cursor(int shown) {
  if (shown != is_cursor_shown) add_capability(shown ? cursor_normal : cursor_invisible);
  is_cursor_shown = shown;
}

// A terminal may have got and drawn the first part of a screen of so many bytes before the rest comes.
enum { LEAST_SYNC = 1024 };

void bl_use_sync(int used) { uses_sync = used; }

// Has the terminal show nothing before it has all that waits.
static void hold_screen(void) {
  static const char begin[] = "\x1b[?2026h", end[] = "\x1b[?2026l";
  const size_t length = sizeof begin - 1;
  if (!make_room(2 * length)) return;
  memmove(waiting.bytes + length, waiting.bytes, waiting.count);
  memcpy(waiting.bytes, begin, length);
  waiting.count += length;
  add(end, length);
}

void bl_refresh(int row, int column) {
  if (waiting.count == 0 && (row < 0 ? !is_cursor_shown : row == cursor_row && column == cursor_column)) return;
  take_look(plain);
  if (row >= 0) go_to(row, column);
  show_cursor(row >= 0);
  cursor_row = row;
  cursor_column = column;
  // Others may send something before the next screen.
  row_now = -1;
  blank_row = -1;
  if (uses_sync && waiting.count > LEAST_SYNC) hold_screen();
  bl_send(waiting.bytes, waiting.count);
  waiting.count = 0;
}
