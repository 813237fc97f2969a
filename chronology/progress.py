"""How far each agency of a review is with its chronology, in a fixed number of queries."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from boards.govuk.words import counted, on_paper
from boards.models import Agency
from chronology.models import (
    AgencyChronology,
    Entry,
    LinkStatus,
    RowProblem,
    SameEvent,
    SourceFile,
    Submission,
    TypedRow,
)
from chronology.models.agency_chronology import ASKED_AS
from reviews.models import Commission, Review
from reviews.tally import asked_together, how_many

COLOURS = {
    "Not begun": "grey",
    "Being written": "light-blue",
    "Handed in": "yellow",
    "Sent back": "orange",
    "Accepted": "plain",
    "Waived": "plain",
    "Returned": "plain",
}


@dataclass(frozen=True, slots=True)
class Progress:
    """Where one agency stands."""

    agency: Agency
    commission: Commission | None
    chronology: AgencyChronology | None
    last: Submission | None
    files: int
    rows: int
    problems: int

    @property
    def state(self) -> str:
        if self.last:
            return self.last.standing
        if self.commission and self.commission.waived_on:
            return "Waived"
        if self.commission and self.commission.returned_on:
            return "Returned"  # otherwise than in the portal
        return "Being written" if self.rows or self.files else "Not begun"

    @property
    def colour(self) -> str:
        return COLOURS[self.state]

    @property
    def is_awaited(self) -> bool:
        """Return whether the next step is the agency's."""
        return self.state in {"Not begun", "Being written", "Sent back"}

    @property
    def due_on(self) -> date | None:
        if self.last and self.last.sent_back_at:
            return self.last.again_by_on
        deadline = getattr(self.commission, "deadline", None)
        return deadline.due_on if deadline else None

    @property
    def done_on(self) -> date | None:
        """Return the day on which it last left the agency, or was given up."""
        if self.last:
            return timezone.localdate(self.last.at)
        return self.commission and (self.commission.returned_on or self.commission.waived_on)

    @property
    def next_step(self) -> str:
        last = self.last
        if last and last.sent_back_at:
            return f"The agency hands it in again by {on_paper(last.again_by_on)}"
        if last and last.is_waiting:
            return f"Read round {last.number}, then accept it or send it back"
        if self.state == "Accepted":
            report = self.commission and self.commission.is_outstanding
            return "The agency’s report is still to come" if report else "Nothing"
        if self.state == "Waived":
            return "Nothing: the board does without it"
        if self.state == "Returned":
            is_here = "Nothing: what was returned was brought in"
            return is_here if self.rows else "Bring in what was returned: it is not in the portal"
        if self.problems:
            return f"The agency mends {counted(self.problems, 'row')} and hands it in"
        return "The agency hands it in" if self.rows else "The agency begins"


def progress_of(review: Review) -> list[Progress]:
    """Return where every agency stands that was asked, or sent something unasked, by name."""
    asked: dict[int, Commission] = {}
    commissions = review.commissions.filter(kind__in=ASKED_AS).select_related("agency", "deadline")
    for commission in commissions.order_by("-round", "kind"):
        asked.setdefault(commission.agency_id, commission)
    begun = {
        each.agency_id: each
        for each in AgencyChronology.objects.filter(review=review)
        .select_related("agency")
        .prefetch_related("submissions")
    }
    if not asked and not begun:
        return []
    files = counts(
        SourceFile.objects.filter(chronology__review=review, discarded_at=None),
        "chronology__agency",
    )
    rows = counts(Entry.objects.standing().filter(review=review), "agency")
    problems = open_problems(review)
    found = []
    for agency in sorted(
        {
            **{a: c.agency for a, c in asked.items()},
            **{a: c.agency for a, c in begun.items()},
        }.values(),
        key=str,
    ):
        chronology = begun.get(agency.pk)
        rounds = list(chronology.submissions.all()) if chronology else []
        found.append(
            Progress(
                agency=agency,
                commission=asked.get(agency.pk),
                chronology=chronology,
                last=rounds[-1] if rounds else None,
                files=files.get(agency.pk, 0),
                rows=rows.get(agency.pk, 0),
                problems=problems.get(agency.pk, 0),
            )
        )
    return found


def how_far(review: Review) -> dict[str, int]:
    """Return what is asked, handed in, written and to be looked at, in numbers, by one query."""
    asked = review.commissions.filter(kind__in=ASKED_AS).order_by()
    begun = AgencyChronology.objects.filter(review=review).order_by()
    either = Q(pk__in=asked.values("agency")) | Q(pk__in=begun.values("agency"))
    proposed = SameEvent.objects.standing().filter(review=review, status=LinkStatus.PROPOSED)
    return asked_together(
        review,
        asked=how_many(Agency.objects.filter(either)),
        handed_in=how_many(Submission.objects.last_of(review).filter(sent_back_at=None)),
        rows=how_many(Entry.objects.standing().filter(review=review)),
        problems=how_many(_in_files(review)) + how_many(_typed(review)),
        proposed=how_many(proposed),
        unlisted_names=how_many(review.unlisted.waiting()),
    )


def _in_files(review: Review) -> QuerySet[RowProblem]:
    """Return what is to be mended in the rows of files that stand."""
    return RowProblem.objects.to_mend(review)


def _typed(review: Review) -> QuerySet[TypedRow]:
    """Return the rows of the grids with something to mend."""
    return TypedRow.objects.standing().incomplete().filter(chronology__review=review)


def open_problems(review: Review) -> dict[int, int]:
    """Return {agency: rows of its files or its grid with something to mend}."""
    agency = "chronology__agency"
    in_files = counts(_in_files(review), f"file__{agency}")
    typed = counts(_typed(review), agency)
    return {key: in_files.get(key, 0) + typed.get(key, 0) for key in in_files | typed}


def to_mend(chronology: AgencyChronology) -> QuerySet[RowProblem]:
    """Return what is to be mended in an agency's files, a row once, the refused ones first."""
    rows = _in_files(chronology.review).filter(file__chronology=chronology)
    return rows.defer("file__reading").select_related("file").order_by("-fate", "file", "pk")


def typed_to_mend(chronology: AgencyChronology) -> int:
    """Return how many rows of its grid have something to mend."""
    return chronology.typed_rows.standing().incomplete().count()


def counts(rows: QuerySet, by: str) -> dict[int, int]:
    """Return {key: how many}."""
    return dict(rows.order_by().values_list(by).annotate(number=Count("pk")))
