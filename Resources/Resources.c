#include "Resources.h"

const unsigned char bl_default_keymap[] = {
#embed "keymap"
};
const size_t bl_default_keymap_length = sizeof bl_default_keymap;
