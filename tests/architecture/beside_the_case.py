"""The arguments of the addresses of chronologies, copies and reminders."""

from datetime import timedelta

from django.utils import timezone

from boards.models import Agency, User
from chronology.models import AgencyChronology, Person, Release
from chronology.preparing import prepare
from notifications.models import Reminder
from reviews.models import (
    Commission,
    Deadline,
    Review,
)
from reviews.models.clock import bring_up_to_date
from tests.factories import (
    AgencyFactory,
)


def of_the_cast_and_copies(review: Review, people: dict[str, User]) -> dict[str, dict]:
    at, case = timezone.now(), {"reference": review.reference}
    mother = Person.add(review, by=people["manager"], at=at, pseudonym="Mother", category="family")
    way = mother.is_also_written("Stacey Unsworth", "full")
    copy = Release.ask(review, by=people["coordinator"], at=at, form="csv")
    prepare(copy, [], at=at, progress=lambda done, total: None)
    its_copy = {"pk": copy.pk}
    return {
        "cast": case,
        "cast-add": case,
        "cast-file": case,
        "cast-unlisted": case,
        "cast-person": {**case, "pk": mother.pk},
        "cast-way-remove": {**case, "pk": way.pk},
        "mentions": {**case, "pk": mother.pk},
        "rulings": case,
        "copies": case,
        "copy": its_copy,
        "copy-hide": its_copy,
        "copy-override": its_copy,
        "copy-download": its_copy,
        "copy-locked": its_copy,
    }


def of_chronologies(review: Review, agency: Agency, people: dict[str, User]) -> dict[str, dict]:
    """Return the arguments of what an agency still writes, and of what it handed in elsewhere."""
    asked = Commission.objects.create(
        review=review,
        agency=agency,
        kind="chronology",
        asked_on=timezone.localdate(),
        due_on=timezone.localdate() + timedelta(days=7),
        by=people["manager"],
        at=timezone.now(),
    )
    bring_up_to_date(review)
    written = AgencyChronology.of(review, agency)
    handed_in = AgencyChronology.of(review, AgencyFactory(board=review.board))
    handed_in.submissions.create(number=1, by=people["auditor"], at=timezone.now())
    case, one = {"reference": review.reference}, {"pk": written.pk}
    of_review = ("columns", "model", "keep-model", "preview", "agencies", "release")
    return {
        **{f"chronology-{name}": case for name in of_review},
        "commission-chronology": {"pk": asked.pk},
        "agency-chronology": one,
        "agency-instructions": one,
        "agency-paper": {**one, "paper": "word"},
        "agency-write": one,
        "agency-write-row": one,
        "agency-copy": {**one, "form": "csv"},
        "agency-hand-in": one,
        "agency-send-back": {"pk": handed_in.pk, "number": 1},
        "agency-accept": {"pk": handed_in.pk, "number": 1},
        "address-try": {"pk": 1},
    }


def reminder_of(deadline: Deadline) -> Reminder:
    return Reminder.objects.create(
        kind="reminder",
        review=deadline.review,
        deadline=deadline,
        due_version=deadline.version,
        due_on=deadline.due_on,
        stage=7,
        recipient=deadline.review.owner,
        tier="owner",
        planned_at=timezone.now(),
    )
