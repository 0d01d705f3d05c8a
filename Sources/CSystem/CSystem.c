#define _GNU_SOURCE
#include "CSystem.h"

#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>

int bl_wcwidth(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

const void *bl_memmem(const void *haystack, size_t length, const void *needle, size_t needle_length) {
  return memmem(haystack, length, needle, needle_length);
}

static int is_utf8(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }

int bl_use_utf8_locale(void) {
  if (setlocale(LC_CTYPE, "") && is_utf8()) return 1;
  if (setlocale(LC_CTYPE, "C.UTF-8") && is_utf8()) return 1;
  return setlocale(LC_CTYPE, "en_US.UTF-8") != NULL && is_utf8();
}

void bl_hold_standard_streams(void) {
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++) {
    // Open the wrong way round, so that reading and writing still fail. The lowest number that is free is this one.
    if (fcntl(fd, F_GETFD) < 0) (void)!open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
  }
}

void bl_start_writing(int fd, int64_t offset, int64_t length) {
  // What keeps it from being written is found out when all of it is flushed.
  (void)!sync_file_range(fd, offset, length, SYNC_FILE_RANGE_WRITE);
}
