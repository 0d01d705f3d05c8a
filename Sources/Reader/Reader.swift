import Newspaper
import Screen
import Searching
import Typesetting
