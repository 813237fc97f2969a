"""The cast: somebody and the ways in which they are written, and names found in the text."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet
from django.http import QueryDict

from boards.govuk.fields import LineField, Radios
from boards.govuk.forms import PortalForm, PortalModelForm
from chronology.models import Category, Identifier, Person, Unlisted
from chronology.models.unlisted import NEW, ORDINARY
from reviews.past_reviews.decoding import LARGEST, TOO_LARGE

KINDS = (
    ("full", "Full name"),
    ("first", "First name"),
    ("surname", "Surname"),
    ("nickname", "Nickname or short form"),
    ("maiden_full", "Earlier name"),
    ("initials", "Initials"),
    ("misspelt_full", "Misspelling"),
    ("title_surname", "Title and surname"),
    ("address", "Address"),
    ("postcode", "Postcode"),
    ("school", "School or place"),
    ("phone", "Telephone number"),
    ("nhs_number", "NHS number"),
    ("dob", "Date of birth"),
    ("other", "Something else"),
)
REPLACEMENTS = {
    "postcode": "[postcode]",
    "phone": "[telephone number]",
    "nhs_number": "[NHS number]",
    "dob": "[date of birth]",
}
UNDECIDED = ""


class PersonForm(PortalModelForm):
    """Who somebody is in the case, and what anonymised text calls them."""

    submit_text = "Save"

    pseudonym = LineField(
        called="the pseudonym",
        label="Pseudonym",
        help_text="Stands in anonymised text: Child A, Mother, MGM, SW1, HV2, School 1",
        max_length=80,
    )
    role = LineField(
        called="the role", label="Role in the case (optional)", max_length=80, required=False
    )
    category = forms.ChoiceField(
        label="Who or what?",
        choices=Category,
        widget=Radios,
        error_messages={"required": "Select who or what this is"},
    )
    agency_name = LineField(
        called="the agency", label="Agency (professionals)", max_length=120, required=False
    )

    class Meta:
        model = Person
        fields: ClassVar = ["pseudonym", "role", "category", "agency_name"]


class IdentifierForm(PortalForm):
    """One more way in which somebody is written."""

    submit_text = "Add this way of writing"

    text = LineField(
        called="the words as they stand in the text",
        label="Words as they stand in the text",
        help_text="Other cases, orders, titles and possessives are found by themselves.",
        max_length=200,
    )
    kind = forms.ChoiceField(
        label="What is it?",
        choices=KINDS,
        error_messages={"required": "Select what it is"},
    )

    def add_to(self, person: Person) -> Identifier:
        """The person is also written like this."""
        kind = self.cleaned_data["kind"]
        return person.is_also_written(
            self.cleaned_data["text"].strip(), kind, REPLACEMENTS.get(kind, "")
        )


class CastFileForm(PortalForm):
    """The cast from a spreadsheet."""

    submit_text = "Bring the cast in"

    file = forms.FileField(
        label="File with the cast",
        help_text="A CSV file with one row for every way in which somebody is written",
        max_length=200,
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}),
        error_messages={"required": "Choose the CSV file with the cast"},
    )

    def clean_file(self) -> bytes:
        upload: UploadedFile = self.cleaned_data["file"]
        if upload.size > LARGEST:
            raise forms.ValidationError(TOO_LARGE)
        return upload.read()


class UnlistedForm(forms.Form):
    """What each name on the page is: one select a name, all sent at once."""

    def __init__(self, *args: Any, unlisted: Iterable[Unlisted], **options: Any) -> None:
        super().__init__(*args, **options)
        self.unlisted = {f"unlisted-{one.pk}": one for one in unlisted}
        choices = self._choices()
        for name, one in self.unlisted.items():
            self.fields[name] = forms.ChoiceField(
                label=f"“{one.text}” is",
                choices=choices,
                required=False,
                initial=str(one.likely_id or UNDECIDED),
                widget=forms.Select(attrs={"class": "govuk-select"}),
                error_messages={"invalid_choice": f"“{one.text}”: choose from the list"},
            )

    @classmethod
    def of(
        cls, sent: QueryDict | None, *, shown: Iterable[Unlisted], waiting: QuerySet[Unlisted]
    ) -> "UnlistedForm":
        """Return the form of the page, or of the names sent that nobody has settled meanwhile."""
        if sent is None:
            return cls(unlisted=shown)
        asked = [key.removeprefix("unlisted-") for key in sent if key.startswith("unlisted-")]
        return cls(sent, unlisted=waiting.filter(pk__in=[pk for pk in asked if pk.isdecimal()]))

    def rows(self) -> list[tuple[Unlisted, forms.BoundField]]:
        """Return each name with its select."""
        return [(one, self[field]) for field, one in self.unlisted.items()]

    def answers(self) -> list[tuple[Unlisted, str]]:
        """Return what was said of the names about which something was said."""
        said = self.cleaned_data.items()
        return [(self.unlisted[field], answer) for field, answer in said if answer]

    def _choices(self) -> list[tuple[str, Any]]:
        first = next(iter(self.unlisted.values()), None)
        cast = first.review.cast.order_by("category", "pseudonym") if first else ()
        return [
            (UNDECIDED, "Not decided"),
            (ORDINARY, "Ordinary words, nobody’s name"),
            (NEW, "Somebody or somewhere new"),
            ("Also written like this", [(str(person.pk), in_words(person)) for person in cast]),
        ]


def in_words(person: Person) -> str:
    """Return somebody as a list to choose from names them: never by their name."""
    return f"{person.pseudonym} ({person.role})" if person.role else person.pseudonym
