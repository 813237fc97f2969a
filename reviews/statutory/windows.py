"""Rules that begin and end on days of their own: Ofsted's evaluation, and publication."""

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reviews.statutory.deadlines import add_months
from reviews.statutory.rules import Mark

DATA = Path(__file__).with_name("windows.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationWindow:
    """When submitted reviews were evaluated and graded by Ofsted; both days included."""

    name: str
    first_day: date
    last_day: date
    streamlined_from: date
    mark: Mark
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationRule:
    """What is published of a review initiated from the first day to the last, both included.

    `what` are the kinds of documents; `months_online` is 0 where the rule does not say how long.
    """

    code: str
    what: tuple[str, ...]
    text: str
    withheld_only_if: str
    mark: Mark
    first_day: date = date.min
    last_day: date = date.max
    months_online: int = 0

    def may_be_taken_down_from(self, published_on: date) -> date | None:
        """Return the first day on which it need no longer be online; None where none is said."""
        return add_months(published_on, self.months_online) if self.months_online else None


def evaluation_applies(on: date) -> bool:
    """Whether a review submitted that day is evaluated by Ofsted."""
    return EVALUATION.first_day <= on <= EVALUATION.last_day


def evaluation_is_streamlined(on: date) -> bool:
    """Whether a review submitted that day is given an overall grade alone."""
    return EVALUATION.streamlined_from <= on


def publication_rule(initiated_on: date) -> PublicationRule:
    """What is published of a review, by the day of its initiation and not by its guidance."""
    return next(rule for rule in PUBLICATION if rule.first_day <= initiated_on <= rule.last_day)


def _read(path: Path) -> tuple[EvaluationWindow, tuple[PublicationRule, ...]]:
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    evaluation = EvaluationWindow(mark=Mark(data["evaluation"].pop("mark")), **data["evaluation"])
    rules = (
        PublicationRule(what=tuple(rule.pop("what")), mark=Mark(rule.pop("mark")), **rule)
        for rule in data["publication"]
    )
    return evaluation, tuple(rules)


EVALUATION, PUBLICATION = _read(DATA)
