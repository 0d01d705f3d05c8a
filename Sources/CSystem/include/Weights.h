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
  BL_WEIGHT_SCALE = 22,
  /// Properties of a template or of a group of templates, at most.
  BL_TEMPLATE_PARTS = 4,
  /// Bytes of a sum that is kept.
  BL_SUM_LENGTH = 64,
  /// Groups of all tables together, and sides of a table, at most.
  BL_MOST_GROUPS = 128,
  BL_MOST_SIDES = 8
};

/// A template whose feature is the sum of up to four properties, each with its factor.
typedef struct {
  /// The first of its features.
  uint32_t first;
  /// Offsets of the properties from the line's own.
  uint16_t parts[BL_TEMPLATE_PARTS], factors[BL_TEMPLATE_PARTS];
} bl_template;

/// Templates whose properties are among a few: the sum of their weights is kept for combinations of values.
typedef struct {
  /// Its properties; `first` is the place of the first combination among those of all groups.
  bl_template key;
  /// Its templates.
  uint32_t first_template, template_count;
} bl_template_group;

/// Features of lines, or of two lines together, in groups.
typedef struct {
  const bl_template_group *groups;
  size_t group_count;
  const bl_template *templates;
  /// For each combination the number of its sums, from 1; 0 while none are kept.
  uint16_t *numbers;
  /// Sums for each side, one after the other in the order in which they were asked for, and how many there are and may
  /// be. Those that were asked for first are those that are asked for most.
  uint8_t *sums;
  uint32_t *sum_count, most_sums;
  /// Of the vectors that a feature has on end, those that are added up: so many, from this one on.
  uint32_t side_count, first_side, all_sides;
} bl_feature_table;

/// Adds up vectors: of `vectors` those that `places` has for each of some rows. Lanes behind the last weight become
/// 0. A sum must be less than 512 in each lane.
void bl_sum_weights(const uint8_t *vectors, const uint16_t *places, const uint16_t *rows, size_t count,
                    float sums[16]);

/// The lines of a page whose features are added up.
typedef struct {
  size_t count;
  /// The properties of the first line; those of the next one stand so many further on.
  const uint8_t *codes;
  size_t width;
  /// The rows of features that are of no template, line for line, and the number of each line's.
  const uint16_t *rows, *row_counts;
  /// The sums of a line stand so many numbers behind those of the line before.
  size_t step;
} bl_feature_lines;

/// For each line of a page adds up the vectors of its rows and those of the templates of tables, for each side of
/// these, of which all tables have the same.
///
/// The sums of groups are written where they are kept when they are first asked for. Any number of threads may do so;
/// two may keep the same twice.
/// - sums: 16 for each side of a line.
void bl_sum_features(const uint8_t *vectors, const uint16_t *places, const bl_feature_table *tables,
                     size_t table_count, const bl_feature_lines *lines, float *sums);

#endif
