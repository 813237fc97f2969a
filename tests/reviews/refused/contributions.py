"""The constraints of agencies' reports and of the questions put to agencies."""

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO

from boards.models import User
from reviews.models import (
    AgencyQuestion,
    AgencyRecommendation,
    CaseDocument,
    Contribution,
    QualityAnswer,
)
from tests.factories import AT, UserFactory
from tests.reviews.scene import AFTER, BEFORE, DAY, Scene

SIGNED = {
    "signatory_name": "Ms Head",
    "signatory_post": "Chief Executive",
    "signed_on": DAY,
    "has_signed_page": True,
}
INDEPENDENT = {"author_name": "Mr A", "was_involved": False, "managed_the_involved": False}


def a_round(scene: Scene, **fields: object) -> Contribution:
    """Return the first round of an IMR; a draft unless `fields` say otherwise."""
    asked = scene.review.commissions.filter(kind="imr").first() or scene.ask(kind="imr")
    said = {"saved_by": scene.user, "saved_at": AT}
    return Contribution.objects.create(commission=asked, **said | fields)


def submitted(scene: Scene, **fields: object) -> Contribution:
    """Return a round that was submitted, but for what `fields` change."""
    report = CaseDocument.file(
        scene.review,
        BytesIO(b"%PDF-"),
        kind="imr",
        title="IMR",
        name="imr.pdf",
        media_type="application/pdf",
        **scene.said,
    )
    said = {"submitted_by": scene.user, "submitted_at": AT, "report": report}
    return a_round(scene, **INDEPENDENT | SIGNED | said | fields)


def another(scene: Scene) -> User:
    return UserFactory()


def quality(scene: Scene, of: Contribution, **fields: object) -> QualityAnswer:
    facts = {"item": "child", "heading": "The child", "answer": "met"} | fields
    return QualityAnswer.objects.create(contribution=of, **scene.said, **facts)


def question(scene: Scene, **fields: object) -> AgencyQuestion:
    asked = scene.review.commissions.filter(kind="imr").first() or scene.ask(kind="imr")
    facts = {"number": 1, "text": "Why?", "due_on": AFTER, "asked_by": scene.user, "asked_at": AT}
    return AgencyQuestion.objects.create(commission=asked, **facts | fields)


def answered(scene: Scene, **fields: object) -> AgencyQuestion:
    said = {"answer": "Because.", "answered_by": scene.user, "answered_at": AT}
    return question(scene, **said | fields)


ROWS: dict[str, Callable[[Scene], object]] = {
    "one_contribution_a_round": lambda s: [submitted(s), submitted(s)],
    "one_contribution_under_way": lambda s: [a_round(s), a_round(s, number=2)],
    "contribution_period_in_order": lambda s: a_round(s, from_on=DAY, to_on=BEFORE),
    "author_does_not_sign_off": lambda s: a_round(
        s, **SIGNED | {"author_name": "ms HEAD", "signatory_name": "Ms Head"}
    ),
    "nobody_signs_off_what_they_wrote": lambda s: a_round(s, **SIGNED, signed_by=s.user),
    "signed_off_by_name_and_post": lambda s: a_round(s, **SIGNED | {"has_signed_page": False}),
    "submitted_with_report_and_sign_off": lambda s: submitted(s, report=None),
    "submitted_by_an_independent_author": lambda s: submitted(s, was_involved=None),
    "contribution_sent_back_for_a_reason": lambda s: submitted(
        s, sent_back_at=AT, sent_back_by=another(s), again_by_on=AFTER
    ),
    "accepted_while_with_the_board": lambda s: a_round(s, accepted_at=AT, accepted_by=another(s)),
    "nobody_accepts_their_contribution": lambda s: submitted(s, accepted_at=AT, accepted_by=s.user),
    "agency_recommendation_says_who": lambda s: AgencyRecommendation.objects.create(
        contribution=a_round(s), text="Train everybody.", owner="", due_on=AFTER
    ),
    "one_quality_answer_an_item": lambda s: [quality(s, of) for of in [submitted(s)] for _ in "ab"],
    "what_is_lacking_is_said": lambda s: quality(s, submitted(s), answer="partly"),
    "one_agency_question_a_number": lambda s: [question(s) for _ in "ab"],
    "agency_question_asks": lambda s: question(s, text=""),
    "answered_by_somebody_in_words": lambda s: answered(s, answered_at=None),
    "answered_after_asked": lambda s: answered(s, answered_at=AT - timedelta(days=1)),
}
