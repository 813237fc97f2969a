"""Terms of reference: drafted by several people, agreed on a day, then never changed again."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import F, Q

from boards.models import Agency, User
from reviews.models.terms_rows import TermsAgency, TermsAgreement, TermsSaving

Content = dict[str, Any]
"""What one part of the terms says: plain values by name, its rows as lists of plain values."""


class Part(models.TextChoices):
    """A part of the terms, written on a page of its own."""

    PERIOD = "period", "Period"
    QUESTIONS = "questions", "Key questions"
    AGENCIES = "agencies", "Agencies"
    FAMILY = "family", "Family involvement"
    PROCEEDINGS = "proceedings", "Parallel proceedings"
    TIMETABLE = "timetable", "Timetable"


# What each part keeps: columns of the version itself, and rows with their columns.
COLUMNS: dict[str, tuple[str, ...]] = {
    Part.PERIOD: ("from_on", "to_on", "period_because"),
    Part.FAMILY: ("is_family_involved", "family"),
    Part.PROCEEDINGS: ("proceedings",),
    Part.TIMETABLE: ("planned_to",),
}
ROWS: dict[str, tuple[str, tuple[str, ...]]] = {
    Part.QUESTIONS: ("questions", ("number", "text")),
    Part.AGENCIES: ("agencies", ("agency_id", "is_asked", "reason")),
    Part.TIMETABLE: ("milestones", ("kind", "number", "on")),
}


class TermsQuerySet(models.QuerySet["TermsOfReference"]):
    def agreed(self) -> Self:
        """Keep the versions that hold, or held once."""
        return self.exclude(agreed_on=None)

    def drafts(self) -> Self:
        """Keep the version that is being written: there is at most one on a review."""
        return self.filter(agreed_on=None)


class TermsOfReference(models.Model):
    """A version of what the review shall look into. Agreed, the database lets nobody change it.

    `planned_to` is the statutory date to which the timetable was worked out.
    """

    review = models.ForeignKey("reviews.Review", on_delete=models.PROTECT, related_name="terms")
    version = models.PositiveSmallIntegerField()
    from_on = models.DateField(null=True, blank=True)
    to_on = models.DateField(null=True, blank=True)
    period_because = models.TextField(max_length=2000, blank=True)
    is_family_involved = models.BooleanField(null=True)
    family = models.TextField(max_length=5000, blank=True)
    proceedings = models.TextField(max_length=5000, blank=True)
    planned_to = models.DateField(null=True, blank=True)
    agreed_on = models.DateField(null=True, blank=True)
    recorded_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(null=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = TermsQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "terms of reference"
        ordering = ("version",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["review", "version"], name="one_terms_a_version"),
            models.UniqueConstraint(
                fields=["review"], condition=Q(agreed_on=None), name="one_draft_of_terms"
            ),
            models.CheckConstraint(
                condition=Q(to_on__gte=F("from_on")), name="terms_period_in_order"
            ),
            models.CheckConstraint(
                condition=Q(agreed_on=None, recorded_at=None, recorded_by=None)
                | Q(
                    agreed_on__isnull=False,
                    recorded_at__isnull=False,
                    recorded_by__isnull=False,
                    from_on__isnull=False,
                    to_on__isnull=False,
                ),
                name="agreed_terms_have_a_period",
            ),
        ]

    def __str__(self) -> str:
        return f"Version {self.version}"

    @classmethod
    def begin(cls, review: Any, *, by: User, at: datetime) -> "TermsOfReference":
        """The next version is a draft, and says what the last agreed one says, part by part."""
        last = review.terms.agreed().last()
        number = last.version + 1 if last else 1
        draft = cls.objects.create(review=review, version=number, by=by, at=at)
        for part in Part if last else ():
            draft.rewrite(part, last.content(part))
        return draft

    @property
    def is_agreed(self) -> bool:
        return self.agreed_on is not None

    @property
    def key_questions(self) -> list[str]:
        """Return the words of the questions, in their order."""
        return [question.text for question in self.questions.all()]

    def content(self, part: str) -> Content:
        """Return what the part says now."""
        said: Content = {name: getattr(self, name) for name in COLUMNS.get(part, ())}
        if part in ROWS:
            rows, names = ROWS[part]
            said[rows] = [
                {name: getattr(row, name) for name in names} for row in getattr(self, rows).all()
            ]
        return said

    def rewrite(self, part: str, content: Content) -> None:
        """The part says `content`, and nothing else any more."""
        columns = COLUMNS.get(part, ())
        for name in columns:
            setattr(self, name, content[name])
        if columns:
            self.save(update_fields=columns)
        if part in ROWS:
            rows = getattr(self, ROWS[part][0])
            rows.all().delete()
            rows.bulk_create(rows.model(terms=self, **row) for row in content[ROWS[part][0]])

    def last_saving(self, part: str) -> TermsSaving | None:
        """Return when and by whom the part was last saved in this version, None for never."""
        return self.savings.filter(part=part).select_related("by").last()

    def agree(self, agreements: list[tuple[str, str]], *, on: date, by: User, at: datetime) -> None:
        """The terms hold from `on`; each of `agreements` is (name, role)."""
        TermsAgreement.objects.bulk_create(
            TermsAgreement(terms=self, name=name, role=role) for name, role in agreements
        )
        self.agreed_on, self.recorded_by, self.recorded_at = on, by, at
        self.save(update_fields=["agreed_on", "recorded_by", "recorded_at"])

    def discard(self) -> None:
        """The draft is gone, with all that was written in it."""
        for rows in (self.questions, self.agencies, self.milestones, self.savings):
            rows.all().delete()
        self.delete()

    def missing(self) -> Iterator[tuple[str, str]]:
        """Yield (part, sentence) for everything without which the terms cannot be agreed."""
        if self.from_on is None or self.to_on is None:
            yield Part.PERIOD, "Enter the first and the last day of the period."
        if not self.period_because and not self.is_agreed:
            yield Part.PERIOD, "Enter why the review looks into this period."
        if not self.questions.all():
            yield Part.QUESTIONS, "Enter at least one key question."
        yield from ((Part.AGENCIES, sentence) for sentence in self._missing_of_agencies())
        if self.is_family_involved is None or not self.family:
            yield Part.FAMILY, "Enter how and when the family will be involved, or why not."

    def _unsettled(self, lines: list[TermsAgency]) -> list[Agency]:
        """Return the agencies of which it is not said, with a reason, whether they are asked."""
        unsettled = [line.agency for line in lines if not line.is_settled]
        if self.is_agreed:  # who has joined the board since then is for the next version
            return unsettled
        named = [line.agency_id for line in lines]
        others = Agency.objects.filter(board=self.review.board_id, is_active=True)
        return sorted([*unsettled, *others.exclude(pk__in=named)], key=str)

    def _missing_of_agencies(self) -> Iterator[str]:
        lines = list(self.agencies.select_related("agency"))
        for agency in self._unsettled(lines):
            yield f"Say whether {agency} is asked or left out, and why."
        if not any(line.is_asked for line in lines):
            yield "Select at least one agency to ask."
