#include "Plain.h"

#include <string.h>

static inline int tails(uint8_t byte) { return (byte & 0xC0) == 0x80; }

// Length in bytes of the scalar that stands first, of at least one byte; 0 if none does.
static inline size_t scalar_length(const uint8_t *bytes, size_t left) {
  const uint8_t lead = bytes[0];
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4 || left < 2) return 0;
  const uint8_t second = bytes[1];
  if (lead < 0xE0) return tails(second) ? 2 : 0;
  if (lead < 0xF0) {
    if (second < (lead == 0xE0 ? 0xA0 : 0x80) || second > (lead == 0xED ? 0x9F : 0xBF)) return 0;
    return left >= 3 && tails(bytes[2]) ? 3 : 0;
  }
  if (second < (lead == 0xF0 ? 0x90 : 0x80) || second > (lead == 0xF4 ? 0x8F : 0xBF)) return 0;
  return left >= 4 && tails(bytes[2]) && tails(bytes[3]) ? 4 : 0;
}

size_t bl_utf8_prefix(const uint8_t *bytes, size_t length) {
  size_t place = 0;
  while (place < length) {
    while (place + 8 <= length) {
      uint64_t value;
      memcpy(&value, bytes + place, 8);
      if (!(value & 0x8080808080808080)) {
        place += 8;
        continue;
      }
      // Two of three bytes, of which E1 to EC may have any tails: hanzi, as nearly everywhere.
      const uint8_t first = bytes[place] - 0xE1, second = bytes[place + 3] - 0xE1;
      if (first > 0xEC - 0xE1 || second > 0xEC - 0xE1 || (value & 0x0000C0C000C0C000) != 0x0000808000808000) break;
      place += 6;
    }
    if (place == length) break;
    size_t count = scalar_length(bytes + place, length - place);
    if (!count) return place;
    place += count;
  }
  return place;
}

// 1 for a control character, else 0.
static inline uint8_t is_control(uint8_t byte) {
  return ((byte < 0x20) & ((uint8_t)(byte - 0x09) > 0x0D - 0x09) & (byte != 0x1B)) | (byte == 0x7F);
}

size_t bl_count_controls(const uint8_t *bytes, size_t length) {
  enum { STEP = 128 };
  size_t count = 0, place = 0;
  // So few that their number fits into a byte, and the compiler counts 16 of them at once.
  for (; place + STEP <= length; place += STEP) {
    uint8_t some = 0;
    for (size_t next = 0; next < STEP; next++) some += is_control(bytes[place + next]);
    count += some;
  }
  for (; place < length; place++) count += is_control(bytes[place]);
  return count;
}

// Each asks all places of a stretch at once, which the compiler does 16 or 32 at a time, before it looks at the result.
enum { STRETCH = 256 };

#define INLINE static inline __attribute__((always_inline))

// The first place of which not all is known: a stretch that has such an end of a line, or the last one.
INLINE size_t without_rare_ends(const uint8_t *bytes, size_t length) {
  size_t place = 0;
  for (; place + STRETCH + 2 <= length; place += STRETCH) {
    const uint8_t *text = bytes + place;
    uint8_t any = 0;
    for (size_t next = 0; next < STRETCH; next++)
      any |= (text[next] == 0x0B) | (text[next] == 0x0C) |
             ((text[next] == 0xC2) & (text[next + 1] == 0x85)) |
             ((text[next] == 0xE2) & (text[next + 1] == 0x80) & ((text[next + 2] & 0xFE) == 0xA8));
    if (any) break;
  }
  return place;
}

// The same of gutters.
INLINE size_t without_gutters(const uint8_t *bytes, size_t length) {
  size_t place = 0;
  for (; place + STRETCH + 5 <= length; place += STRETCH) {
    const uint8_t *text = bytes + place;
    uint8_t any = 0;
    for (size_t next = 0; next < STRETCH; next++)
      any |= (text[next] == '\t') | ((text[next] == ' ') & (text[next + 1] == ' ')) |
             ((text[next] == 0xE3) & (text[next + 1] == 0x80) & (text[next + 2] == 0x80) & (text[next + 3] == 0xE3) &
              (text[next + 4] == 0x80) & (text[next + 5] == 0x80));
    if (any) break;
  }
  return place;
}

#if defined(__x86_64__)
__attribute__((target("avx2"))) static size_t without_rare_ends_wide(const uint8_t *bytes, size_t length) {
  return without_rare_ends(bytes, length);
}

__attribute__((target("avx2"))) static size_t without_gutters_wide(const uint8_t *bytes, size_t length) {
  return without_gutters(bytes, length);
}

#define PASS(over, bytes, length) (__builtin_cpu_supports("avx2") ? over##_wide(bytes, length) : over(bytes, length))
#else
#define PASS(over, bytes, length) over(bytes, length)
#endif

int bl_has_rare_line_ends(const uint8_t *bytes, size_t length) {
  for (size_t place = PASS(without_rare_ends, bytes, length); place < length; place++) {
    const size_t left = length - place;
    const uint8_t *text = bytes + place;
    if (*text == 0x0B || *text == 0x0C || (left > 1 && *text == 0xC2 && text[1] == 0x85) ||
        (left > 2 && *text == 0xE2 && text[1] == 0x80 && (text[2] & 0xFE) == 0xA8))
      return 1;
  }
  return 0;
}

int bl_has_gutters(const uint8_t *bytes, size_t length) {
  for (size_t place = PASS(without_gutters, bytes, length); place < length; place++) {
    const size_t left = length - place;
    const uint8_t *text = bytes + place;
    if (*text == '\t' || (left > 1 && *text == ' ' && text[1] == ' ') ||
        (left > 5 && !memcmp(text, "\xE3\x80\x80\xE3\x80\x80", 6)))
      return 1;
  }
  return 0;
}
