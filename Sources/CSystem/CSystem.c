#define _GNU_SOURCE
#include "CSystem.h"

#include <fcntl.h>
#include <malloc.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "Resources.h"

// The table's form is described in Typesetting's CharacterTable and CharacterRecord.
int bl_wcwidth(uint32_t scalar) {
  if (scalar > 0x10FFFF) return -1;
  const unsigned char *records = bl_character_table() + 1, *rows = records + 2 * records[-1];
  const unsigned char *kinds = rows + 0x1100 + ((size_t)rows[scalar >> 8] << 8);
  return (records[2 * kinds[scalar & 0xFF] + 1] >> 1 & 3) - 1;
}

const void *bl_memmem(const void *haystack, size_t length, const void *needle, size_t needle_length) {
  return memmem(haystack, length, needle, needle_length);
}

void bl_hold_standard_streams(void) {
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++) {
    // Open the wrong way round, so that reading and writing still fail. The lowest number that is free is this one.
    if (fcntl(fd, F_GETFD) < 0) (void)!open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
  }
}

void bl_take_memory_in_large_pieces(void) {
  // Of a page's memory much is given back and taken again for the next one.
  mallopt(M_TOP_PAD, 1 << 20);
  mallopt(M_MMAP_THRESHOLD, 4 << 20);
  mallopt(M_TRIM_THRESHOLD, 8 << 20);
}

void bl_start_writing(int fd, int64_t offset, int64_t length) {
  // An error of the disk is found out when all of it is flushed.
  (void)!sync_file_range(fd, offset, length, SYNC_FILE_RANGE_WRITE);
}

int bl_open_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC); }

int bl_open_process(int process) { return (int)syscall(SYS_pidfd_open, process, 0); }
