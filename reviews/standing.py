"""How each part of the case file stands, in a few words."""

from typing import TYPE_CHECKING

from boards.govuk.words import counted, on_paper
from reviews.completeness import Checklist
from reviews.models.contribution import Contribution
from reviews.models.proceedings import Hold
from reviews.states import State
from reviews.statutory import evaluation_applies, recipients_of

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


def final_set_stands(review: "Review") -> str:
    last = review.final_sets.last()
    if last is not None:
        return f"{last}: {last.get_standing_display().lower()}"
    missing = sum(line.is_needed and not line.is_settled for line in Checklist(review).lines())
    return f"{counted(missing, 'document')} missing" if missing else "Ready to be put to the board"


def submission_stands(review: "Review") -> str:
    agreed = review.final_sets.agreed().last()
    if agreed is None:
        return "Not begun"
    sent = set(agreed.dispatches.values_list("recipient", flat=True))
    due = [r for r in recipients_of(agreed.guidance, agreed.agreed_on) if r.code not in sent]
    sure = [each for each in due if not each.only_if]
    return f"{counted(len(sure), 'copy').replace('copys', 'copies')} to send" if sure else "Sent"


def publication_stands(review: "Review") -> str:
    """Return "Published 3 May 2010", "Held since 2 April 2010" or "Planned for 3 May 2010"."""
    last = review.publications.select_related("take_down").last()
    if last is not None and last.is_published:
        down = getattr(last, "take_down", None)
        return str(down) if down else f"Published {on_paper(last.on)}"
    planned = review.day_of("publishing")
    if last is None:
        return f"Planned for {on_paper(planned)}" if planned else "Not begun"
    since = f"{last} since {on_paper(last.on)}"
    return since if last.is_final or not planned else f"{since}, planned for {on_paper(planned)}"


def readiness_stands(review: "Review") -> str:
    last = review.self_assessments.last()
    return f"{last.get_grade_display()} expected" if last else "Not assessed"


def has_evaluation(review: "Review") -> bool:
    """Return whether Ofsted evaluates the review, or did."""
    ratified = review.day_of("ratified")
    applies = ratified is not None and evaluation_applies(ratified)
    return applies or review.evaluations.exists()


def evaluation_stands(review: "Review") -> str:
    """Return "Round 1: inadequate; round 2 awaited"."""
    rounds = list(review.evaluations.current())
    if not rounds:
        return "Not submitted yet"
    said = "; ".join(
        f"round {each.number}: {each.get_grade_display().lower()}"
        if each.grade
        else f"round {each.number} awaited"
        for each in rounds
    )
    redone = "; being reconsidered" if review.state == State.RECONSIDERATION else ""
    return said[0].upper() + said[1:] + redone
