#include "Resources.h"

static const unsigned char default_keymap[] = {
#embed "keymap"
};
const unsigned char *bl_default_keymap(void) { return default_keymap; }
const size_t bl_default_keymap_length = sizeof default_keymap;

static const unsigned char characters[] = {
#embed "characters"
};
const unsigned char *bl_character_table(void) { return characters; }
const size_t bl_character_table_length = sizeof characters;

static const unsigned char dark[] = {
#embed "themes/dark"
};
static const unsigned char light[] = {
#embed "themes/light"
};
static const unsigned char contrast[] = {
#embed "themes/contrast"
};
static const unsigned char plain[] = {
#embed "themes/plain"
};
static const struct {
  const char *name;
  const unsigned char *text;
  size_t length;
} themes[] = {
    {"dark", dark, sizeof dark},
    {"light", light, sizeof light},
    {"contrast", contrast, sizeof contrast},
    {"plain", plain, sizeof plain},
};
const size_t bl_theme_count = sizeof themes / sizeof themes[0];
const char *bl_theme_name(size_t index) { return themes[index].name; }
const unsigned char *bl_theme_text(size_t index) { return themes[index].text; }
size_t bl_theme_length(size_t index) { return themes[index].length; }
// Aligned, because 16 and 32 bits are read at once.
_Alignas(8) static const unsigned char folding[] = {
#embed "folding"
};
const unsigned char *bl_folding(void) { return folding; }
const size_t bl_folding_length = sizeof folding;

_Alignas(8) static const unsigned char encodings[] = {
#embed "encodings"
};
const unsigned char *bl_encodings(void) { return encodings; }
const size_t bl_encodings_length = sizeof encodings;

_Alignas(8) static const unsigned char languages[] = {
#embed "languages"
};
const unsigned char *bl_languages(void) { return languages; }
const size_t bl_languages_length = sizeof languages;

static const unsigned char words[] = {
#embed "words"
};
const unsigned char *bl_words(void) { return words; }

_Alignas(8) static const unsigned char readings[] = {
#embed "readings"
};
const unsigned char *bl_readings(void) { return readings; }
const size_t bl_readings_length = sizeof readings;

static const unsigned char scripts[] = {
#embed "scripts" if_empty(0)
};
const unsigned char *bl_scripts(void) { return scripts; }
const size_t bl_scripts_length = sizeof scripts;

static const unsigned char lookalikes[] = {
#embed "lookalikes"
};
const unsigned char *bl_lookalikes(void) { return lookalikes; }
const size_t bl_lookalikes_length = sizeof lookalikes;

// A vector of zeros follows, for what the model has no weights of.
static const unsigned char label_model[] = {
#embed "model" suffix(, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
};
const unsigned char *bl_label_model(void) { return label_model; }
const size_t bl_label_model_length = sizeof label_model - 16;

// The pages of the tour, as they lie in the folder `seeds`.
static const unsigned char page_0[] = {
#embed "../seeds/000_9f6aa4191c97ac11.txt"
};
static const unsigned char page_1[] = {
#embed "../seeds/001_acbb61bcba6d2bb1.txt"
};
static const unsigned char page_2[] = {
#embed "../seeds/002_0c1248ca50250646.txt"
};
static const unsigned char page_3[] = {
#embed "../seeds/003_d19d820af34d0c8d.txt"
};
static const unsigned char page_4[] = {
#embed "../seeds/004_5a0015b203ee01b1.txt"
};
static const struct {
  const char *name;
  const unsigned char *text;
  size_t length;
} pages[] = {
    {"000_9f6aa4191c97ac11.txt", page_0, sizeof page_0},
    {"001_acbb61bcba6d2bb1.txt", page_1, sizeof page_1},
    {"002_0c1248ca50250646.txt", page_2, sizeof page_2},
    {"003_d19d820af34d0c8d.txt", page_3, sizeof page_3},
    {"004_5a0015b203ee01b1.txt", page_4, sizeof page_4},
};
const size_t bl_page_count = sizeof pages / sizeof pages[0];
const char *bl_page_name(size_t index) { return pages[index].name; }
const unsigned char *bl_page_text(size_t index) { return pages[index].text; }
size_t bl_page_length(size_t index) { return pages[index].length; }
