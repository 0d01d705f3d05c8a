import Newspaper

/// Issues made up for these tests.
enum Papers {
  /// A commentary that turns, a pointer, a stack with everything, a photo.
  static let spring = makeIssue(
    "spring", date: day(2023, 4, 12),
    Story(
      head("全市植树活动启动 万人上山"), head("河道整治二期开工"), pointer("详见第七版"), kind: .pointer, pointsTo: 7),
    Story(
      kicker("春风送暖入南山 书声琅琅满校园"), head("南山小学新校舍落成 一千二百名学生搬进新教室"), deck("李校长：让每个孩子都坐在窗边"),
      byline("■本报记者 王小明 通讯员 赵一"),
      text("本报讯 4月11日上午，南山小学新校舍落成典礼在操场举行。新校舍共四层，设教室三十六间，图书室、实验室各两间，可容纳学生一千二百人。"),
      text("校长李梅说，过去下雨天要打着伞上课，", "如今每个孩子都能坐在窗边。典礼之后，学生们排着队搬进新教室。"),
      caption("图为学生在新教室里上第一堂课。 张三 摄", credit: "张三"),
      again("校长李梅说，过去下雨天要打着伞上课，如今每个孩子都能坐在窗边。"), again("典礼之后，学生们排着队搬进新教室。"),
      subhead("家长的话"), text("“路修好了，学校也修好了。”家长陈大叔说，“孩子走路上学只要十分钟。”", repairs: [.gapBefore]),
      text("据了解，学校还将在秋季学期开设", repairs: [.cutAfter])),
    Story(
      head("让读书声更响亮"), byline("本报评论员"), text("一所学校的新校舍，是一座城市写给未来的信。"),
      text("办好学校，贵在长久。(下转第二版)"), jump: Jump(text: "(下转第二版)", direction: .to, page: 2)),
    Story(caption("4月11日，湿地公园内白鹭翩飞。 李四 摄", credit: "李四"), kind: .photo))

  static let winter = makeIssue(
    "winter", date: day(2022, 12, 2),
    Story(head("冬储蔬菜供应充足 价格平稳"), text("本报讯 记者从市场了解到，白菜、萝卜每日进货三百吨。")),
    Story(head("首条有轨电车线路试运行"), byline("本报记者 周一"), text("试运行期间，市民可免费乘坐。")))

  static let undated = makeIssue("undated", date: day(nil, 3, 4), Story(head("春耕备耕忙"), text("田间地头一片繁忙。")))

  /// Two pages: an article that goes on on the second one, among others, and a pointer to that page.
  static let turning = makeIssue(
    "turning", date: day(2024, 5, 7),
    Story(head("古桥修缮完工 明起通行"), pointer("详见第二版"), kind: .pointer, pointsTo: 2),
    Story(
      kicker("一条渠的四十年"), head("清水绕村过"), byline("本报记者 周一"),
      text("本报讯 五月的山里，渠水正满。老支书说，四十年前这里挑水要走五里地。"),
      text("修渠那年，全村出动，一锤一钎凿开了三道岭，(下转第二版)"), jump: Jump(text: "(下转第二版)", direction: .to, page: 2)),
    Story(head("夏粮长势良好"), text("全县夏粮长势良好，丰收在望。")),
    Story(head("古桥修缮后明日通行"), text("古桥的十二块桥板已全部换新。"), page: 2),
    Story(
      head("清水绕村过"), text("(上接第一版)才把水引到村口。"), text("如今渠边建起了水碓坊，游人来看水、听水。老支书每天沿渠走一趟。"), byline("（周一）"),
      jump: Jump(text: "(上接第一版)", direction: .from, page: 1), page: 2))

  static let all = [spring, winter, undated]
}
