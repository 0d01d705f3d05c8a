#define _GNU_SOURCE
#include <pthread.h>
#include <signal.h>
#include <sys/mman.h>

#include "CSystem.h"

enum { STACK_SIZE = 1 << 16 };

static pthread_key_t key;
static pthread_once_t once = PTHREAD_ONCE_INIT;

// At the end of a thread; that of the main thread lasts as long as the process.
static void take_back(void *stack) {
  sigaltstack(&(stack_t){.ss_flags = SS_DISABLE}, NULL);
  munmap(stack, STACK_SIZE);
}

static void make_key(void) { pthread_key_create(&key, take_back); }

void bl_give_thread_a_stack(void) {
  stack_t present;
  if (sigaltstack(NULL, &present) != 0 || !(present.ss_flags & SS_DISABLE)) return;
  void *stack = mmap(NULL, STACK_SIZE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_STACK, -1, 0);
  if (stack == MAP_FAILED) return;
  pthread_once(&once, make_key);
  pthread_setspecific(key, stack);
  sigaltstack(&(stack_t){.ss_sp = stack, .ss_size = STACK_SIZE}, NULL);
}
