import Newspaper
import PageParsing
