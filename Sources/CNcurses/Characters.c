#include "Characters.h"

// Bytes of a sequence by its first byte; 0 for a byte that begins none.
static size_t sequence_length(unsigned char lead) {
  return lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
}

static int is_scalar(uint32_t value, size_t length) {
  static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
  return value >= least[length] && value <= 0x10FFFF && (value < 0xD800 || value >= 0xE000);
}

size_t bl_scalar(const unsigned char *bytes, size_t count, uint32_t *scalar) {
  size_t length = count > 0 ? sequence_length(*bytes) : 0;
  if (length == 0 || length > count) return 0;
  uint32_t value = length == 1 ? *bytes : *bytes & (0x7F >> length);
  for (size_t i = 1; i < length; i++) {
    if ((bytes[i] & 0xC0) != 0x80) return 0;
    value = value << 6 | (bytes[i] & 0x3F);
  }
  if (!is_scalar(value, length)) return 0;
  *scalar = value;
  return length;
}
