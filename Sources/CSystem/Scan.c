#define _GNU_SOURCE
#include "Scan.h"

#include <string.h>
#include <wchar.h>

// Rough frequencies of bytes in folded Chinese text: the rarer of them are looked for first. The lead bytes of hanzi
// are every third byte; ASCII is rarer than what follows these.
static int commonness(uint8_t byte) {
  if (byte >= 0xE4 && byte <= 0xE9) return 4;
  if (byte == 0xB8 || byte == 0xBA || byte == 0x80 || byte == 0xBD) return 3;
  if (byte >= 0x80 && byte < 0xC0) return 2;
  return byte == ',' || (byte >= '0' && byte <= '9') ? 1 : 0;
}

// The two places of a needle whose bytes are rarest, as far apart as may be; the same one twice where it has one byte.
static void rare_places(const uint8_t *needle, size_t length, size_t *first, size_t *second) {
  size_t best = 0, next = length - 1;
  for (size_t place = 1; place < length; place++)
    if (commonness(needle[place]) < commonness(needle[best])) best = place;
  if (next == best) next = 0;
  for (size_t place = 0; place < length; place++)
    if (place != best && commonness(needle[place]) < commonness(needle[next])) next = place;
  *first = best < next ? best : next;
  *second = best < next ? next : best;
}

struct finding {
  const uint8_t *text, *needle;
  size_t needle_length, room, count;
  uint32_t *places;
  // End of the last one.
  size_t end;
};

// Takes the place of a candidate; returns 0 where there is no more room.
static inline int take(struct finding *finding, size_t place) {
  if (place < finding->end || memcmp(finding->text + place, finding->needle, finding->needle_length)) return 1;
  finding->places[finding->count++] = (uint32_t)place;
  finding->end = place + finding->needle_length;
  return finding->count < finding->room;
}

static void find_rest(struct finding *finding, size_t length, size_t from) {
  if (from < finding->end) from = finding->end;
  while (from < length && finding->count < finding->room) {
    const uint8_t *found = memmem(finding->text + from, length - from, finding->needle, finding->needle_length);
    if (!found) return;
    take(finding, (size_t)(found - finding->text));
    from = finding->end;
  }
}

#if defined(__x86_64__)
#include <immintrin.h>

#define STEP 128

// 128 places at a time: where both rare bytes stand in their places there may be a needle. Goes on by find_rest.
__attribute__((target("avx2,bmi"))) static size_t find_wide(struct finding *finding, size_t length, size_t from) {
  size_t first, second;
  rare_places(finding->needle, finding->needle_length, &first, &second);
  const __m256i one = _mm256_set1_epi8((char)finding->needle[first]);
  const __m256i other = _mm256_set1_epi8((char)finding->needle[second]);
  const uint8_t *text = finding->text;
  for (; from + STEP + finding->needle_length <= length; from += STEP) {
    __m256i both[4];
    for (int part = 0; part < 4; part++) {
      const uint8_t *place = text + from + 32 * part;
      both[part] = _mm256_and_si256(_mm256_cmpeq_epi8(_mm256_loadu_si256((const __m256i *)(place + first)), one),
                                    _mm256_cmpeq_epi8(_mm256_loadu_si256((const __m256i *)(place + second)), other));
    }
    const __m256i any = _mm256_or_si256(_mm256_or_si256(both[0], both[1]), _mm256_or_si256(both[2], both[3]));
    if (_mm256_testz_si256(any, any)) continue;
    for (int part = 0; part < 4; part++) {
      for (uint32_t left = (uint32_t)_mm256_movemask_epi8(both[part]); left; left &= left - 1)
        if (!take(finding, from + 32 * (size_t)part + (size_t)__builtin_ctz(left))) return length;
    }
  }
  return from;
}

static size_t find_fast(struct finding *finding, size_t length, size_t from) {
  return __builtin_cpu_supports("avx2") ? find_wide(finding, length, from) : from;
}
#else
static size_t find_fast(struct finding *finding, size_t length, size_t from) { return from; }
#endif

size_t bl_find_all(const uint8_t *text, size_t length, size_t from, const uint8_t *needle, size_t needle_length,
                   uint32_t *places, size_t room) {
  if (!needle_length || !room) return 0;
  struct finding finding = {text, needle, needle_length, room, 0, places, 0};
  find_rest(&finding, length, find_fast(&finding, length, from));
  return finding.count;
}

// MARK: Pairs

// Length of a character in bytes, by the first five bits of its first byte; a separator of texts has one.
static inline size_t width(uint8_t lead) {
  return "\1\1\1\1\1\1\1\1\1\1\1\1\1\1\1\1\1\1\1\1\1\1\1\1\2\2\2\2\3\3\4\1"[lead >> 3];
}

// The bit of the first one to eight bytes of a number.
static inline uint32_t bit_of_value(uint64_t value, size_t count, unsigned log2) {
  return (uint32_t)((value << (64 - 8 * count)) * 0x9E3779B97F4A7C15u >> (64 - log2));
}

// The bit of up to eight bytes.
static inline uint32_t bit_of(const uint8_t *bytes, size_t count, unsigned log2) {
  uint64_t value = 0;
  memcpy(&value, bytes, count);
  return bit_of_value(value, count, log2);
}

// Marks a character and the two that it is the first of.
static inline void mark_at(uint64_t *bits, uint64_t value, size_t one, size_t both, unsigned log2) {
  uint32_t single = bit_of_value(value, one, log2), pair = bit_of_value(value, both, log2);
  bits[single >> 6] |= UINT64_C(1) << (single & 63);
  bits[pair >> 6] |= UINT64_C(1) << (pair & 63);
}

// Three characters of three bytes before another one, as nearly everywhere: their lengths need not be found out one
// after the other. Returns whether they are that.
static inline int mark_hanzi(uint64_t *bits, const uint8_t *text, unsigned log2) {
  uint64_t one, other;
  memcpy(&one, text, 8);
  memcpy(&other, text + 6, 8);
  const uint64_t leads = 0xF00000F0, hanzi = 0xE00000E0;
  if ((one & leads) != hanzi || (other & leads) != hanzi) return 0;
  mark_at(bits, one, 3, 6, log2);
  mark_at(bits, one >> 24 | other << 24, 3, 6, log2);
  mark_at(bits, other, 3, 6, log2);
  return 1;
}

void bl_mark_pairs(const uint8_t *text, size_t length, uint64_t *bits, unsigned log2) {
  size_t place = 0;
  // Eight bytes at once as long as there are as many.
  size_t one = length ? width(text[0]) : 0;
  while (place + 8 <= length) {
    if (place + 14 <= length && mark_hanzi(bits, text + place, log2)) {
      place += 9;
      one = 3;
      continue;
    }
    uint64_t value;
    memcpy(&value, text + place, 8);
    size_t other = width(text[place + one]);
    mark_at(bits, value, one, one + other, log2);
    place += one;
    one = other;
  }
  while (place < length) {
    size_t one = width(text[place]);
    if (place + one > length) return;
    uint32_t bit = bit_of(text + place, one, log2);
    bits[bit >> 6] |= UINT64_C(1) << (bit & 63);
    size_t two = place + one < length ? one + width(text[place + one]) : 0;
    if (two && place + two <= length) {
      bit = bit_of(text + place, two, log2);
      bits[bit >> 6] |= UINT64_C(1) << (bit & 63);
    }
    place += one;
  }
}

size_t bl_pair_bits(const uint8_t *needle, size_t length, unsigned log2, uint32_t *bits, size_t room) {
  size_t count = 0, place = 0;
  while (place < length && count < room) {
    size_t one = width(needle[place]);
    if (place + one >= length) {
      if (place == 0) bits[count++] = bit_of(needle, length, log2);
      break;
    }
    size_t two = one + width(needle[place + one]);
    if (place + two > length) break;
    bits[count++] = bit_of(needle + place, two, log2);
    place += one;
  }
  return count;
}

// MARK: Chains

// The scalar of three bytes.
static inline uint32_t three(uint64_t bytes) {
  return (uint32_t)((bytes & 0xF) << 12 | (bytes & 0x3F00) >> 2 | (bytes >> 16 & 0x3F));
}

// The links that the character of some bytes can be, and its length. Those beyond U+FFFF can be all.
static inline unsigned links_of(uint64_t value, const uint16_t *table, size_t *width) {
  if ((value & 0xF0) == 0xE0) return *width = 3, table[three(value)];
  if (!(value & 0x80)) return *width = 1, table[value & 0x7F];
  uint8_t lead = (uint8_t)value;
  if (lead >= 0xC2 && lead < 0xE0) return *width = 2, table[(value & 0x1F) << 6 | (value >> 8 & 0x3F)];
  if (lead >= 0xF0 && lead < 0xF5) return *width = 4, 0xFFFF;
  return *width = 1, 0;
}

// Back to where the longest of some chains starts whose last links stand before a place.
static size_t start_of(unsigned states, const uint8_t *lengths, const uint8_t *text, size_t place, size_t least) {
  unsigned most = 0;
  for (; states; states &= states - 1) {
    unsigned length = lengths[__builtin_ctz(states)];
    if (length > most) most = length;
  }
  for (; most && place > least; most--) {
    do place--;
    while (place > least && (text[place] & 0xC0) == 0x80);
  }
  return place;
}

// Passes over text while no two characters side by side can be the first two links of a chain. Each is looked at by
// itself: to follow chains from one to the next takes a processor twice as long.
// Returns a place before which no chain has started that is whole so far.
static inline __attribute__((always_inline)) size_t pass_pairs(uint32_t (*two)(uint64_t), const uint8_t *text,
                                                               size_t length, size_t place, const uint16_t *table,
                                                               unsigned starts) {
  const uint64_t leads = 0xF00000F0, hanzi = 0xE00000E0;
  // Of the last character: where its links lead to, and its length.
  unsigned last = 0;
  size_t width = 0;
  while (place + 14 <= length) {
    uint64_t one, other;
    memcpy(&one, text + place, 8);
    memcpy(&other, text + place + 6, 8);
    if ((one & leads) == hanzi && (other & leads) == hanzi) {
      // Four hanzi, as nearly everywhere.
      const uint32_t both = two(one), rest = two(other);
      const unsigned first = table[both >> 16], second = table[both & 0xFFFF];
      const unsigned third = table[rest >> 16], fourth = table[rest & 0xFFFF];
      if ((last & first) | ((first & starts) << 1 & second) | ((second & starts) << 1 & third) |
          ((third & starts) << 1 & fourth))
        break;
      last = (fourth & starts) << 1;
      width = 3;
      place += 12;
    } else {
      size_t next;
      const unsigned links = links_of(one, table, &next);
      if (last & links) break;
      last = (links & starts) << 1;
      width = next;
      place += next;
    }
  }
  return last ? place - width : place;
}

// The scalars of two characters of three bytes.
static uint32_t two_scalars(uint64_t bytes) { return three(bytes) << 16 | three(bytes >> 24); }

#if defined(__x86_64__)
__attribute__((target("bmi2"))) static uint32_t two_scalars_fast(uint64_t bytes) {
  return (uint32_t)_pext_u64(__builtin_bswap64(bytes), 0x0F3F3F0F3F3F0000);
}

__attribute__((target("bmi2"))) static size_t pass_pairs_fast(const uint8_t *text, size_t length, size_t place,
                                                              const uint16_t *table, unsigned starts) {
  return pass_pairs(two_scalars_fast, text, length, place, table, starts);
}
#endif

static size_t pass(const uint8_t *text, size_t length, size_t place, const uint16_t *table, unsigned starts) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("bmi2")) return pass_pairs_fast(text, length, place, table, starts);
#endif
  return pass_pairs(two_scalars, text, length, place, table, starts);
}

size_t bl_find_chains(const uint8_t *text, size_t length, size_t from, const uint16_t *table, uint16_t starts,
                      uint16_t finals, const uint8_t *lengths) {
  const uint64_t leads = 0xF00000F0, hanzi = 0xE00000E0;
  // Some chain has one link only, so that no two are needed.
  const int is_short = (starts & finals) != 0;
  // The links that the last character can be, of chains that are whole up to it.
  unsigned states = 0;
  size_t place = from;
  while (place + 14 <= length) {
    if (!states && !is_short) {
      place = pass(text, length, place, table, starts);
      if (place + 14 > length) break;
    }
    uint64_t one, other;
    memcpy(&one, text + place, 8);
    memcpy(&other, text + place + 6, 8);
    if ((one & leads) == hanzi && (other & leads) == hanzi) {
      // Four hanzi, as nearly everywhere.
      unsigned first = (states << 1 | starts) & table[three(one)];
      unsigned second = (first << 1 | starts) & table[three(one >> 24)];
      unsigned third = (second << 1 | starts) & table[three(other)];
      unsigned fourth = (third << 1 | starts) & table[three(other >> 24)];
      if (!((first | second | third | fourth) & finals)) {
        states = fourth;
        place += 12;
        continue;
      }
    }
    size_t width;
    states = (states << 1 | starts) & links_of(one, table, &width);
    place += width;
    if (states & finals) return start_of(states, lengths, text, place, from);
  }
  // Something may have begun that the last bytes go on with: the caller looks at these one after the other.
  place = start_of(states, lengths, text, place, from);
  return place < length ? place : length;
}

size_t bl_find_scalar(const uint32_t *scalars, size_t count, uint32_t scalar) {
  _Static_assert(sizeof(wchar_t) == sizeof *scalars, "characters of the C library are scalars");
  const wchar_t *const found = wmemchr((const wchar_t *)scalars, (wchar_t)scalar, count);
  return found ? (size_t)(found - (const wchar_t *)scalars) : count;
}

void bl_count_pair(const uint32_t *scalars, size_t count, uint32_t first, uint32_t second, uint32_t found[3]) {
  // Whatever stands there, the same is done, so that the compiler looks at several at once.
  uint32_t together = 0, firsts = 0, seconds = 0;
  for (size_t place = 0; place + 1 < count; place++) {
    together += (scalars[place] == first) & (scalars[place + 1] == second);
    firsts += scalars[place] == first;
    seconds += scalars[place] == second;
  }
  if (count) {
    firsts += scalars[count - 1] == first;
    seconds += scalars[count - 1] == second;
  }
  found[0] = together;
  found[1] = firsts;
  found[2] = seconds;
}

size_t bl_find_hash(const uint16_t *hashes, size_t count, size_t from, uint16_t hash) {
  enum { STRETCH = 64 };
  for (; from + STRETCH <= count; from += STRETCH) {
    uint16_t any = 0;
    for (size_t next = 0; next < STRETCH; next++) any |= hashes[from + next] == hash;
    if (any) break;
  }
  while (from < count && hashes[from] != hash) from++;
  return from;
}
