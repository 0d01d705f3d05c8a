// Has one call of the C library fail, or all from one on, as FAULT says: `read 3` or `read 3+`. Loaded before the C
// library (LD_PRELOAD). When the program ends, the number of calls of each kind stands in the file of FAULT_COUNTS.
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *const names[] = {"open",  "read",  "pread", "write", "pwrite", "mmap",    "rename",    "fsync", "fdatasync",
                                    "flock", "fcntl", "mkdir", "link",  "unlink", "opendir", "ftruncate", "stat",  "thread", "memory"};
enum kind { OPEN, READ, PREAD, WRITE, PWRITE, MMAP, RENAME, FSYNC, FDATASYNC, FLOCK, FCNTL, MKDIR, LINK, UNLINK, OPENDIR, FTRUNCATE, STAT, THREAD, MEMORY, KINDS };
static const int errors[KINDS] = {EMFILE, EIO,    EIO,  ENOSPC, ENOSPC, ENOMEM, EACCES, EIO, EIO,
                                  ENOLCK, ENOLCK, EACCES, EPERM, EACCES, EMFILE, ENOSPC, EACCES, EAGAIN, ENOMEM};
static atomic_int counts[KINDS];

// True if this call is to fail.
static bool fails(enum kind kind) {
  int number = atomic_fetch_add(&counts[kind], 1) + 1;
  const char *fault = getenv("FAULT");
  size_t length = strlen(names[kind]);
  if (fault == NULL || strncmp(fault, names[kind], length) != 0 || fault[length] != ' ') return false;
  char *end;
  long wanted = strtol(fault + length, &end, 10);
  if (number != wanted && !(*end == '+' && number > wanted)) return false;
  errno = errors[kind];
  return true;
}

__attribute__((destructor)) static void tell(void) {
  const char *path = getenv("FAULT_COUNTS");
  FILE *file = path == NULL ? NULL : fopen(path, "w");
  if (file == NULL) return;
  for (int kind = 0; kind < KINDS; kind++) fprintf(file, "%s %d\n", names[kind], counts[kind]);
  fclose(file);
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define FAULTY(kind, result, failure, name, parameters, arguments) \
  result name parameters {                                          \
    if (fails(kind)) return failure;                                \
    return REAL(name) arguments;                                    \
  }

int open(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = flags & (O_CREAT | __O_TMPFILE) ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  if (fails(OPEN)) return -1;
  return REAL(open)(path, flags, mode);
}

int fcntl(int file, int command, ...) {
  va_list rest;
  va_start(rest, command);
  void *argument = va_arg(rest, void *);
  va_end(rest);
  bool locks = command == F_SETLK || command == F_SETLKW || command == F_OFD_SETLK || command == F_OFD_SETLKW;
  if (locks && fails(FCNTL)) return -1;
  return REAL(fcntl)(file, command, argument);
}

// The messages for a person stay: a program whose messages cannot be written has no way to say so.
ssize_t write(int file, const void *bytes, size_t count) {
  if (file > 2 && fails(WRITE)) return -1;
  return REAL(write)(file, bytes, count);
}

// Memory that the program asks for itself: the failure of what Swift's library asks for, Swift does not survive.
static bool is_own(const void *caller) {
  Dl_info place;
  if (dladdr(caller, &place) == 0 || place.dli_fname == NULL) return false;
  const char *name = strrchr(place.dli_fname, '/');
  return strcmp(name == NULL ? place.dli_fname : name + 1, "baolan") == 0;
}

void *mmap(void *address, size_t length, int protection, int flags, int file, off_t offset) {
  bool is_memory = (flags & MAP_ANONYMOUS) != 0;
  if (is_memory ? is_own(__builtin_return_address(0)) && fails(MEMORY) : fails(MMAP)) return MAP_FAILED;
  return REAL(mmap)(address, length, protection, flags, file, offset);
}

void *realloc(void *memory, size_t size) {
  if (is_own(__builtin_return_address(0)) && fails(MEMORY)) return NULL;
  return REAL(realloc)(memory, size);
}

char *strdup(const char *text) {
  if (is_own(__builtin_return_address(0)) && fails(MEMORY)) return NULL;
  return REAL(strdup)(text);
}

int pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*start)(void *), void *argument) {
  if (fails(THREAD)) return EAGAIN;
  return REAL(pthread_create)(thread, attributes, start, argument);
}

FAULTY(READ, ssize_t, -1, read, (int file, void *bytes, size_t count), (file, bytes, count))
FAULTY(PREAD, ssize_t, -1, pread, (int file, void *bytes, size_t count, off_t offset), (file, bytes, count, offset))
FAULTY(PWRITE, ssize_t, -1, pwrite, (int file, const void *bytes, size_t count, off_t offset), (file, bytes, count, offset))
FAULTY(RENAME, int, -1, rename, (const char *old, const char *new), (old, new))
FAULTY(FSYNC, int, -1, fsync, (int file), (file))
FAULTY(FDATASYNC, int, -1, fdatasync, (int file), (file))
FAULTY(FLOCK, int, -1, flock, (int file, int operation), (file, operation))
FAULTY(MKDIR, int, -1, mkdir, (const char *path, mode_t mode), (path, mode))
FAULTY(LINK, int, -1, link, (const char *old, const char *new), (old, new))
FAULTY(UNLINK, int, -1, unlink, (const char *path), (path))
FAULTY(OPENDIR, DIR *, NULL, opendir, (const char *path), (path))
FAULTY(FTRUNCATE, int, -1, ftruncate, (int file, off_t length), (file, length))
FAULTY(STAT, int, -1, stat, (const char *restrict path, struct stat *restrict status), (path, status))
