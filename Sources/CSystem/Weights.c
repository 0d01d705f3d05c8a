#include "Weights.h"

#include <stdatomic.h>
#include <string.h>

enum { FIRST_WEIGHT = BL_VECTOR_LENGTH - BL_VECTOR_LANES };

typedef int8_t packed_lanes __attribute__((vector_size(BL_VECTOR_LENGTH)));
typedef int32_t signed_lanes __attribute__((vector_size(BL_SUM_LENGTH)));
typedef uint32_t lanes __attribute__((vector_size(BL_SUM_LENGTH)));
typedef float float_lanes __attribute__((vector_size(BL_SUM_LENGTH)));

#define INLINE static inline __attribute__((always_inline))

INLINE void add_vector(lanes *sum, const uint8_t *vector) {
  packed_lanes weights;
  memcpy(&weights, vector, sizeof weights);
  // Shifted without a sign, as that is defined for all numbers.
  const uint32_t shift = (uint32_t)((int8_t)vector[FIRST_WEIGHT - 1] + BL_WEIGHT_SCALE);
  *sum += (lanes)__builtin_convertvector(weights, signed_lanes) << shift;
}

INLINE void add_kept(lanes *sum, const void *kept) {
  lanes other;
  memcpy(&other, kept, sizeof other);
  *sum += other;
}

INLINE void take_sum(const lanes *sum, float *sums) {
  const float_lanes all = __builtin_convertvector((signed_lanes)*sum, float_lanes) * (1.0f / (1 << BL_WEIGHT_SCALE));
  const float_lanes none = {0};
  const float_lanes moved =
      __builtin_shufflevector(all, none, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 16, 16);
  _Static_assert(FIRST_WEIGHT == 3, "the lanes are moved by three");
  memcpy(sums, &moved, sizeof moved);
}

INLINE uint32_t feature_of(const bl_template *template, const uint8_t *codes) {
  uint32_t feature = template->first;
  for (int part = 0; part < BL_TEMPLATE_PARTS; part++)
    feature += (uint32_t)codes[template->parts[part]] * template->factors[part];
  return feature;
}

// Adds up the weights of a group's templates one by one.
INLINE void add_templates(const uint8_t *vectors, const uint16_t *places, const bl_feature_table *table,
                          const bl_template_group *group, uint32_t side, const uint8_t *codes, lanes *sum) {
  for (uint32_t index = 0; index < group->template_count; index++) {
    const bl_template *const template = table->templates + group->first_template + index;
    const uint32_t row = feature_of(template, codes) * table->all_sides + table->first_side + side;
    add_vector(sum, vectors + BL_VECTOR_LENGTH * (size_t)places[row]);
  }
}

// Adds up the sums of a group and keeps them.
// Returns their number; 0 if there is no room for them.
INLINE uint32_t keep_sums(const uint8_t *vectors, const uint16_t *places, const bl_feature_table *table,
                          const bl_template_group *group, const uint8_t *codes) {
  _Atomic uint16_t *const place = (_Atomic uint16_t *)table->numbers + feature_of(&group->key, codes);
  // The line before may have had the same.
  const uint16_t kept = atomic_load_explicit(place, memory_order_acquire);
  if (kept != 0) return kept;
  if (atomic_load_explicit((_Atomic uint32_t *)table->sum_count, memory_order_relaxed) >= table->most_sums) return 0;
  const uint32_t number =
      atomic_fetch_add_explicit((_Atomic uint32_t *)table->sum_count, 1, memory_order_relaxed) + 1;
  if (number > table->most_sums) return 0;
  uint8_t *const sums = table->sums + (size_t)BL_SUM_LENGTH * table->side_count * (number - 1);
  for (uint32_t side = 0; side < table->side_count; side++) {
    lanes sum = {0};
    add_templates(vectors, places, table, group, side, codes, &sum);
    memcpy(sums + BL_SUM_LENGTH * side, &sum, sizeof sum);
  }
  atomic_store_explicit(place, (uint16_t)number, memory_order_release);
  return number;
}

INLINE void sum_weights(const uint8_t *vectors, const uint16_t *places, const uint16_t *rows, size_t count,
                        float *sums) {
  lanes sum = {0};
  for (size_t index = 0; index < count; index++)
    add_vector(&sum, vectors + BL_VECTOR_LENGTH * (size_t)places[rows[index]]);
  take_sum(&sum, sums);
}

typedef uint32_t keep_function(const uint8_t *vectors, const uint16_t *places, const bl_feature_table *table,
                               const bl_template_group *group, const uint8_t *codes);

// Finds the numbers of the sums of a line's groups, which are soon asked for.
INLINE void find_sums(const bl_feature_table *tables, size_t table_count, uint32_t side_count, const uint8_t *codes,
                      uint16_t *numbers) {
  for (const bl_feature_table *table = tables; table < tables + table_count; table++) {
    for (size_t group = 0; group < table->group_count; group++, numbers++) {
      _Atomic uint16_t *const place =
          (_Atomic uint16_t *)table->numbers + feature_of(&table->groups[group].key, codes);
      *numbers = atomic_load_explicit(place, memory_order_acquire);
      if (*numbers == 0) continue;
      const uint8_t *const sums = table->sums + (size_t)BL_SUM_LENGTH * side_count * (*numbers - 1u);
      for (uint32_t side = 0; side < side_count; side++) __builtin_prefetch(sums + BL_SUM_LENGTH * side);
    }
  }
}

INLINE void sum_line(keep_function *keep, const uint8_t *vectors, const uint16_t *places,
                     const bl_feature_table *tables, size_t table_count, uint32_t side_count, const uint8_t *codes,
                     const uint16_t *numbers, const uint16_t *rows, size_t row_count, float *sums) {
  lanes all[BL_MOST_SIDES];
  for (uint32_t side = 0; side < side_count; side++) all[side] = (lanes){0};
  for (const bl_feature_table *table = tables; table < tables + table_count; table++) {
    for (size_t index = 0; index < table->group_count; index++, numbers++) {
      const bl_template_group *const group = table->groups + index;
      const uint32_t number = *numbers ? *numbers : keep(vectors, places, table, group, codes);
      const uint8_t *const kept = table->sums + (size_t)BL_SUM_LENGTH * side_count * (number - 1u);
      for (uint32_t side = 0; side < side_count; side++) {
        if (number != 0)
          add_kept(&all[side], kept + BL_SUM_LENGTH * side);
        else
          add_templates(vectors, places, table, group, side, codes, &all[side]);
      }
    }
  }
  const uint16_t *const of_side = places + tables->first_side;
  for (size_t index = 0; index < row_count; index++) {
    for (uint32_t side = 0; side < side_count; side++)
      add_vector(&all[side], vectors + BL_VECTOR_LENGTH * (size_t)of_side[rows[index] + side]);
  }
  for (uint32_t side = 0; side < side_count; side++) take_sum(&all[side], sums + 16 * side);
}

INLINE void sum_lines(keep_function *keep, const uint8_t *vectors, const uint16_t *places,
                      const bl_feature_table *tables, size_t table_count, uint32_t side_count,
                      const bl_feature_lines *lines, float *sums) {
  // Of a line and of the next one.
  uint16_t numbers[2][BL_MOST_GROUPS];
  const uint16_t *rows = lines->rows;
  if (lines->count > 0) find_sums(tables, table_count, side_count, lines->codes, numbers[0]);
  for (size_t line = 0; line < lines->count; line++) {
    const uint8_t *const codes = lines->codes + lines->width * line;
    if (line + 1 < lines->count)
      find_sums(tables, table_count, side_count, codes + lines->width, numbers[(line + 1) & 1]);
    sum_line(keep, vectors, places, tables, table_count, side_count, codes, numbers[line & 1], rows,
             lines->row_counts[line], sums + lines->step * line);
    rows += lines->row_counts[line];
  }
}

__attribute__((noinline)) static uint32_t keep(const uint8_t *vectors, const uint16_t *places,
                                             const bl_feature_table *table, const bl_template_group *group,
                                             const uint8_t *codes) {
  return keep_sums(vectors, places, table, group, codes);
}

#if defined(__x86_64__)
#define WIDE __attribute__((target("avx2")))

WIDE __attribute__((noinline)) static uint32_t keep_wide(const uint8_t *vectors, const uint16_t *places,
                                             const bl_feature_table *table, const bl_template_group *group,
                                             const uint8_t *codes) {
  return keep_sums(vectors, places, table, group, codes);
}

WIDE static void sum_weights_wide(const uint8_t *vectors, const uint16_t *places, const uint16_t *rows, size_t count,
                                  float *sums) {
  sum_weights(vectors, places, rows, count, sums);
}

WIDE static void sum_lines_wide(const uint8_t *vectors, const uint16_t *places, const bl_feature_table *tables,
                                size_t table_count, const bl_feature_lines *lines, float *sums) {
  // The sums of as many sides as there are in tables stay in registers.
  switch (tables->side_count) {
  case 1: return sum_lines(keep_wide, vectors, places, tables, table_count, 1, lines, sums);
  case 2: return sum_lines(keep_wide, vectors, places, tables, table_count, 2, lines, sums);
  case 6: return sum_lines(keep_wide, vectors, places, tables, table_count, 6, lines, sums);
  default: return sum_lines(keep_wide, vectors, places, tables, table_count, tables->side_count, lines, sums);
  }
}
#endif

void bl_sum_weights(const uint8_t *vectors, const uint16_t *places, const uint16_t *rows, size_t count,
                    float sums[16]) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) return sum_weights_wide(vectors, places, rows, count, sums);
#endif
  sum_weights(vectors, places, rows, count, sums);
}

void bl_sum_features(const uint8_t *vectors, const uint16_t *places, const bl_feature_table *tables,
                     size_t table_count, const bl_feature_lines *lines, float *sums) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) return sum_lines_wide(vectors, places, tables, table_count, lines, sums);
#endif
  sum_lines(keep, vectors, places, tables, table_count, tables->side_count, lines, sums);
}
