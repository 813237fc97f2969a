"""How the family is spoken with. Methods of Review."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError

from boards.models import User
from reviews.models.confidence import in_confidence
from reviews.models.contact import Contact, PlannedContact, against
from reviews.models.relative import Relative


class Contacting:
    """Each records one fact and returns the news of it, which names nobody."""

    @in_confidence
    def plan_contact(
        self,
        *,
        by: User,
        at: datetime,
        with_whom: Collection[Relative],
        on: date,
        all_the_same: str = "",
        **facts: str,
    ) -> str:
        """The contact is planned, on a day against which nothing speaks, or with a reason."""
        ask = "Choose another day or, if it has to be this one, enter why."
        why = self._why_all_the_same(with_whom, on, all_the_same, ask)
        planned = self.planned_contacts.create(on=on, all_the_same=why, by=by, at=at, **facts)
        planned.with_whom.set(with_whom)
        return "A contact with the family was planned"

    @in_confidence
    def call_off_contact(
        self, *, by: User, at: datetime, planned: PlannedContact, reason: str
    ) -> str:
        """The contact will not be made; that it was planned is kept."""
        self._require_planned(planned)
        planned.called_off_because = reason
        planned.save(update_fields=["called_off_because"])
        return "A planned contact with the family was called off"

    @in_confidence
    def record_contact(
        self,
        *,
        by: User,
        at: datetime,
        with_whom: Collection[Relative],
        on: date,
        next_on: date | None = None,
        all_the_same: str = "",
        planned: PlannedContact | None = None,
        **facts: Any,
    ) -> str:
        """The log has another entry, which may settle a plan, correct an entry, plan the next."""
        ask = "If contact was made all the same, enter why."
        why = self._why_all_the_same(with_whom, on, all_the_same, ask)
        self._require_new(on=on, **facts)
        entry = self.contacts.create(on=on, all_the_same=why, by=by, at=at, **facts)
        entry.with_whom.set(with_whom)
        if planned:
            self._settle(planned, entry)
        if next_on:
            self._plan_next(with_whom, next_on, entry.next_step, by=by, at=at)
        return "A contact with the family was recorded"

    def _why_all_the_same(
        self, with_whom: Collection[Relative], on: date, why: str, ask: str
    ) -> str:
        """Return the reason where one is needed, and refuse the day where it is not given."""
        objections = against(self, with_whom, on)
        if objections and not why:
            raise ValidationError({"all_the_same": " ".join([*objections, ask])})
        return why if objections else ""

    def _require_new(
        self, *, on: date, way: str, said: str, corrects: Contact | None = None, **_: str
    ) -> None:
        if corrects and Contact.objects.filter(corrects=corrects).exists():
            raise ValidationError("This entry was corrected already: correct the later one.")
        if self.contacts.filter(on=on, way=way, said=said, corrects=corrects).exists():
            raise ValidationError({"said": "This entry is in the log already."})

    def _settle(self, planned: PlannedContact, entry: Contact) -> None:
        self._require_planned(planned)
        planned.contact = entry
        planned.save(update_fields=["contact"])

    def _plan_next(
        self, with_whom: Collection[Relative], on: date, purpose: str, *, by: User, at: datetime
    ) -> None:
        if said := against(self, with_whom, on):
            ask = "Choose another day, or plan it on its own page with the reason."
            raise ValidationError({"next_on": " ".join([*said, ask])})
        self.plan_contact(by=by, at=at, with_whom=with_whom, on=on, purpose=purpose)

    def _require_planned(self, planned: PlannedContact) -> None:
        if planned.review_id != self.pk or planned.contact_id or planned.called_off_because:
            raise ValidationError({"planned": "This was made or called off already."})
