/// Pages in English, and of small forms, in sentences of our own.
extension SamplePages {
  /// Pages in English.
  static let english: [String] = [
    """
    THE MORNING HERALD, FRIDAY, MARCH 4, 1921                                PAGE 5

    CITY COUNCIL VOTES NEW
    WATER WORKS BOND

    Issue of $1,250,000 to Be Put Before Voters in the
    Spring—Mayor Opposed

    By John Smith

    The city council last night voted by nine to four to
    put before the voters a bond issue of $1,250,
    000 for the new water works. The mayor, who had op-
    posed the measure, said that he would not veto it, but
    that a well-
    known engineer had told him the cost would be at least 2,
    400,000 dollars. Mr. Brown, of the Fourth Ward, and Dr.
    White, spoke against it. The well-known firm of Hart &
    Co. will draw the plans.

    "We cannot wait another year," said Councilman Reed.
    "The pumps are forty years old, and the pressure on the
    hill is so low that no fire could be put out."

    The vote will be held on April 12, 1921, at the usual
    polling places.

    (Continued on Page 9, Column 3)

    LONDON, March 3 (Reuters).—The Prime Minister told
    the House of Commons to-day that the Allies had agreed
    to the terms. The sum of 226,000,000,000 gold marks was
    to be paid in forty-two years.

    FIRE DESTROYS BARN

    GREENVILLE, Ohio, March 3 (AP) — Fire of unknown ori-
    gin destroyed the barn of Henry Miller, two miles west
    of here, early this morning. The loss is put at $4,500.

    Seven cows and two horses perished in the flames.

    TEMPERATURES YESTERDAY

                  High   Low   Rain
    Albany          41    29    .00
    Boston          44    33    .12
    Buffalo         38    27    .03
    New York        46    35    .00
    Washington      52    38    .00

    See SCHOOLS, Page A6
    """,
    """
    Vol. XLII, No. 13,204

    THE RIVERTON DAILY NEWS

    RIVERTON, TUESDAY, OCTOBER 7, 1952          PRICE FIVE CENTS

    New Bridge to Open in Spring, Governor Says

    By MARY L. JONES
    Staff Writer

    The long-awaited bridge across the Elm River will open to traffic in April, Gov. Harold Stone said Monday.

    "We have waited 12 years for this," Stone told a crowd of about 2,500 people at the site. "Now the end is in sight."

    The bridge will cost $8.4 million, or $1.1 million more than was planned.

    Continued on Page 5, Col. 3

    School Board Elects Two

    The Riverton School Board elected two new members at its regular meeting Monday night. They are Mrs. Ruth Adams and Peter J. Cole.

    The board also heard a report on the new gymnasium, which is to be finished by Nov. 15.

    STOCKS OFF SLIGHTLY IN QUIET TRADING

    NEW YORK, Oct. 6 (AP)—Stocks drifted lower in quiet trading today. The Associated Press average of 60 stocks was off 20 cents at $106.30.

    Volume was 1,070,000 shares, compared with 1,230,000 on Friday.

    Bread Prices Up a Cent

    WASHINGTON (UP) -- The price of a loaf of bread rose one cent in 14 cities last month, the Department of Labor reported.

    Workers place the last girder of the new bridge Monday. (Staff photo by Ed Hill)

    Letters to the Editor

    Noise on Main Street

    To the Editor: The noise of trucks on Main Street at night has become unbearable. Can nothing be done?

    JOHN DOE
    Riverton

    On the Inside
    Comics . . . . . . . . . . . . . 14
    Sports . . . . . . . . . . 10, 11
    Weather . . . . . . . . . . . 2
    """,
    """
    ROTARY CLUB TO MEET

    The Rotary Club will meet Thursday at noon in the Elm Hotel. Mr. A. B. Carr will speak on good roads.

    CHURCH SUPPER

    The ladies of the Methodist church will serve a supper on Saturday from 5 to 7. Tickets are 35 cents.

    ---

    LOST—A brown leather purse, between Elm and Oak streets. Reward. Mrs. Hill, 24 Oak St.

    FOR SALE—A good milk cow. Inquire of J. Bates, R.F.D. 2.

    WANTED—Girl for general housework. Apply 115 Main Street.

    BASEBALL RESULTS

    National League
    Riverton 5, Milton 3
    Easton 2, Carver 1 (11 innings)
    Weston 10, Hope 4

    American League
    Alton 6, Dover 0
    Salem 3, Troy 2

    STANDING OF THE CLUBS

                 W.   L.   Pct.
    Riverton     88   54   .620
    Milton       80   62   .563
    Easton       71   70   .504

    RADIO PROGRAMS FOR TODAY
    6:00   News
    6:15   Dinner music
    7:00   The Hour of Song
    8:30   Orchestra
    """,
    """
    Vol. XLII, No. 13,204

    THE RIVERTON DAILY NEWS

    RIVERTON, TUESDAY, OCTOBER 7, 1952        PRICE FIVE CENTS

    Council Meets at Last

    The council met on Monday night and heard a long report on the water works, which are forty years old.
    """,
    """
    COUNCIL MEETS

    The council of the town met on Monday night
    in the old hall and heard a long report on
    the Water Works Company. It was Dr.
    White who spoke for the
    New Water Works
    Company of Riverton and said that the pumps
    are old.

    SEE THE NEW STORE
    ON MAIN STREET
    """,
    """
    The council met on Monday

    and went home. The old mayor said so

    in the hall of the town.

    small things

    The council met on Monday night and heard a long report on the water works.

    continued on page 4

    The council met on Monday night and heard a long report on the water works.
    """,
    """
    Council delays vote on parking

    By Jane Q. Public
    jpublic@example.org

    The Riverton City Council on Tuesday delayed a vote on downtown parking for
    the third time this year, saying it needed more data from the city's traffic
    engineers.

    Mayor Alan Reed said a decision would come by Nov. 3.

    “We want to get this right,” Reed said. “Parking isn’t just about cars.”

    See PARKING, Page 4A

    Police log

    Oct. 2

    10:15 a.m. — A bicycle was reported stolen from the 200 block of Elm Street.

    11:40 p.m. — Officers responded to a noise complaint on Oak Avenue.

    CORRECTIONS

    A story on Page A3 Tuesday misstated the price of a bus pass. It is $45.

    Obituaries

    Mary Ellen Carter, 84, of Riverton, died Sunday at home. Services will be at 2 p.m. Friday at First Methodist Church.
    """,
  ]

  /// Tables, notices, letters, questions.
  static let small: [String] = [
    """
    河西日报

    2019年6月18日 星期二 第4版

    市场行情

    本报讯（记者 王小山 李大河）昨日全市菜价总体平稳，部分品种略有回落。

    品种      单位      批发价      零售价
    大白菜    公斤      1.20        1.80
    土豆      公斤      2.10        2.90
    西红柿    公斤      3.40        4.60
    黄瓜      公斤      2.80        3.90

    （价格来源：市物价监测中心）

    今日天气

    市区　多云转晴　18℃～27℃
    东山　阵雨　　　16℃～24℃
    西岭　晴　　　　17℃～28℃

    篮球联赛战报

    主队      比分      客队
    东山队    78:65     西岭队
    南湖队    90:92     北岗队
    河口队    66:71     城关队

    电视节目预告

    一频道
    07:00 早间新闻
    07:30 电视剧：《渡口》（12）
    12:00 午间新闻
    19:00 晚间新闻
    20:05 电视剧：《山里人家》（3）

    二频道
    08:00 动画片
    10:20 戏曲欣赏
    18:30 体育时间
    """,
    """
    城东新建三座便民桥

    记者张三 李四

    “现在过河只要两分钟。”6月3日，家住城东的赵大娘提着菜篮走过新桥，笑得合不拢嘴。

    城东三座便民桥全长一百八十米，总投资九百万元，惠及两岸居民三万余人。

    老街夜市重新开张

    本报记者 张三丰 通讯员 李思思 王五

    夜幕降临，老街上的灯一盏盏亮起来，停了半年的夜市昨晚重新开张，四十多个摊位前人头攒动。

    摊主们说，新夜市水电到位，垃圾日产日清，生意比从前好做。

    春耕时节访农家

    文/图 本报记者 钱小玉

    清明前后，记者走进南湖村，只见田里机声隆隆，农民们正忙着插秧。

    村支书孙大勇说，今年全村种早稻一千二百亩，比去年多一百亩。

    记者 周正 摄影报道

    6月2日，工人们在新建的粮仓前卸粮。

    图为施工现场。 本报记者 吴起 摄

    (本报记者 郑重)
    """,
    """
    一周简讯

    ▲城关镇五日召开计划生育工作会议，部署下半年工作。

    ▲东山乡投资二十万元修建自来水工程，解决了三个村的吃水问题。

    ▲县剧团赴各乡巡回演出，受到农民欢迎。

    ●县医院新购进一台彩超，已投入使用。

    ◆南湖中学举行建校三十周年庆祝活动。

    ◇西岭村农民王富贵养鱼致富，年收入三万元。

    启事

    本人不慎遗失身份证一张，号码430400196001011234，声明作废。　　李大山

    兹有河西县供销社营业执照副本一本遗失，特此声明作废。

    廣告

    新到夏布　價廉物美　批發零售　一律歡迎
    大成布莊　啓　地址：南門大街　電話：三二一
    """,
    """
    山村

    （外一首）

    李小江

    炊烟升起的时候
    山就矮了下去
    牛铃从雾里走来
    踩碎一地黄昏

    母亲在门口唤我
    声音长过小路
    一直长到
    我写这行字的夜里

    渡口

    船还没有来
    等船的人
    把影子放进水里
    洗了又洗
    """,
    """
    农村合作医疗知识问答

    问：什么人可以参加农村合作医疗？

    答：凡是具有本县农业户口的居民，以家庭为单位都可以参加。

    问：每人每年交多少钱？

    答：每人每年交十元，其余由财政补助。

    问：看病后如何报销？

    答：凭发票、病历和合作医疗证，到乡镇合管办报销。

    一、报销比例

    乡镇医院为百分之六十，县医院为百分之四十。

    二、封顶线

    每人每年最高报销一万元。

    三、其他事项

    以上规定自七月一日起执行，由县合管办负责解释。
    """,
    """
    读者来信

    公厕何时修好？

    编辑同志：

    　　我们是城关镇南街居民。南街公厕坏了半年，至今无人修理，附近居民十分不便。希望有关部门早日修好。

    　　　　　　　　　　南街居民　王大力

    ———编者

    　　南街公厕问题，本报已转请环卫部门处理，结果将在本栏公布。

    社址：河西市人民路12号　邮政编码：421001　电话：8221234　印刷：河西日报印刷厂　每份0.50元
    """,
    """
    # 河西新港昨日开港

    记者 陈山

    河西新港昨日开港，首艘货轮靠岸卸货，港口年吞吐量可达五百万吨。

    ## 三期工程

    按规划，新港分三期建设，二期明年动工，三期五年内完成。

    河西县历年粮食产量表（单位：万吨）

    年份\t稻谷\t小麦\t玉米
    1950\t12.3\t4.1\t2.2
    1960\t14.8\t5.0\t3.1
    1970\t20.6\t7.7\t4.4
    """,
    """
    公厕何时修好？

    编辑同志：

    　　会议指出，要坚持问题导向，狠抓工作落实，确保各项任务按时完成，让群众满意，为全年工作开好局、起好步打下坚实基础。

    　　　　　　　　　　南街居民　王大力

    ———编者

    　　会议指出，要坚持问题导向，狠抓工作落实，确保各项任务按时完成，让群众满意，为全年工作开好局、起好步打下坚实基础。谢谢。
    """,
    """
    FIRE SWEEPS WAREHOUSE

    Three firemen were taken to the hospital with burns. Captain
    Moss said that the wind had been against them from the first.

    RAIN EXPECTED TODAY

    The Weather Bureau said yesterday that rain was likely in the
    northern hills by evening, with winds from the west.

    WHEAT      May    1.62    1.65
    CORN       May    .71     .72
    OATS       July   .44     .45
    """,
  ]
}
