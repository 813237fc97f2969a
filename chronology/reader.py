"""One person reading the chronology of one review: which rows, and in which words."""

from collections.abc import Mapping
from functools import cached_property

from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from boards.models import Agency, User
from chronology.agency_marks import Mark, marks_of
from chronology.anonymised import Anonymised
from chronology.born import children_of
from chronology.handed_in import HandedIn
from chronology.models import (
    Entry,
    Integration,
    KeyQuestion,
    Person,
    Theme,
    agencies_written_for,
    readable_reviews,
)
from chronology.permissions import is_staff, refusal
from chronology.scope import Period, scope_of
from chronology.wording import AsWritten, Told, Wording
from reviews.models import Child, CommissionKind, Review

CONTRIBUTIONS = (CommissionKind.CHRONOLOGY, CommissionKind.IMR)
NAMES = "chronology_names"  # in the session
HIDDEN = "hidden"
HANDED, ANY, IN, OUT = "handed", "any", "in", "out"  # which rows an address asks for


class OwnNamed:
    """The rows of the reader's own agencies as written, all others anonymised."""

    is_anonymised = True

    def __init__(self, own: frozenset[int], others: Wording) -> None:
        self.own, self.others = own, others

    def tell(self, entry: Entry) -> Told:
        return self._of(entry).tell(entry)

    def date_raw(self, entry: Entry) -> str:
        return self._of(entry).date_raw(entry)

    def time_raw(self, entry: Entry) -> str:
        return self._of(entry).time_raw(entry)

    def place(self, key: str) -> str:
        return self.others.place(key)

    def words(self, text: str, *entries: Entry) -> str:
        return self.others.words(text, *entries)

    def agency(self, entry: Entry) -> str:
        return self._of(entry).agency(entry)

    def _of(self, entry: Entry) -> Wording:
        return AsWritten() if entry.agency_id in self.own else self.others


class Reader:
    """A person and the review whose chronology they read; `find` has asked whether they may."""

    def __init__(
        self, user: User, review: Review, *, hides_names: bool = False, handed: str = ""
    ) -> None:
        self.user, self.review, self.asked_to_hide = user, review, hides_names
        self._handed = handed

    @cached_property
    def reads_all(self) -> bool:
        """Whether they read every agency's rows; else they read their own agency's."""
        return readable_reviews(self.user).filter(pk=self.review.pk).exists()

    @cached_property
    def sees_review(self) -> bool:
        """Whether the case's own page is open to them, which an agency's author lacks."""
        return Review.objects.visible_to(self.user).filter(pk=self.review.pk).exists()

    @cached_property
    def handed_in(self) -> HandedIn:
        return HandedIn.of(self.review)

    @cached_property
    def usually(self) -> str:
        """Which rows they are shown unless they ask: the panel rests on what was handed in.

        Staff gather what comes, and an author reads what their own agency has written so far.
        """
        return ANY if not self.reads_all or is_staff(self.user, self.review) else IN

    @property
    def handed(self) -> str:
        """Which rows this page counts: those that the address asks for, or the usual ones."""
        return self._handed if self.reads_all and self._handed in (ANY, IN, OUT) else self.usually

    @cached_property
    def own(self) -> frozenset[int]:
        return frozenset(agencies_written_for(self.user))

    @cached_property
    def marks(self) -> Mapping[int, Mark]:
        """The marks of the agencies whose rows they read, the same on every page."""
        wrote = Entry.objects.filter(review=self.review).order_by().values("agency")
        agencies = Agency.objects.filter(pk__in=wrote)
        if not self.reads_all:
            agencies = agencies.filter(pk__in=self.own)
        return marks_of(agencies.values_list("pk", "name"))

    @cached_property
    def sees_names(self) -> bool:
        return refusal(self.user, "see_names", self.review) is None

    @property
    def hides_names(self) -> bool:
        return self.asked_to_hide or not self.sees_names

    @cached_property
    def may_mark(self) -> bool:
        return self.reads_all and refusal(self.user, "mark_entries", self.review) is None

    @cached_property
    def may_link(self) -> bool:
        return self.reads_all and refusal(self.user, "link_accounts", self.review) is None

    @cached_property
    def may_rule(self) -> bool:
        """Whether they may say of a mention who is meant: they see names, and keep the cast."""
        return self.sees_names and refusal(self.user, "keep_cast", self.review) is None

    @cached_property
    def may_export(self) -> bool:
        return self.reads_all and refusal(self.user, "export", self.review) is None

    @cached_property
    def children(self) -> list[Child]:
        return children_of(self.review)

    @property
    def ages_unknown(self) -> list[str]:
        """The children of whom no age can be said, because nobody recorded their birth."""
        return [child.label for child in self.children if child.born is None]

    @cached_property
    def questions(self) -> list[KeyQuestion]:
        """The key questions, for those who read every agency's rows."""
        return KeyQuestion.of(self.review) if self.reads_all else []

    @cached_property
    def themes(self) -> list[Theme]:
        return list(self.review.themes.all()) if self.reads_all else []

    @cached_property
    def theme_names(self) -> dict[int, str]:
        """What themes are called as the reader is shown it: the panel can name somebody in one."""
        return {theme.pk: self.wording.words(theme.name) for theme in self.themes}

    @cached_property
    def cast(self) -> list[Person]:
        return list(self.review.cast.all()) if self.reads_all else []

    @cached_property
    def scope(self) -> Period | None:
        """The first and the last day that the review looks into."""
        return scope_of(self.review)

    @property
    def thresholds(self) -> Integration:
        """From when silence is too long: as the board says, or the usual days until it does."""
        return getattr(self.review, "integration", None) or Integration(review=self.review)

    @cached_property
    def wording(self) -> Wording:
        """How entries are shown: as written; anonymised where they chose so, or may not see names.

        Whoever may not see names still reads their own agency's rows as it wrote them.
        """
        if not self.hides_names:
            return AsWritten()
        others = Anonymised.of(self.review)
        return others if self.sees_names else OwnNamed(self.own, others)

    def entries(self) -> QuerySet[Entry]:
        """Return what stands and may be read: `visible_to`, asked once and not of every row."""
        rows = Entry.objects.filter(review=self.review).standing()
        return rows if self.reads_all else rows.filter(agency__in=self.own)

    def of_those(self, rows: QuerySet[Entry], handed: str) -> QuerySet[Entry]:
        """Keep the rows that are handed in, or are not; the reader's own are as good as in."""
        done = self.handed_in.agencies | self.own
        if handed == ANY:
            return rows
        return rows.filter(agency__in=done) if handed == IN else rows.exclude(agency__in=done)

    @cached_property
    def agencies(self) -> list[tuple[int, str, int]]:
        """(id, name, number of rows) of every agency with rows, by name."""
        numbers = dict(self.entries().order_by().values_list("agency").annotate(rows=Count("pk")))
        named = Agency.objects.filter(pk__in=numbers).order_by("name")
        return [(pk, name, numbers[pk]) for pk, name in named.values_list("pk", "name")]

    def counted_entries(self) -> QuerySet[Entry]:
        """Return the entries that silence and the timeline are made of."""
        return self.of_those(self.entries(), self.handed)

    @cached_property
    def unfinished(self) -> list[str]:
        """Which agencies' rows are not handed in, or were sent back, and how many they are."""
        if not self.reads_all:
            return []
        return self.handed_in.remarks(self.agencies)

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
    return reader_of(request, get_object_or_404(seen, reference=reference))


def reader_of(request: HttpRequest, review: Review) -> Reader:
    """Return who reads a review's chronology, once it is known that they may; names are hidden on
    every page until they show them again.
    """
    return Reader(
        request.user,
        review,
        hides_names=request.session.get(NAMES) == HIDDEN,
        handed=request.GET.get(HANDED, ""),
    )
