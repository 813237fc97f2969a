"""What becomes of an agency's report between the agency and the panel. Methods of Review."""

from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.utils import timezone

from boards.govuk.words import on_paper
from boards.models import User
from reviews import permissions
from reviews.conditions import NotYet
from reviews.models.case_document import CaseDocument, DocumentVersion
from reviews.models.commission import Commission
from reviews.models.contribution import Contribution
from reviews.report_gaps import gaps_of


class Contributing:
    """Each records one fact and returns the news of it, without a full stop."""

    def submit_contribution(self, *, by: User, at: datetime, contribution: Contribution) -> str:
        """The report is with the board as a version of its document; the commission is returned.

        Raises NotYet with a sentence for each thing missing.
        """
        held = self._contribution_held(contribution)
        permissions.require_of_agency(by, "submit_contribution", held.commission)
        if held.submitted_at or not held.commission.is_outstanding:
            raise NotYet(["This was submitted, returned or waived already."])
        if missing := gaps_of(held):
            raise NotYet([gap.sentence for gap in missing])
        held.report = self._file_contribution(held, by=by, at=at)
        held.submitted_by, held.submitted_at = by, at
        held.save()
        held.commission.record_return(on=timezone.localdate(at), answer="", by=by)
        return f"{held} was submitted"

    def send_back_contribution(
        self,
        *,
        by: User,
        at: datetime,
        contribution: Contribution,
        because: str,
        again_by_on: date,
    ) -> str:
        """The agency has it back with the reasons, and owes the next round by the new day."""
        held = self._contribution_held(contribution)
        self._require_unsettled(held)
        self.reopen_commission(
            by=by,
            at=at,
            commission=held.commission,
            on=timezone.localdate(at),
            due_on=again_by_on,
        )
        held.sent_back_by, held.sent_back_at = by, at
        held.sent_back_because, held.again_by_on = because, again_by_on
        held.save()
        held.next_round(by=by, at=at)
        return f"{held} was sent back, to be submitted again by {on_paper(again_by_on)}"

    def accept_contribution(self, *, by: User, at: datetime, contribution: Contribution) -> str:
        """The panel works from it as it is."""
        held = self._contribution_held(contribution)
        self._require_unsettled(held)
        if held.submitted_by == by:
            raise PermissionDenied("You submitted this, so somebody else has to accept it.")
        held.accepted_by, held.accepted_at = by, at
        held.save()
        return f"{held} was accepted"

    def _contribution_held(self, contribution: Contribution) -> Contribution:
        """Return the round as it stands now, held from whoever settles it or still writes it."""
        Commission.objects.select_for_update(no_key=True).get(pk=contribution.commission_id)
        found = Contribution.objects.select_related(
            "commission__agency", "commission__review", "file", "submitted_by"
        )
        return found.get(pk=contribution.pk, commission__review=self)

    def _require_unsettled(self, held: Contribution) -> None:
        if not held.is_waiting:
            raise NotYet([f"{held} is {held.standing.lower()} already."])

    def _file_contribution(self, held: Contribution, *, by: User, at: datetime) -> DocumentVersion:
        """The file that the author chose is the next version of the agency's report."""
        commission = held.commission
        earlier = CaseDocument.objects.filter(
            versions__in=commission.contributions.exclude(report=None).values("report")
        )
        document = earlier.first() or CaseDocument.objects.create(
            review=self,
            kind=commission.kind,
            title=f"{commission.report_name} of {commission.agency}"[:200],
            agency=commission.agency,
            by=by,
            at=at,
        )
        return document.add_kept(held.file, by=by, at=at, note=f"Round {held.number}")
