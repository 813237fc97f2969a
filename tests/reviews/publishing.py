"""Reviews that can be published: agreed, with copies that name nobody."""

import io
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from chronology.models import Identifier, Person
from records.kinds import DOCX
from records.models import Document
from reviews.fields import exactly
from reviews.models import DocumentVersion, Event, NameScan, ReleaseCopy, Review
from reviews.publishing import obstacles
from tests.factories import AT
from tests.records import files
from tests.reviews.setting import Setting, a_setting

SUMMARY_ALONE, BOTH = date(2010, 3, 15), date(2010, 6, 10)  # the rule by the day of the decision
NOW = datetime(2010, 7, 20, 10, tzinfo=UTC)
TODAY = NOW.date()
ADDRESS = "https://lscb.example/reports/child-a"


def a_cast(review: Review, name: str = "Agnieszka") -> None:
    """The chronology knows the mother by her name."""
    mother = Person.objects.create(
        review=review, code="p1", pseudonym="Mother", category="family", at=timezone.now()
    )
    Identifier.objects.create(person=mother, text=name, kind="first", replacement="Mother")


def an_agreed_setting(on: date = SUMMARY_ALONE) -> Setting:
    """Return a review that was decided on that day, and whose set the board has agreed."""
    case = a_setting()
    Event.objects.create(review=case.review, name="decided", on=exactly(on), by=case.staff, at=AT)
    case.put()
    case.sign(at=NOW if on < NOW.date() else datetime(on.year, on.month, on.day, 10, tzinfo=UTC))
    return case


def agreed_version(case: Setting, kind: str = "summary") -> DocumentVersion:
    return case.review.final_sets.agreed().last().items.get(kind=kind).version


def a_copy(
    case: Setting,
    kind: str = "summary",
    text: str = "The mother rang.",
    *,
    content: bytes | None = None,
    media_type: str = DOCX.media_type,
    version: DocumentVersion | None = None,
    is_checked: bool = True,
    **facts: Any,
) -> ReleaseCopy:
    """Return a copy for publication, made by the writer, looked through, and checked by staff."""
    said = {"by": case.writer, "at": NOW}
    kept = Document.keep(
        io.BytesIO(files.docx(text) if content is None else content),
        name="copy.docx",
        media_type=media_type,
        board=case.board,
        **said,
    )
    made = {
        "source": version or agreed_version(case, kind),
        "recipient": "Publication",
        "reason": "To be published.",
        "expires_on": date(2040, 1, 1),
        "is_for_publication": True,
    }
    copy = ReleaseCopy.objects.create(file=kept, **said, **made | facts)
    NameScan.looked(copy, **said).save()
    if is_checked:
        copy.check_by(case.staff, at=NOW)
    return copy


def ready(on: date = SUMMARY_ALONE) -> Setting:
    """Return a review of which everything that its rule wants is ready to be published."""
    case = an_agreed_setting(on)
    a_cast(case.review)
    for kind in ("overview", "summary") if on >= BOTH else ("summary",):
        a_copy(case, kind)
    return case


def ready_today() -> Setting:
    """Return the same, so that it can be published today without copies sent before."""
    case = ready()
    pinned = {"pinned_guidance": "wt2010", "pinned_because": "For this test."}
    Review.objects.filter(pk=case.review.pk).update(**pinned)
    case.review.refresh_from_db()
    return case


def publish(case: Setting, *, at: datetime = NOW, **facts: Any) -> str:
    details = {"state": "published", "where": ADDRESS, "on": timezone.localdate(at)}
    return case.review.record("publish", by=case.manager, at=at, **details | facts)


def sentences(refused: Any) -> str:
    """Return what was refused, in one text."""
    return " ".join(refused.value.messages)


def refused(case: Setting, **facts) -> str:
    with pytest.raises(ValidationError) as refusal:
        publish(case, **facts)
    assert not case.review.publications.exists()
    return sentences(refusal)


def ways(case: Setting, on: date = TODAY) -> dict[str, str]:
    return {each.sentence: each.href for each in obstacles(case.review, on)}


def settle(case: Setting, copy, by=None) -> None:
    by = by or case.manager
    facts = {"copy": copy, "signed": by.full_name}
    case.review.record("say_copy_names_nobody", by=by, at=NOW, **facts)
