"""Calling a meeting, moving it, asking people to it, and noting who came."""

from collections.abc import Iterator
from datetime import time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from boards.govuk.fields import Checkboxes, DayField, LineField, ProseField, Radios
from boards.govuk.words import clock
from reviews.forms.case import CaseForm, reasons_field
from reviews.meetings.people import candidates, usual
from reviews.models import Attendance, Invitee, Meeting, MeetingKind, Post

CLOCKS = ("%H:%M", "%H.%M", "%H:%M:%S", "%I%p", "%I:%M%p", "%I.%M%p", "%I %p", "%I:%M %p")


class ClockField(forms.TimeField):
    """A time of day as people write it: 10am, 2:30pm, 14:30."""

    def __init__(self, *, called: str, **options: Any) -> None:
        wrong = f"Enter {called} like 10am, 2:30pm or 14:30"
        super().__init__(
            input_formats=CLOCKS,
            error_messages={"required": wrong, "invalid": wrong},
            widget=forms.TextInput(attrs={"class": "govuk-input--width-5"}),
            help_text="For example, 10am, 2:30pm or 14:30",
            **options,
        )

    def prepare_value(self, value: Any) -> Any:
        return clock(value) if isinstance(value, time) else value


class WhenAndWhere(CaseForm):
    """The day, the time and the place of a meeting."""

    may_lie_ahead = frozenset({"on"})
    on = DayField(called="the day of the meeting", label="On which day?")
    starts = ClockField(called="the time at which it starts", label="Starts at")
    ends = ClockField(called="the time at which it ends", label="Ends at")
    place = LineField(called="the place", label="Place (optional with a link)", required=False)
    link = forms.URLField(
        label="Link to join online (optional with a place)",
        max_length=500,
        required=False,
        assume_scheme="https",
        widget=forms.TextInput,
    )

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        starts, ends = facts.get("starts"), facts.get("ends")
        if starts and ends and ends <= starts:
            self.add_error("ends", "The meeting must end after it starts")
        if not facts.get("place") and not facts.get("link") and "link" not in self.errors:
            self.add_error("place", "Enter the place or the link to join online")
        return facts


class CallForm(WhenAndWhere):
    submit_text = "Call the meeting"
    kind = forms.ChoiceField(
        label="What kind of meeting?",
        choices=MeetingKind,
        widget=Radios,
        error_messages={"required": "Select the kind of meeting"},
    )
    chair = LineField(called="who chairs it", label="Who chairs it?", max_length=120)
    people = forms.MultipleChoiceField(
        label="Who is invited?",
        help_text="Whoever has an account is told by mail. You can add others afterwards.",
        widget=Checkboxes,
        required=False,
    )
    field_order = ("kind", "on", "starts", "ends", "place", "link", "chair", "people")

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.candidates = candidates(self.review)
        self.fields["people"].choices = _choices(self.candidates)
        self.initial.setdefault("kind", MeetingKind.PANEL)
        self.initial.setdefault("people", usual(self.review))
        chair = self.review.appointments.open().filter(post=Post.PANEL_CHAIR).first()
        self.initial.setdefault("chair", chair.name if chair else "")

    def facts(self) -> dict[str, Any]:
        """Return the meeting and its people as rows not yet saved."""
        of_meeting = ("kind", "on", "starts", "ends", "place", "link", "chair")
        meeting = Meeting(**{name: self.cleaned_data[name] for name in of_meeting})
        return {
            "meeting": meeting,
            "invitees": [self.candidates[key] for key in self.cleaned_data["people"]],
        }


def _choices(people: dict[str, Invitee]) -> list[tuple[str, str]]:
    return [(key, f"{who.name}, {who.as_what}") for key, who in people.items()]


class MeetingForm(CaseForm):
    """A form about one meeting, which its facts carry."""

    def __init__(self, *args: Any, meeting: Meeting, **kw: Any) -> None:
        self.meeting = meeting
        super().__init__(*args, **kw)

    def facts(self) -> dict[str, Any]:
        return {**self.cleaned_data, "meeting": self.meeting}


class MoveForm(MeetingForm, WhenAndWhere):
    submit_text = "Move the meeting"
    intro = "Everybody invited who has an account is told of the change by mail, not of the reason."
    because = reasons_field("why it is moved", "Why?", max_length=500)
    WHERE = ("on", "starts", "ends", "place", "link")

    def __init__(self, *args: Any, meeting: Meeting, **kw: Any) -> None:
        kw["initial"] = {**kw["initial"], **{n: getattr(meeting, n) for n in self.WHERE}}
        super().__init__(*args, meeting=meeting, **kw)

    def facts(self) -> dict[str, Any]:
        for name in self.WHERE:
            setattr(self.meeting, name, self.cleaned_data[name])
        return {"meeting": self.meeting, "because": self.cleaned_data["because"]}


class CancelForm(MeetingForm):
    submit_text = "Cancel the meeting"
    intro = "Everybody invited who has an account is told by mail. This cannot be undone."
    because = reasons_field("why it is cancelled", "Why?", max_length=500)


class InviteForm(MeetingForm):
    submit_text = "Invite"
    people = forms.MultipleChoiceField(
        label="Who else is invited?", widget=Checkboxes, required=False
    )
    others = ProseField(
        called="the other people",
        label="Others (optional)",
        help_text=(
            "One person on each line: name, job title, employer, email address. The portal sends "
            "them nothing: send them their calendar file from the page of the meeting."
        ),
        max_length=4000,
        required=False,
    )

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        asked = set(self.meeting.invitees.open().values_list("name", flat=True))
        known = candidates(self.review)
        self.candidates = {key: who for key, who in known.items() if who.name not in asked}
        self.fields["people"].choices = _choices(self.candidates)

    def clean_others(self) -> list[Invitee]:
        """Return the people typed, one a line."""
        lines = self.cleaned_data["others"].splitlines()
        return list(_typed(line.strip() for line in lines if line.strip()))

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        if not self.errors and not facts["people"] and not facts["others"]:
            self.add_error("people", "Select or enter at least one person")
        return facts

    def facts(self) -> dict[str, Any]:
        chosen = [self.candidates[key] for key in self.cleaned_data["people"]]
        return {"meeting": self.meeting, "invitees": [*chosen, *self.cleaned_data["others"]]}


def _typed(lines: Iterator[str]) -> Iterator[Invitee]:
    """Yield each line as a person; raises ValidationError with how to mend it."""
    for line in lines:
        parts = [part.strip() for part in line.split(",")]
        name, job_title, employer, email = [*parts, "", "", ""][:4]
        if len(parts) > 4 or max(map(len, parts)) > 120:
            raise ValidationError(
                f"“{line[:60]}”: enter a name, job title, employer and email address with commas "
                "between them, each of 120 characters or fewer"
            )
        if email:
            try:
                validate_email(email)
            except ValidationError as wrong:
                raise ValidationError(
                    f"“{email}”: enter an email address like name@example.com"
                ) from wrong
        yield Invitee(name=name, job_title=job_title, employer=employer, email=email)


class AttendanceForm(MeetingForm):
    """Who came, a line for each person invited."""

    submit_text = "Save"

    def __init__(self, *args: Any, meeting: Meeting, **kw: Any) -> None:
        super().__init__(*args, meeting=meeting, **kw)
        self.invitees = list(meeting.invitees.open())
        for who in self.invitees:
            self.fields[f"came_{who.pk}"] = forms.ChoiceField(
                label=f"{who.name}, {who.as_what}",
                choices=[("", "Not recorded"), *Attendance.choices],
                required=False,
                initial=who.attendance,
            )
            self.fields[f"deputy_{who.pk}"] = LineField(
                called="the deputy",
                label="Deputy: job title and employer",
                max_length=240,
                required=False,
                initial=who.deputy,
            )
        self.fields["quoracy"] = LineField(
            called="the note on quoracy",
            label="Were enough people there? (optional)",
            help_text="For example: quorate, with five of seven agencies present",
            max_length=500,
            required=False,
            initial=meeting.quoracy,
        )

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        for who in self.invitees:
            is_deputy = facts.get(f"came_{who.pk}") == Attendance.DEPUTY
            if is_deputy and not facts.get(f"deputy_{who.pk}"):
                self.add_error(f"deputy_{who.pk}", "Enter the deputy’s job title and employer")
        return facts

    def facts(self) -> dict[str, Any]:
        for who in self.invitees:
            who.attendance = self.cleaned_data[f"came_{who.pk}"]
            who.deputy = self.cleaned_data[f"deputy_{who.pk}"]
        self.meeting.quoracy = self.cleaned_data["quoracy"]
        return {"meeting": self.meeting, "invitees": self.invitees}
