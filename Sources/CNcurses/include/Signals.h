// Signals: those that a person or the system sends become notices; those of a crash give the terminal back first.
#ifndef CNCURSES_SIGNALS_H
#define CNCURSES_SIGNALS_H

#include <stddef.h>

struct termios;

/// Requests of signals, and news from within the program, as bits.
enum bl_notice { BL_RESIZED = 1, BL_END_ASKED = 2, BL_STOP_ASKED = 4, BL_CONTINUED = 8, BL_NEWS = 16 };

/// Takes the signals over. One that was ignored stays ignored, as `nohup` and job control expect. 0 where that cannot
/// be: no descriptors are left to be woken by; then all is as it was.
int bl_take_signals(void);
/// Gives the signals back.
void bl_return_signals(void);
/// Gives notice of news, from any thread.
void bl_give_news(void);
/// Requests of signals since the last call.
unsigned bl_take_notices(void);
/// True if the end has been asked for and not been taken notice of.
int bl_end_is_asked(void);
/// The signal that asked for the end, or 0.
int bl_ending_signal(void);
/// Readable when there may be a notice.
int bl_notice_fd(void);
/// Makes it unreadable until the next signal; what has been asked for stays.
void bl_quiet_notice_fd(void);
/// Stops the process group as ctrl-z does, and returns when it goes on.
void bl_stop_here(void);

/// To be called before what may wait for the terminal, and after it: a signal that asks for the end ends the program
/// there where the terminal takes nothing for a second.
void bl_begin_send(void);
void bl_end_send(void);
/// Sends what is sent at the end; safe in a signal handler. After a signal only as long as the terminal goes on taking
/// it.
void bl_send_last(int fd, const char *bytes, size_t count);

/// Sets what a crash sends and which modes it puts back on a terminal; from now on it does so.
void bl_arm_restoring(int fd, const struct termios *modes, const char *bytes, size_t count);
/// Gives the terminal back, if armed, says the messages that were kept, and is armed no longer; safe in a signal
/// handler.
void bl_restore_now(void);
/// The same, but the terminal's modes stay.
void bl_restore_screen_now(void);

#endif
