"""How each part of the case file stands, in a few words."""

from typing import TYPE_CHECKING

from boards.govuk.words import counted, on_paper
from reviews.completeness import Checklist
from reviews.known import Known
from reviews.models.contribution import Contribution
from reviews.models.evaluation import Grade
from reviews.states import State
from reviews.statutory import evaluation_applies, recipients_of

if TYPE_CHECKING:
    from reviews.models import Review


def terms_stand(known: Known) -> str:
    agreed, draft = known.agreed_terms, known.draft_terms
    words = [f"{agreed} agreed" if agreed else "", f"{draft} in draft" if draft else ""]
    return ", ".join(filter(None, words)) or "Not begun"


def proceedings_stand(known: Known) -> str:
    """Return "2 running, 1 over; held up: publication"."""
    known_of, over = known.tally.proceedings_known, known.tally.proceedings_over
    if not known_of:
        return "None recorded"
    counts = ((known_of - over, "running"), (over, "over"))
    standing = ", ".join(f"{number} {word}" for number, word in counts if number)
    held_up = {hold.what: hold.get_what_display().lower() for hold in known.holds}
    return f"{standing}; held up: {', '.join(held_up.values())}" if held_up else standing


def family_stands(known: Known) -> str:
    """Return "3 people, last contact 12 March 2010, next planned 2 April 2010"; names nobody."""
    tally = known.tally
    last, coming = tally.contacted_on, tally.to_be_contacted_on
    if not tally.relatives_known:
        return "Not involved" if tally.is_family_left_out else "Nobody yet"
    return ", ".join(
        [
            counted(tally.relatives_known, "person").replace("persons", "people"),
            f"last contact {on_paper(last)}" if last else "no contact yet",
            *([f"next planned {on_paper(coming)}"] if coming else []),
        ]
    )


def documents_stand(known: Known) -> str:
    return counted(n, "document") if (n := known.tally.documents_filed) else "None yet"


def contributions_stand(known: Known) -> str:
    asked, waiting = known.contributions, known.tally.contributions_waiting
    outstanding = sum(each.is_outstanding for each in asked)
    if not asked:
        return "Nobody asked yet"
    words = [f"{outstanding} outstanding"] if outstanding else ["All returned or waived"]
    return ", ".join([*words, *([f"{waiting} to read"] if waiting else [])])


def waiting_in(review: "Review") -> int:
    """Return how many reports the panel has neither accepted nor sent back."""
    return Contribution.objects.waiting().filter(commission__review=review).count()


def final_set_stands(known: Known) -> str:
    if known.final_sets:
        last = known.final_sets[-1]
        return f"{last}: {last.get_standing_display().lower()}"
    missing = sum(line.is_needed and not line.is_settled for line in Checklist(known).lines())
    return f"{counted(missing, 'document')} missing" if missing else "Ready to be put to the board"


def submission_stands(known: Known) -> str:
    agreed = next((each for each in reversed(known.final_sets) if each.is_agreed), None)
    if agreed is None:
        return "Not begun"
    sent = set(agreed.dispatches.values_list("recipient", flat=True))
    due = [r for r in recipients_of(agreed.guidance, agreed.agreed_on) if r.code not in sent]
    sure = [each for each in due if not each.only_if]
    return f"{counted(len(sure), 'copy').replace('copys', 'copies')} to send" if sure else "Sent"


def publication_stands(known: Known) -> str:
    """Return "Published 3 May 2010", "Held since 2 April 2010" or "Planned for 3 May 2010"."""
    last = known.last_publication
    if last is not None and last.is_published:
        return str(last.down) if last.down else f"Published {on_paper(last.on)}"
    planned = known.day_of("publishing")
    if last is None:
        return f"Planned for {on_paper(planned)}" if planned else "Not begun"
    since = f"{last} since {on_paper(last.on)}"
    return since if last.is_final or not planned else f"{since}, planned for {on_paper(planned)}"


def readiness_stands(known: Known) -> str:
    grade = known.tally.grade_expected
    return f"{Grade(grade).label} expected" if grade else "Not assessed"


def is_evaluated(known: Known) -> bool:
    """Return whether Ofsted evaluates a review that was agreed when this one was, or may be."""
    ratified = known.day_of("ratified")
    return ratified is None or evaluation_applies(ratified)


def has_evaluation(known: Known) -> bool:
    """Return whether Ofsted evaluates the review, or did."""
    is_agreed = known.day_of("ratified") is not None
    return (is_agreed and is_evaluated(known)) or bool(known.evaluations)


def evaluation_stands(known: Known) -> str:
    """Return "Round 1: inadequate; round 2 awaited"."""
    rounds = known.evaluations
    if not rounds:
        return "Not submitted yet" if is_evaluated(known) else "None: it needs no submission"
    said = "; ".join(
        f"round {each.number}: {each.get_grade_display().lower()}"
        if each.grade
        else f"round {each.number} awaited"
        for each in rounds
    )
    redone = "; being reconsidered" if known.review.state == State.RECONSIDERATION else ""
    return said[0].upper() + said[1:] + redone
