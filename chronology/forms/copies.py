"""What is asked before a copy of the chronology is made, and before a held one leaves."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from boards.govuk.fields import LineField, ProseField, Radios
from boards.govuk.forms import PortalForm
from chronology.models import Form
from chronology.reader import ANY, IN, OUT

ROWS = (
    (IN, "Leave them out"),
    (ANY, "Copy them too, each marked as not handed in"),
    (OUT, "Copy them alone"),
)
NAMES = (("hidden", "Anonymised"), ("shown", "Named"))


class CopyForm(PortalForm):
    """The kind of file, and whether names stand in it."""

    submit_text = "Prepare the copy"

    form = forms.ChoiceField(
        label="Which kind of file?",
        choices=Form,
        initial=Form.WORD,
        widget=Radios,
        error_messages={"required": "Select the kind of file"},
    )
    names = forms.ChoiceField(
        label="Are names shown?",
        choices=NAMES,
        initial="hidden",
        widget=Radios(
            hints={
                "hidden": "Pseudonyms stand for people and places. The copy is searched for names "
                "and numbers before it may leave.",
                "shown": "Every word as the agency wrote it, for those who work on the review.",
            }
        ),
        error_messages={"required": "Select whether names are shown"},
    )

    rows = forms.ChoiceField(
        label="Rows that agencies have not handed in, or got back",
        choices=ROWS,
        required=False,
        widget=Radios,
    )

    def __init__(
        self,
        *args: Any,
        sees_names: bool,
        handed: str = ANY,
        has_unfinished: bool = False,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.fields["rows"].initial = handed
        if not has_unfinished:
            del self.fields["rows"]
        if not sees_names:
            self.fields["names"].choices = NAMES[:1]


class OverrideForm(PortalForm):
    """Why a copy leaves although the scan found something."""

    submit_text = "Let this copy leave"

    reasons = ProseField(
        called="why none of these gives anybody away",
        label="Why may this copy leave as it is?",
        help_text="Your name and reason are kept with the copy and in the log.",
        max_length=2000,
    )


SHORTEST, LONGEST = 12, 60  # a PDF takes no more than 127 bytes
A_NEW_PASSWORD = {"autocomplete": "new-password", "spellcheck": "false"}


class PasswordForm(PortalForm):
    """The password that opens a copy, typed twice."""

    submit_text = "Download the locked copy"

    password = LineField(
        called="a password for the copy",
        label="Password",
        help_text=f"{SHORTEST} characters or more. Three words that have nothing to do with each "
        "other are easy to say on the telephone.",
        min_length=SHORTEST,
        max_length=LONGEST,
        strip=False,
        widget=forms.PasswordInput(attrs=A_NEW_PASSWORD),
    )
    again = LineField(
        called="the password a second time",
        label="The same password again",
        strip=False,
        widget=forms.PasswordInput(attrs=A_NEW_PASSWORD),
    )

    def clean(self) -> None:
        """Both are the same, since nobody can find out afterwards what was meant."""
        super().clean()
        password, again = map(self.cleaned_data.get, ("password", "again"))
        if password and again and password != again:
            self.add_error("again", ValidationError("Enter the same password twice"))
