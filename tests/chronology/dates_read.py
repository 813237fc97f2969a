"""Dates read, as tests compare them: first day, last day, how far they are known."""

from chronology.dates import read_when

MAY = "2009-05-01 2009-05-31"
DAY = "2009-05-22 2009-05-22"
LATER = "2009-05-22 2009-05-25"


def span(words: str, **options: object) -> str:
    when = read_when(words, newest=2027, **options)
    return f"{when.start} {when.end} {when.precision}"
