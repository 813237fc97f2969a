"""The final set: exactly which documents the board was given, with their checksums."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING, ClassVar, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from boards.models import User
from reviews.conditions import NotYet
from reviews.models.evaluation import Evaluation
from reviews.models.final_set_item import FinalSetItem, digest_of, newest_items

if TYPE_CHECKING:
    from reviews.models.review import Review


class SetState(models.TextChoices):
    OPEN = "open", "With the board"
    AGREED = "agreed", "Agreed"
    SENT_BACK = "sent_back", "Sent back"
    LAPSED = "lapsed", "Lapsed: the review, or its reconsideration, ended first"


class FinalSetQuerySet(models.QuerySet["FinalSet"]):
    def visible_to(self, user: User) -> Self:
        """Keep every set of the reviews of the user's boards; elsewhere, those submitted."""
        from reviews.models.review import Review

        boards = [seat.board_id for seat in user.seats() if seat.board_id]
        submitted = Exists(Evaluation.objects.filter(final_set=OuterRef("pk")))
        return self.filter(
            Q(review__board__in=boards) | submitted,
            review__in=Review.objects.visible_to(user),
        )

    def open(self) -> Self:
        return self.filter(standing=SetState.OPEN)

    def agreed(self) -> Self:
        return self.filter(standing=SetState.AGREED)


class FinalSet(models.Model):
    """Documents frozen for the board, version by version. Once closed it never changes."""

    review = models.ForeignKey(
        "reviews.Review", on_delete=models.PROTECT, related_name="final_sets"
    )
    number = models.PositiveSmallIntegerField()
    standing = models.CharField(max_length=10, choices=SetState, default=SetState.OPEN)
    guidance = models.CharField(max_length=10)
    digest = models.CharField(
        max_length=64, help_text="SHA-256 over what each document is and its checksum, in order."
    )
    put_at = models.DateTimeField()
    put_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    agreed_on = models.DateField(null=True, blank=True)
    statement = models.TextField(max_length=5000, blank=True)
    reasons = models.TextField(max_length=10000, blank=True)

    objects = FinalSetQuerySet.as_manager()

    class Meta:
        ordering = ("number",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["review", "number"], name="one_final_set_a_number"),
            models.UniqueConstraint(
                fields=["review"], condition=Q(standing="open"), name="one_open_final_set_a_review"
            ),
            models.CheckConstraint(
                condition=Q(standing__in=SetState.values), name="final_set_standing_is_known"
            ),
            models.CheckConstraint(
                condition=Q(standing="open", closed_at=None, closed_by=None)
                | (~Q(standing="open") & Q(closed_at__isnull=False, closed_by__isnull=False)),
                name="final_set_closed_at_and_by",
            ),
            models.CheckConstraint(
                condition=Q(closed_at=None) | Q(closed_at__gte=models.F("put_at")),
                name="final_set_closed_after_put",
            ),
            models.CheckConstraint(
                condition=Q(standing="agreed", agreed_on__isnull=False)
                | (~Q(standing="agreed") & Q(agreed_on=None)),
                name="agreed_set_has_its_day",
            ),
        ]

    def __str__(self) -> str:
        return f"Set {self.number}"

    @property
    def fingerprint(self) -> str:
        """Return the beginning of the digest, short enough to be read out."""
        start = self.digest[:16].upper()
        return "-".join(start[place : place + 4] for place in range(0, 16, 4))

    @property
    def put_on(self) -> date:
        return timezone.localdate(self.put_at)

    @property
    def is_open(self) -> bool:
        return self.standing == SetState.OPEN

    @property
    def is_agreed(self) -> bool:
        return self.standing == SetState.AGREED

    @classmethod
    def freeze(cls, review: "Review", *, by: User, at: datetime) -> "FinalSet":
        """The newest version of each document is in a new set, which is before the board."""
        items = newest_items(review)
        frozen = cls.objects.create(
            review=review,
            number=review.final_sets.count() + 1,
            guidance=review.guidance().slug,
            digest=digest_of(items),
            put_at=at,
            put_by=by,
        )
        for item in items:
            item.final_set = frozen
        FinalSetItem.objects.bulk_create(items)
        return frozen

    @classmethod
    def unchanged(cls, review: "Review") -> "FinalSet | None":
        """Return the set agreed last, where the newest documents are still its very files."""
        last = review.final_sets.agreed().last()
        return last if last and last.digest == digest_of(newest_items(review)) else None

    def agree(self, *, on: date, statement: str, by: User, at: datetime) -> None:
        """The Chair has signed this very set; raises NotYet where a file is not what it was."""
        self.require_untouched()
        self.agreed_on, self.statement = on, statement
        self._close(SetState.AGREED, by=by, at=at)

    def send_back(self, *, reasons: str, about: dict[str, str], by: User, at: datetime) -> None:
        """The board wants other documents; `about` is {position: what must change in it}."""
        for item in self.items.filter(position__in=about):
            item.reason = about[str(item.position)]
            item.save(update_fields=["reason"])
        self.reasons = reasons
        self._close(SetState.SENT_BACK, by=by, at=at)

    def lapse(self, *, by: User, at: datetime) -> None:
        """The review ended before the board agreed."""
        self._close(SetState.LAPSED, by=by, at=at)

    def _close(self, standing: SetState, *, by: User, at: datetime) -> None:
        self.standing, self.closed_by, self.closed_at = standing, by, at
        self.save()

    def touched(self) -> Iterator[str]:
        """Yield a sentence for everything that is not what was put to the board."""
        items = list(self.items.select_related("version__file"))
        if digest_of(items) != self.digest:
            yield f"The list of {self.of_the_review} was changed after it was frozen."
        for item in items:
            if not item.is_untouched():
                yield (
                    f"“{item.label}” in {self.of_the_review} is not the file that was put to the "
                    "board: it was changed or cannot be read. Tell whoever runs the portal, and "
                    "have it restored from a backup."
                )

    @property
    def of_the_review(self) -> str:
        return f"set {self.number}"

    @property
    def same_as(self) -> "FinalSet | None":
        """Return an earlier set that the board agreed and that holds the very same files."""
        earlier = type(self).objects.agreed().filter(review=self.review_id, digest=self.digest)
        return earlier.filter(number__lt=self.number).last()

    @property
    def why_unchanged(self) -> str:
        """Return why the files of an earlier set were put again, as whoever put them said."""
        put = self.review.changes.filter(action="put_again", at=self.put_at).last()
        return put.details.get("reasons", "") if put else ""

    def require_untouched(self) -> None:
        """Raise NotYet, naming each document whose content is not what was frozen."""
        if sentences := list(self.touched()):
            raise NotYet(sentences)

    @property
    def previous(self) -> "FinalSet | None":
        return type(self).objects.filter(review=self.review_id, number=self.number - 1).first()

    def compared_with(self, earlier: "FinalSet | None") -> list[FinalSetItem]:
        """Return the items, each with its `change` since the earlier set: "added", "replaced"
        or "unchanged", by checksum.
        """
        before = {item.subject: item.sha256 for item in earlier.items.all()} if earlier else {}
        items = list(self.items.select_related("version__file"))
        for item in items:
            if item.subject not in before:
                item.change = "added"
            else:
                is_same = before[item.subject] == item.sha256
                item.change = "unchanged" if is_same else "replaced"
        return items

    def left_out(self, earlier: "FinalSet | None") -> list[FinalSetItem]:
        """Return what the earlier set held and this does not hold in any version."""
        if earlier is None:
            return []
        held = {item.subject for item in self.items.all()}
        return [item for item in earlier.items.all() if item.subject not in held]
