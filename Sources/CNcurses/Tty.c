#define _GNU_SOURCE
#include "Tty.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#include "Signals.h"

int bl_open_controlling_terminal(void) { return open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY); }

// A larger one is no screen, and there is no memory for its cells.
enum { MOST_ROWS = 1000, MOST_COLUMNS = 2000 };

int bl_driver_size(int fd, int *rows, int *columns) {
  struct winsize size;
  if (ioctl(fd, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) return 0;
  *rows = size.ws_row < MOST_ROWS ? size.ws_row : MOST_ROWS;
  *columns = size.ws_col < MOST_COLUMNS ? size.ws_col : MOST_COLUMNS;
  return 1;
}

int bl_in_foreground(int fd) {
  pid_t group = tcgetpgrp(fd);
  return group < 0 || group == getpgrp();
}

int bl_takes_output(int fd) {
  struct pollfd file = {.fd = fd, .events = POLLOUT};
  return poll(&file, 1, 0) == 1 && (file.revents & POLLOUT);
}

int64_t bl_milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

int bl_wait(int fd, int milliseconds) {
  struct pollfd files[] = {{.fd = fd, .events = POLLIN}, {.fd = bl_notice_fd(), .events = POLLIN}};
  if (poll(files, 2, milliseconds) < 0) return errno == EINTR ? BL_NOTICE : BL_INPUT;
  // Here and nowhere else: a notice that was taken before the wait must not end every later one.
  if (files[1].revents) bl_quiet_notice_fd();
  // An error or a hang-up counts as input: reading tells what it is.
  return (files[0].revents ? BL_INPUT : 0) | (files[1].revents ? BL_NOTICE : 0);
}

long bl_read(int fd, void *buffer, size_t size) {
  ssize_t count = read(fd, buffer, size);
  if (count >= 0) return count;
  return errno == EINTR || errno == EAGAIN ? -1 : 0;
}
