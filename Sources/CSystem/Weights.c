#include "Weights.h"

enum { FIRST_WEIGHT = BL_VECTOR_LENGTH - BL_VECTOR_LANES };

static inline int shift_of(const uint8_t *vector) { return (int8_t)vector[FIRST_WEIGHT - 1] + BL_WEIGHT_SCALE; }

// The lanes before the first weight are of no meaning.
static void take_sums(const int32_t lanes[BL_VECTOR_LENGTH], float sums[16]) {
  for (int lane = 0; lane < BL_VECTOR_LANES; lane++)
    sums[lane] = (float)lanes[FIRST_WEIGHT + lane] / (1 << BL_WEIGHT_SCALE);
  for (int lane = BL_VECTOR_LANES; lane < 16; lane++) sums[lane] = 0;
}

static void sum_plain(const uint8_t *vectors, const uint16_t *places, const uint16_t *rows, size_t count,
                      float sums[16]) {
  // Shifted without a sign, as that is defined for all numbers.
  uint32_t lanes[BL_VECTOR_LENGTH] = {0};
  for (size_t index = 0; index < count; index++) {
    const uint8_t *vector = vectors + BL_VECTOR_LENGTH * (size_t)places[rows[index]];
    const int shift = shift_of(vector);
    for (int lane = 0; lane < BL_VECTOR_LENGTH; lane++) lanes[lane] += (uint32_t)(int8_t)vector[lane] << shift;
  }
  take_sums((const int32_t *)lanes, sums);
}

#if defined(__x86_64__)
#include <immintrin.h>

__attribute__((target("avx2"))) static void sum_wide(const uint8_t *vectors, const uint16_t *places,
                                                     const uint16_t *rows, size_t count, float sums[16]) {
  __m256i low = _mm256_setzero_si256(), high = _mm256_setzero_si256();
  for (size_t index = 0; index < count; index++) {
    const uint8_t *vector = vectors + BL_VECTOR_LENGTH * (size_t)places[rows[index]];
    const __m128i shift = _mm_cvtsi32_si128(shift_of(vector));
    const __m128i weights = _mm_loadu_si128((const __m128i *)vector);
    low = _mm256_add_epi32(low, _mm256_sll_epi32(_mm256_cvtepi8_epi32(weights), shift));
    high = _mm256_add_epi32(high, _mm256_sll_epi32(_mm256_cvtepi8_epi32(_mm_srli_si128(weights, 8)), shift));
  }
  int32_t lanes[BL_VECTOR_LENGTH];
  _mm256_storeu_si256((__m256i *)lanes, low);
  _mm256_storeu_si256((__m256i *)(lanes + 8), high);
  take_sums(lanes, sums);
}

void bl_sum_weights(const uint8_t *vectors, const uint16_t *places, const uint16_t *rows, size_t count,
                    float sums[16]) {
  (__builtin_cpu_supports("avx2") ? sum_wide : sum_plain)(vectors, places, rows, count, sums);
}
#else
void bl_sum_weights(const uint8_t *vectors, const uint16_t *places, const uint16_t *rows, size_t count,
                    float sums[16]) {
  sum_plain(vectors, places, rows, count, sums);
}
#endif
