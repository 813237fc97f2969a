"""Terms of reference for tests: agreed with as little said as the test has to say."""

from datetime import date
from typing import Any

from django.utils import timezone

from boards.models import Agency, User
from reviews.models import Review, TermsOfReference
from reviews.models.terms import Content, Part

FROM, TO = date(2009, 1, 1), date(2010, 1, 1)


def written(review: Review, *, by: User, **said: Any) -> TermsOfReference:
    """Return a draft that lacks nothing; `said` are `from_on`, `to_on` and `questions`."""
    TermsOfReference.begin(review, by=by, at=timezone.now())
    draft = review.terms.drafts().get()
    for part, content in contents(review, **said).items():
        draft.rewrite(part, content)
    return draft


def contents(
    review: Review,
    *,
    from_on: date = FROM,
    to_on: date = TO,
    questions: tuple[str, ...] = ("What was known?",),
) -> dict[str, Content]:
    """Return what each part of complete terms says; every agency of the board is asked."""
    agencies = Agency.objects.filter(board=review.board_id)
    numbered = [{"number": n, "text": text} for n, text in enumerate(questions, 1)]
    lines = [{"agency_id": a.pk, "is_asked": True, "reason": "Knew the child."} for a in agencies]
    return {
        Part.PERIOD: {"from_on": from_on, "to_on": to_on, "period_because": "From birth."},
        Part.QUESTIONS: {"questions": numbered},
        Part.AGENCIES: {"agencies": lines},
        Part.FAMILY: {"is_family_involved": True, "family": "The author writes in May."},
        Part.PROCEEDINGS: {"proceedings": "None."},
        Part.TIMETABLE: {"planned_to": None, "milestones": []},
    }


def agreed_terms(review: Review, *, by: User, **said: Any) -> TermsOfReference:
    """Return the next version, agreed today."""
    terms = written(review, by=by, **said)
    terms.agree([("Dr A", "Panel chair")], on=timezone.localdate(), by=by, at=timezone.now())
    return terms
