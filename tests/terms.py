"""Terms of reference for tests: agreed with as little said as the test has to say."""

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from boards.models import Agency, AgencyKind, User
from boards.roles import Coordinator, Manager
from reviews.conditions import missing_for
from reviews.models import Review, TermsOfReference
from reviews.models.terms import Content, Part
from tests.factories import AgencyFactory, BoardFactory, a_review, person

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


class Scoped:
    """A review that is being scoped, with its people and two agencies."""

    def __init__(self) -> None:
        self.board = BoardFactory()
        self.staff, self.manager = person(Coordinator, self.board), person(Manager, self.board)
        self.police = AgencyFactory(board=self.board, name="Police")
        self.school = AgencyFactory(board=self.board, name="School", kind=AgencyKind.HOUSING)
        self.at, self.today = timezone.now(), timezone.localdate()
        dates = {"notified": self.today - timedelta(days=20)}
        dates |= {"referred": dates["notified"], "decided": self.today - timedelta(days=10)}
        opened = a_review(
            self.board,
            at=self.at,
            dates=dates,
            owner=self.staff,
            pinned_guidance="wt2010",
            pinned_because="To have its dates.",
        )
        Review.objects.filter(pk=opened.pk).update(state="scoping")
        self.review = Review.objects.get(pk=opened.pk)

    def record(self, act: str, **details: object) -> str:
        return self.review.record(act, by=self.staff, at=self.at, **details)

    def write(self, part: str, content: dict, seen: int = 0) -> str:
        return self.record("write_terms", part=part, content=content, seen=seen)

    def agree(self, **details: object) -> str:
        facts = {"on": self.today, "agreements": [("Dr A", "Panel chair")]}
        return self.record("agree_terms", **facts | details)

    def missing(self) -> list[str]:
        every = missing_for(self.review, "begin_chronology")
        return [each.sentence for each in every if each.place == "terms"]
