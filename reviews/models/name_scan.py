"""What a search for names in a redacted copy came to, and who let the copy go out all the same."""

from datetime import datetime
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from boards.govuk.words import counted
from boards.models import User
from reviews.models.release_copy import ReleaseCopy
from reviews.names import names_in


class ScanResult(models.TextChoices):
    CLEAR = "clear", "No name found"
    FOUND = "found", "Names found"
    NO_CAST = "no_cast", "No cast is recorded"
    UNREAD = "unread", "Cannot be read by the portal"


MOST = 9999  # names counted; beyond that the number says nothing more
NO_CAST = (
    "No cast is recorded in the chronology of this review, so the portal knows no names to look "
    "for."
)


class NameScan(models.Model):
    """Names were looked for in a copy; the newest search counts, those before it are kept.

    `number` is how many were found. Unless none was, a second person settles it: says that they
    read the copy and it names nobody, or why it may go out with what was found.
    """

    copy = models.ForeignKey(ReleaseCopy, on_delete=models.PROTECT, related_name="scans")
    result = models.CharField(max_length=8, choices=ScanResult)
    number = models.PositiveSmallIntegerField(default=0)
    why = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    settled_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_because = models.TextField(max_length=1000, blank=True)

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(result__in=ScanResult.values), name="scan_result_is_known"
            ),
            models.CheckConstraint(
                condition=Q(result="found", number__gt=0) | (~Q(result="found") & Q(number=0)),
                name="scan_counts_what_it_found",
            ),
            models.CheckConstraint(
                condition=~Q(result="unread") | ~Q(why=""), name="unread_says_why"
            ),
            models.CheckConstraint(
                condition=Q(settled_by=None, settled_at=None, settled_because="")
                | (
                    Q(settled_by__isnull=False, settled_at__isnull=False)
                    & ~Q(settled_because="")
                    & ~Q(result="clear")
                ),
                name="scan_settled_by_somebody_because",
            ),
        ]

    def __str__(self) -> str:
        if self.result == ScanResult.FOUND:
            return f"{counted(self.number, 'name')} found"
        return self.get_result_display()

    @property
    def is_settled(self) -> bool:
        return self.settled_by_id is not None

    @property
    def is_passed(self) -> bool:
        """Whether the copy may go out as far as names go."""
        return self.result == ScanResult.CLEAR or self.is_settled

    @property
    def is_for_a_reader(self) -> bool:
        """Whether somebody has to read the copy, because the portal could not look."""
        return self.result in {ScanResult.NO_CAST, ScanResult.UNREAD}

    @classmethod
    def looked(cls, copy: ReleaseCopy, *, by: User, at: datetime) -> "NameScan":
        """Return what a search finds now; it is not saved."""
        scan = cls(copy=copy, by=by, at=at, result=ScanResult.CLEAR)
        if not copy.file.is_released:
            scan.result, scan.why = ScanResult.UNREAD, "It waits for the scanner for malware."
            return scan
        names = names_in(copy.source.document.review, copy.file)
        if names is None:
            scan.result = ScanResult.NO_CAST
        elif names.found:
            scan.result, scan.number = ScanResult.FOUND, min(len(names.found), MOST)
        elif names.unread:
            scan.result = ScanResult.UNREAD
        scan.why = names.unread if names else ""
        return scan

    def settle(self, because: str, *, by: User, at: datetime) -> None:
        """The copy may go out; raises ValidationError when this person may not say so."""
        if by == self.copy.by:
            raise ValidationError("You redacted this copy, so somebody else has to say so.")
        if self.is_passed:
            raise ValidationError("Nothing is left to be settled of this copy.")
        self.settled_by, self.settled_at, self.settled_because = by, at, because
        self.save(update_fields=["settled_by", "settled_at", "settled_because"])
