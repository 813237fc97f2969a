"""What an agency is writing for a commission, kept as it goes along."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from typing import IO, Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from boards.models import User
from records.models import Document
from reviews import permissions
from reviews.conditions import NotYet
from reviews.models.agency_recommendation import AgencyRecommendation
from reviews.models.commission import Commission
from reviews.models.contribution import Contribution


class ChangedMeanwhile(Exception):
    """Somebody else saved these facts since the page was opened; `theirs` is what stands."""

    def __init__(self, theirs: Contribution) -> None:
        super().__init__("Somebody else saved this page.")
        self.theirs = theirs


class ContributionDraft:
    """The round that an agency is at, changed by its own authors and the board's staff alone.

    Each change takes back a sign-off made before it. All raise PermissionDenied, and NotYet once
    it was submitted, returned on paper or waived.
    """

    def __init__(self, commission: Commission) -> None:
        self.commission = commission

    @property
    def current(self) -> Contribution:
        """Return the round that is being written; one that nobody saved yet is not kept."""
        begun = self.commission.contributions.filter(submitted_at=None).select_related("file")
        return begun.first() or Contribution(commission=self.commission)

    def save(self, facts: Mapping[str, Any], *, seen: str, by: User, at: datetime) -> None:
        """The draft has the facts of one page; `seen` is their stamp when it was opened.

        The same facts again change nothing. Raises ChangedMeanwhile.
        """
        with self._held(by) as draft:
            if all(getattr(draft, name) == value for name, value in facts.items()):
                return
            if draft.stamp(facts) != seen:
                raise ChangedMeanwhile(draft)
            draft.take(facts, by=by, at=at)
            self._note("write_contribution", f"A page of {draft} was saved.", by, at)

    def attach(
        self,
        content: IO[bytes],
        *,
        by: User,
        at: datetime,
        name: str = "",
        media_type: str = "",
    ) -> None:
        """The file is the report of this round, until another is chosen or it is submitted."""
        with self._held(by) as draft:
            board = self.commission.review.board_id
            kept = Document.keep(
                content, name=name, media_type=media_type, board=board, by=by, at=at
            )
            draft.take({"file": kept}, by=by, at=at)
            self._note("write_contribution", f"A file for {draft} was kept.", by, at)

    def keep_recommendation(
        self, *, text: str, owner: str, due_on: date, by: User, at: datetime, pk: int | None = None
    ) -> None:
        """The recommendation stands in the draft: a new one, or `pk` in other words."""
        facts = {"text": text, "owner": owner, "due_on": due_on}
        with self._held(by) as draft:
            draft.take({"makes_no_recommendations": False}, by=by, at=at)
            if pk is None:
                AgencyRecommendation.objects.create(contribution=draft, **facts)
            elif not draft.recommendations.filter(pk=pk).update(**facts):
                raise NotYet(["Somebody removed this recommendation meanwhile."])
            self._note("write_contribution", f"A recommendation of {draft} was saved.", by, at)

    def remove_recommendation(self, pk: int, *, by: User, at: datetime) -> None:
        """The draft makes this recommendation no more; removing it twice changes nothing."""
        with self._held(by) as draft:
            if draft.recommendations.filter(pk=pk).delete()[0]:
                draft.take({}, by=by, at=at)
                self._note(
                    "write_contribution", f"A recommendation of {draft} was removed.", by, at
                )

    def record_sign_off(self, *, name: str, post: str, on: date, by: User, at: datetime) -> None:
        """The agency's head signed the page that is in the report. Raises ValidationError."""
        with self._held(by) as draft:
            self._require_another(draft, name)
            if draft.head and name.casefold() == draft.head.full_name.casefold():
                raise ValidationError(
                    {
                        "name": f"{draft.head} signs off here in the portal: ask them to sign in "
                        "and open this page."
                    }
                )
            draft.sign(name=name, post=post, on=on)
            self._note("sign_off_contribution", f"The sign-off of {draft} was recorded.", by, at)

    def sign_off(self, *, post: str, by: User, at: datetime) -> None:
        """The agency's head has read it and signs it off. Raises ValidationError."""
        with transaction.atomic():
            draft = self._locked()
            self.require_head(by)
            self._require_another(draft, by.full_name)
            if draft.saved_by == by:
                raise ValidationError("You wrote in this report last: somebody else has to.")
            draft.sign(name=by.full_name, post=post, on=timezone.localdate(at), by=by)
            self._note("sign_off_contribution", f"{draft} was signed off.", by, at)

    def require_open(self) -> None:
        """Raise NotYet unless the report may be changed now."""
        self.commission.review.require_room_for("write_contribution")
        if not self.commission.is_outstanding:
            raise NotYet(["This was submitted, returned or waived: it cannot be changed now."])

    def require_head(self, user: User) -> None:
        """Raise PermissionDenied unless the user signs off for the agency."""
        if self.commission.agency.chief_officer_id != user.pk:
            raise PermissionDenied("This is for the head of the agency.")

    @contextmanager
    def _held(self, by: User) -> Iterator[Contribution]:
        with transaction.atomic():
            permissions.require_of_agency(by, "write_contribution", self.commission)
            yield self._locked()

    def _locked(self) -> Contribution:
        """Return the draft, held until the transaction ends; two people never begin two."""
        self.commission = (
            Commission.objects.select_for_update(no_key=True, of=("self",))
            .select_related("review__board", "agency__chief_officer")
            .get(pk=self.commission.pk)
        )
        self.require_open()
        return self.current

    @staticmethod
    def _require_another(draft: Contribution, name: str) -> None:
        if not draft.author_name:
            raise NotYet(["Name the author before the report is signed off."])
        if name.casefold() == draft.author_name.casefold():
            raise ValidationError(
                {"name": "The author cannot sign off their own report: name another person."}
            )

    def _note(self, verb: str, sentence: str, by: User, at: datetime) -> None:
        from reviews.noting import log_about

        log_about(
            self.commission.review, verb, sentence, by=by, at=at, agency=self.commission.agency_id
        )
