/// The columns of a scalar on a page in a fixed pitch, as an OCR program or a typewriter lays it out: one for the
/// alphabets, two for hanzi and their like. Indents and gaps are measured so; on the screen the width is
/// `bl_wcwidth`'s, as the terminal has it.
@inlinable
package func fixedPitchColumns(of scalar: UInt32) -> Int { scalar < 0x1100 ? 1 : 2 }
