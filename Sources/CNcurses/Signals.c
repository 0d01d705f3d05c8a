#define _GNU_SOURCE
#include "Signals.h"

#include <CSystem.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include "Messages.h"
#include "Tty.h"

enum { RESTORING_LIMIT = 512 };
// Time that a terminal may take nothing of the bytes sent to it at the end.
enum { PATIENCE_MILLISECONDS = 1000, PATIENCE_SECONDS = 1 };

static const int noticed[] = {SIGWINCH, SIGINT, SIGTERM, SIGHUP, SIGTSTP, SIGCONT};
// Faults of the program, by the names that people look them up by.
static const struct {
  int signal;
  const char *name;
} faults[] = {{SIGSEGV, "SIGSEGV"}, {SIGBUS, "SIGBUS"},   {SIGILL, "SIGILL"}, {SIGTRAP, "SIGTRAP"},
              {SIGFPE, "SIGFPE"},   {SIGABRT, "SIGABRT"}, {SIGSYS, "SIGSYS"}};
// Other signals that end a process. SIGQUIT ends a reader that no longer answers, and its terminal is restored.
static const int fatal[] = {SIGSEGV,   SIGBUS,  SIGILL,  SIGTRAP, SIGFPE,  SIGABRT, SIGSYS, SIGQUIT,   SIGPIPE, SIGALRM,
                            SIGVTALRM, SIGPROF, SIGUSR1, SIGUSR2, SIGXCPU, SIGXFSZ, SIGIO,  SIGSTKFLT, SIGPWR};
#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static struct sigaction found[NSIG];
static atomic_uint notices;
static atomic_int ending_signal;
static int are_taken;
static int pipe_ends[2] = {-1, -1};
// Sends that have begun and not come back.
static atomic_int sends;
static atomic_int is_crashing;
// True if the terminal has taken nothing for so long that nothing more is sent to it.
static atomic_int is_stuck;

// True if the bytes that follow are to be sent. Below these: the thread that is just doing so, negative.
enum { IDLE = 0, ARMED = 1 };
static struct {
  atomic_int state;
  int fd;
  struct termios modes;
  size_t count;
  char bytes[RESTORING_LIMIT];
} restoring;

static unsigned notice_of(int signal) {
  switch (signal) {
  case SIGWINCH: return BL_RESIZED;
  case SIGTSTP: return BL_STOP_ASKED;
  case SIGCONT: return BL_CONTINUED;
  default: return BL_END_ASKED;
  }
}

static void give_notice(unsigned bit) {
  atomic_fetch_or(&notices, bit);
  // A full pipe is readable already.
  (void)!write(pipe_ends[1], "", 1);
}

static void notice(int signal) {
  int error = errno;
  unsigned bit = notice_of(signal);
  if (bit == BL_END_ASKED) {
    atomic_store(&ending_signal, signal);
    // A terminal that takes nothing keeps the program from ever taking notice.
    alarm(PATIENCE_SECONDS);
  }
  give_notice(bit);
  errno = error;
}

static void say_fault(int signal) {
  for (size_t i = 0; i < COUNT(faults); i++) {
    if (faults[i].signal != signal) continue;
    char line[96] = "baolan: ended by a fault of its own, ";
    strcat(line, faults[i].name);
    strcat(line, "; please report it with what stands above\n");
    bl_send_last(STDERR_FILENO, line, strlen(line));
  }
}

// Another thread may be in the middle of it, and must not be ended there.
static void await_restoring(void) {
  for (int milliseconds = 0; milliseconds < 1000; milliseconds++) {
    int state = atomic_load(&restoring.state);
    if (state >= 0 || state == -gettid()) return;
    nanosleep(&(struct timespec){.tv_nsec = 1000000}, NULL);
  }
}

// True if the terminal may be what the program is waiting for.
static int may_be_held_up(void) { return atomic_load(&sends) > 0 || atomic_load(&restoring.state) < 0; }

static void crash(int signal) {
  if (signal == SIGALRM && atomic_load(&ending_signal)) {
    // A save that is under way is not cut off.
    if (!may_be_held_up()) return (void)alarm(PATIENCE_SECONDS);
    signal = atomic_load(&ending_signal);
  }
  atomic_store(&is_crashing, 1);
  bl_restore_now();
  await_restoring();
  say_fault(signal);
  sigaction(signal, &found[signal], NULL);
  // Delivered when this handler returns, with the status and the core file of the fault itself.
  raise(signal);
}

// A mapped file that was truncated is no fault of the program.
static void bus(int signal, siginfo_t *info, void *context) {
  (void)context;
  if (!bl_mend_mapping(info->si_addr)) crash(signal);
}

static void take(int signal, void (*handler)(int), int flags) {
  struct sigaction action = {.sa_handler = handler, .sa_flags = flags};
  sigemptyset(&action.sa_mask);
  sigaction(signal, NULL, &found[signal]);
  if (found[signal].sa_handler != SIG_IGN || signal == SIGCONT || signal == SIGWINCH) sigaction(signal, &action, NULL);
}

int bl_take_signals(void) {
  if (pipe_ends[0] < 0 && pipe2(pipe_ends, O_CLOEXEC | O_NONBLOCK) != 0) return 0;
  atomic_store(&notices, 0);
  atomic_store(&ending_signal, 0);
  atomic_store(&is_stuck, 0);
  bl_give_thread_a_stack();
  for (size_t i = 0; i < COUNT(noticed); i++) take(noticed[i], notice, SA_RESTART);
  for (size_t i = 0; i < COUNT(fatal); i++) take(fatal[i], crash, SA_ONSTACK);
  struct sigaction action = {.sa_sigaction = bus, .sa_flags = SA_SIGINFO | SA_ONSTACK};
  sigemptyset(&action.sa_mask);
  sigaction(SIGBUS, &action, NULL);
  are_taken = 1;
  return 1;
}

void bl_return_signals(void) {
  if (!are_taken) return;
  are_taken = 0;
  if (atomic_load(&ending_signal)) alarm(0);
  for (size_t i = 0; i < COUNT(noticed); i++) sigaction(noticed[i], &found[noticed[i]], NULL);
  for (size_t i = 0; i < COUNT(fatal); i++) sigaction(fatal[i], &found[fatal[i]], NULL);
}

void bl_give_news(void) { give_notice(BL_NEWS); }

unsigned bl_take_notices(void) { return atomic_exchange(&notices, 0); }

int bl_end_is_asked(void) { return (atomic_load(&notices) & BL_END_ASKED) != 0; }

int bl_ending_signal(void) { return atomic_load(&ending_signal); }

int bl_notice_fd(void) { return pipe_ends[0]; }

void bl_quiet_notice_fd(void) {
  char bytes[64];
  while (read(pipe_ends[0], bytes, sizeof bytes) > 0) {}
}

void bl_stop_here(void) {
  struct sigaction mine;
  sigaction(SIGTSTP, &found[SIGTSTP], &mine);
  // SIGTSTP, not SIGSTOP: without job control the system drops it, and the reader is not left stopped for ever.
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &mine, NULL);
  // The stop and the continuation just lived through need no notice.
  atomic_fetch_and(&notices, ~(unsigned)(BL_CONTINUED | BL_STOP_ASKED));
}

void bl_arm_restoring(int fd, const struct termios *modes, const char *bytes, size_t count) {
  restoring.fd = fd;
  restoring.modes = *modes;
  restoring.count = count < RESTORING_LIMIT ? count : RESTORING_LIMIT;
  memcpy(restoring.bytes, bytes, restoring.count);
  atomic_store(&restoring.state, ARMED);
}

void bl_begin_send(void) { atomic_fetch_add(&sends, 1); }

void bl_end_send(void) { atomic_fetch_sub(&sends, 1); }

static int await_room(int fd, int64_t end) {
  int64_t rest = end - bl_milliseconds();
  struct pollfd file = {.fd = fd, .events = POLLOUT};
  return rest > 0 && poll(&file, 1, (int)rest) != 0;
}

void bl_send_last(int fd, const char *bytes, size_t count) {
  int is_hurried = atomic_load(&is_crashing) || atomic_load(&ending_signal);
  int flags = is_hurried ? fcntl(fd, F_GETFL) : -1;
  if (flags >= 0) fcntl(fd, F_SETFL, flags | O_NONBLOCK);
  int64_t end = bl_milliseconds() + PATIENCE_MILLISECONDS;
  while (count > 0 && !(is_hurried && atomic_load(&is_stuck))) {
    ssize_t wrote = write(fd, bytes, count);
    if (wrote > 0) {
      bytes += wrote;
      count -= (size_t)wrote;
      end = bl_milliseconds() + PATIENCE_MILLISECONDS;
    } else if (wrote < 0 && errno == EAGAIN) {
      if (!await_room(fd, end)) atomic_store(&is_stuck, 1);
      if (atomic_load(&is_stuck)) break;
    } else if (wrote < 0 && errno != EINTR) {
      break;
    }
  }
  if (flags >= 0) fcntl(fd, F_SETFL, flags);
}

static void restore(int with_modes) {
  // First, for they are taken even by a terminal that takes no output. In the background the modes are the shell's, and
  // setting them would stop the process.
  if (with_modes && bl_in_foreground(restoring.fd)) tcsetattr(restoring.fd, TCSANOW, &restoring.modes);
  bl_send_last(restoring.fd, restoring.bytes, restoring.count);
  bl_say_messages();
}

static void restore_once(int with_modes) {
  int armed = ARMED;
  if (!atomic_compare_exchange_strong(&restoring.state, &armed, -gettid())) return;
  restore(with_modes);
  atomic_store(&restoring.state, IDLE);
}

void bl_restore_now(void) { restore_once(1); }

void bl_restore_screen_now(void) { restore_once(0); }
