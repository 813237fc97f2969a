"""What one review holds, as its conditions, its places and its page look at it."""

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Prefetch

from boards.models import User
from reviews.models.barring import employers_barred
from reviews.models.comment_round import Comment
from reviews.models.declaration import Declaration
from reviews.models.evaluation import Evaluation
from reviews.models.final_set_item import versions_for
from reviews.models.proceedings import Hold
from reviews.permissions import Involvement
from reviews.statutory import Guidance, PartialDate
from reviews.tally import Tally, how_many

if TYPE_CHECKING:
    from reviews.models import (
        Appointment,
        Commission,
        Deadline,
        DocumentVersion,
        Event,
        FinalSet,
        Publication,
        Report,
        ReportDraft,
        Review,
        SectionVersion,
        TermsOfReference,
    )


class Known:
    """One review's rows, each kind read at most once, and only when somebody looks at it.

    It is made anew for each page and each check of a move, and nothing outlives that: it never
    answers from before a change.
    """

    def __init__(self, review: "Review") -> None:
        self.review = review
        self._involvements: dict[int, Involvement] = {}

    def involvement_of(self, user: User) -> Involvement:
        """Return what the person is on the review."""
        return self._involvements.setdefault(user.pk, Involvement(user, self.review))

    @cached_property
    def tally(self) -> Tally:
        return Tally.of(self.review)

    @cached_property
    def events(self) -> "list[Event]":
        """Return the dates that hold now, of every round."""
        return list(self.review.events.current().order_by("round", "id"))

    @cached_property
    def dates(self) -> dict[str, PartialDate]:
        """Return {event: date} of this round."""
        return {each.name: each.on for each in self.events if each.round == self.review.round}

    def day_of(self, event: str) -> date | None:
        """Return the exact day on which the event stands in this round, if there is one."""
        on = self.dates.get(event)
        return on.exact if on else None

    @cached_property
    def guidance(self) -> Guidance:
        return self.review.guidance(self.dates)

    @cached_property
    def deadlines(self) -> "list[Deadline]":
        """Return what is owed and what was, with what its names and steps are made of."""
        rows = self.review.deadlines.beside_what_was_asked()
        return list(rows.prefetch_related("extensions"))

    @cached_property
    def commissions(self) -> "list[Commission]":
        """Return whatever agencies were asked for, in every round."""
        return list(self.review.commissions.select_related("agency", "returned_by"))

    @property
    def contributions(self) -> "list[Commission]":
        """Return what agencies were asked for that the panel works from."""
        return [each for each in self.commissions if each.is_contribution]

    @cached_property
    def terms(self) -> "list[TermsOfReference]":
        return list(self.review.terms.prefetch_related("questions"))

    @property
    def agreed_terms(self) -> "TermsOfReference | None":
        """Return the version that holds."""
        return next((each for each in reversed(self.terms) if each.is_agreed), None)

    @property
    def draft_terms(self) -> "TermsOfReference | None":
        return next((each for each in self.terms if not each.is_agreed), None)

    @cached_property
    def appointments(self) -> "list[Appointment]":
        """Return who holds a post or held one, with what they declared."""
        declared = Declaration.objects.select_related("acceptance")
        return list(self.review.appointments.prefetch_related(Prefetch("declarations", declared)))

    @property
    def held(self) -> "list[Appointment]":
        """Return the appointments that have not ended."""
        return [each for each in self.appointments if each.ended_on is None]

    @cached_property
    def employers(self) -> dict[str, list[str]]:
        """Return whose employees are not independent, as `first_employer` takes them."""
        return employers_barred(self.review)

    @cached_property
    def reports(self) -> "list[Report]":
        return list(self.review.reports.select_related("draft", "signed_off_by"))

    @property
    def complete(self) -> "dict[str, Report]":
        """Return {kind: the last complete version of the report}."""
        return {report.kind: report for report in self.reports}

    @cached_property
    def drafts(self) -> "list[ReportDraft]":
        """Return the drafts that were issued, each with the number of comments `unresolved`."""
        comments = Comment.objects.filter(round__draft=OuterRef("pk")).unresolved()
        drafts = self.review.report_drafts.select_related("round")
        return list(drafts.annotate(unresolved=how_many(comments)))

    @property
    def last_drafts(self) -> "dict[str, ReportDraft]":
        """Return {kind: the last draft of the report}."""
        return {draft.kind: draft for draft in self.drafts}

    @cached_property
    def sections(self) -> "list[SectionVersion]":
        """Return the last version of each section of the reports."""
        return list(self.review.section_versions.latest_of_each())

    @cached_property
    def versions(self) -> "list[DocumentVersion]":
        """Return the newest version of each document that belongs in a final set."""
        return versions_for(self.review)

    @cached_property
    def final_sets(self) -> "list[FinalSet]":
        """Return the sets that were put to the board, each with whether it `was_submitted`."""
        if not self.tally.has_sets:
            return []
        submitted = Exists(Evaluation.objects.filter(final_set=OuterRef("pk")))
        return list(self.review.final_sets.annotate(was_submitted=submitted))

    @cached_property
    def evaluations(self) -> list[Evaluation]:
        """Return what stands of Ofsted's evaluations, one of each round."""
        has_any = self.tally.has_evaluations
        return list(self.review.evaluations.current()) if has_any else []

    @property
    def last_evaluation(self) -> Evaluation | None:
        return self.evaluations[-1] if self.evaluations else None

    @cached_property
    def publications(self) -> "list[Publication]":
        if not self.tally.has_publications:
            return []
        return list(self.review.publications.select_related("take_down"))

    @property
    def last_publication(self) -> "Publication | None":
        return self.publications[-1] if self.publications else None

    @cached_property
    def holds(self) -> list[Hold]:
        """Return what proceedings hold up now."""
        if not self.tally.is_held_up:
            return []
        return list(Hold.objects.of_review(self.review).in_force())
