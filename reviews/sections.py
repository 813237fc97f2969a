"""What the apps above add to the pages of a review, of a commission and of a document."""

from dataclasses import dataclass
from typing import Any

from boards.models import User
from reviews.known import Known
from reviews.models import CaseDocument, Commission, Deadline, ReleaseCopy, Review
from reviews.signals import commission_sections, document_sections, home_sections, review_sections


@dataclass(frozen=True)
class Section:
    """A part of the page that an app above supplies."""

    template: str
    context: dict[str, Any]


def sections_of(known: Known, user: User, deadline: Deadline | None = None) -> list[Section]:
    """Return what the apps above add to the page of the review, or to that of its deadline."""
    answers = review_sections.send(
        sender=Review, review=known.review, known=known, user=user, deadline=deadline
    )
    return [section for _receiver, section in answers if section is not None]


def sections_of_commission(commission: Commission, user: User) -> list[Section]:
    """Return what the apps above add to the page of what one agency is asked for."""
    answers = commission_sections.send(sender=Commission, commission=commission, user=user)
    return [section for _receiver, section in answers if section is not None]


def sections_of_document(
    document: CaseDocument, copies: list[ReleaseCopy], user: User
) -> list[Section]:
    """Return what the apps above add to the page of a document and its release copies."""
    answers = document_sections.send(
        sender=CaseDocument, document=document, copies=copies, user=user
    )
    return [section for _receiver, section in answers if section is not None]


def sections_of_home(user: User) -> list[Section]:
    """Return what the apps beside say on top of the person's home page."""
    answers = home_sections.send(sender=User, user=user)
    return [section for _receiver, section in answers if section is not None]
