"""What every form about one review shares."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, ClassVar

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError

from boards.govuk.fields import DayField, Limit, ProseField
from boards.govuk.forms import PortalForm
from boards.models import User
from reviews.models import BankHoliday, Review
from reviews.models.clock import Change
from reviews.statutory import UnknownHolidays


class CaseForm(PortalForm):
    """Asks for the facts of one move or act; `facts()` is what the domain call takes.

    Days in `may_lie_ahead` may be after today; all others may not. Those in `becomes_due` are days
    by which something is owed, so their bank holidays have to be known. Fields in `from_address`
    may be filled in by the link that led here.
    """

    may_lie_ahead: ClassVar[frozenset[str]] = frozenset()
    becomes_due: ClassVar[frozenset[str]] = frozenset()
    from_address: ClassVar[frozenset[str]] = frozenset()
    intro: str = ""
    aside: ClassVar[str] = ""  # a template with what has to be read first; it is given the form
    submit_text = "Save"
    place: ClassVar[str] = ""  # the page of the case file to go back to; none: the review's

    def __init__(self, *args: Any, review: Review, user: User, today: date, **kw: Any) -> None:
        self.review, self.user, self.today = review, user, today
        super().__init__(*args, **kw)
        for name, field in self.fields.items():
            if isinstance(field, DayField) and name not in self.may_lie_ahead:
                field.not_after = Limit(today, "today")

    @classmethod
    def require_sense(cls, review: Review) -> None:
        """Raise NotYet where there is nothing of which the fact could be recorded."""

    @classmethod
    def prefilled(cls, review: Review, asked: Mapping[str, str]) -> dict[str, Any]:
        """Return what the address `asked` to be filled in."""
        return {name: asked[name] for name in cls.from_address if name in asked}

    def clean(self) -> dict[str, Any]:
        """Refuse a day that becomes due in a year whose bank holidays are not known."""
        facts: dict[str, Any] = super().clean()
        for name in sorted(self.becomes_due & facts.keys()):
            try:
                BankHoliday.objects.calendar().require(facts[name])
            except UnknownHolidays as unknown:
                self.add_error(name, str(unknown))
        return facts

    def facts(self) -> dict[str, Any]:
        """Return what was answered, as `Review.move` and `Review.record` take it."""
        return self.cleaned_data

    def changes(self) -> list[Change] | None:
        """Return the dates that would move, for forms that show them first; others None."""
        return None

    def warnings(self, changes: Sequence[Change]) -> list[str]:
        """Return a sentence for whatever nobody would expect of the changes."""
        return [said for change in changes if (said := change.warning(self.today))]

    def refuse(self, refusal: ValidationError) -> None:
        """Show what the domain refused beside the field it is about."""
        if hasattr(refusal, "error_dict"):
            for name, errors in refusal.error_dict.items():
                known = name in self.fields
                self.add_error(name if known and name != NON_FIELD_ERRORS else None, errors)
        else:
            self.add_error("on" if "on" in self.fields else None, refusal)


def reasons_field(called: str = "the reasons", label: str = "Reasons", **kw: Any) -> ProseField:
    return ProseField(called=called, label=label, **kw)
