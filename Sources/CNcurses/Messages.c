#define _GNU_SOURCE
#include "Messages.h"

#include <fcntl.h>
#include <stdatomic.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include "Signals.h"

enum { SAID_LIMIT = 64 << 10, PIECE = 512 };

static atomic_int kept = -1;
static int real_error = -1;

// MARK: - Keeping

static int is_terminal(int fd, struct stat *status) {
  return fstat(fd, status) == 0 && S_ISCHR(status->st_mode) && isatty(fd);
}

// The controlling terminal has a second name with a number of its own.
static int is_same_terminal(int error, int terminal) {
  struct stat one, other;
  if (!is_terminal(error, &one) || !is_terminal(terminal, &other)) return 0;
  return one.st_rdev == other.st_rdev || one.st_rdev == makedev(5, 0);
}

void bl_keep_messages(int terminal) {
  if (atomic_load(&kept) >= 0 || !is_same_terminal(STDERR_FILENO, terminal)) return;
  int file = memfd_create("messages", MFD_CLOEXEC);
  if (file < 0) return;
  real_error = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
  if (real_error < 0 || dup2(file, STDERR_FILENO) < 0) {
    if (real_error >= 0) close(real_error);
    close(file);
    return;
  }
  atomic_store(&kept, file);
}

// MARK: - Saying

// Text on its way out, and the character that its bytes are in the middle of.
typedef struct {
  size_t count;
  char bytes[PIECE];
  uint32_t scalar;
  int missing;
  size_t start;  // of that character's bytes
} outgoing;

static void send(outgoing *to, size_t count) {
  bl_send_last(STDERR_FILENO, to->bytes, count);
  to->count = 0;
}

// A crash leaves no way to the gate's own table: so few as no terminal could take for a command, and as messages need.
static int may_be_said(uint32_t scalar) {
  return (scalar >= 0x2010 && scalar <= 0x2027) || (scalar >= 0x3000 && scalar <= 0x3029) ||
         (scalar >= 0x3400 && scalar <= 0x4DBF) || (scalar >= 0x4E00 && scalar <= 0x9FFF) ||
         (scalar >= 0xFF01 && scalar <= 0xFF60);
}

static void say_instead(outgoing *to) {
  to->count = to->start;
  to->bytes[to->count++] = '?';
  to->missing = 0;
}

static void begin(outgoing *to, unsigned char byte) {
  to->start = to->count;
  to->bytes[to->count++] = byte == '\t' ? ' ' : (char)byte;
  if ((byte >= 0x20 && byte < 0x7F) || byte == '\n' || byte == '\t') return;
  // All that may be said has three bytes.
  if (byte < 0xE0 || byte > 0xEF) return say_instead(to);
  to->scalar = byte & 0x0F;
  to->missing = 2;
}

static void say(outgoing *to, unsigned char byte) {
  if (to->missing && (byte & 0xC0) != 0x80) say_instead(to);
  if (!to->missing) {
    if (to->count + 4 > PIECE) send(to, to->count);
    return begin(to, byte);
  }
  to->bytes[to->count++] = (char)byte;
  to->scalar = to->scalar << 6 | (byte & 0x3F);
  if (--to->missing == 0 && !may_be_said(to->scalar)) say_instead(to);
}

static void say_file(int file) {
  outgoing to = {0};
  unsigned char piece[PIECE];
  off_t end = lseek(file, 0, SEEK_END);
  off_t place = end > SAID_LIMIT ? end - SAID_LIMIT : 0;
  ssize_t count;
  while ((count = pread(file, piece, sizeof piece, place)) > 0) {
    for (ssize_t i = 0; i < count; i++) say(&to, piece[i]);
    place += count;
  }
  if (to.missing) say_instead(&to);
  if (to.count && to.bytes[to.count - 1] != '\n') to.bytes[to.count++] = '\n';
  send(&to, to.count);
}

void bl_say_messages(void) {
  int file = atomic_exchange(&kept, -1);
  if (file < 0) return;
  dup2(real_error, STDERR_FILENO);
  close(real_error);
  say_file(file);
  close(file);
}
