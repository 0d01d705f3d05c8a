#define _GNU_SOURCE
#include <signal.h>
#include <stdatomic.h>
#include <sys/mman.h>
#include <unistd.h>

#include "CSystem.h"

enum { MOST = 4096 };

// A start of 1 is of a slot that is being filled.
static struct {
  _Atomic(uintptr_t) start;
  _Atomic(size_t) length;
  atomic_int is_torn;
} mappings[MOST];

static struct sigaction before;
static atomic_int is_installed;

int bl_mend_mapping(void *address) {
  uintptr_t place = (uintptr_t)address;
  for (size_t i = 0; i < MOST; i++) {
    uintptr_t start = atomic_load(&mappings[i].start);
    if (start <= 1 || place < start || place - start >= atomic_load(&mappings[i].length)) continue;
    uintptr_t size = (uintptr_t)sysconf(_SC_PAGESIZE);
    void *page = (void *)(place & ~(size - 1));
    if (mmap(page, size, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) == MAP_FAILED) return 0;
    atomic_store(&mappings[i].is_torn, 1);
    return 1;
  }
  return 0;
}

static void mend(int signal, siginfo_t *info, void *context) {
  (void)context;
  if (bl_mend_mapping(info->si_addr)) return;
  // The access is made again when this handler returns, and ends the program as it would have; a signal that somebody
  // sent would not come again by itself.
  sigaction(signal, &before, NULL);
  if (info->si_code <= 0) raise(signal);
}

static void install(void) {
  if (atomic_exchange(&is_installed, 1)) return;
  struct sigaction action = {.sa_sigaction = mend, .sa_flags = SA_SIGINFO | SA_ONSTACK};
  sigemptyset(&action.sa_mask);
  sigaction(SIGBUS, &action, &before);
}

int bl_guard_mapping(const void *start, size_t length) {
  install();
  for (int i = 0; i < MOST; i++) {
    uintptr_t none = 0;
    if (!atomic_compare_exchange_strong(&mappings[i].start, &none, 1)) continue;
    atomic_store(&mappings[i].is_torn, 0);
    atomic_store(&mappings[i].length, length);
    atomic_store(&mappings[i].start, (uintptr_t)start);
    return i;
  }
  return -1;
}

int bl_mapping_is_torn(int number) { return number >= 0 && atomic_load(&mappings[number].is_torn); }

void bl_forget_mapping(int number) {
  if (number >= 0) atomic_store(&mappings[number].start, 0);
}
