"""Lists of rows whose address says how they are filtered, sorted and paged."""

from boards.listing.columns import Cell, Column, Row, Value, link
from boards.listing.filters import Choice, Day, Filter, Several, Unusable, Words, Year
from boards.listing.listing import Listing
from boards.listing.narrowed import Narrowed
from boards.listing.pages import PAGE_SIZE
from boards.listing.shown import Shown

__all__ = [
    "PAGE_SIZE",
    "Cell",
    "Choice",
    "Column",
    "Day",
    "Filter",
    "Listing",
    "Narrowed",
    "Row",
    "Several",
    "Shown",
    "Unusable",
    "Value",
    "Words",
    "Year",
    "link",
]
