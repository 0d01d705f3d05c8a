// Sums of rows of weights, at the speed of the processor's wide registers.
#ifndef CSYSTEM_WEIGHTS_H
#define CSYSTEM_WEIGHTS_H

#include <stddef.h>
#include <stdint.h>

enum {
  /// Bytes of a vector: two that are not read, a power of two (8 bits, signed), and weights as multiples of it (8 bits,
  /// signed).
  BL_VECTOR_LENGTH = 16,
  /// Weights of a vector.
  BL_VECTOR_LANES = 13,
  /// Sums are exact to two to the power of minus this; vectors of smaller powers are not allowed, nor of positive ones.
  BL_WEIGHT_SCALE = 22
};

/// Adds up vectors: of `vectors` those that `places` has for each of some rows. Lanes behind the last weight become
/// 0. A sum must be less than 512 in each lane.
void bl_sum_weights(const uint8_t *vectors, const uint16_t *places, const uint16_t *rows, size_t count,
                    float sums[16]);

#endif
