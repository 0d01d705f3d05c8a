/// 32 bits each: where the syllables start, where the pool starts. The trie; its values are 0 for what has no reading,
/// else the place in the pool in steps of four bytes and one too many. The syllables: eight bytes each, padded with 0.
/// The pool: 32 bits of initials in common use (a is bit 0), 32 of all; 16 bits for how many common readings there
/// are, 16 for how many readings; and the numbers of the syllables, 16 bits each, common ones first, of these the most
/// usual.
func readingsTable(_ database: UnicodeDatabase, _ rules: FoldingRules) -> [UInt8] {
  var all: [UInt32: HanziReadings] = [:]
  // Of the later planes only what the list of 2013 has: the rest would double the table and is not read aloud.
  let standard = database.unihan["kTGHZ2013", default: [:]]
  for scalar in database.unihan["kMandarin", default: [:]].keys where scalar < 0x10000 || standard[scalar] != nil {
    let readings = HanziReadings(database, scalar)
    let folded = rules.hanzi[scalar] ?? scalar
    // Who looks for a form that is no longer usual reads it as the usual one.
    let isUsual = folded == scalar || standard[scalar] != nil
    var given = readings
    if !isUsual { (given.common, given.rare) = ([], readings.common.union(readings.rare)) }
    all[folded, default: HanziReadings()].add(given)
  }
  let names = Set(all.values.flatMap { $0.common.union($0.rare) }).sorted()
  let numbers = Dictionary(uniqueKeysWithValues: zip(names, UInt16(0)...))
  var pool: [UInt8] = []
  var places: [[UInt8]: UInt16] = [:]
  let values = all.sorted { $0.key < $1.key }.map { scalar, readings in
    let entry = readingsEntry(readings, numbers, first: HanziReadings.usual(database, scalar))
    if places[entry] == nil {
      places[entry] = UInt16(pool.count / 4 + 1)
      pool += entry
    }
    return (scalar, places[entry] ?? 0)
  }
  let blocks = trie(Dictionary(uniqueKeysWithValues: values))
  let syllables = names.flatMap { Array($0.utf8) + [UInt8](repeating: 0, count: 8 - $0.utf8.count) }
  let start = 8 + blocks.count
  return littleEndian(UInt32(start)) + littleEndian(UInt32(start + syllables.count)) + blocks + syllables + pool
}

private func readingsEntry(_ readings: HanziReadings, _ numbers: [String: UInt16], first: String?) -> [UInt8] {
  let rare = readings.rare.sorted()
  let common = readings.common.sorted { ($0 == first ? 0 : 1, $0) < ($1 == first ? 0 : 1, $1) }
  let masks = [common, common + rare].map { names in
    names.reduce(UInt32(0)) { $0 | 1 << UInt32(($1.utf8.first ?? 0x61) - 0x61) }
  }
  let counts = [UInt16(common.count), UInt16(common.count + rare.count)]
  let entry = masks.flatMap(littleEndian) + (counts + (common + rare).map { numbers[$0] ?? 0 }).flatMap(littleEndian)
  return entry + [UInt8](repeating: 0, count: -entry.count & 3)
}
