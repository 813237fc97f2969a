"""One person reading the chronology of one review: which rows, and in which words."""

from functools import cached_property

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from boards.models import User
from chronology.models import (
    Entry,
    Integration,
    KeyQuestion,
    Person,
    Theme,
    agencies_written_for,
    readable_reviews,
)
from chronology.permissions import refusal
from chronology.wording import AsWritten, Told, Wording
from reviews.models import Child, CommissionKind, Review

CONTRIBUTIONS = (CommissionKind.CHRONOLOGY, CommissionKind.IMR)
WITHHELD = "Shown without names only."


class Withheld:
    """No words but those of the reader's own agencies: names are hidden with all around them."""

    is_anonymised = True

    def __init__(self, own: frozenset[int]) -> None:
        self.own = own

    def tell(self, entry: Entry) -> Told:
        if entry.agency_id in self.own:
            return AsWritten().tell(entry)
        return Told("", WITHHELD, "", "", "", "")

    def date_raw(self, entry: Entry) -> str:
        return entry.date_raw if entry.agency_id in self.own else ""


class Reader:
    """A person and the review whose chronology they read; `find` has asked whether they may."""

    def __init__(self, user: User, review: Review) -> None:
        self.user, self.review = user, review

    @cached_property
    def reads_all(self) -> bool:
        """Whether they read every agency's rows; else they read their own agency's."""
        return readable_reviews(self.user).filter(pk=self.review.pk).exists()

    @cached_property
    def sees_review(self) -> bool:
        """Whether the case's own page is open to them, which an agency's author lacks."""
        return Review.objects.visible_to(self.user).filter(pk=self.review.pk).exists()

    @cached_property
    def own(self) -> frozenset[int]:
        return frozenset(agencies_written_for(self.user))

    @cached_property
    def sees_names(self) -> bool:
        return refusal(self.user, "see_names", self.review) is None

    @cached_property
    def may_mark(self) -> bool:
        return self.reads_all and refusal(self.user, "mark_entries", self.review) is None

    @cached_property
    def children(self) -> list[Child]:
        return list(self.review.incident.children.all())

    @cached_property
    def questions(self) -> list[KeyQuestion]:
        """The key questions, for those who read every agency's rows."""
        return KeyQuestion.of(self.review) if self.reads_all else []

    @cached_property
    def themes(self) -> list[Theme]:
        return list(self.review.themes.all()) if self.reads_all else []

    @cached_property
    def cast(self) -> list[Person]:
        return list(self.review.cast.all()) if self.reads_all else []

    @property
    def thresholds(self) -> Integration:
        """From when silence is too long: as the board says, or the usual days until it does."""
        return getattr(self.review, "integration", None) or Integration(review=self.review)

    @cached_property
    def wording(self) -> Wording:
        return AsWritten() if self.sees_names else Withheld(self.own)

    def entries(self) -> QuerySet[Entry]:
        """Return what stands and may be read: `visible_to`, asked once and not of every row."""
        rows = Entry.objects.filter(review=self.review).standing()
        return rows if self.reads_all else rows.filter(agency__in=self.own)

    def shows_words(self, entry: Entry) -> bool:
        """Whether they are shown this entry as it was written, its file's name too."""
        return not self.wording.is_anonymised or entry.agency_id in self.own

    def searchable(self, rows: QuerySet[Entry]) -> QuerySet[Entry]:
        """Keep the rows whose own words the reader is shown: others may not answer a search."""
        return rows if self.sees_names else rows.filter(agency__in=self.own)


def find(request: HttpRequest, reference: str) -> Reader:
    """Return the reader of the review's chronology; to others the review does not exist."""
    user = request.user
    own = agencies_written_for(user)
    asked = Q(commissions__agency__in=own, commissions__kind__in=CONTRIBUTIONS)
    theirs = Review.objects.filter(Q(chronologies__agency__in=own) | asked)
    seen = Review.objects.filter(
        Q(pk__in=readable_reviews(user)) | Q(pk__in=theirs.values("pk"))
    ).select_related("board", "incident", "integration")
    return Reader(user, get_object_or_404(seen, reference=reference))
