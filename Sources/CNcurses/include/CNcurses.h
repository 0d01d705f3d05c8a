// Functions over ncurses' database of terminals and over the terminal driver. ncurses.h itself stays out of Swift: its
// macros, variadic functions and wide-character structures do not import, and its names (`move`, `filter`, `box`)
// would. There is one terminal to a process, so what these functions keep is the process's.
#ifndef CNCURSES_H
#define CNCURSES_H

#include "Messages.h"
#include "Screen.h"
#include "Signals.h"
#include "Tty.h"

#endif
