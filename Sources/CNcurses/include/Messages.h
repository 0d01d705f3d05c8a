// Messages: what is written to standard error while the screen is up would be drawn over it and lost with it. It is
// kept instead, and said once the terminal is given back. The last words of a trap are among it.
#ifndef CNCURSES_MESSAGES_H
#define CNCURSES_MESSAGES_H

/// Keeps what is written to standard error from now on, if that is the terminal that the screen is on.
void bl_keep_messages(int terminal);
/// Gives standard error back and says what was kept, the last 64 KiB of it; safe in a signal handler. Only ASCII, hanzi
/// and their punctuation are said as they are, everything else as `?`.
void bl_say_messages(void);

#endif
