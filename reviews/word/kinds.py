"""The papers that are made from a template."""

from pathlib import Path

from django.db import models

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MARKING = "OFFICIAL-SENSITIVE"
TEMPLATES = Path(__file__).with_name("templates")


class PaperKind(models.TextChoices):
    REFERRAL = "referral", "Referral for consideration of a review"
    INVOLVEMENT = "involvement", "Agency involvement form"
    RECOMMENDATION = "recommendation", "Recommendation to the Chair"
    CHIEF_EXECUTIVES = "chief_executives", "Letter to chief executives"
    FAMILY = "family", "Letter to the family"
    SPECIFICATION = "specification", "Reviewer specification"
    CONTRACT = "contract", "Reviewer contract"
    STAFF = "staff", "Letter to staff"
    REPORT = "report", "Report"

    @property
    def is_of_one_agency(self) -> bool:
        """Return whether each agency is sent its own."""
        return self in {PaperKind.INVOLVEMENT, PaperKind.CHIEF_EXECUTIVES, PaperKind.STAFF}

    @property
    def is_of_a_draft(self) -> bool:
        """Return whether it is made from an issued draft, not from the case alone."""
        return self == PaperKind.REPORT


def portals_own(kind: str) -> bytes:
    """Return the template that the portal brings."""
    return (TEMPLATES / f"{PaperKind(kind).value}.docx").read_bytes()
