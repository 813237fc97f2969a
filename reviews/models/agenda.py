"""What a meeting is to talk about, in order, with its papers."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from reviews.models.case_document import DocumentVersion
from reviews.models.meeting import Meeting


class AgendaItem(models.Model):
    """One item; `minutes` is the time allotted to it."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="agenda")
    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    lead = models.CharField(max_length=120, blank=True)
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    is_actions = models.BooleanField(
        default=False, help_text="The actions of earlier meetings that are still open come up here."
    )

    class Meta:
        ordering = ("position", "id")
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(title=""), name="agenda_item_has_a_title")
        ]

    def __str__(self) -> str:
        return f"Item {self.position} of {self.meeting}"


class AgendaPaper(models.Model):
    """A version of a document lies before the meeting under an item of its agenda."""

    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="papers")
    version = models.ForeignKey(DocumentVersion, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["item", "version"], name="one_paper_an_agenda_item")
        ]

    def __str__(self) -> str:
        return str(self.version)


class PackCopy(models.Model):
    """A copy of the papers was made for one person; its number stands on every page of it."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="copies")
    number = models.PositiveSmallIntegerField()
    recipient = models.CharField(max_length=120)
    pages = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    by = models.ForeignKey("boards.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "pack copies"
        ordering = ("-number",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["meeting", "number"], name="one_number_a_pack_copy")
        ]

    def __str__(self) -> str:
        return f"Copy {self.number} of the papers of {self.meeting}"
