// Passing over folded text at the speed of memory.
#ifndef CSYSTEM_SCAN_H
#define CSYSTEM_SCAN_H

#include <stddef.h>
#include <stdint.h>

/// Places of a needle in a text that do not overlap, in order, from an offset on; at most so many as there is room for.
/// Returns how many were found; where the room was filled there may be more.
size_t bl_find_all(const uint8_t *text, size_t length, size_t from, const uint8_t *needle, size_t needle_length,
                   uint32_t *places, size_t room);

/// Sets a bit for each character of a text and for each two that stand side by side. There are 2^log2 bits.
void bl_mark_pairs(const uint8_t *text, size_t length, uint64_t *bits, unsigned log2);

/// The bits of each character or, where there are several, of each two side by side: what a text with the needle must
/// have. Returns how many were written, at most as many as there is room for.
size_t bl_pair_bits(const uint8_t *needle, size_t length, unsigned log2, uint32_t *bits, size_t room);

/// Number of letters that syllables of pinyin begin with.
#define BL_INITIALS 23

/// The classes of characters that begin with none of them, and with any. Those below are of one letter each, in order;
/// those above of several.
#define BL_NO_INITIAL 23
#define BL_ANY_INITIAL 24

/// Sets a bit, of BL_INITIALS to the third, for each three letters that three characters side by side begin with, where
/// these are read as pinyin or are letters: the first letter counts most. By scalar there is a class, below U+10000,
/// and by class the letters, a bit for each; characters from there on can begin with any.
void bl_mark_initials(const uint8_t *text, size_t length, const uint8_t *classes, const uint32_t *letters,
                      uint64_t *bits);

/// The first place, from an offset on, where a chain of characters of UTF-8 may stand; `length` where there is none. A
/// character can be links of chains: bits in a table by scalar, where each chain's lie side by side, the first one
/// lowest. Characters beyond U+FFFF can be all. There are 16 at most; `starts` and `finals` are those that a chain
/// starts and ends with, `lengths` says of each how many its chain has up to it. The last bytes are not looked at, but
/// are places as well.
size_t bl_find_chains(const uint8_t *text, size_t length, size_t from, const uint16_t *table, uint16_t starts,
                      uint16_t finals, const uint8_t *lengths);

/// The first place of a scalar among some; `count` where there is none.
size_t bl_find_scalar(const uint32_t *scalars, size_t count, uint32_t scalar);

/// Counts how often two scalars stand side by side, and how often each of them stands anywhere, in this order.
void bl_count_pair(const uint32_t *scalars, size_t count, uint32_t first, uint32_t second, uint32_t found[3]);

/// The first place of a hash among some, from a place on; `count` where there is none.
size_t bl_find_hash(const uint16_t *hashes, size_t count, size_t from, uint16_t hash);

#endif
