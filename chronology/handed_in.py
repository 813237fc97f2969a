"""Which agencies have let go of their rows: the board may rest on those, and on no others yet."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from boards.govuk.words import counted
from chronology.models import Submission
from chronology.models.agency_chronology import ASKED_AS
from reviews.models import Review

NOT_YET = "Not handed in"
SENT_BACK = "Sent back"


@dataclass(frozen=True, slots=True)
class HandedIn:
    """`sent_back` has, by agency, whether the last round that it handed in was sent back.

    What was returned otherwise, on paper or by e-mail, and brought in by the board, was handed in.
    """

    sent_back: Mapping[int, bool]

    @classmethod
    def of(cls, review: Review) -> "HandedIn":
        rounds = Submission.objects.filter(chronology__review=review).order_by("number")
        last = dict(rounds.values_list("chronology__agency", "sent_back_at"))
        asked = review.commissions.filter(kind__in=ASKED_AS, returned_on__isnull=False)
        returned = dict.fromkeys(asked.values_list("agency", flat=True), False)
        return cls(returned | {agency: at is not None for agency, at in last.items()})

    @property
    def agencies(self) -> frozenset[int]:
        """The agencies whose rows stand as they were handed in or accepted."""
        return frozenset(agency for agency, is_back in self.sent_back.items() if not is_back)

    def mark(self, agency: int) -> str:
        """Return what the rows of the agency are marked with: nothing once they are handed in."""
        if agency not in self.sent_back:
            return NOT_YET
        return SENT_BACK if self.sent_back[agency] else ""

    def remarks(self, rows: Iterable[tuple[int, str, int]]) -> list[str]:
        """Return a sentence for each agency of (id, name, number of rows) that is not done."""
        return [
            f"{name}: {counted(number, 'row')}, {mark.lower()}"
            for pk, name, number in rows
            if (mark := self.mark(pk))
        ]
