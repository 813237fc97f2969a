"""The arguments of the addresses of the case file: its parts from scoping to submission."""

from datetime import timedelta
from io import BytesIO

from django.utils import timezone

from boards.models import Board, User
from reviews.models import (
    AgencyQuestion,
    CaseDocument,
    Commission,
    Contribution,
    ContributionDraft,
    FinalSet,
    LibraryQuestion,
    Review,
)
from tests.architecture.who_may_open import APPOINTED
from tests.factories import (
    a_relative,
    a_review,
    a_trial,
    appointed,
)
from tests.reviews.evaluating import a_letter
from tests.reviews.setting import filed
from tests.terms import agreed_terms, written


def a_case(board: Board, people: dict[str, User]) -> Review:
    today = timezone.localdate()
    dates = {"notified": today - timedelta(days=3), "referred": today - timedelta(days=3)}
    review = a_review(board, at=timezone.now(), dates=dates, owner=people["coordinator"])
    appoint_everybody(review, people)
    return review


def appoint_everybody(review: Review, people: dict[str, User]) -> None:
    for post in APPOINTED:
        appointed(review, people[post], post, at=timezone.now())


def of_terms(board: Board, people: dict[str, User]) -> dict[str, dict]:
    """Return the arguments of the terms of a review that is being scoped: one agreed, one draft."""
    scoped = a_review(board, at=timezone.now(), owner=people["coordinator"])
    Review.objects.filter(pk=scoped.pk).update(state="scoping")
    appoint_everybody(scoped, people)
    by = people["manager"]
    agreed_terms(scoped, by=by)
    written(scoped, by=by)
    kept = LibraryQuestion.objects.create(board=board, text="Why?", by=by, at=timezone.now())
    case = {"reference": scoped.reference}
    of_case = ("", "-start", "-library", "-plan", "-agree", "-discard", "-comparison")
    return {
        **{f"terms{name}": case for name in of_case},
        "terms-part": {**case, "part": "period"},
        "terms-library-remove": {**case, "pk": kept.pk},
        "terms-version": {**case, "number": 1},
        "terms-word": {**case, "number": 1},
    }


def of_proceedings_and_family(review: Review, people: dict[str, User]) -> dict[str, dict]:
    case = {"reference": review.reference}
    trial = a_trial(review, by=people["coordinator"])
    mother = a_relative(review, by=people["coordinator"])
    return {
        "proceedings": case,
        "proceedings-add": case,
        "proceedings-one": {**case, "pk": trial.pk},
        "proceedings-act": {**case, "pk": trial.pk, "act": "move_proceedings"},
        "family": case,
        "relative": {**case, "pk": mother.pk},
        "relative-change": {**case, "pk": mother.pk},
        "family-act": {**case, "act": "record_contact"},
    }


def of_final_sets(review: Review, people: dict[str, User]) -> dict[str, dict]:
    """Return the arguments of a set that the board agreed, of another case with the same people."""
    at = timezone.now()
    other = a_review(review.board, at=at, dates=review.dates(), owner=people["coordinator"])
    Review.objects.filter(pk=other.pk).update(state="panel")
    appoint_everybody(other, people)
    filed(other, "overview", by=people["coordinator"], at=at)
    agreed = FinalSet.freeze(other, by=people["coordinator"], at=at)
    agreed.agree(on=timezone.localdate(), statement="", by=people["chair"], at=at)
    case = {"reference": other.reference}
    one = {**case, "number": agreed.number}
    return {
        "final-set": case,
        "final-set-file": case,
        "final-set-one": one,
        "final-set-pack": one,
        "final-set-item": {**one, "position": 1},
        "submission": case,
        "readiness": case,
    }


def of_evaluation(review: Review, people: dict[str, User]) -> dict[str, dict]:
    """Return the arguments of a letter about another case, which no evaluator sees any more."""
    at, today = timezone.now(), timezone.localdate()
    other = a_review(review.board, at=at, dates=review.dates(), owner=people["coordinator"])
    Review.objects.filter(pk=other.pk).update(state="submitted")
    appoint_everybody(other, people)
    other.evaluations.create(number=1, submitted_on=today, at=at)
    with a_letter() as letter:
        said = {"on": today, "grade": "good", "letter": letter}
        waiting = Review.objects.get(pk=other.pk)
        waiting.move("record_evaluation", by=people["evaluator"], at=at, **said)
    Review.objects.filter(pk=other.pk).update(state="panel")
    case = {"reference": other.reference}
    return {"evaluation": case, "evaluation-letter": {**case, "number": 1}}


def of_corrections(board: Board, people: dict[str, User]) -> dict[str, dict]:
    """Return the arguments of a letter about a restricted case, which no evaluator sees."""
    at, today = timezone.now(), timezone.localdate()
    closed = a_review(board, at=at, owner=people["manager"])
    closed.evaluations.create(number=1, grade="good", evaluated_on=today, at=at)
    Review.objects.filter(pk=closed.pk).update(state="closed", is_restricted=True)
    return {"evaluation-correct": {"reference": closed.reference, "number": 1}}


def of_themes(board: Board, people: dict[str, User]) -> dict[str, dict]:
    """Return the arguments of a review that can be coded, and of its board's list of themes."""
    coded = a_review(board, at=timezone.now(), owner=people["coordinator"])
    Review.objects.filter(pk=coded.pk).update(state="panel")
    appoint_everybody(coded, people)
    case, own = {"reference": coded.reference}, {"board": board.slug}
    one = {**own, "code": "neglect"}
    return {
        "themes": case,
        "themes-code": case,
        "board-theme-add": own,
        "board-theme": one,
        "board-theme-offer": one,
    }


def of_people(review: Review, people: dict[str, User]) -> dict[str, dict]:
    held = review.appointments.get(user=people["panel_chair"])
    offer = review.hand_overs.create(to=people["manager"], by=people["chair"], at=timezone.now())
    return {
        "people": {"reference": review.reference},
        "declare": {"pk": held.pk},
        "hand-over": {"pk": offer.pk},
        "away": {"slug": review.board.slug},
        "away-cancel": {"pk": 1},
    }


def of_contributions(review: Review, people: dict[str, User]) -> dict[str, dict]:
    """Return the arguments of a report under way, and of one that the agency submitted.

    Its review is another: reports are written once agencies are asked for them.
    """
    agency, at = people["agency_author"].memberships.get().agency, timezone.now()
    today = timezone.localdate()
    Review.objects.filter(pk=review.pk).update(state="chronology")
    opened = Review.objects.get(pk=review.pk)
    terms = {"on": today, "due_on": today + timedelta(days=7), "agencies": [agency]}
    for kind in ("imr", "health_overview"):
        opened.record("ask_agencies", by=people["manager"], at=at, kind=kind, **terms)
    under_way, asked = (opened.commissions.get(kind=k) for k in ("imr", "health_overview"))
    sent = sent_in(asked, people["agency_author"])
    draft = ContributionDraft(under_way)
    by = {"by": people["agency_author"], "at": at}
    draft.keep_recommendation(text="Train.", owner="Head", due_on=today, **by)
    draft.attach(BytesIO(b"%PDF-"), name="a.pdf", media_type="application/pdf", **by)
    asking = {"text": "Why?", "due_on": today, "by": people["manager"], "at": at}
    AgencyQuestion.ask(under_way, **asking)
    one, of_sent = {"pk": under_way.pk}, {"pk": sent.pk}
    made = {**one, "number": draft.current.made[0].pk}
    rounds = ("", "-report", "-quality", "-send-back", "-accept")
    parts = ("check", "draft-file", "sign-off", "recommendations", "recommendation-add")
    return {
        "contributions": {"reference": review.reference},
        **{f"contribution-{part}": one for part in parts},
        "contribution-part": {**one, "part": "author"},
        "contribution-recommendation": made,
        "contribution-recommendation-remove": made,
        **{f"contribution{name}": of_sent for name in rounds},
        "agency-questions": one,
        "agency-answer": {**one, "number": 1},
    }


def sent_in(asked: Commission, by: User) -> Contribution:
    """Return a round of what was asked, submitted behind the door's back."""
    at = timezone.now()
    report = CaseDocument.file(
        asked.review,
        BytesIO(b"%PDF-"),
        kind=asked.kind,
        title="Report",
        name="report.pdf",
        media_type="application/pdf",
        by=by,
        at=at,
    )
    return Contribution.objects.create(
        commission=asked,
        author_name="Ann Writer",
        was_involved=False,
        managed_the_involved=False,
        signatory_name="Hugh Head",
        signatory_post="Chief Executive",
        signed_on=at.date(),
        has_signed_page=True,
        report=report,
        saved_by=by,
        saved_at=at,
        submitted_by=by,
        submitted_at=at,
    )
