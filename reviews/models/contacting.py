"""How the family is spoken with. Methods of Review."""

from collections.abc import Collection
from datetime import date, datetime

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
        purpose: str,
        way: str = "",
        all_the_same: str = "",
    ) -> str:
        """The contact is planned, on a day against which nothing speaks, or with a reason."""
        said = against(self, with_whom, on)
        if said and not all_the_same:
            ask = "Choose another day or, if it has to be this one, enter why."
            raise ValidationError({"all_the_same": " ".join([*said, ask])})
        planned = PlannedContact.objects.create(
            review=self,
            on=on,
            way=way,
            purpose=purpose,
            all_the_same=all_the_same if said else "",
            by=by,
            at=at,
        )
        planned.with_whom.set(with_whom)
        return "A contact with the family was planned"

    @in_confidence
    def call_off_contact(
        self, *, by: User, at: datetime, planned: PlannedContact, reason: str
    ) -> str:
        """The contact will not be made; that it was planned is kept."""
        self._require_waiting(planned)
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
        way: str,
        made_by: str,
        said: str,
        next_step: str = "",
        next_on: date | None = None,
        all_the_same: str = "",
        planned: PlannedContact | None = None,
        corrects: Contact | None = None,
    ) -> str:
        """The log has another entry, which may settle a plan, correct an entry, plan the next."""
        objections = against(self, with_whom, on)
        if objections and not all_the_same:
            ask = "If contact was made all the same, enter why."
            raise ValidationError({"all_the_same": " ".join([*objections, ask])})
        if corrects and Contact.objects.filter(corrects=corrects).exists():
            raise ValidationError("This entry was corrected already: correct the later one.")
        if self.contacts.filter(on=on, way=way, said=said, corrects=corrects).exists():
            raise ValidationError({"said": "This entry is in the log already."})
        entry = Contact.objects.create(
            review=self,
            on=on,
            way=way,
            made_by=made_by,
            said=said,
            next_step=next_step,
            all_the_same=all_the_same if objections else "",
            corrects=corrects,
            by=by,
            at=at,
        )
        entry.with_whom.set(with_whom)
        if planned:
            self._require_waiting(planned)
            planned.contact = entry
            planned.save(update_fields=["contact"])
        if next_on:
            self._plan_next(with_whom, next_on, next_step, by=by, at=at)
        return "A contact with the family was recorded"

    def _plan_next(
        self, with_whom: Collection[Relative], on: date, purpose: str, *, by: User, at: datetime
    ) -> None:
        if said := against(self, with_whom, on):
            ask = "Choose another day, or plan it on its own page with the reason."
            raise ValidationError({"next_on": " ".join([*said, ask])})
        self.plan_contact(by=by, at=at, with_whom=with_whom, on=on, purpose=purpose)

    def _require_waiting(self, planned: PlannedContact) -> None:
        if planned.review_id != self.pk or planned.contact_id or planned.called_off_because:
            raise ValidationError({"planned": "This was made or called off already."})
