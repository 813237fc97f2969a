"""One page of a draft: what was typed, by whom, and what happens when two people type."""

from typing import ClassVar

from django.db import models

from boards.models import User

Values = dict[str, list[str]]
"""What was typed on a page, by the name of its control, as a browser sends it."""


class SavedMeanwhile(Exception):
    """Somebody else changed the page since it was opened; `page` is theirs, None if removed."""

    def __init__(self, page: "DraftPage | None") -> None:
        super().__init__("Somebody else saved this page.")
        self.page = page


class AlreadySubmitted(Exception):
    """The draft has become a review and takes no more answers."""


class DraftPage(models.Model):
    """What was typed on one page of a draft, kept as it was typed."""

    draft = models.ForeignKey(
        "reviews.IncidentDraft", on_delete=models.CASCADE, related_name="pages"
    )
    group = models.SlugField(max_length=30)
    item = models.SlugField(max_length=20, blank=True, help_text="Empty where there is but one.")
    version = models.PositiveIntegerField()
    values = models.JSONField(default=dict)
    saved_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    saved_at = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["draft", "group", "item"], name="draft_page_once")
        ]

    def __str__(self) -> str:
        return f"{self.group} {self.item}".strip()


def require_seen(page: DraftPage | None, seen: int) -> None:
    """Raise SavedMeanwhile unless the page is as it was when it was opened; 0 is no page."""
    if (page.version if page else 0) != seen:
        raise SavedMeanwhile(page)
