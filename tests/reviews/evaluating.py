"""Submissions that wait for Ofsted's letter, and letters."""

from datetime import date, datetime
from typing import Any

from records.incoming import Incoming, SealedUpload
from records.kinds import PDF
from reviews.models import Evaluation
from reviews.statutory import HEADINGS
from tests.records import files
from tests.reviews.setting import LATER, Setting, a_setting


def a_letter(content: bytes = files.PDF, name: str = "letter.pdf") -> SealedUpload:
    """Return a letter as a form's DocumentField yields it: close it."""
    incoming = Incoming()
    incoming.write(content)
    upload = incoming.finish(name)
    upload.kind = PDF
    return upload


def a_submission(on: date | None = None) -> Setting:
    """Return a review whose agreed set is with Ofsted."""
    case = a_setting()
    case.put()
    case.sign()
    case.submit()
    if on:
        case.review.evaluations.update(submitted_on=on)
    return case


def by_heading(grade: str = "adequate", **but: str) -> dict[str, tuple[str, str]]:
    grades = {heading.code: grade for heading in HEADINGS} | but
    return {code: (given, f"Of {code}.") for code, given in grades.items()}


def judged(case: Setting, grade: str = "good", *, at: datetime = LATER, **facts: Any) -> Evaluation:
    """Return the evaluation with the letter that the manager has recorded."""
    said = {"on": at.date(), "narrative": "On the whole.", "headings": by_heading()}
    with a_letter() as letter:
        said |= {"letter": letter, "grade": grade}
        case.review.move("record_evaluation", by=case.manager, at=at, **said | facts)
    return case.review.evaluations.exclude(grade="").last()
