// Files of this folder, as they are in the program itself.
#ifndef RESOURCES_H
#define RESOURCES_H

#include <stddef.h>

/// The default keymap: UTF-8 text, its length in bytes. (Swift does not import an array of unknown length.)
const unsigned char *bl_default_keymap(void);
extern const size_t bl_default_keymap_length;

/// The properties of all characters, as `Workbench character-table` makes it; Typesetting's CharacterTable reads it.
const unsigned char *bl_character_table(void);
extern const size_t bl_character_table_length;
/// Foldings of characters for search; made by `Workbench search-tables`, which says its form.
const unsigned char *bl_folding(void);
extern const size_t bl_folding_length;

/// The themes of the folder `themes`, from 0: name, UTF-8 text and its length in bytes.
extern const size_t bl_theme_count;
const char *bl_theme_name(size_t index);
const unsigned char *bl_theme_text(size_t index);
size_t bl_theme_length(size_t index);
/// Readings of folded hanzi; made by `Workbench search-tables`, which says its form.
const unsigned char *bl_languages(void);
extern const size_t bl_languages_length;

const unsigned char *bl_readings(void);
extern const size_t bl_readings_length;

/// Indexes of the Encoding Standard; made by `Workbench encoding-tables`, read by PageFormats's EncodingIndex.
const unsigned char *bl_encodings(void);
extern const size_t bl_encodings_length;

/// Hanzi and words in simplified and in traditional forms: UTF-8 text; made by `Workbench script-table`, read by Text's
/// ScriptTable.
const unsigned char *bl_scripts(void);
extern const size_t bl_scripts_length;

/// Neighbours among hanzi that mostly stand within one word; made by `Workbench word-table`, read by Text's HanziWords.
const unsigned char *bl_words(void);

/// Characters that scans take for each other: UTF-8 text, its length in bytes.
const unsigned char *bl_lookalikes(void);
extern const size_t bl_lookalikes_length;

/// The weights of the parser's labels, as `PackedModel` reads them, and 16 zeros behind them.
const unsigned char *bl_label_model(void);
extern const size_t bl_label_model_length;

/// The pages of the folder `seeds`, which the tour goes through, from 0: file name, bytes and their number.
extern const size_t bl_page_count;
const char *bl_page_name(size_t index);
const unsigned char *bl_page_text(size_t index);
size_t bl_page_length(size_t index);

#endif
