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

void bl_mark_initials(const uint8_t *text, size_t length, const uint8_t *classes, const uint32_t *letters,
                      uint64_t *bits) {
  // By the first two letters: a bit for each third one.
  uint32_t rows[BL_INITIALS * BL_INITIALS] = {0};
  unsigned first = BL_NO_INITIAL, second = BL_NO_INITIAL;
  for (size_t place = 0; place < length;) {
    unsigned third;
    place += read_class(text + place, length - place, classes, &third);
    const uint32_t found = letters[third];
    // Most characters have one letter, by which their class is called.
    if ((first < BL_INITIALS) & (second < BL_INITIALS)) {
      rows[first * BL_INITIALS + second] |= found;
    } else if (found) {
      for (uint32_t a = letters[first]; a; a &= a - 1)
        for (uint32_t b = letters[second]; b; b &= b - 1)
          rows[__builtin_ctz(a) * BL_INITIALS + __builtin_ctz(b)] |= found;
    }
    first = second;
    second = third;
  }
  for (unsigned pair = 0, bit = 0; pair < BL_INITIALS * BL_INITIALS; pair++, bit += BL_INITIALS) {
    const uint64_t row = rows[pair];
    bits[bit >> 6] |= row << (bit & 63);
    if ((bit & 63) > 64 - BL_INITIALS) bits[(bit >> 6) + 1] |= row >> (64 - (bit & 63));
  }
}
