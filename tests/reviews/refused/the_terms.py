"""The constraints of terms of reference and of the library of key questions."""

from collections.abc import Callable

from reviews.models import (
    LibraryQuestion,
    TermsAgency,
    TermsAgreement,
    TermsMilestone,
    TermsOfReference,
    TermsQuestion,
    TermsSaving,
)
from tests.factories import AT
from tests.reviews.scene import BEFORE, DAY, Scene


def draft(s: Scene, **fields: object) -> TermsOfReference:
    return TermsOfReference.objects.create(**s.of, **{"version": 1, **fields})


def agreed(s: Scene, **fields: object) -> TermsOfReference:
    recorded = {"recorded_by": s.user, "recorded_at": AT, "agreed_on": DAY}
    return draft(s, **{"from_on": DAY, "to_on": DAY, **recorded, **fields})


ROWS: dict[str, Callable[[Scene], object]] = {
    "one_terms_a_version": lambda s: [agreed(s), agreed(s)],
    "one_draft_of_terms": lambda s: [draft(s), draft(s, version=2)],
    "terms_period_in_order": lambda s: draft(s, from_on=DAY, to_on=BEFORE),
    "agreed_terms_have_a_period": lambda s: agreed(s, to_on=None),
    "one_terms_question_a_place": lambda s: [
        TermsQuestion.objects.create(terms=terms, number=1, text=text)
        for terms in [draft(s)]
        for text in ("Why?", "When?")
    ],
    "terms_ask_a_question_once": lambda s: [
        TermsQuestion.objects.create(terms=terms, number=number, text="Why?")
        for terms in [draft(s)]
        for number in (1, 2)
    ],
    "terms_question_says_something": lambda s: TermsQuestion.objects.create(
        terms=draft(s), number=1, text=""
    ),
    "one_terms_line_an_agency": lambda s: s.twice(TermsAgency, terms=draft(s), agency=s.agency),
    "one_terms_day_a_milestone": lambda s: s.twice(
        TermsMilestone, terms=draft(s), kind="panel", number=1, on=DAY
    ),
    "terms_agreed_once": lambda s: s.twice(TermsAgreement, terms=draft(s), name="A", role="B"),
    "one_terms_saving_a_number": lambda s: s.twice(
        TermsSaving, **s.said, terms=draft(s), part="period", number=1
    ),
    "one_library_question_a_board": lambda s: s.twice(
        LibraryQuestion, **s.said, board=s.board, text="Why?"
    ),
    "library_question_says_something": lambda s: LibraryQuestion.objects.create(
        **s.said, board=s.board, text=""
    ),
    "library_question_removed_at_and_by": lambda s: LibraryQuestion.objects.create(
        **s.said, board=s.board, text="Why?", removed_at=AT
    ),
}
