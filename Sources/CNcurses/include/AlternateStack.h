// A stack for signal handlers: one that overflowed has no room for the handler that gives the terminal back.
#ifndef CNCURSES_ALTERNATE_STACK_H
#define CNCURSES_ALTERNATE_STACK_H

/// Gives the calling thread a stack for signal handlers if it has none, until it ends.
void bl_give_thread_a_stack(void);

#endif
