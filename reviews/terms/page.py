"""What the page of the terms shows to one person."""

from functools import cached_property
from typing import Any

from django.urls import reverse

from boards.models import User
from reviews import permissions
from reviews.models import Review, TermsOfReference
from reviews.models.terms import Part
from reviews.terms.planning import Watch
from reviews.terms.sheet import PartSheet, sheets


class TermsPage:
    """The agreed version, the draft, and what the person may do."""

    def __init__(self, review: Review, user: User) -> None:
        self.review, self.user = review, user

    @cached_property
    def versions(self) -> list[TermsOfReference]:
        """Return every version, the latest first."""
        return list(self.review.terms.order_by("-version").select_related("recorded_by", "by"))

    @property
    def agreed(self) -> TermsOfReference | None:
        return next((each for each in self.versions if each.is_agreed), None)

    @property
    def draft(self) -> TermsOfReference | None:
        return next((each for each in self.versions if not each.is_agreed), None)

    @cached_property
    def agreed_sheets(self) -> list[PartSheet]:
        return sheets(self.agreed) if self.agreed else []

    @cached_property
    def agreements(self) -> list[Any]:
        return list(self.agreed.agreements.all()) if self.agreed else []

    @cached_property
    def watch(self) -> Watch | None:
        """Return what is to be said of the timetable: of the draft's while there is one."""
        terms = self.draft or self.agreed
        return Watch.over(terms) if terms else None

    @cached_property
    def may_write(self) -> bool:
        return permissions.refusal(
            self.user, "write_terms", self.review
        ) is None and self.review.has_room_for("write_terms")

    @cached_property
    def missing(self) -> list[dict[str, str]]:
        """Return what the draft lacks, a sentence each with the page where it is written."""
        if not self.draft:
            return []
        return [
            {"sentence": sentence, "href": self._to(part)}
            for part, sentence in self.draft.missing()
        ]

    @cached_property
    def parts(self) -> list[dict[str, str]]:
        """Return the parts of the draft as a task list."""
        lacking = {part for part, _sentence in self.draft.missing()}
        said = {sheet.part for sheet in sheets(self.draft) if any(text for _, text in sheet.said)}
        rows = []
        for part in Part:
            words = "Something missing" if part in lacking else "Written"
            words = words if part in said or part in lacking else "Optional"
            colour = "light-blue" if part in lacking else ""
            rows.append(
                {"text": part.label, "href": self._to(part), "status": words, "colour": colour}
            )
        return rows

    def _to(self, part: str) -> str:
        if not self.may_write:
            return ""
        return reverse("terms-part", args=[self.review.reference, str(part)])
