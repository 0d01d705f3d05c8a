// The terminal driver: modes, size, reading and waiting.
#ifndef CNCURSES_TTY_H
#define CNCURSES_TTY_H

#include <stddef.h>
#include <stdint.h>

/// Opens the controlling terminal for reading; -1 when there is none.
int bl_open_controlling_terminal(void);
/// Asks the driver for a terminal's size, of which more than any screen has is cut off; 0 when it does not know.
int bl_driver_size(int fd, int *rows, int *columns);
/// True if this process may use the terminal: it is in its foreground group, or the terminal has no such thing.
int bl_in_foreground(int fd);
/// True if it takes output at once.
int bl_takes_output(int fd);
/// Milliseconds of a clock that only goes forward.
int64_t bl_milliseconds(void);

/// Reasons for the end of a wait.
enum bl_wait { BL_TIME_OVER = 0, BL_INPUT = 1, BL_NOTICE = 2 };
/// Waits for input or a signal, so many milliseconds at most; negative waits for ever.
int bl_wait(int fd, int milliseconds);
/// Reads what is there. 0 at the end, also when the terminal is gone; -1 when nothing came.
long bl_read(int fd, void *buffer, size_t size);

#endif
