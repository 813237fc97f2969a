"""Who holds a post on the review. Methods of Review."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from boards.models import User
from reviews.models.history import Event
from reviews.models.panel import Appointment, Post


class Appointing:
    """Each records one fact and returns the news of it, without a full stop."""

    def appoint(
        self,
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
        """The person holds the post; panel chair and author are two people."""
        try:
            with transaction.atomic():
                appointment = Appointment.objects.create(
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
        except IntegrityError as taken:
            raise ValidationError(
                "One person chairs the panel and another writes the overview report, one at a "
                "time: end the earlier appointment first."
            ) from taken
        if post == Post.PANEL_CHAIR:
            Event.record(self, "panel_chair_appointed", on, by=by, at=at)
        return f"{appointment} was appointed"

    def end_appointment(self, *, by: User, at: datetime, appointment: Appointment, on: date) -> str:
        """The person holds the post no more."""
        if appointment.ended_on is not None:
            raise ValidationError("This appointment has ended already.")
        if on < appointment.appointed_on:
            raise ValidationError({"on": "An appointment cannot end before it began."})
        appointment.end(on=on)
        return f"The appointment of {appointment} ended"
