"""Counts, last days and yes-or-no of one review, all read by one query."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, F, Func, IntegerField, QuerySet, Subquery
from django.db.models.expressions import Combinable

from reviews.models.contribution import Contribution
from reviews.models.proceedings import Hold

if TYPE_CHECKING:
    from reviews.models import Review


def how_many(rows: QuerySet) -> Subquery:
    """Return the number of the rows, to be asked for within another query."""
    counted = Func(F("pk"), function="COUNT", output_field=IntegerField())
    return Subquery(rows.order_by().annotate(how_many=counted).values("how_many"))


def first_of(rows: QuerySet, name: str) -> Subquery:
    """Return what the first of the rows says under the name, None where there is no row."""
    return Subquery(rows.values(name)[:1])


def asked_together(review: "Review", **asked: Combinable) -> dict[str, Any]:
    """Return the one value of each, read beside the review by one query."""
    return type(review).objects.filter(pk=review.pk).values(**asked).get()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What the page of a case says in a number, a day or a word, without the rows behind it."""

    children_known: int
    criteria_answered: int
    documents_filed: int
    relatives_known: int
    has_family_contributed: bool
    is_family_left_out: bool
    contacted_on: date | None
    to_be_contacted_on: date | None
    proceedings_known: int
    proceedings_over: int
    is_held_up: bool
    contributions_waiting: int
    themes_shown: int
    grade_expected: str | None
    has_sets: bool
    has_evaluations: bool
    has_publications: bool
    is_paused: bool
    has_been_handed_over: bool

    @classmethod
    def of(cls, review: "Review") -> "Tally":
        return cls(
            **asked_together(
                review,
                children_known=how_many(review.incident.children.all()),
                criteria_answered=how_many(review.findings.filter(round=review.round)),
                documents_filed=how_many(review.documents.all()),
                relatives_known=how_many(review.relatives.all()),
                has_family_contributed=Exists(review.relatives.exclude(contributions=None)),
                is_family_left_out=Exists(review.not_involved.all()),
                contacted_on=first_of(review.contacts.standing().order_by("-on"), "on"),
                to_be_contacted_on=first_of(review.planned_contacts.waiting(), "on"),
                proceedings_known=how_many(review.proceedings.all()),
                proceedings_over=how_many(review.proceedings.over()),
                is_held_up=Exists(Hold.objects.of_review(review).in_force()),
                contributions_waiting=how_many(
                    Contribution.objects.waiting().filter(commission__review=review)
                ),
                themes_shown=how_many(review.shown_themes.standing()),
                grade_expected=first_of(review.self_assessments.order_by("-version"), "grade"),
                has_sets=Exists(review.final_sets.all()),
                has_evaluations=Exists(review.evaluations.all()),
                has_publications=Exists(review.publications.all()),
                is_paused=Exists(review.pauses.filter(until_on=None)),
                has_been_handed_over=Exists(review.hand_overs.all()),
            )
        )
