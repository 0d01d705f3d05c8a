#include "Weights.h"

#include <stdatomic.h>
#include <string.h>

enum { FIRST_WEIGHT = BL_VECTOR_LENGTH - BL_VECTOR_LANES };

typedef int8_t packed_lanes __attribute__((vector_size(BL_VECTOR_LENGTH)));
typedef int32_t signed_lanes __attribute__((vector_size(BL_SUM_LENGTH)));
typedef uint32_t lanes __attribute__((vector_size(BL_SUM_LENGTH)));
typedef float float_lanes __attribute__((vector_size(BL_SUM_LENGTH)));

// The lanes before the first weight are of no meaning: where a sum is kept, the first of them says how far it is.
enum { EMPTY, CLAIMED, READY };

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

// Fills the sums of a group, if no other thread is about to.
INLINE int fill_sums(const uint8_t *vectors, const uint16_t *places, const bl_feature_table *table,
                     const bl_template_group *group, const uint8_t *codes, uint8_t *kept) {
  _Atomic uint32_t *const state = (_Atomic uint32_t *)kept;
  uint32_t empty = EMPTY;
  if (!atomic_compare_exchange_strong_explicit(state, &empty, CLAIMED, memory_order_acquire, memory_order_relaxed))
    return empty == READY;
  for (uint32_t side = 0; side < table->side_count; side++) {
    lanes sum = {0};
    add_templates(vectors, places, table, group, side, codes, &sum);
    memcpy(kept + BL_SUM_LENGTH * side + sizeof(uint32_t), (const uint8_t *)&sum + sizeof(uint32_t),
           BL_SUM_LENGTH - sizeof(uint32_t));
  }
  atomic_store_explicit(state, READY, memory_order_release);
  return 1;
}

INLINE void sum_weights(const uint8_t *vectors, const uint16_t *places, const uint16_t *rows, size_t count,
                        float *sums) {
  lanes sum = {0};
  for (size_t index = 0; index < count; index++)
    add_vector(&sum, vectors + BL_VECTOR_LENGTH * (size_t)places[rows[index]]);
  take_sum(&sum, sums);
}

typedef int fill_function(const uint8_t *vectors, const uint16_t *places, const bl_feature_table *table,
                          const bl_template_group *group, const uint8_t *codes, uint8_t *kept);

// Finds where the sums of a line's groups are kept, which are soon asked for.
INLINE void find_sums(const bl_feature_table *tables, size_t table_count, uint32_t side_count, const uint8_t *codes,
                      uint8_t **kept) {
  for (const bl_feature_table *table = tables; table < tables + table_count; table++) {
    for (size_t group = 0; group < table->group_count; group++, kept++) {
      const size_t place = (size_t)side_count * feature_of(&table->groups[group].key, codes);
      *kept = (uint8_t *)table->groups[group].sums + BL_SUM_LENGTH * place;
      for (uint32_t side = 0; side < side_count; side++) __builtin_prefetch(*kept + BL_SUM_LENGTH * side);
    }
  }
}

INLINE void sum_line(fill_function *fill, const uint8_t *vectors, const uint16_t *places,
                     const bl_feature_table *tables, size_t table_count, uint32_t side_count, const uint8_t *codes,
                     uint8_t *const *kept, const uint16_t *rows, size_t row_count, float *sums) {
  lanes all[BL_MOST_SIDES];
  for (uint32_t side = 0; side < side_count; side++) all[side] = (lanes){0};
  for (const bl_feature_table *table = tables; table < tables + table_count; table++) {
    for (size_t index = 0; index < table->group_count; index++, kept++) {
      const bl_template_group *const group = table->groups + index;
      const int is_ready =
          atomic_load_explicit((_Atomic uint32_t *)*kept, memory_order_acquire) == READY ||
          fill(vectors, places, table, group, codes, *kept);
      for (uint32_t side = 0; side < side_count; side++) {
        if (is_ready)
          add_kept(&all[side], *kept + BL_SUM_LENGTH * side);
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

INLINE void sum_lines(fill_function *fill, const uint8_t *vectors, const uint16_t *places,
                      const bl_feature_table *tables, size_t table_count, uint32_t side_count,
                      const bl_feature_lines *lines, float *sums) {
  // What is kept for a line and for the next one.
  uint8_t *kept[2][BL_MOST_GROUPS];
  const uint16_t *rows = lines->rows;
  if (lines->count > 0) find_sums(tables, table_count, side_count, lines->codes, kept[0]);
  for (size_t line = 0; line < lines->count; line++) {
    const uint8_t *const codes = lines->codes + lines->width * line;
    if (line + 1 < lines->count) find_sums(tables, table_count, side_count, codes + lines->width, kept[(line + 1) & 1]);
    sum_line(fill, vectors, places, tables, table_count, side_count, codes, kept[line & 1], rows,
             lines->row_counts[line], sums + lines->step * line);
    rows += lines->row_counts[line];
  }
}

__attribute__((noinline)) static int fill(const uint8_t *vectors, const uint16_t *places,
                                       const bl_feature_table *table, const bl_template_group *group,
                                       const uint8_t *codes, uint8_t *kept) {
  return fill_sums(vectors, places, table, group, codes, kept);
}

#if defined(__x86_64__)
#define WIDE __attribute__((target("avx2")))

WIDE __attribute__((noinline)) static int fill_wide(const uint8_t *vectors, const uint16_t *places,
                                       const bl_feature_table *table, const bl_template_group *group,
                                       const uint8_t *codes, uint8_t *kept) {
  return fill_sums(vectors, places, table, group, codes, kept);
}

WIDE static void sum_weights_wide(const uint8_t *vectors, const uint16_t *places, const uint16_t *rows, size_t count,
                                  float *sums) {
  sum_weights(vectors, places, rows, count, sums);
}

WIDE static void sum_lines_wide(const uint8_t *vectors, const uint16_t *places, const bl_feature_table *tables,
                                size_t table_count, const bl_feature_lines *lines, float *sums) {
  // One sum stays in registers.
  if (tables->side_count == 1) return sum_lines(fill_wide, vectors, places, tables, table_count, 1, lines, sums);
  sum_lines(fill_wide, vectors, places, tables, table_count, tables->side_count, lines, sums);
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
  sum_lines(fill, vectors, places, tables, table_count, tables->side_count, lines, sums);
}
