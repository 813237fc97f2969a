"""What the tables know of each review: a few days, its grades and its board, in few statements."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from django.db.models import CharField, Exists, F, Max, OuterRef, Q, QuerySet
from django.db.models.functions import Cast

from reviews.models import (
    Evaluation,
    Event,
    Extension,
    HeadingJudgement,
    HeldUp,
    Hold,
    Proceedings,
    Review,
    ShownTheme,
)
from reviews.statutory import PartialDate
from reviews.themes import wordings

# Days that the tables ask for; a later round of a case hides an earlier one's.
DAYS = (
    "happened",
    "learned",
    "notified",
    "referred",
    "decided",
    "decided_no_review",
    "overview_completed",
    "ratified",
    "submitted",
    "evaluated",
    "published",
)
DAY = len("2010-03-27")
OF_EVERY_ROUND = ("happened", "learned")
COLUMNS = (
    "pk",
    "board_id",
    "board__name",
    "state",
    "is_past",
    "pinned_guidance",
    "incident__harm",
)
NO_DAYS = ("",) * len(DAYS)
NOTHING: Mapping = MappingProxyType({})


class Facts(NamedTuple):
    """One review. Days are EDTF text as the record has them, empty where it has none."""

    pk: int
    board: int
    board_name: str
    state: str
    is_past: bool
    pinned: str
    harm: str
    happened: str = ""  # from here to `published` in the order of DAYS
    learned_of: str = ""
    notified: str = ""
    referred: str = ""
    decided: str = ""
    decided_no_review: str = ""
    overview_completed: str = ""
    ratified: str = ""
    submitted: str = ""
    evaluated: str = ""
    published: str = ""
    grades: tuple[str, ...] = ()  # in the order of the evaluations
    extended_to: date | None = None  # the day to which its completion was extended last
    headings: Mapping[str, str] = NOTHING  # {heading: grade} of the first letter
    proceedings: Mapping[str, bool] = NOTHING  # {kind: whether publication was held}
    themes: Mapping[str, str] = NOTHING  # {code: name, as its board words it}

    @property
    def first_grade(self) -> str:
        """Return the grade that the national counts use: a second never overwrites it."""
        return self.grades[0] if self.grades else ""

    @property
    def learned(self) -> str:
        """Return when somebody first knew: learned, or else notified, or else referred."""
        return self.learned_of or self.notified or self.referred

    @property
    def completed(self) -> str:
        """Return when the board had done: agreed it, or else submitted it.

        Of a past review often no more is known than that its overview report was completed.
        """
        done = self.ratified or self.submitted
        return done or (self.overview_completed if self.is_past else "")

    @property
    def concluded(self) -> str:
        """Return the day of Ofsted's letter, or of completion where there was none."""
        return self.evaluated or self.completed


def facts_of(reviews: QuerySet[Review]) -> list[Facts]:
    """Return what the tables know of these reviews, in eight statements however many they are."""
    days, grades, extended = _days(reviews), _grades(reviews), _extended(reviews)
    headings, proceedings = _headings(reviews), _proceedings(reviews)
    themes = _themes(reviews)
    rows = reviews.order_by("pk").values_list(*COLUMNS)
    return [
        Facts(
            *row,
            *days.get(row[0], NO_DAYS),
            grades.get(row[0], ()),
            extended.get(row[0]),
            headings.get(row[0], NOTHING),
            proceedings.get(row[0], NOTHING),
            themes.get(row[0], NOTHING),
        )
        for row in rows.iterator(chunk_size=5000)
    ]


def _days(reviews: QuerySet[Review]) -> dict[int, list[str]]:
    """Return {review: texts in the order of DAYS}: a row a review, as the database makes it."""
    counted = Q(round=F("review__round")) | Q(name__in=OF_EVERY_ROUND)
    text = Cast("on", CharField())
    rows = (
        Event.objects.current()
        .filter(counted, review__in=reviews.order_by(), name__in=DAYS)
        .order_by()
        .values_list("review_id")
        .annotate(**{f"{name}_on": Max(text, filter=Q(name=name), default="") for name in DAYS})
    )
    return {review: texts for review, *texts in rows.iterator(chunk_size=5000)}


def _grades(reviews: QuerySet[Review]) -> dict[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = {}
    rows = Evaluation.objects.current().filter(review__in=reviews.order_by()).exclude(grade="")
    for review, grade in rows.order_by("number").values_list("review_id", "grade"):
        found[review] = (*found.get(review, ()), grade)
    return found


def _headings(reviews: QuerySet[Review]) -> dict[int, dict[str, str]]:
    found: dict[int, dict[str, str]] = {}
    rows = HeadingJudgement.objects.filter(
        evaluation__review__in=reviews.order_by(),
        evaluation__number=1,
        evaluation__correction=None,
    )
    for review, heading, grade in rows.values_list("evaluation__review", "heading", "grade"):
        found.setdefault(review, {})[heading] = grade
    return found


def _proceedings(reviews: QuerySet[Review]) -> dict[int, dict[str, bool]]:
    found: dict[int, dict[str, bool]] = {}
    holds = Hold.objects.filter(proceedings=OuterRef("pk"), what=HeldUp.PUBLICATION)
    rows = Proceedings.objects.filter(review__in=reviews.order_by()).annotate(held=Exists(holds))
    for review, kind, held in rows.values_list("review", "kind", "held"):
        of_review = found.setdefault(review, {})
        of_review[kind] = held or of_review.get(kind, False)
    return found


def _themes(reviews: QuerySet[Review]) -> dict[int, dict[str, str]]:
    found: dict[int, dict[str, str]] = {}
    names = wordings()
    rows = ShownTheme.objects.standing().filter(review__in=reviews.order_by()).order_by()
    for review, board, code in rows.values_list("review", "review__board", "code"):
        name = names.get((board, code)) or names[None, code]
        found.setdefault(review, {})[code] = name
    return found


def _extended(reviews: QuerySet[Review]) -> dict[int, date]:
    rows = Extension.objects.filter(
        deadline__review__in=reviews.order_by(), deadline__kind="complete"
    )
    return dict(rows.order_by("pk").values_list("deadline__review", "to_due_on"))


@lru_cache(maxsize=100_000)
def span(text: str) -> tuple[date, date]:
    """Return the first and the last day that the text may mean."""
    if len(text) == DAY:
        day = date.fromisoformat(text)
        return day, day
    partial = PartialDate.parse(text)
    return partial.earliest, partial.latest


def exact(text: str) -> date | None:
    """Return the day where the text names one for certain."""
    return span(text)[0] if len(text) == DAY else None


def may_lie_within(text: str, first: date, last: date) -> bool:
    """Return whether the day is not known, or is known too vaguely to say that it lies outside."""
    if not text:
        return True
    earliest, latest = span(text)
    return earliest <= last and first <= latest


def lies_within(text: str, first: date, last: date) -> bool:
    """Return whether a day is given and lies in the period for certain."""
    if len(text) == DAY:  # as it is nearly always: ISO text sorts as the days do
        return first.isoformat() <= text <= last.isoformat()
    if not text:
        return False
    earliest, latest = span(text)
    return first <= earliest and latest <= last
