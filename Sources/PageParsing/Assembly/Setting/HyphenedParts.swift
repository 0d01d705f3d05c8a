/// The parts of words that a language writes with a hyphen, in lower case: they decide where the pages show neither the
/// whole word nor the word with its hyphen.
struct HyphenedParts {
  /// Numbers of which the second follows the first: twenty-one.
  var tens: Set<String> = []
  var units: Set<String> = []
  /// All numbers of one word, and what follows them with a hyphen: two-thirds, ten-year.
  var numbers: Set<String> = []
  var behindNumbers: Set<String> = []
  /// Openings before words that stand by themselves on the pages.
  var openings: Set<String> = []
  /// Openings with the endings that any of them may have.
  var pairs: [(openings: Set<String>, endings: Set<String>)] = []
  /// Openings before whatever follows.
  var prefixes: Set<String> = []
  /// Words between two others: mother-in-law, arc-en-ciel.
  var links: Set<String> = []
  /// Words so frequent that two of them side by side are two words.
  var common: Set<String>

  /// The parts of a language; of each language for another.
  static func of(_ language: LatinWords.Language) -> [HyphenedParts] {
    switch language {
    case .english: [english]
    case .french: [french]
    case .german: [german]
    case .dutch: [dutch]
    case .other: [english, french, german, dutch]
    }
  }

  /// True if a hyphen stands between the two in any case.
  func join(_ opening: String, _ ending: String) -> Bool {
    tens.contains(opening) && units.contains(ending) || numbers.contains(opening) && behindNumbers.contains(ending)
      || prefixes.contains(opening) || pairs.contains { $0.openings.contains(opening) && $0.endings.contains(ending) }
  }

  private static let english = HyphenedParts(
    tens: englishTens, units: englishUnits, numbers: englishTens.union(englishUnits).union(["ten", "twelve", "half"]),
    behindNumbers: [
      "half", "halves", "third", "thirds", "fourth", "fourths", "quarter", "quarters", "fifth", "fifths", "sixth",
      "sixths", "eighth", "eighths", "tenth", "tenths", "year", "day", "story", "fold",
    ],
    openings: englishOpenings,
    pairs: [
      (
        englishOpenings,
        [
          "called", "known", "dressed", "to", "past", "hour", "mile", "dozen", "president", "king", "governor",
          "minister", "mayor", "senator", "chairman", "made", "bred", "fated", "control", "government", "defence",
          "defense", "respect",
        ]
      )
    ],
    links: ["a", "and", "at", "by", "for", "in", "of", "on", "the", "to"],
    common: [
      "a", "i", "an", "in", "on", "to", "so", "for", "with", "out", "over", "under", "any", "some", "every", "no",
      "all", "be", "by", "he", "she", "we", "me", "it", "is", "as", "at", "of", "or", "up", "the", "them", "then",
      "there", "that", "this", "his", "her", "him", "our", "us", "was", "were", "are", "not", "now", "one", "way",
      "day", "self", "ever", "where", "thing", "body", "time", "more", "side", "man", "men", "selves", "here", "after",
      "before", "noon", "upon", "into", "and", "but", "if", "do", "go", "my", "mean", "while", "may", "can", "stand",
      "land", "work", "house", "down", "through", "away", "back", "how", "what", "who", "when", "never", "less",
      "other", "wise", "like", "long", "come", "came", "news", "paper", "school", "rail", "road",
    ])

  private static let englishTens: Set<String> = [
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
  ]
  private static let englishUnits: Set<String> = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "first", "second", "third", "fourth",
    "fifth", "sixth", "seventh", "eighth", "ninth", "odd",
  ]

  private static let englishOpenings: Set<String> = [
    "self", "ex", "vice", "half", "so", "well", "ill", "non", "anti", "all",
  ]

  private static let french = HyphenedParts(
    tens: frenchTens, units: frenchUnits, numbers: frenchTens.union(frenchUnits), openings: ["ex", "non", "vice"],
    pairs: [
      (
        ["ex", "vice"],
        [
          "amiral", "consul", "député", "directeur", "gouverneur", "maire", "ministre", "officier", "préfet",
          "président", "roi",
        ]
      ),
      (["mi"], ["août", "carême", "chemin", "clos", "corps", "côte", "hauteur", "mai", "temps", "voix"]),
      // Est-ce, dit-elle, vis-à-vis, au-dessus, après-midi
      (
        [
          "est", "sont", "dit", "fait", "peut", "doit", "faut", "vient", "ont", "avait", "était", "sera", "serait",
          "fut", "sait", "voit", "croit", "semble", "suis", "sommes", "avez", "dites", "faites", "allons", "allez",
          "dis", "puis", "lui", "eux", "elle", "elles", "moi", "nous", "vous", "soi", "vis", "grand",
          "quelques", "rendez", "au", "ci", "par",
        ],
        [
          "ce", "il", "ils", "elle", "elles", "on", "je", "tu", "nous", "vous", "moi", "toi", "lui", "leur", "même",
          "mêmes", "être", "père", "mère", "hier", "midi", "demain", "uns", "unes", "dessus", "dessous", "delà",
          "devant", "contre", "joint", "après",
        ]
      ),
      // Ranks and places, whose openings begin other words as well.
      (
        ["sous", "contre"],
        [
          "amiral", "chef", "directeur", "gouverneur", "lieutenant", "maître", "marin", "marins", "officier",
          "officiers", "préfecture", "préfet", "secrétaire", "secrétaires", "sol", "torpilleur", "torpilleurs",
        ]
      ),
      (
        ["celui", "celle", "ceux", "celles", "là", "jour", "jours", "moment", "fois", "année", "lieu", "point"],
        ["ci", "là"]
      ),
    ],
    prefixes: ["après", "arrière", "avant", "demi", "semi"],
    links: ["à", "au", "aux", "d", "de", "des", "du", "en", "et", "la", "le", "les", "lès", "lez", "sous", "sur"],
    common: [
      "a", "le", "la", "les", "de", "du", "un", "une", "et", "ou", "en", "au", "aux", "ce", "se", "ne", "ni", "si",
      "par", "pour", "sur", "sous", "dans", "que", "qui", "il", "elle", "on", "je", "tu", "son", "sa", "ses", "ma",
      "mes", "tes", "vos", "nos", "lors", "quel", "des", "est", "pas", "plus", "tout",
    ])

  private static let frenchTens: Set<String> = ["vingt", "trente", "quarante", "cinquante", "soixante"]
  private static let frenchUnits: Set<String> = [
    "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix",
  ]

  private static let german = HyphenedParts(
    links: ["am", "an", "auf", "der", "in", "und", "zu"],
    common: [
      "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "zu", "an", "auf", "aus", "bei", "mit", "nach",
      "vor", "von", "um", "ab", "her", "hin", "da", "so", "wie", "als", "man", "es", "er", "sie", "ich", "wir", "ihr",
      "in", "im", "am", "ist", "war", "und", "oder", "auch", "nicht", "nur", "noch",
    ])

  private static let dutch = HyphenedParts(
    links: ["aan", "de", "den", "en", "in", "op", "van"],
    common: [
      "de", "het", "een", "van", "te", "op", "er", "is", "dat", "die", "met", "om", "aan", "bij", "uit", "of", "ook",
      "naar", "en", "in", "voor", "over", "door", "den", "der", "als", "men", "zoo", "wel", "niet",
    ])
}
