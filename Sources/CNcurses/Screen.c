#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#include "Screen.h"

#include <errno.h>
#include <langinfo.h>
#include <ncurses.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "Signals.h"
#include "Tty.h"

// Last, for it defines words like `columns` and `lines` as macros.
#include <term.h>

static struct {
  SCREEN *screen;
  FILE *file;
  int output;
  int colors;
  int cursor_shown;
  int held, entered;
  struct termios found, raw;
} terminal;

static const char *const paste_on = "\x1b[?2004h";
static const char *const paste_off = "\x1b[?2004l";

// Terminals that speak ECMA-48 take or ignore the switch for bracketed paste; others would show it.
static int speaks_ecma48(void) { return strncmp(cursor_address, "\x1b[", 2) == 0; }

static size_t append(char *bytes, size_t count, size_t limit, const char *capability) {
  while (capability && *capability && count < limit) {
    const char *padding = strncmp(capability, "$<", 2) == 0 ? strchr(capability, '>') : NULL;
    if (padding) capability = padding + 1;
    else bytes[count++] = *capability++;
  }
  return count;
}

// What ncurses has no call for, or only one that writes at once. Call between refreshes: it passes ncurses' buffer by.
static void send(const char *const capabilities[], size_t number) {
  char bytes[256];
  size_t count = 0;
  for (size_t i = 0; i < number; i++) count = append(bytes, count, sizeof bytes, capabilities[i]);
  for (size_t sent = 0; sent < count;) {
    ssize_t wrote = write(terminal.output, bytes + sent, count - sent);
    if (wrote < 0 && errno != EINTR && errno != EAGAIN) return;
    if (wrote > 0) sent += (size_t)wrote;
  }
}
#define SEND(...) \
  do { \
    const char *const capabilities[] = {__VA_ARGS__}; \
    send(capabilities, sizeof capabilities / sizeof capabilities[0]); \
  } while (0)

static void arm_restoring(void) {
  char bytes[512];
  size_t count = 0;
  const char *last_line = exit_ca_mode ? NULL : tparm(cursor_address, LINES - 1, 0, 0, 0, 0, 0, 0, 0, 0);
  const char *capabilities[] = {
      speaks_ecma48() ? paste_off : NULL, exit_attribute_mode, orig_pair, cursor_normal, keypad_local, last_line,
      exit_ca_mode, exit_ca_mode ? "\r" : "\r\n",
  };
  for (size_t i = 0; i < sizeof capabilities / sizeof capabilities[0]; i++) {
    count = append(bytes, count, sizeof bytes, capabilities[i]);
  }
  bl_arm_restoring(terminal.output, &terminal.found, bytes, count);
}

static void hold(void) {
  arm_restoring();
  terminal.held = 1;
  terminal.entered = 0;
}

// Every key reaches the reader: no line editing, no signals from keys, no flow control, no ctrl-v.
static void make_raw(void) {
  tcgetattr(terminal.output, &terminal.raw);
  terminal.raw.c_lflag &= ~(tcflag_t)(ICANON | ISIG | IEXTEN | ECHO);
  terminal.raw.c_iflag &= ~(tcflag_t)(IXON | BRKINT | INLCR | ICRNL | IGNCR | ISTRIP | INPCK | PARMRK);
  terminal.raw.c_cc[VMIN] = 1;
  terminal.raw.c_cc[VTIME] = 0;
  tcsetattr(terminal.output, TCSANOW, &terminal.raw);
  def_prog_mode();
}

static void forget(void) {
  if (terminal.screen) delscreen(terminal.screen);
  if (terminal.file && terminal.file != stdout) fclose(terminal.file);
  terminal.screen = NULL;
  terminal.file = NULL;
}

static enum bl_opening fail(enum bl_opening reason) {
  tcsetattr(terminal.output, TCSANOW, &terminal.found);
  bl_return_signals();
  forget();
  return reason;
}

static void start_colors(int use_colors) {
  terminal.colors = use_colors && start_color() == OK ? COLORS : 0;
  // Without default colours pair 0 would paint a black ground.
  if (terminal.colors && use_default_colors() != OK) terminal.colors = 0;
}

enum bl_opening bl_open(const char *type, int input, int output, int use_colors) {
  if (terminal.screen) return BL_ALREADY_OPEN;
  if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0) return BL_NO_UTF8;
  if (tcgetattr(output, &terminal.found) != 0) return BL_NO_TERMINAL;
  terminal.output = output;
  terminal.file = output == STDOUT_FILENO ? stdout : fdopen(dup(output), "w");
  if (!terminal.file) return BL_NO_TERMINAL;
  // First, because ncurses takes those that are still at their default.
  bl_take_signals();
  // The driver's size counts, not what LINES and COLUMNS were in some shell.
  use_env(FALSE);
  use_tioctl(TRUE);
  terminal.screen = newterm(type, terminal.file, stdin);
  if (!terminal.screen) return fail(BL_UNKNOWN_TERMINAL);
  if (!cursor_address) return fail(BL_CANNOT_ADDRESS);
  make_raw();
  // ncurses would break a refresh off when a key comes, and leave half a screen.
  typeahead(-1);
  start_colors(use_colors);
  hold();
  return BL_OPENED;
}

void bl_pause(void) {
  if (!terminal.held) return;
  terminal.held = 0;
  if (!bl_in_foreground(terminal.output)) {
    bl_restore_now();
    return;
  }
  SEND(speaks_ecma48() ? paste_off : NULL, keypad_local, cursor_normal);
  endwin();
  tcsetattr(terminal.output, TCSANOW, &terminal.found);
  bl_disarm_restoring();
}

void bl_resume(void) {
  if (!terminal.screen) return;
  // Ended first, so that the next refresh begins with the sequences that take the screen.
  if (!isendwin()) endwin();
  tcsetattr(terminal.output, TCSANOW, &terminal.raw);
  hold();
  bl_forget();
}

void bl_close(void) {
  if (!terminal.screen) return;
  bl_pause();
  forget();
  bl_return_signals();
}

// MARK: - What needs to know the terminal

int bl_colors(void) { return terminal.colors; }

int bl_color_pairs(void) { return terminal.colors ? COLOR_PAIRS : 1; }

// After a refresh, not before it: the first screen shall not wait for it.
static void enter(int cursor_shown) {
  SEND(keypad_xmit, speaks_ecma48() ? paste_on : NULL, cursor_shown ? NULL : cursor_invisible);
  terminal.entered = 1;
  terminal.cursor_shown = cursor_shown;
}

static void show_cursor(int shown) {
  // curs_set() would remember, and send it again after every pause.
  if (shown) SEND(cursor_normal);
  else SEND(cursor_invisible);
  terminal.cursor_shown = shown;
}

void bl_refresh(int row, int column) {
  int shown = row >= 0;
  leaveok(stdscr, !shown);
  if (shown) move(row, column);
  refresh();
  if (!terminal.entered) enter(shown);
  else if (shown != terminal.cursor_shown) show_cursor(shown);
}
