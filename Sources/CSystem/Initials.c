#include "Scan.h"

// A character's length, and its class; those beyond U+FFFF have one of their own, separators that of what is no letter.
static inline size_t read_class(const uint8_t *text, size_t left, const uint8_t *classes, unsigned *class) {
  uint8_t lead = text[0];
  if (lead >= 0xE0 && lead < 0xF0 && left >= 3)
    return *class = classes[(uint32_t)(lead & 0xF) << 12 | (uint32_t)(text[1] & 0x3F) << 6 | (text[2] & 0x3F)], 3;
  if (lead < 0x80) return *class = classes[lead], 1;
  if (lead >= 0xC2 && lead < 0xE0 && left >= 2)
    return *class = classes[(uint32_t)(lead & 0x1F) << 6 | (text[1] & 0x3F)], 2;
  if (lead >= 0xF0 && lead < 0xF5 && left >= 4) return *class = BL_ANY_INITIAL, 4;
  return *class = BL_NO_INITIAL, 1;
}

static inline void mark(uint64_t *bits, unsigned bit) { bits[bit >> 6] |= UINT64_C(1) << (bit & 63); }

// All triples of letters that three characters can begin with.
static void mark_all(uint64_t *bits, uint32_t first, uint32_t second, uint32_t third) {
  for (uint32_t a = first; a; a &= a - 1)
    for (uint32_t b = second; b; b &= b - 1)
      for (uint32_t c = third; c; c &= c - 1)
        mark(bits, (unsigned)((__builtin_ctz(a) * BL_INITIALS + __builtin_ctz(b)) * BL_INITIALS + __builtin_ctz(c)));
}

void bl_mark_initials(const uint8_t *text, size_t length, const uint8_t *classes, const uint32_t *letters,
                      uint64_t *bits) {
  unsigned first = BL_NO_INITIAL, second = BL_NO_INITIAL;
  for (size_t place = 0; place < length;) {
    unsigned third;
    place += read_class(text + place, length - place, classes, &third);
    if ((first < BL_INITIALS) & (second < BL_INITIALS) & (third < BL_INITIALS))
      mark(bits, (first * BL_INITIALS + second) * BL_INITIALS + third);
    else if (first != BL_NO_INITIAL && second != BL_NO_INITIAL && third != BL_NO_INITIAL)
      mark_all(bits, letters[first], letters[second], letters[third]);
    first = second;
    second = third;
  }
}
