"""How a copy without names is looked through, and who says that it may leave. Methods of Review."""

from datetime import datetime

from django.core.exceptions import ValidationError

from boards.models import User
from reviews.models.name_scan import NameScan, ScanResult
from reviews.models.release_copy import ReleaseCopy

READ_IT = "Read the whole copy: it names nobody and points at nobody."


class Releasing:
    """Each records one fact and returns the news of it, without a full stop and without a name."""

    def scan_release_copy(self, *, by: User, at: datetime, copy: ReleaseCopy) -> str:
        """Names were looked for in the copy; what came of it is kept."""
        self._own(copy)
        scan = NameScan.looked(copy, by=by, at=at)
        scan.save()
        return f"Names were looked for in release copy {copy.pk}: {str(scan).lower()}"

    def say_copy_names_nobody(
        self, *, by: User, at: datetime, copy: ReleaseCopy, signed: str
    ) -> str:
        """Somebody who did not redact it has read the copy, because the portal could not look."""
        scan = self._unsettled(copy)
        if not scan.is_for_a_reader:
            raise ValidationError("The portal has looked through this copy.")
        if signed.casefold().split() != by.full_name.casefold().split():
            raise ValidationError({"signed": f"Enter your own name: {by.full_name}"})
        scan.settle(READ_IT, by=by, at=at)
        return f"{by.full_name} has read release copy {copy.pk}: it names nobody"

    def let_copy_out(self, *, by: User, at: datetime, copy: ReleaseCopy, reason: str) -> str:
        """The copy may leave with what was found in it, for a reason."""
        scan = self._unsettled(copy)
        if scan.result != ScanResult.FOUND:
            raise ValidationError("No name was found in this copy.")
        scan.settle(reason, by=by, at=at)
        return f"Release copy {copy.pk} may leave in spite of what was found in it"

    def _unsettled(self, copy: ReleaseCopy) -> NameScan:
        self._own(copy)
        scan = copy.scans.last()
        if scan is None:
            raise ValidationError("Look for names in this copy first.")
        return scan

    def _own(self, copy: ReleaseCopy) -> None:
        if copy.source.document.review_id != self.pk:
            raise ValidationError("This copy is of another review.")
