#define _GNU_SOURCE
#include "Characters.h"

#include <errno.h>
#include <wctype.h>

#include "CSystem.h"

// MARK: - Functions of the C library that ncurses calls

// The library knows characters other than ASCII only by the locale files of the machine, which a static program in a
// small container has none of. So ncurses gets the program's own answers: always UTF-8, and one table of widths.

int wcwidth(wchar_t scalar) { return bl_wcwidth((uint32_t)scalar); }

int iswprint(wint_t scalar) { return bl_wcwidth(scalar) >= 0; }

size_t wcrtomb(char *bytes, wchar_t scalar, mbstate_t *state) {
  (void)state;
  if (!bytes) return 1;
  uint32_t value = (uint32_t)scalar;
  if (value > 0x10FFFF || (value >= 0xD800 && value < 0xE000)) {
    errno = EILSEQ;
    return (size_t)-1;
  }
  size_t length = value < 0x80 ? 1 : value < 0x800 ? 2 : value < 0x10000 ? 3 : 4;
  static const unsigned char leads[] = {0, 0, 0xC0, 0xE0, 0xF0};
  for (size_t i = length; i-- > 1; value >>= 6) bytes[i] = (char)(0x80 | (value & 0x3F));
  bytes[0] = (char)(leads[length] | value);
  return length;
}

// MARK: - Decoding

// Bytes of a sequence by its first byte; 0 for a byte that begins none.
static size_t sequence_length(unsigned char lead) {
  return lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
}

static int is_scalar(uint32_t value, size_t length) {
  static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
  return value >= least[length] && value <= 0x10FFFF && (value < 0xD800 || value >= 0xE000);
}

size_t bl_scalars(const char *text, wchar_t *scalars, size_t room) {
  size_t count = 0;
  while (*text && count < room) {
    size_t length = sequence_length((unsigned char)*text);
    uint32_t value = length == 1 ? (unsigned char)*text : (unsigned char)*text & (0x7F >> length);
    for (size_t i = 1; i < length; i++) {
      if ((text[i] & 0xC0) != 0x80) return 0;
      value = value << 6 | (text[i] & 0x3F);
    }
    if (length == 0 || !is_scalar(value, length)) return 0;
    scalars[count++] = (wchar_t)value;
    text += length;
  }
  return count;
}
