"""A corpus of made-up pages whose text is known, and what is true of it by a plain scan.

Pages are put together from words; each is written as scans are: broken lines, stray spaces, characters of any width,
traditional forms. What a query must find is counted in the text as it was before that.
"""
import os
import random

# Words with the reading of each character; one with several readings has each word's own here, and all in READINGS.
WORDS = """
银行 yin hang|行人 xing ren|重庆 chong qing|重要 zhong yao|长江 chang jiang|校长 xiao zhang|音乐 yin yue|快乐 kuai le
首都 shou du|都是 dou shi|调查 diao cha|空调 kong tiao|还有 hai you|归还 gui huan|大桥 da qiao|通车 tong che
工人 gong ren|农民 nong min|学校 xue xiao|学生 xue sheng|火车 huo che|汽车 qi che|天气 tian qi|大雨 da yu
小麦 xiao mai|丰收 feng shou|水库 shui ku|电站 dian zhan|发电 fa dian|出发 chu fa|国家 guo jia|国民 guo min
人民 ren min|民生 min sheng|生产 sheng chan|产品 chan pin|品种 pin zhong|报纸 bao zhi|纸张 zhi zhang|张开 zhang kai
开会 kai hui|会议 hui yi|议论 yi lun|东门 dong men|门票 men piao|马路 ma lu|路灯 lu deng|灯光 deng guang
书店 shu dian|店员 dian yuan|员工 yuan gong|见面 jian mian|面粉 mian fen|粮食 liang shi|飞机 fei ji|机器 ji qi
"""
LATIN = ["GDP", "5G", "2021年", "A4纸", "78万", "WTO", "3号", "CT机"]
READINGS = {}
HANZI = []
for entry in WORDS.strip().replace("\n", "|").split("|"):
    word, *sounds = entry.split()
    HANZI.append(word)
    for character, sound in zip(word, sounds):
        READINGS.setdefault(character, set()).add(sound)
for character, sounds in {"长": "chang zhang", "重": "zhong chong", "种": "zhong chong", "会": "hui kuai",
                          "张": "zhang", "车": "che ju", "查": "cha zha", "食": "shi si yi", "发": "fa", "员": "yuan yun", "产": "chan"}.items():
    READINGS.setdefault(character, set()).update(sounds.split())

TRADITIONAL = dict(zip("银重庆长乐调还桥车农学气麦库电发国产种报纸张开会议论东门马灯书员见面飞机", "銀重慶長樂調還橋車農學氣麥庫電發國產種報紙張開會議論東門馬燈書員見麵飛機"))
del TRADITIONAL["面"], TRADITIONAL["重"]
WIDE = {chr(c): chr(c + 0xFEE0) for c in range(0x21, 0x7F)}


class Page:
    """A page: its name and its paragraphs as they were before they were scanned."""

    def __init__(self, name, paragraphs):
        self.name, self.paragraphs = name, paragraphs


def make(folder, count=90, seed=7):
    """Writes the pages into a folder, and returns them."""
    chance = random.Random(seed)
    pages = []
    os.makedirs(folder)
    for number in range(count):
        name = f"page{number:03}"
        headline = "".join(chance.sample(HANZI, 5))
        paragraphs = ["".join(chance.choices(HANZI, k=chance.randint(2, 4))) for _ in range(0)]
        for _ in range(chance.randint(2, 4)):
            clauses = []
            for _ in range(chance.randint(6, 12)):
                words = chance.choices(HANZI, k=chance.randint(3, 6))
                if chance.random() < 0.3:
                    words.insert(chance.randrange(len(words)), chance.choice(LATIN))
                clauses.append("".join(words))
            paragraphs.append("，".join(clauses) + "。")
        page = Page(name, [headline] + paragraphs)
        with open(f"{folder}/{name}.txt", "w", encoding="utf-8") as file:
            file.write(headline + "\n\n")
            for paragraph in paragraphs:
                file.write("\n".join(scanned(paragraph, chance)) + "\n")
        pages.append(page)
    return pages


def scanned(paragraph, chance):
    """The lines of a paragraph as a scan has them."""
    characters = []
    for index, character in enumerate(paragraph):
        if chance.random() < 0.1:
            character = TRADITIONAL.get(character, character)
        if chance.random() < 0.2:
            character = WIDE.get(character, character)
        characters.append(character)
    lines, line = [], ["　", "　"]
    for index, character in enumerate(characters):
        if len(line) >= 24 and not character.isascii() and character not in "，。" and not wide(character):
            lines.append(line)
            line = []
        line.append(character)
    lines.append(line)
    return [spaced(line, chance) for line in lines]


def wide(character):
    return "！" <= character <= "～"


def spaced(line, chance):
    text = line[0]
    for before, character in zip(line, line[1:]):
        inside = "一" <= before <= "鿿" and "一" <= character <= "鿿"
        text += (" " if inside and chance.random() < 0.03 else "") + character
    return text


# What is true.

def count_literal(text, wanted):
    """Occurrences that do not overlap."""
    return text.lower().count(wanted.lower())


def ends_of_pinyin(text, start, letters):
    """The ends of matches of letters from a place on, each hanzi by its syllable or its initial."""
    ends, states = set(), {(start, 0)}
    while states:
        following = set()
        for place, typed in states:
            if typed == len(letters):
                ends.add(place)
                continue
            if place == len(text):
                continue
            for sound in READINGS.get(text[place], ()):
                initials = [sound, sound[0]] + ([sound[:2]] if sound[1:2] == "h" else [])
                following |= {(place + 1, typed + len(part)) for part in initials if letters.startswith(part, typed)}
        states = following
    return ends


def count_pinyin(text, letters):
    """Shortest matches from the left that do not overlap."""
    count = place = 0
    while place < len(text):
        ends = ends_of_pinyin(text, place, letters)
        if ends:
            count, place = count + 1, min(ends)
        else:
            place += 1
    return count


def truth(pages, wanted, count=count_literal):
    """By page with a hit: the number of hits."""
    found = {page.name: sum(count(paragraph, wanted) for paragraph in page.paragraphs) for page in pages}
    return {name: hits for name, hits in found.items() if hits}


def queries(pages, seed=3):
    """(kind, query, what is counted, how): some 300."""
    chance = random.Random(seed)
    texts = [paragraph for page in pages for paragraph in page.paragraphs]
    made = []
    for length in range(1, 9):
        wanted = set()
        while len(wanted) < 22:
            text = chance.choice(texts)
            start = chance.randrange(max(1, len(text) - length))
            piece = text[start:start + length]
            if len(piece) == length and all("一" <= character <= "鿿" for character in piece):
                wanted.add(piece)
        made += [(f"{length} hanzi", piece, piece, count_literal) for piece in sorted(wanted)]
    pieces = {piece for _, piece, _, _ in made if len(piece) > 1}
    changed = {"".join(TRADITIONAL.get(c, c) for c in piece): piece for piece in sorted(pieces)}
    variants = [(variant, piece) for variant, piece in changed.items() if variant != piece]
    made += [("variants", variant, piece, count_literal) for variant, piece in variants[:40]]
    mixed = set(LATIN) | {word + latin for word in HANZI[:40] for latin in LATIN if any(word + latin in t for t in texts)}
    made += [("mixed scripts", f'"{text}"', text, count_literal) for text in sorted(mixed)[:40]]
    made += [("absent", text, text, count_literal) for text in ["没有这话", "鲸", "银银银银", "桥大桥大桥大桥"]]
    letters = ["yinhang", "yhang", "xingren", "chongqing", "zhongqing", "zhongyao", "changjiang", "zhangjiang", "xzhang",
               "yinyue", "kuaile", "shoudu", "doushi", "diaocha", "tiaocha", "haiyou", "huanyou", "guihuan", "renmin",
               "rmin", "zhizhang", "zhz", "scp", "kaihui", "dongm", "qiche", "hche", "fadian", "guoj", "baozhi"]
    made += [("pinyin", text, text, count_pinyin) for text in letters]
    return made
