"""Each round of evaluation: the letter's grades, and what the board had expected of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from django.urls import reverse

from boards.govuk.words import counted, listed
from boards.models import User
from reviews import permissions
from reviews.models import ElementGrade, Evaluation, Grade, HeadingJudgement, Readiness, Review
from reviews.models.retracting import SUBMITTED_AGAIN, last_letter, why_it_stays
from reviews.statutory import HEADINGS

NAMES = {heading.code: heading.name for heading in HEADINGS}
CORRECT = "correct_evaluation"
WHOLE = "The review as a whole"
RANKS = {grade: rank for rank, grade in enumerate(reversed(Grade))}  # 0 is the lowest


@dataclass(frozen=True)
class Line:
    """One heading, or the whole: what was given, and what had been expected. Grades may be ""."""

    name: str
    given: str = ""
    narrative: str = ""
    expected: str = ""
    reasons: str = ""

    @property
    def given_label(self) -> str:
        return Grade(self.given).label if self.given else ""

    @property
    def expected_label(self) -> str:
        return Grade(self.expected).label if self.expected else ""

    @property
    def over(self) -> int | None:
        """By how many grades it was overestimated; below 0 underestimated; None: not both known."""
        if not self.given or not self.expected:
            return None
        return RANKS[Grade(self.expected)] - RANKS[Grade(self.given)]

    @property
    def outcome(self) -> str:
        """Return "Overestimated by 1 grade", or as it was."""
        if self.over is None:
            return "Not comparable"
        if not self.over:
            return "As expected"
        word = "Overestimated" if self.over > 0 else "Underestimated"
        return f"{word} by {counted(abs(self.over), 'grade')}"


@dataclass(frozen=True)
class Mistake:
    """A letter as it was entered in error, and the entry that corrected it."""

    entered: "Round"
    correction: Evaluation


@dataclass(frozen=True)
class Round:
    """One submission with its letter, and the self-assessment that was made for it.

    `mistakes` is what was entered in error in its place, the latest first.
    """

    evaluation: Evaluation
    forecast: Readiness | None
    mistakes: tuple[Mistake, ...] = ()

    @cached_property
    def judgements(self) -> dict[str, HeadingJudgement]:
        return {each.heading: each for each in self.evaluation.headings.all()}

    @cached_property
    def elements(self) -> list[ElementGrade]:
        return list(self.evaluation.elements.all())

    @property
    def why_no_headings(self) -> str:
        """Say why there is no grade by heading; "" where there is one, or no letter yet."""
        if self.judgements or not self.evaluation.grade:
            return ""
        if self.evaluation.is_streamlined:
            return "Of sets submitted from 3 January 2012 Ofsted gave one overall grade alone."
        return "Grades by heading are not recorded."

    @cached_property
    def whole(self) -> Line:
        its, forecast = self.evaluation, self.forecast
        expected = (forecast.grade, forecast.reasons) if forecast else ()
        return Line(WHOLE, its.grade, its.narrative, *expected)

    @cached_property
    def headings(self) -> list[Line]:
        """Return a line for each heading that the letter grades or the board had assessed."""
        made = self.forecast.headings.all() if self.forecast else ()
        expected = {each.heading: (each.grade, each.reasons) for each in made}
        codes = [*NAMES, *sorted((self.judgements.keys() | expected.keys()) - NAMES.keys())]
        return [
            Line(NAMES.get(code, code), *self._given(code), *expected.get(code, ()))
            for code in codes
            if code in self.judgements or code in expected
        ]

    @property
    def judged(self) -> list[Line]:
        """Return the lines of the headings that the letter grades."""
        return [line for line in self.headings if line.given]

    def _given(self, code: str) -> tuple[str, str]:
        judgement = self.judgements.get(code)
        return (judgement.grade, judgement.narrative) if judgement else ("", "")

    @property
    def compared(self) -> list[str]:
        """Return what was over- and underestimated, a sentence each; none where nothing can be."""
        lines = [line for line in [self.whole, *self.headings] if line.over is not None]
        return list(_sentences(lines))


def _sentences(lines: list[Line]) -> Iterator[str]:
    parts = {
        "Overestimated": [line for line in lines if line.over > 0],
        "Underestimated": [line for line in lines if line.over < 0],
    }
    for word, found in parts.items():
        if found:
            yield f"{word}: {listed(map(_spoken, found))}."
    right = [line.name for line in lines if not line.over]
    if right:
        yield f"As expected: {listed(right)}."


def _spoken(line: Line) -> str:
    return f"{line.name} ({line.expected_label.lower()} expected, {line.given_label.lower()} given)"


def may_correct(user: User, review: Review) -> bool:
    """Return whether the person may correct a letter of the review now."""
    return review.has_room_for(CORRECT) and permissions.refusal(user, CORRECT, review) is None


@dataclass(frozen=True)
class Withdrawal:
    """Where the letter that was recorded last is withdrawn, or why it stays; so do those before."""

    number: int
    href: str = ""
    because: str = ""
    earlier: str = SUBMITTED_AGAIN


def withdrawal_for(user: User, review: Review) -> Withdrawal | None:
    """Return how the last letter is withdrawn, None where the person withdraws none."""
    letter = last_letter(review)
    if letter is None or not may_correct(user, review):
        return None
    if because := why_it_stays(review, letter):
        return Withdrawal(letter.number, because=because)
    if review.is_past:
        earlier = "Withdraw the later letter first."
        href = reverse("record", args=[review.reference, "withdraw_past_letter"])
        return Withdrawal(letter.number, href, earlier=earlier)
    return Withdrawal(letter.number, reverse("move", args=[review.reference, "withdraw_letter"]))


def rounds_of(review: Review) -> list[Round]:
    """Return every round, the latest first."""
    evaluations = review.evaluations.select_related(
        "final_set", "letter", "recorded_by", "by", "withdrawn_by"
    )
    entries = list(evaluations.prefetch_related("headings", "elements", "final_set__items"))
    wrong = {each.corrects_id for each in entries}
    made = list(review.self_assessments.prefetch_related("headings").select_related("by"))
    before = None
    rounds = []
    for each in (entry for entry in entries if entry.pk not in wrong):
        its_own = [one for one in made if one.at <= each.at and (not before or one.at > before.at)]
        forecast = its_own[-1] if its_own else None
        rounds.append(Round(each, forecast, tuple(_mistakes(each, entries))))
        before = each
    return rounds[::-1]


def _mistakes(evaluation: Evaluation, entries: list[Evaluation]) -> Iterator[Mistake]:
    """Yield what the evaluation corrects, then what that had corrected."""
    by_pk = {each.pk: each for each in entries}
    while wrong := by_pk.get(evaluation.corrects_id):
        yield Mistake(Round(wrong, None), evaluation)
        evaluation = wrong
