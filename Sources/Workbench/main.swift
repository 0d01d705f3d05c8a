import CSystem
import Glibc
import Library
import System

// Programs for the people who build Baolan, one a file.

let programs: [(name: String, usage: String, run: ([String]) throws -> Int32)] = [
  ("bench-parse", "[--seconds N] [PATH…]   how fast pages are parsed", benchParse),
  ("bench-formats", "[--runs N] [FILE…]   how fast files of formats with places are read", benchFormats),
  ("bench-search", "[--hanzi N] [PATH…]   how fast an issue is folded and searched", benchSearch),
  ("bench-corpus", "[--rounds N] [--words N] [PATH…]   how fast a whole corpus is searched", benchCorpus),
  (
    "fuzz-pages", "[--count N] [--seed S] [--first N] [--verbose] [PATH…]   damaged pages against the promises",
    fuzzPages
  ),
  (
    "bench-pages", "[--runs N] [PATH…]   how long a resize takes until the screen is drawn, in every view", benchPages
  ),
  (
    "check-set", "[--step N] [--verbose] [PATH…]   pages in every view and width against CLREQ and their letters",
    checkSet
  ),
  ("bench-list", "[--issues N]   how long a key takes in a long list of issues until the screen is drawn", benchList),
  ("bench-clippings", "[--clippings N]   how long very many clippings take to open, and a key in them", benchClippings),
  (
    "make-corpus", "--out FOLDER [--bytes N] [--seed S] [PATH…]   a large corpus made out of pages, with noise",
    makeCorpus
  ),
  ("wear", "[--articles N] PROGRAM [PATH…]   the reader's memory after very many articles", wear),
  ("monkey", "[--keys N] [--seed S] PROGRAM [PATH…]   random keys, sizes and signals for the reader", monkey),
  (
    "fuzz-texts",
    "[--count N] [--seed S] [--first N] [--verbose]   spoilt keymaps, themes, side files, queries, records",
    fuzzTexts
  ),
  (
    "fuzz-formats", "[--count N] [--seed S] [--first N] [--verbose] [FILE…]   damaged files of formats with places",
    fuzzFormats
  ),
  ("fuzz-gate", "[--count N] [--seed S]   hostile characters against the gate to the terminal", fuzzGate),
  ("crash-state", "[--count N] [--seed S]   kills processes that save state, and looks what is lost", crashState),
  ("bench-set", "[--seconds N] [--measure N] [PATH…]   how fast text is set into lines", benchSet),
  ("train", "FOLDER… --into FILE   learns the weights of labels from pages with their truth", train),
  (
    "evaluate",
    "[--folds N | --leave-out-family | --hand | --with FILE | --truth] [--mistakes N] FOLDER…   figures by family",
    evaluate
  ),
  ("character-table", "[FOLDER]   Resources/characters, from the files of Debian's unicode-data", characterTable),
  ("search-tables", "UNICODE_DATA RESOURCES   the tables of folding and readings, made again", searchTables),
  ("encoding-tables", "FOLDER   Resources/encodings, from the index files of the Encoding Standard", encodingTables),
  ("language-table", "FOLDER   Resources/languages, from lists of words with their frequencies", languageTable),
  ("word-table", "FILE   Resources/words, from a list of Chinese words with their frequencies", wordTable),
  ("script-table", "FOLDER_OF_OPENCC RESOURCES   Resources/scripts, from the dictionaries of OpenCC", scriptTable),
  ("terminal", "  the terminal of tests in other languages", terminal),
  ("key-table", "  the keys of the default keymap, as the manual has them", keyTable),
]

bl_take_memory_in_large_pieces()
let words = Array(CommandLine.arguments.dropFirst())
do {
  guard let program = programs.first(where: { $0.name == words.first }) else {
    throw Misuse("programs:\n" + programs.map { "  Workbench \($0.name) \($0.usage)" }.joined(separator: "\n"))
  }
  exit(try program.run(Array(words.dropFirst())))
} catch {
  _ = writeAll(Array("\(error)\n".utf8), to: STDERR_FILENO)
  exit(2)
}
