"""The rulings of a review that stand, those that mean nothing any more first."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from chronology.anonymised import Anonymised
from chronology.exports.lines import spoken_day
from chronology.masking import holds
from chronology.mention_page import IN_CELL
from chronology.models import Ruling
from reviews.models import Review

WITHDRAWN = "A later file left this entry out"
CHANGED = "The text has changed since, so the portal decides there"
OVERTAKEN = "The portal takes more words there for a name by now, and hides them"


@dataclass(frozen=True, slots=True)
class Kept:
    """A ruling, where it is, and why it means nothing any more, if so."""

    ruling: Ruling
    day: str
    cell: str
    stale: str


class Rulings:
    """Everything that somebody has ruled and nobody has taken back."""

    def __init__(self, review: Review) -> None:
        self.review = review

    @cached_property
    def all(self) -> list[Ruling]:
        return list(Ruling.objects.of(self.review).select_related("entry__agency", "person", "by"))

    @cached_property
    def stale(self) -> dict[int, str]:
        """Why a ruling means nothing any more, by its id."""
        reasons = {ruling.pk: _stale(ruling) for ruling in self.all}
        return {pk: reason for pk, reason in reasons.items() if reason}

    @property
    def stale_ones(self) -> list[Ruling]:
        return [each for each in self.all if each.pk in self.stale]

    @cached_property
    def in_order(self) -> list[Ruling]:
        """Those that mean nothing first, then the latest."""
        return sorted(self.all, key=lambda each: (each.pk not in self.stale, -each.pk))

    def drawn(self, rulings: Iterable[Ruling]) -> list[Kept]:
        """Return some of them as the page shows them."""
        wording = Anonymised.of(self.review)
        return [self._one(each, wording) for each in rulings]

    def _one(self, ruling: Ruling, wording: Anonymised) -> Kept:
        stale = self.stale.get(ruling.pk, "")
        if not stale and not holds(ruling.ruled, wording.found_in(ruling.entry, ruling.cell)):
            stale = OVERTAKEN
        return Kept(ruling, spoken_day(ruling.entry), IN_CELL[ruling.cell], stale)


def _stale(ruling: Ruling) -> str:
    if ruling.entry.withdrawn_at:
        return WITHDRAWN
    return "" if ruling.is_about(getattr(ruling.entry, ruling.cell)) else CHANGED
