"""How each part of the case file stands, in a few words."""

from typing import TYPE_CHECKING

from boards.govuk.words import counted, on_paper
from reviews.models.contribution import Contribution
from reviews.models.proceedings import Hold

if TYPE_CHECKING:
    from reviews.models import Review


def proceedings_stand(review: "Review") -> str:
    """Return "2 running, 1 over; held up: publication"."""
    over = [each.is_over for each in review.proceedings.prefetch_related("steps")]
    if not over:
        return "None recorded"
    counts = ((over.count(False), "running"), (over.count(True), "over"))
    standing = ", ".join(f"{number} {word}" for number, word in counts if number)
    held = Hold.objects.of_review(review).in_force()
    held_up = {hold.what: hold.get_what_display().lower() for hold in held}
    return f"{standing}; held up: {', '.join(held_up.values())}" if held_up else standing


def family_stands(review: "Review") -> str:
    """Return "3 people, last contact 12 March 2010, next planned 2 April 2010"; names nobody."""
    number = review.relatives.count()
    last = review.contacts.standing().order_by("-on").values_list("on", flat=True).first()
    coming = review.planned_contacts.waiting().values_list("on", flat=True).first()
    if not number:
        return "Not involved" if review.not_involved.exists() else "Nobody yet"
    return ", ".join(
        [
            counted(number, "person").replace("persons", "people"),
            f"last contact {on_paper(last)}" if last else "no contact yet",
            *([f"next planned {on_paper(coming)}"] if coming else []),
        ]
    )


def documents_stand(review: "Review") -> str:
    return counted(n, "document") if (n := review.documents.count()) else "None yet"


def contributions_stand(review: "Review") -> str:
    asked = review.commissions.contributions()
    outstanding, waiting = asked.outstanding().count(), waiting_in(review)
    if not asked.exists():
        return "Nobody asked yet"
    words = [f"{outstanding} outstanding"] if outstanding else ["All returned or waived"]
    return ", ".join([*words, *([f"{waiting} to read"] if waiting else [])])


def waiting_in(review: "Review") -> int:
    """Return how many reports the panel has neither accepted nor sent back."""
    return Contribution.objects.waiting().filter(commission__review=review).count()
