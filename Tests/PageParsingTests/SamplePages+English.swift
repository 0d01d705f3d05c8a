/// Pages in English, in sentences of our own.
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
}
