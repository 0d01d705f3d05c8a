// The screen: opened, drawn on and closed by what ncurses' terminfo knows of the terminal.
#ifndef CNCURSES_SCREEN_H
#define CNCURSES_SCREEN_H

#include <stddef.h>
#include <stdint.h>

/// Results of opening the screen.
enum bl_opening {
  BL_OPENED,
  BL_NO_TERMINAL,       // the output is no terminal
  BL_UNKNOWN_TERMINAL,  // terminfo does not know the type
  BL_CANNOT_ADDRESS,    // the type has no way to place the cursor
  BL_ALREADY_OPEN,      // the process has its terminal already
  BL_NO_DESCRIPTORS,    // the process or the system has no more files to open
};

/// Attributes of a glyph, as bits.
enum bl_attribute { BL_BOLD = 1, BL_DIM = 2, BL_UNDERLINE = 4, BL_REVERSE = 8, BL_ITALIC = 16 };

/// Opens the screen on a terminal of a type, in raw mode, with what signals do set up. On failure the terminal is as it
/// was found.
enum bl_opening bl_open(const char *type, int output, int use_colors);

/// Gives the terminal back as it was found and forgets the screen.
void bl_close(void);

/// Gives the terminal back for a while; `bl_resume` takes it again.
void bl_pause(void);
/// Takes the terminal again in its raw mode; the next refresh sends everything.
void bl_resume(void);

/// Colours that the terminal has; 0 when colours are not to be used.
int bl_colors(void);
/// Has the terminal tell of the mouse, or leaves it to the terminal.
void bl_use_mouse(int used);

/// Lets the screen be of this size from now on.
void bl_set_size(int rows, int columns);
/// Has the next `bl_erase` not count on anything that the terminal shows or draws in.
void bl_forget(void);
/// Blanks the screen. This and what is drawn is sent at the next `bl_refresh`.
void bl_erase(void);
/// True if the terminal can move some of its rows.
int bl_can_scroll(void);
/// Moves the rows before an end up by a count, or down by a negative one; those that come in are blank.
void bl_scroll(int first, int end, int count);
/// The same of some columns only, from one to before another, on a terminal that has margins at left and right.
void bl_scroll_columns(int first, int end, int left, int right, int count);
/// Lets the terminal scroll all its rows, before something is sent that may scroll them.
void bl_scroll_all(void);
/// Has the terminal show large screens only when it has all of them, or not.
void bl_use_sync(int used);
/// Draws one glyph of so many bytes: a printable character and the combining ones on it; anything else becomes U+FFFD.
/// A character that the table of widths has in one column may be given two, for a terminal that draws it so. Colours
/// are numbers of the terminal, -1 its own.
void bl_put(
  int row, int column, const unsigned char *glyph, size_t length, int width, unsigned attributes, int foreground,
  int background);
/// Draws blanks.
void bl_put_blanks(int row, int column, int count, unsigned attributes, int foreground, int background);
/// Sends bytes to the terminal at once.
void bl_send(const char *bytes, size_t count);
/// Asks the terminal where the cursor stands behind an ambiguous character that was drawn at the start of the second
/// row, and has the next refresh send everything. 0 if it cannot be asked.
int bl_ask_ambiguous_width(void);
/// Sends what was drawn in one piece, with the cursor at a place, or hidden when `row` is negative.
void bl_refresh(int row, int column);

/// The keys whose sequences terminfo knows, in the order of `bl_key_sequence`.
enum bl_key {
  BL_KEY_UP, BL_KEY_DOWN, BL_KEY_LEFT, BL_KEY_RIGHT, BL_KEY_HOME, BL_KEY_END, BL_KEY_PAGE_UP, BL_KEY_PAGE_DOWN,
  BL_KEY_INSERT, BL_KEY_DELETE, BL_KEY_ENTER, BL_KEY_BACK_TAB, BL_KEY_F1, BL_KEY_F12 = BL_KEY_F1 + 11, BL_KEY_COUNT,
};
/// Bytes that a key sends on the open screen's terminal, or NULL.
const char *bl_key_sequence(int key);

#endif
