"""How each part of the case file stands, in a few words."""

from boards.govuk.words import counted
from reviews.completeness import Checklist
from reviews.models import Review
from reviews.statutory import recipients_of


def final_set(review: Review) -> str:
    last = review.final_sets.last()
    if last is not None:
        return f"{last}: {last.get_standing_display().lower()}"
    missing = sum(line.is_needed and not line.is_settled for line in Checklist(review).lines())
    return f"{counted(missing, 'document')} missing" if missing else "Ready to be put to the board"


def submission(review: Review) -> str:
    agreed = review.final_sets.agreed().last()
    if agreed is None:
        return "Not begun"
    sent = set(agreed.dispatches.values_list("recipient", flat=True))
    due = [r for r in recipients_of(agreed.guidance, agreed.agreed_on) if r.code not in sent]
    sure = [each for each in due if not each.only_if]
    return f"{counted(len(sure), 'copy').replace('copys', 'copies')} to send" if sure else "Sent"


def readiness(review: Review) -> str:
    last = review.self_assessments.last()
    return f"{last.get_grade_display()} expected" if last else "Not assessed"
