/// 姓: the surnames that nearly all Chinese bear, to part names that were set without a space.
struct Surnames {
  /// The commonest ones of China and of its papers in traditional characters.
  private static let common = Array(
    """
    王李张劉刘陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許邓鄧韩韓冯馮曹彭曾肖蕭萧田董\
    袁潘蔡蒋蔣余于杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范金石廖贾賈夏韦韋付傅方白邹鄒孟熊秦邱江尹\
    薛阎閻段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴赖賴覃洪武戴莫孔向汤湯温康施牛樊葛邢安齐齊易乔喬伍庞\
    龐颜顏倪庄莊聂聶章鲁魯岳翟殷詹申欧歐耿关關兰蘭焦俞左柳甘祝包宁寧尚符舒阮柯纪紀梅童凌毕畢单單裴霍涂成苗谷\
    盛曲翁冉骆駱蓝藍路游辛靳管柴蒙鲍鮑华華喻祁蒲房滕屈饶饒解牟艾尤阳陽时時穆农農司卓古吉缪繆简簡车車项項连連\
    芦麦麥褚娄婁窦竇戚岑景党黨宫宮费費卜冷晏席卫衛米柏宗瞿桂全佟应應臧闵閔苟邬鄔边邊卞姬师師和仇栾隋商刁沙荣\
    榮巫寇桑郎甄丛叢仲虞敖巩鞏明佘池查麻苑迟遲邝鄺
    """.unicodeScalars.map(\.value))
  /// The place of each among them: the commoner, the less.
  private static let ranks = Dictionary(zip(common, common.indices)) { first, _ in first }
  private static let double = [
    "欧阳", "歐陽", "司马", "司馬", "诸葛", "諸葛", "上官", "夏侯", "皇甫", "尉迟", "公孙", "令狐", "慕容", "司徒",
  ].map { Word($0).scalars }

  let scalars: Row<UInt32>

  /// Starts of the names in a run of four to nine hanzi, if each of two or three characters can begin with a surname
  /// and the whole is more than one name; nil if that cannot be told.
  func starts(in range: Range<Int>) -> [Int]? {
    guard (4...9).contains(range.count), mayBegin(range.lowerBound), !hasDouble(at: range.lowerBound) else {
      return nil
    }
    return division(range.lowerBound, range.upperBound)?.starts
  }

  /// Starts of two names in a run of four to six hanzi of which one begins with a surname and the other does not: it is
  /// rare, or was misread. Nil if that cannot be told.
  func startsOfTwo(in range: Range<Int>) -> [Int]? {
    guard (4...6).contains(range.count), !hasDouble(at: range.lowerBound) else { return nil }
    let places = [2, 3].map { range.lowerBound + $0 }.filter { (2...3).contains(range.upperBound - $0) }
    if let place = places.first(where: mayBegin) { return [range.lowerBound, place] }
    return mayBegin(range.lowerBound) ? places.first.map { [range.lowerBound, $0] } : nil
  }

  /// The length of the name that a run of hanzi begins with, if another surname follows it; nil if that cannot be told.
  func lengthOfFirst(in range: Range<Int>) -> Int? {
    guard let first = range.first, mayBegin(first) else { return nil }
    let lengths = [2, 3].filter { first + $0 + 1 < range.upperBound && mayBegin(first + $0) }
    return lengths.count == 1 ? lengths[0] : nil
  }

  /// The likeliest way to part a run: into few names with common surnames.
  private func division(_ first: Int, _ end: Int) -> (starts: [Int], rank: Int)? {
    if first == end { return ([], 0) }
    guard let rank = Self.ranks[scalars[first]] else { return nil }
    return [3, 2].compactMap { length -> (starts: [Int], rank: Int)? in
      guard first + length <= end, let rest = division(first + length, end) else { return nil }
      return ([first] + rest.starts, rest.rank + rank + Self.common.count)
    }.min { $0.rank < $1.rank }
  }

  /// True for the character of a surname.
  static func mayBegin(with scalar: UInt32) -> Bool { ranks[scalar] != nil }

  private func mayBegin(_ place: Int) -> Bool { Self.mayBegin(with: scalars[place]) }

  private func hasDouble(at place: Int) -> Bool {
    Self.double.contains { $0[0] == scalars[place] && $0[1] == scalars[place + 1] }
  }
}
