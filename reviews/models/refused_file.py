"""Files in which malware was found as they came: their facts alone are kept."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import models

from boards.models import User
from records.incoming import SealedUpload

if TYPE_CHECKING:
    from reviews.models.review import Review


class RefusedFile(models.Model):
    """A file that was sent for a review and not kept, because malware was found in it."""

    review = models.ForeignKey(
        "reviews.Review", on_delete=models.PROTECT, related_name="refused_files"
    )
    name = models.CharField(max_length=200)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    finding = models.CharField(max_length=200)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("-id",)

    def __str__(self) -> str:
        return f"{self.name}: {self.finding}"

    @classmethod
    def note(
        cls, review: "Review", upload: SealedUpload, *, by: User, at: datetime
    ) -> "RefusedFile":
        """The facts of the upload are kept, and nothing else of it."""
        return cls.objects.create(
            review=review,
            name=(upload.name or "")[:200],
            size=upload.size,
            sha256=upload.sha256,
            finding=upload.scan.finding if upload.scan else "",
            by=by,
            at=at,
        )
