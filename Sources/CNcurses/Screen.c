#define _GNU_SOURCE
#include "Screen.h"

#include <errno.h>
#include <fcntl.h>
#include <ncurses.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

#include "Drawing.h"
#include "Messages.h"
#include "Signals.h"
#include "Tty.h"

// Last, for it defines words like `columns` and `lines` as macros.
#include <term.h>

static struct {
  TERMINAL *type;
  int output;
  int colors;
  int held, uses_mouse;
  int is_console;  // the console of Linux
  const char *character_set;  // chosen once, by what changes of attributes began with; or NULL
  struct termios found, raw;
} terminal;

// MARK: - Sequences sent beside the screen

typedef struct {
  size_t count;
  char bytes[512];
} sequences;

static void append(sequences *to, const char *capability) {
  while (capability && *capability && to->count < sizeof to->bytes) {
    // Padding is for terminals slower than any that is left.
    const char *padding = strncmp(capability, "$<", 2) == 0 ? strchr(capability, '>') : NULL;
    if (padding) capability = padding + 1;
    else to->bytes[to->count++] = *capability++;
  }
}

void bl_send(const char *bytes, size_t count) {
  bl_begin_send();
  while (count > 0) {
    ssize_t wrote = write(terminal.output, bytes, count);
    if (wrote < 0 && errno == EAGAIN) poll(&(struct pollfd){.fd = terminal.output, .events = POLLOUT}, 1, -1);
    else if (wrote < 0 && errno != EINTR) break;
    if (wrote > 0) {
      bytes += wrote;
      count -= (size_t)wrote;
    }
  }
  bl_end_send();
}

static void send(const sequences *all) { bl_send(all->bytes, all->count); }

// Terminals that speak ECMA-48 take or ignore the switch for bracketed paste; others would show it.
static const char *for_ecma48(const char *sequence) {
  return strncmp(cursor_address, "\x1b[", 2) == 0 ? sequence : NULL;
}

// Presses and what is dragged (1002), in numbers (1006): the older forms send bytes that are keys elsewhere.
static const char mouse_on[] = "\x1b[?1002h\x1b[?1006h", mouse_off[] = "\x1b[?1006l\x1b[?1002l";

static void arm_restoring(void) {
  sequences all = {0};
  if (terminal.uses_mouse) append(&all, for_ecma48(mouse_off));
  append(&all, for_ecma48("\x1b[?2004l"));
  if (change_scroll_region) append(&all, for_ecma48("\x1b[r"));
  append(&all, keypad_local);
  append(&all, exit_attribute_mode);
  append(&all, orig_pair);
  append(&all, cursor_normal);
  // If there is no other screen to go back to, the shell goes on below this one.
  append(&all, exit_ca_mode ? exit_ca_mode : tiparm(cursor_address, bl_last_row(), 0));
  append(&all, exit_ca_mode ? "\r" : "\r\n");
  bl_arm_restoring(terminal.output, &terminal.found, all.bytes, all.count);
}

// Asks whether the terminal has margins at left and right, and whether it can hold a screen back until all of it is
// there (DECRQM). A terminal that does not understand it may show a letter, which goes when the screen is cleared.
static const char mode_question[] = "\x1b[?69$p\x1b[?2026$p";

static void take(void) {
  tcsetattr(terminal.output, TCSANOW, &terminal.raw);
  arm_restoring();
  bl_keep_messages(terminal.output);
  sequences all = {0};
  append(&all, enter_ca_mode);
  append(&all, terminal.character_set);
  append(&all, exit_insert_mode);
  append(&all, enter_am_mode);
  append(&all, keypad_xmit);
  append(&all, for_ecma48("\x1b[?2004h"));
  if (terminal.uses_mouse) append(&all, for_ecma48(mouse_on));
  append(&all, cursor_invisible);
  if (change_scroll_region) append(&all, for_ecma48(mode_question));
  send(&all);
  terminal.held = 1;
  bl_begin_drawing();
}

// MARK: - Opening and closing

// Every key reaches the reader: no line editing, no signals from keys, no flow control, no ctrl-v.
static void plan_raw_modes(void) {
  tcgetattr(terminal.output, &terminal.raw);
  terminal.raw.c_lflag &= ~(tcflag_t)(ICANON | ISIG | IEXTEN | ECHO);
  terminal.raw.c_iflag &= ~(tcflag_t)(IXON | BRKINT | INLCR | ICRNL | IGNCR | ISTRIP | INPCK | PARMRK);
  terminal.raw.c_cc[VMIN] = 1;
  terminal.raw.c_cc[VTIME] = 0;
}

// A file that takes everything; in memory if the root has no devices, as that of a small container. -1 if there can be
// no more files.
static int open_nowhere(void) {
  int file = open("/dev/null", O_WRONLY | O_CLOEXEC);
  return file < 0 && errno == ENOENT ? memfd_create("nowhere", MFD_CLOEXEC) : file;
}

// Takes from what ends all attributes the choice of a character set that it begins with on a terminal like xterm: all
// is drawn in one, and with it there would be a third more sequences to send and to read.
static void keep_character_set(void) {
  static const char one[] = "\x1b(B";
  terminal.character_set = NULL;
  if (!exit_attribute_mode || strncmp(exit_attribute_mode, one, sizeof one - 1) != 0) return;
  exit_attribute_mode += sizeof one - 1;
  terminal.character_set = one;
}

// Without a way back to the person's own colours there are none.
static void find_colors(int use_colors) {
  const int colors = use_colors ? tigetnum("colors") : 0;
  terminal.colors = colors > 0 && set_a_foreground && set_a_background && orig_pair ? colors : 0;
}

static void forget(void) {
  if (terminal.type) del_curterm(terminal.type);
  terminal.type = NULL;
}

static enum bl_opening fail(enum bl_opening reason) {
  tcsetattr(terminal.output, TCSANOW, &terminal.found);
  bl_return_signals();
  forget();
  return reason;
}

enum bl_opening bl_open(const char *type, int output, int use_colors) {
  if (terminal.type) return BL_ALREADY_OPEN;
  if (tcgetattr(output, &terminal.found) != 0) return BL_NO_TERMINAL;
  terminal.output = output;
  // A file is opened to know the type, and nobody would say why that cannot be.
  int spare = bl_take_signals() ? open_nowhere() : -1;
  if (spare < 0) return fail(BL_NO_DESCRIPTORS);
  close(spare);
  // A way out of the process that closes nothing.
  static int is_registered = 0;
  if (!is_registered) is_registered = atexit(bl_restore_now) == 0;
  int error = 0;
  if (setupterm(type, output, &error) != OK) return fail(BL_UNKNOWN_TERMINAL);
  terminal.type = cur_term;
  terminal.is_console = type && strncmp(type, "linux", 5) == 0;
  if (!cursor_address) return fail(BL_CANNOT_ADDRESS);
  keep_character_set();
  plan_raw_modes();
  find_colors(use_colors);
  int rows = 24, width = 80;
  bl_driver_size(output, &rows, &width);
  bl_set_size(rows, width);
  take();
  return BL_OPENED;
}

// In the second row: what says that the cursor is in the first may be a key, F3 with shift.
// The Linux console would write part of the question for the ground.
int bl_ask_ambiguous_width(void) {
  const char *question = for_ecma48("\x1b[2;1H\u201c\x1b[6n\r\x1b[K");
  if (!question || !terminal.held) return 0;
  sequences all = {0};
  if (terminal.colors >= 16 && !terminal.is_console) append(&all, "\x1b]11;?\x1b\\");
  append(&all, question);
  send(&all);
  bl_forget();
  return 1;
}

void bl_use_mouse(int used) {
  terminal.uses_mouse = used;
  if (!terminal.held) return;
  sequences all = {0};
  append(&all, for_ecma48(used ? mouse_on : mouse_off));
  arm_restoring();
  send(&all);
}

void bl_pause(void) {
  if (terminal.held) bl_restore_now();
  terminal.held = 0;
}

void bl_resume(void) {
  if (!terminal.type) return;
  // Not the modes: between the person's own and the reader's a ctrl-c would end the reader.
  if (terminal.held) bl_restore_screen_now();
  take();
}

void bl_close(void) {
  if (!terminal.type) return;
  bl_pause();
  forget();
  bl_return_signals();
}

// MARK: - What needs to know the terminal

int bl_colors(void) { return terminal.colors; }
