"""Themes: a review may show several, and is counted under each; some come back in a board."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from insights.statistics.facts import Facts, span
from insights.statistics.figures import Table
from insights.statistics.measures import Cohort, InPeriod, Labels, Place, Together, fixed
from reviews.themes import starting_list

AGAIN, FIRST = "again", "first"
SEEN: Labels = ((AGAIN, "Seen in an earlier review"), (FIRST, "Not seen before"))
CODED = Cohort(lambda facts: facts.concluded, lambda facts: bool(facts.themes))
Earliest = dict[tuple[int, str], date]  # by board and code: when its first review had concluded


@dataclass(frozen=True, slots=True)
class ByTheme:
    """The table of themes, with a row for each that every board has or a board of these added."""

    slug: str
    title: str
    note: str

    def table(self, reviews: InPeriod) -> Table:
        """Return the table of the period; `n` counts each review once."""
        return replace(self._of(reviews).table(reviews), tells_of_families=True)

    def behind(self, reviews: InPeriod, key: str) -> list[int]:
        """Return the ids of the reviews that the figure with this key counts."""
        return self._of(reviews).behind(reviews, key)

    def _of(self, reviews: InPeriod) -> Together:
        coded = [facts for facts in reviews.reviews if facts.themes]
        earliest = _earliest(coded)

        def places(facts: Facts) -> Iterator[Place]:
            began = span(facts.concluded)[0]
            for code in facts.themes:
                yield code, AGAIN if earliest[facts.board, code] < began else FIRST

        rows = fixed(_labels(coded))
        about = (self.slug, self.title, self.note, CODED)
        return Together(*about, places, rows, SEEN, shares_by_row=True)


def _labels(coded: list[Facts]) -> Labels:
    """Return the common list, in a board's wording where one wording is used, then boards' own."""
    common = {theme.code: theme.name for theme in starting_list()}
    worded: dict[str, set[str]] = {}
    for facts in coded:
        for code, name in facts.themes.items():
            worded.setdefault(code, set()).add(name)
    named = {code: min(names) for code, names in worded.items() if len(names) == 1}
    own = sorted(named.keys() - common.keys(), key=lambda code: named[code])
    return [(code, named.get(code) or common[code]) for code in (*common, *own)]


def _earliest(coded: list[Facts]) -> Earliest:
    found: Earliest = {}
    for facts in coded:
        if not facts.concluded:
            continue
        by_then = span(facts.concluded)[1]
        for code in facts.themes:
            place = facts.board, code
            found[place] = min(by_then, found.get(place, by_then))
    return found


THEMES = ByTheme(
    "themes",
    "Themes",
    "A review is counted in the period of Ofsted's first letter or, without one, of its "
    "completion, once under each theme that it was coded with; n counts each review once, and none "
    "without a theme. Seen in an earlier review: another review of the same board that shows the "
    "theme had its letter, or was complete, before it. Percentages are of the theme.",
)
