"""An incident on its way into the portal: saved page by page, then submitted once."""

import uuid
from datetime import datetime
from typing import Any, ClassVar, Self

from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.db.models import Count, Q
from django.utils.functional import cached_property

from boards.models import Agency, Board, User
from records.models import log
from reviews.conditions import NotYet
from reviews.models.draft_page import AlreadySubmitted, DraftPage, Values, require_seen
from reviews.models.notification import Notification
from reviews.models.review import Review
from reviews.permissions import STAFF, may


class IncidentDraftQuerySet(models.QuerySet["IncidentDraft"]):
    def visible_to(self, user: User) -> Self:
        """Keep the drafts of the boards whose staff the user belongs to."""
        return self.filter(board__in=user.boards_seen_as(*STAFF))

    def unfinished(self) -> Self:
        return self.filter(review=None)

    def with_progress(self) -> Self:
        """Add `groups_begun`, the number of groups of questions with something saved."""
        return self.annotate(groups_begun=Count("pages__group", distinct=True))


class IncidentDraft(models.Model):
    """A notification that is being written. Its pages go when it has become a review."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="drafts")
    version = models.PositiveIntegerField(default=0, help_text="Counts every change of a page.")
    started_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    started_at = models.DateTimeField()
    saved_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    saved_at = models.DateTimeField()
    submitted_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    submitted_at = models.DateTimeField(null=True, blank=True)
    review = models.OneToOneField(
        Review, null=True, blank=True, on_delete=models.PROTECT, related_name="draft"
    )

    objects = IncidentDraftQuerySet.as_manager()

    class Meta:
        ordering = ("-saved_at",)
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(review=None, submitted_at=None, submitted_by=None)
                | Q(review__isnull=False, submitted_at__isnull=False, submitted_by__isnull=False),
                name="submitted_by_somebody_into_a_review",
            )
        ]

    def __str__(self) -> str:
        return f"Draft started on {self.started_at:%d %B %Y} by {self.started_by}"

    @classmethod
    def start(cls, board: Board, *, by: User, at: datetime) -> "IncidentDraft":
        """An empty draft waits for its first page. Raises PermissionDenied."""
        _require_staff(by, board.pk)
        with transaction.atomic():
            draft = cls.objects.create(
                board=board, started_by=by, started_at=at, saved_by=by, saved_at=at
            )
            draft._log("start_draft", "A draft of an incident was started.", by=by, at=at)
        return draft

    @cached_property
    def answered(self) -> dict[tuple[str, str], "DraftPage"]:
        """The saved pages by (group, item), in the order of their first saving; one query."""
        pages = self.pages.select_related("saved_by")
        return {(page.group, page.item): page for page in pages}

    @cached_property
    def agencies(self) -> list[Agency]:
        """The agencies that the board may ask; one query."""
        return list(self.board.agencies.filter(is_active=True))

    def save_page(
        self, group: str, item: str, values: Values, *, seen: int, by: User, at: datetime
    ) -> "DraftPage":
        """The page holds `values`, right or wrong; `seen` is its version when it was opened.

        Sending the same values again changes nothing. Raises SavedMeanwhile, AlreadySubmitted.
        """
        with transaction.atomic():
            draft = self._locked_for(by)
            page = draft.pages.filter(group=group, item=item).first()
            if page and page.values == values:
                return page
            require_seen(page, seen)
            page = page or DraftPage(draft=draft, group=group, item=item)
            draft._count_change(by=by, at=at)
            page.values, page.version = values, draft.version
            page.saved_by, page.saved_at = by, at
            page.save()
            draft._log("save_draft", f"A page of a draft was saved: {group}.", by=by, at=at)
        self.__dict__.pop("answered", None)
        return page

    def remove_page(self, group: str, item: str, *, seen: int, by: User, at: datetime) -> None:
        """The child, person or line is no longer part of the draft.

        Raises SavedMeanwhile, AlreadySubmitted.
        """
        with transaction.atomic():
            draft = self._locked_for(by)
            page = draft.pages.filter(group=group, item=item).first()
            if page is None:
                return
            require_seen(page, seen)
            page.delete()
            draft._count_change(by=by, at=at)
            draft._log("save_draft", f"An entry of a draft was removed: {group}.", by=by, at=at)
        self.__dict__.pop("answered", None)

    def discard(self, *, by: User, at: datetime) -> None:
        """The draft and all that was typed in it are gone; the log keeps that it was.

        Raises AlreadySubmitted.
        """
        with transaction.atomic():
            draft = self._locked_for(by)
            draft._log("discard_draft", f"{draft} was thrown away.", by=by, at=at)
            draft.delete()

    def submit(
        self, notification: Notification, *, by: User, at: datetime, told_apart_from: list[str]
    ) -> Review:
        """The draft is a review; a second submission returns the same one.

        `told_apart_from` are the references that looked alike and were judged to be other cases.
        Raises NotYet when a page changed after it was checked.
        """
        with transaction.atomic():
            try:
                draft = self._locked_for(by)
            except AlreadySubmitted:
                return Review.objects.get(draft=self.pk)
            if draft.version != notification.version:
                raise NotYet(["Somebody changed the answers after you checked them: check again."])
            incident = notification.keep(draft.board, by=by, at=at)
            review = Review.open(incident, notification.dates, by=by, at=at, owner=by)
            draft.review, draft.submitted_by, draft.submitted_at = review, by, at
            draft.save(update_fields=["review", "submitted_by", "submitted_at"])
            draft.pages.all().delete()
            draft._log(
                "log_incident",
                f"A draft was submitted as {review.reference}, a new incident.",
                by=by,
                at=at,
                reference=review.reference,
                told_apart_from=told_apart_from,
            )
        return review

    def _locked_for(self, by: User) -> "IncidentDraft":
        # "of" keeps PostgreSQL from locking the outer side of a join to the review.
        draft = IncidentDraft.objects.select_for_update(of=("self",)).get(pk=self.pk)
        _require_staff(by, draft.board_id)
        if draft.review_id is not None:
            raise AlreadySubmitted
        return draft

    def _count_change(self, *, by: User, at: datetime) -> None:
        self.version += 1
        self.saved_by, self.saved_at = by, at
        self.save(update_fields=["version", "saved_by", "saved_at"])

    def _log(self, verb: str, sentence: str, *, by: User, at: datetime, **details: Any) -> None:
        log(verb, sentence, by=by, at=at, board=self.board_id, subject=self, **details)


def _require_staff(by: User, board_id: int) -> None:
    if not may(by, "log_incident", board_id):
        raise PermissionDenied("Incidents are logged by the board's coordinators and managers.")
