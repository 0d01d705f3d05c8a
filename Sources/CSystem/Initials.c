#include "Scan.h"

// How many bytes a character has, and its scalar where it has at most three bytes; else one beyond U+FFFF.
static inline size_t read_scalar(const uint8_t *text, size_t left, uint32_t *scalar) {
  uint8_t lead = text[0];
  if (lead < 0x80) return *scalar = lead, 1;
  if (lead >= 0xE0 && lead < 0xF0 && left >= 3)
    return *scalar = (uint32_t)(lead & 0xF) << 12 | (uint32_t)(text[1] & 0x3F) << 6 | (text[2] & 0x3F), 3;
  if (lead >= 0xC2 && lead < 0xE0 && left >= 2)
    return *scalar = (uint32_t)(lead & 0x1F) << 6 | (text[1] & 0x3F), 2;
  if (lead >= 0xF0 && lead < 0xF5 && left >= 4) return *scalar = 0x10000, 4;
  // A separator, which is no letter.
  return *scalar = 0, 1;
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
  const uint32_t any = (1u << BL_INITIALS) - 1;
  uint32_t first = 0, second = 0;
  for (size_t place = 0; place < length;) {
    uint32_t scalar;
    place += read_scalar(text + place, length - place, &scalar);
    uint32_t third = scalar < 0x10000 ? letters[classes[scalar]] : any;
    if (first && second && third) mark_all(bits, first, second, third);
    first = second;
    second = third;
  }
}
