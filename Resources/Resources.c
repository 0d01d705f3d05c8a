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
