// The functions of libc that Swift's Glibc hides.
#ifndef CSYSTEM_H
#define CSYSTEM_H

#include <stddef.h>
#include <stdint.h>

#include "Plain.h"
#include "Scan.h"
#include "Weights.h"

/// Columns that a character takes in a terminal: 0, 1, 2, or -1 for one that a terminal does not show. By the program's
/// own table of Unicode: the C library knows widths only from locale files, which a machine may lack.
int bl_wcwidth(uint32_t scalar);

/// The first place of a needle in a haystack, or NULL.
const void *bl_memmem(const void *haystack, size_t length, const void *needle, size_t needle_length);

/// Takes the places of those standard streams that are closed, so that no file that is opened later gets their number.
/// Reading and writing them fails as before, with EBADF.
void bl_hold_standard_streams(void);

/// Has the C library ask the system for memory by the megabyte, as the program needs some at its start.
void bl_take_memory_in_large_pieces(void);

/// Has the system begin to write a part of a file to its disk, and does not wait for it.
void bl_start_writing(int fd, int64_t offset, int64_t length);

/// Opens a pipe whose ends no other program inherits, not even one that a thread starts meanwhile. Returns -1 on
/// failure, with errno.
int bl_open_pipe(int ends[2]);

/// Opens a process for `poll`, which tells of its end; no other program inherits the descriptor. Returns -1 where the
/// system cannot do that, with errno.
int bl_open_process(int process);

/// Guards a mapped file: where a part of it can no longer be read, because the file was truncated or the disk fails,
/// there are zeros instead of a signal that ends the program. Returns the mapping's number, below 0 if there are too
/// many of them.
int bl_guard_mapping(const void *start, size_t length);

/// True if a part of a guarded mapping could not be read.
int bl_mapping_is_torn(int number);

/// Ends the guard of a mapping, before it is unmapped.
void bl_forget_mapping(int number);

/// Puts zeros where a guarded mapping cannot be read, for handlers of SIGBUS. Returns 0 if no mapping has the address.
int bl_mend_mapping(void *address);

/// Gives the calling thread a stack for signal handlers if it has none, until it ends; to be called where a thread
/// begins. A stack that overflowed has no room for the handler that gives the terminal back. Other faults need none.
void bl_give_thread_a_stack(void);

#endif
