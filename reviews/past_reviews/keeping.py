"""The rows that were accepted become incidents and past reviews, in one transaction a file."""

import hashlib
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from boards.models import Board, User
from records.models import log
from reviews.models import (
    BankHoliday,
    Child,
    Evaluation,
    Incident,
    Publication,
    PublicationState,
    Review,
)
from reviews.models.child import Outcome as ChildOutcome
from reviews.models.incident import Harm
from reviews.noting import log_about
from reviews.past_reviews.facts import DEATH, SERIOUS_HARM, Facts
from reviews.past_reviews.outcome import Outcome, outcome_of
from reviews.past_reviews.plan import Verdict, judge
from reviews.past_reviews.reading import Sheet, read
from reviews.past_reviews.stage import furthest
from reviews.statutory import act_by

OUTCOMES = {DEATH: ChildOutcome.DIED, SERIOUS_HARM: ChildOutcome.HARMED}


@dataclass(frozen=True)
class PastFile:
    """A spreadsheet as it came: every review made of it says so."""

    name: str
    content: bytes

    @property
    def checksum(self) -> str:
        return hashlib.sha256(self.content).hexdigest()

    def read(self) -> Sheet:
        return read(self.content)


def preview(file: PastFile, *, board: Board | None, at: datetime) -> Outcome:
    """Return what bringing the file in would come to; raises UnreadableFile."""
    sheet = file.read()
    return outcome_of(sheet, judge(sheet, board=board, on=timezone.localdate(at)))


def bring_in(file: PastFile, *, board: Board | None, by: User, at: datetime) -> Outcome:
    """Every acceptable row of the file is a past review, and all of them are or none.

    Without `board` each row says whose it is. Raises UnreadableFile.
    """
    sheet = file.read()
    with transaction.atomic():
        _lock(board)
        verdicts = judge(sheet, board=board, on=timezone.localdate(at))
        references: dict[int, str] = {}
        for place, verdict in enumerate(verdicts):
            if verdict.is_refused or not (verdict.is_new or verdict.extends):
                continue
            try:
                with transaction.atomic():
                    if verdict.extends:
                        _extend_kept(verdict, file, by=by, at=at)
                        continue
                    review = _keep(verdict, file, by=by, at=at)
                references[verdict.row.number] = review.reference
            except ValidationError as refused:
                verdicts[place] = verdict.refused(refused.messages)
        _log(file, verdicts, by=by, at=at)
    return outcome_of(sheet, verdicts, references)


def _lock(board: Board | None) -> None:
    """Make a second import wait, which would not see the reviews that this one is adding."""
    boards = Board.objects.select_for_update(no_key=True).order_by("pk")
    list(boards.filter(pk=board.pk) if board else boards)


def _keep(verdict: Verdict, file: PastFile, *, by: User, at: datetime) -> Review:
    facts = verdict.facts
    state, because = furthest(facts)
    incident = Incident.objects.create(
        board=verdict.board, harm=facts.kind or Harm.NOT_KNOWN, logged_at=at, logged_by=by
    )
    Child.objects.bulk_create(_children(facts, incident))
    review = Review.open(
        incident,
        facts.dates,
        by=by,
        at=at,
        year=facts.year,
        state=state,
        is_past=True,
        source=_source(verdict, file) | {"because": because},
    )
    Evaluation.objects.bulk_create(_evaluations(facts, review, by=by, at=at))
    _extend(review, facts, by=by, at=at)
    published = facts.dates.get("published")
    if published and published.exact:
        Publication.objects.create(
            review=review, state=PublicationState.PUBLISHED, on=published.exact, by=by, at=at
        )
    return review


def _extend(review: Review, facts: Facts, *, by: User, at: datetime) -> None:
    """The completion of the review has its extension, as far as both days are known."""
    to = facts.extended_to and facts.extended_to.exact
    owed = review.deadlines.statutory().filter(kind="complete").first()
    if to is None or owed is None:
        return
    owed.extensions.create(
        from_due_on=owed.due_on,
        to_due_on=to,
        reason=facts.reason,
        authority=facts.authority,
        by=by,
        at=at,
    )
    owed.due_on, owed.act_by = to, act_by(to, BankHoliday.objects.calendar())
    owed.version += 1
    owed.save(update_fields=["due_on", "act_by", "version"])


def _extend_kept(verdict: Verdict, file: PastFile, *, by: User, at: datetime) -> None:
    """The review that was brought in before is as before, and has its extension."""
    review = Review.objects.select_for_update().get(reference=verdict.kept)
    review.source |= {"facts": verdict.facts.by_column(), "extended_by": _source(verdict, file)}
    review.save(update_fields=["source"])
    _extend(review, verdict.facts, by=by, at=at)
    sentence = f"The extension of its completion was brought in from {file.name[:120]}."
    log_about(review, "import_reviews", sentence, by=by, at=at, sha256=file.checksum)


def _source(verdict: Verdict, file: PastFile) -> dict[str, Any]:
    return {
        "file": file.name,
        "sha256": file.checksum,
        "row": verdict.row.number,
        "name": verdict.facts.name,
        "key": verdict.facts.key,
        "given": verdict.row.cells,
        "facts": verdict.facts.by_column(),
        "warnings": [f"{column}: {warning}" for column, warning in verdict.doubts],
    }


def _children(facts: Facts, incident: Incident) -> list[Child]:
    """Return the children without names; what is said of them is known of a single child alone."""
    children = [Child(incident=incident, position=n + 1) for n in range(facts.children or 0)]
    if len(children) == 1:
        children[0].outcome = OUTCOMES.get(facts.kind, "")
        children[0].known_to_social_care = facts.known_to_social_care
        children[0].on_plan = facts.on_plan
    return children


def _evaluations(facts: Facts, review: Review, *, by: User, at: datetime) -> list[Evaluation]:
    """Return a row for each submission; a partial date stays an event of the review alone."""
    rounds = (
        ("submitted", "evaluated", facts.grade),
        ("resubmitted", "reevaluated", facts.regrade),
    )
    last = max(
        (
            n
            for n, (sent, back, grade) in enumerate(rounds, 1)
            if {sent, back} & {*facts.dates} or grade
        ),
        default=0,
    )
    days = {event: on.exact for event, on in facts.dates.items()}
    return [
        Evaluation(
            review=review,
            number=number,
            submitted_on=days.get(sent),
            evaluated_on=days.get(back) if grade else None,
            grade=grade,
            by=by,
            at=at,
        )
        for number, (sent, back, grade) in enumerate(rounds[:last], 1)
    ]


def _log(file: PastFile, verdicts: list[Verdict], *, by: User, at: datetime) -> None:
    counts = Counter(verdict.board for verdict in verdicts if verdict.is_new)
    for board, count in counts.items():
        log(
            "import_reviews",
            f"{count} past {'review was' if count == 1 else 'reviews were'} brought in from "
            f"{file.name[:120]}.",
            by=by,
            at=at,
            board=board,
            sha256=file.checksum,
        )
