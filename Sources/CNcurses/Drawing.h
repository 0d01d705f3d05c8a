// The functions by which the opening of the screen and the drawing on it know of each other.
#ifndef CNCURSES_DRAWING_H
#define CNCURSES_DRAWING_H

/// Begins with a terminal of which nothing is known but that its cursor is hidden.
void bl_begin_drawing(void);
/// The last row of the screen.
int bl_last_row(void);

#endif
