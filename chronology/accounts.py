"""What a person says of pairs of accounts, and the pairs as the page shows them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.core.paginator import Page, Paginator
from django.db import transaction
from django.db.models import Count, QuerySet
from django.http import QueryDict
from django.utils.safestring import SafeString

from boards.govuk.words import moment_on_paper
from boards.models import User
from chronology.agency_marks import Mark
from chronology.exports.lines import spoken_day, spoken_time
from chronology.integrated.words import highlighted
from chronology.models import Entry, LinkStatus, SameEvent, Standing
from chronology.reader import Reader
from chronology.wording import quoting
from reviews.models import Review
from reviews.noting import log_about

A_PAGE = 20
CERTAINTY = (
    (0.95, "Almost certainly one event"),
    (0.8, "Very likely one event"),
    (0.65, "Likely one event"),
    (0.0, "Perhaps one event"),
)
OF_DATES = {"date"}  # kinds that a report reaching the agency later accounts for


@dataclass(frozen=True)
class Answer:
    """What can be said of a pair: the fields that it sets, and the news of it."""

    news: str
    sets: Mapping[str, str]
    of: tuple[str, ...] = tuple(LinkStatus.values)  # the statuses in which it can be said


ANSWERS = {
    "same": Answer("said to tell of the same event", {"status": LinkStatus.CONFIRMED}),
    "different": Answer(
        "said to tell of different events", {"status": LinkStatus.REJECTED, "standing": ""}
    ),
    "undo": Answer("to be looked at again", {"status": LinkStatus.PROPOSED, "standing": ""}),
    "agreed": Answer(
        "whose differences are agreed", {"standing": Standing.AGREED}, (LinkStatus.CONFIRMED,)
    ),
    "disputed": Answer(
        "whose differences are disputed", {"standing": Standing.DISPUTED}, (LinkStatus.CONFIRMED,)
    ),
}
SHOWN = (
    ("proposed", "To be looked at", {"status": LinkStatus.PROPOSED}),
    ("confirmed", "Same event", {"status": LinkStatus.CONFIRMED}),
    ("disputed", "Disputed", {"status": LinkStatus.CONFIRMED, "standing": Standing.DISPUTED}),
    ("rejected", "Different events", {"status": LinkStatus.REJECTED}),
)


@dataclass(frozen=True, slots=True)
class Answered:
    """How many pairs are what was said of them now, and those that somebody settled meanwhile."""

    changed: int
    overtaken: list[SameEvent]


def answer(
    review: Review, chosen: Mapping[int, str], said: str, *, by: User, at: datetime, note: str = ""
) -> Answered:
    """The pairs are what was said of them. Texts stay as they are.

    `chosen` has what was last said of each pair as its page showed it: where somebody has said
    something else since, the pair stays as it is.
    """
    what = ANSWERS[said]
    with transaction.atomic():
        pairs = SameEvent.objects.select_for_update().filter(review=review, pk__in=chosen)
        news = [pair for pair in pairs if _says(pair, what, note)]
        overtaken = [pair for pair in news if pair.last_said != chosen[pair.pk]]
        changed = [
            pair for pair in news if pair.last_said == chosen[pair.pk] and pair.status in what.of
        ]
        _keep(changed, what, note, by=by, at=at)
        if changed:
            log_about(
                review,
                f"accounts_{said}",
                f"{len(changed)} pairs of accounts {what.news}.",
                by=by,
                at=at,
                pairs=[pair.pk for pair in changed],
            )
    return Answered(len(changed), overtaken)


def _keep(changed: list[SameEvent], what: Answer, note: str, *, by: User, at: datetime) -> None:
    for pair in changed:
        pair.by, pair.at = by, at
        for field, value in what.sets.items():
            setattr(pair, field, value)
        pair.note = note[:1000] or pair.note
    SameEvent.objects.bulk_update(
        changed, ["status", "standing", "note", "by", "at"], batch_size=200
    )


def who_said_what(pair: SameEvent) -> str:
    """Return what stands of a pair that somebody else settled, in a sentence."""
    said = pair.get_status_display()
    if pair.status == LinkStatus.PROPOSED:
        said = "to be looked at again"
    elif pair.standing:
        said = f"{said}, differences {pair.get_standing_display().lower()}"
    sides = " and ".join(f"{one.agency}, {spoken_day(one)}" for one in (pair.first, pair.second))
    return f"{sides}: {pair.by} said “{said}” on {moment_on_paper(pair.at)}"


def _says(pair: SameEvent, what: Answer, note: str) -> bool:
    """Return whether this is news of the pair."""
    is_new = any(getattr(pair, field) != value for field, value in what.sets.items())
    return is_new or bool(note and note != pair.note)


def join(entry: Entry, other: Entry, *, by: User, at: datetime) -> SameEvent:
    """A person has seen that both tell of one event, whether or not it was proposed."""
    first, second = sorted((entry, other), key=lambda one: one.pk)
    with transaction.atomic():
        pair, _ = SameEvent.objects.update_or_create(
            first=first,
            second=second,
            defaults={"status": LinkStatus.CONFIRMED, "by": by, "at": at},
            create_defaults={
                "review": entry.review,
                "status": LinkStatus.CONFIRMED,
                "reasons": ["Linked by hand"],
                "by": by,
                "at": at,
            },
        )
        log_about(
            entry.review,
            "accounts_same",
            "Two accounts were linked by hand.",
            by=by,
            at=at,
            pairs=[pair.pk],
        )
    return pair


@dataclass(frozen=True, slots=True)
class Said:
    """What two accounts say differently: of what, and what each says."""

    of: str
    a: str
    b: str
    is_date: bool


def in_words(difference: Mapping[str, Any], words: Callable[[str], str]) -> Said:
    """Return a difference that the portal found, as `words` let the reader see it."""
    of, a, b = (words(str(difference.get(part, ""))) for part in ("of", "a", "b"))
    return Said(of, a, b, is_date=difference.get("kind") in OF_DATES)


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two accounts, what it alone says marked."""

    entry: Entry
    mark: Mark
    day: str
    written: str
    time: str
    source: str
    event: SafeString
    standing: str  # where the agency has not let go of the row


@dataclass(frozen=True, slots=True)
class Pair:
    """Two accounts side by side."""

    link: SameEvent
    sides: tuple[Side, Side]
    reasons: list[str]
    said: list[Said]
    note: str

    @property
    def dates(self) -> list[Said]:
        """Return how far the dates are apart: no contradiction where one agency was told later."""
        return [one for one in self.said if one.is_date]

    @property
    def differences(self) -> list[Said]:
        """Return what the accounts say differently."""
        return [one for one in self.said if not one.is_date]

    @property
    def certainty(self) -> str:
        """Return how sure the portal is, in words: nothing where a person made the link."""
        if self.link.score is None:
            return ""
        return next(words for least, words in CERTAINTY if self.link.score >= least)


class Pairs:
    """The pairs of one status, likeliest first, as the address asks for them."""

    def __init__(self, reader: Reader, address: QueryDict) -> None:
        self.reader = reader
        asked = address.get("show", "proposed")
        self.show = asked if asked in {name for name, _, _ in SHOWN} else "proposed"
        self._page_asked = address.get("page", "1")

    @cached_property
    def all(self) -> QuerySet[SameEvent]:
        return SameEvent.objects.filter(review=self.reader.review).standing()

    @cached_property
    def tabs(self) -> list[tuple[str, str, int]]:
        """(name, text, number of pairs) of every status."""
        counts = self.all.order_by().values_list("status", "standing").annotate(n=Count("pk"))
        numbers = {(status, standing): n for status, standing, n in counts}

        def number(wanted: Mapping[str, str]) -> int:
            return sum(
                n
                for (status, standing), n in numbers.items()
                if status == wanted["status"] and standing == wanted.get("standing", standing)
            )

        return [(name, text, number(wanted)) for name, text, wanted in SHOWN]

    @cached_property
    def page(self) -> Page:
        wanted = next(wanted for name, _, wanted in SHOWN if name == self.show)
        rows = self.all.filter(**wanted).select_related(
            "first__agency", "second__agency", "first__file", "second__file", "by"
        )
        return Paginator(rows, A_PAGE).get_page(self._page_asked)

    @cached_property
    def rows(self) -> list[Pair]:
        links = list(self.page.object_list)
        return [self._pair(link, self.reader.marks) for link in links]

    @property
    def query(self) -> QueryDict:
        query = QueryDict(mutable=True)
        if self.show != "proposed":
            query["show"] = self.show
        return query

    def _pair(self, link: SameEvent, marks: Mapping[int, Mark]) -> Pair:
        a = [str(one["a"]) for one in link.differences if one["kind"] == "fact"]
        b = [str(one["b"]) for one in link.differences if one["kind"] == "fact"]
        sides = (self._side(link.first, marks, a), self._side(link.second, marks, b))
        words = quoting(self.reader.wording, link)
        said = [in_words(one, words) for one in link.differences]
        return Pair(link, sides, [words(one) for one in link.reasons], said, words(link.note))

    def _side(self, entry: Entry, marks: Mapping[int, Mark], own: list[str]) -> Side:
        wording = self.reader.wording
        told = wording.tell(entry)
        return Side(
            entry,
            marks[entry.agency_id],
            spoken_day(entry),
            wording.date_raw(entry),
            spoken_time(entry, wording.time_raw(entry)),
            told.source,
            highlighted(told.event, [one for one in own if one]),
            self.reader.handed_in.mark(entry.agency_id),
        )
