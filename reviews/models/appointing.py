"""Who holds a post on the review, and on what declaration. Methods of Review."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from boards.models import User
from reviews.models.barring import refuse_the_dependent
from reviews.models.declaration import Acceptance, Declaration
from reviews.models.history import Event
from reviews.models.panel import Appointment, Post
from reviews.signals import person_appointed

if TYPE_CHECKING:
    from reviews.models.review import Review

TAKEN = (
    "One person chairs the panel and another writes the overview report, one at a time, and "
    "nobody holds two posts: end or replace the earlier appointment first."
)


class Appointing:
    """Each records one fact and returns the news of it, without a full stop."""

    def appoint(
        self: "Review",
        *,
        by: User,
        at: datetime,
        post: str,
        name: str,
        employer: str,
        on: date,
        job_title: str = "",
        independence: str = "",
        user: User | None = None,
    ) -> str:
        """The person holds the post; panel chair and author are two people, of neither side."""
        appointment = Appointment(
            review=self,
            post=post,
            name=name,
            employer=employer,
            job_title=job_title,
            independence=independence,
            user=user,
            appointed_on=on,
            by=by,
            at=at,
        )
        refuse_the_dependent(appointment)
        try:
            with transaction.atomic():
                appointment.save()
        except IntegrityError as taken:
            raise ValidationError(TAKEN) from taken
        person_appointed.send(sender=Appointment, appointment=appointment, by=by)
        if post == Post.PANEL_CHAIR:
            Event.record(self, "panel_chair_appointed", on, by=by, at=at)
        return f"{appointment} was appointed"

    def end_appointment(
        self: "Review",
        *,
        by: User,
        at: datetime,
        appointment: Appointment,
        on: date,
        reasons: str,
    ) -> str:
        """The person holds the post no more, for a reason."""
        held = self._appointment_held(appointment)
        if held.ended_on is not None:
            raise ValidationError("This appointment has ended already.")
        if on < held.appointed_on:
            raise ValidationError({"on": "An appointment cannot end before it began."})
        held.end(on=on, because=reasons)
        return f"The appointment of {held} ended"

    def replace_appointment(
        self: "Review",
        *,
        by: User,
        at: datetime,
        appointment: Appointment,
        on: date,
        reasons: str,
        **successor: Any,
    ) -> str:
        """Somebody else holds the post from the day on which the earlier appointment ends."""
        ended = self.end_appointment(by=by, at=at, appointment=appointment, on=on, reasons=reasons)
        began = self.appoint(by=by, at=at, post=appointment.post, on=on, **successor)
        return f"{ended}. {began}"

    def take_declaration(
        self: "Review", *, by: User, at: datetime, appointment: Appointment, **declared: Any
    ) -> str:
        """What somebody without an account signed on paper is recorded."""
        held = self._appointment_held(appointment)
        if held.user_id is not None:
            raise ValidationError("They have an account here, and declare themselves.")
        return f"{Declaration.make(held, by=by, at=at, **declared)} on paper: {held}"

    def accept_conflict(
        self: "Review",
        *,
        by: User,
        at: datetime,
        declaration: Declaration,
        reasons: str,
        mitigation: str,
    ) -> str:
        """The conflict is known and dealt with; the review opens to the person again.

        Raises PermissionDenied to the person concerned, ValidationError when they have declared
        anew since.
        """
        waiting = Declaration.objects.in_conflict().filter(appointment__review=self)
        found = waiting.filter(pk=declaration.pk).select_related("appointment").first()
        if found is None:
            raise ValidationError("This has been decided, or they have declared anew: look again.")
        if by.pk in {found.by_id, found.appointment.user_id}:
            raise PermissionDenied(
                "You are concerned, or recorded it yourself, so somebody else has to decide."
            )
        Acceptance.objects.create(
            declaration=found, reasons=reasons, mitigation=mitigation, by=by, at=at
        )
        return f"The conflict of {found.appointment} was accepted"

    def _appointment_held(self: "Review", appointment: Appointment) -> Appointment:
        """Return the appointment as it stands now; one of another review is refused."""
        held = self.appointments.filter(pk=appointment.pk).first()
        if held is None:
            raise ValidationError("This appointment is of another review.")
        return held
