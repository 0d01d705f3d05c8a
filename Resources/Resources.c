#include "Resources.h"

static const unsigned char default_keymap[] = {
#embed "keymap"
};
const unsigned char *bl_default_keymap(void) { return default_keymap; }
const size_t bl_default_keymap_length = sizeof default_keymap;
